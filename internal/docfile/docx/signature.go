package docx

import (
	"fmt"

	"gongkai/internal/document"
)

// signature draws organ and date two lines below the text, without a seal
// (GB/T 9704-2012, 7.3.5.2): the organ two characters from the right edge and
// the date below it, beginning two characters further right; where the date
// would come nearer than two characters to the edge, the organ moves left.
func (c *canvas) signature(s document.Signature) error {
	organGap, dateGap := signatureGaps(measure(s.Organ), measure(s.Date))
	if s.Organ != "" {
		err := c.paragraph("Signature", `<w:keepNext/>`+exactly(linePitch, 2*linePitch, 0)+rightGap(organGap),
			document.Run{Text: s.Organ})
		if err != nil {
			return fmt.Errorf("signing organ: %w", err)
		}
	}
	if s.Date == "" {
		return nil
	}
	format := rightGap(dateGap)
	if s.Organ == "" {
		format = exactly(linePitch, 2*linePitch, 0) + format
	}
	err := c.paragraph("Signature", format, document.Run{Text: s.Date})
	if err != nil {
		return fmt.Errorf("date of signature: %w", err)
	}
	return nil
}

// signatureGaps reports how far organ and date end before the right edge, all in
// characters of the body.
func signatureGaps(organ, date float64) (float64, float64) {
	dateGap := max(2, organ-date)
	organGap := dateGap + date - organ + 2
	if organ == 0 || organGap+organ > lineChars {
		return 0, max(2, min(4, lineChars-date))
	}
	return organGap, dateGap
}

func rightGap(chars float64) string {
	return fmt.Sprintf(`<w:ind w:rightChars="%d" w:right="%d"/>`, int(chars*100+0.5), int(chars*float64(textWidth)/lineChars+0.5))
}
