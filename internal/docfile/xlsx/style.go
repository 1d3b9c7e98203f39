package xlsx

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"gongkai/internal/document"
)

const (
	headFill     = "E8EEF7"
	requiredFill = "FCE4E4"
	requiredInk  = "B00020"
	textFormat   = 49 // Excel's built-in “@”: what is typed stays text
)

// look is one way to draw a cell; it is comparable, so that each is made once.
type look struct {
	size       float64
	bold       bool
	ink, fill  string
	border     bool
	horizontal string
	vertical   string
	decimals   int // decimals that a figure shows
	format     int // built-in number format; 0 is General
}

// style registers a look with the workbook and returns its number.
func (b *book) style(l look) (int, error) {
	s := &excelize.Style{
		Font:      &excelize.Font{Family: "宋体", Size: l.size, Bold: l.bold, Color: l.ink},
		Alignment: &excelize.Alignment{Horizontal: l.horizontal, Vertical: l.vertical, WrapText: true},
		NumFmt:    l.format,
	}
	if l.vertical == "" {
		s.Alignment.Vertical = "center"
	}
	if l.border && l.horizontal != "center" {
		s.Alignment.Indent = 1 // off the rule
	}
	if l.fill != "" {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.fill}}
	}
	if l.border {
		for _, edge := range []string{"left", "right", "top", "bottom"} {
			s.Border = append(s.Border, excelize.Border{Type: edge, Color: "000000", Style: 1})
		}
	}
	if l.decimals > 0 {
		shown := "0." + strings.Repeat("0", l.decimals)
		s.CustomNumFmt = &shown
	}
	number, err := b.NewStyle(s)
	if err != nil {
		return 0, fmt.Errorf("define cell style: %w", err)
	}
	return number, nil
}

var horizontal = map[document.Align]string{document.Center: "center", document.Left: "left", document.Right: "right"}
