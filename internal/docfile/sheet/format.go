package sheet

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// format is what a number format makes of a number.
type format uint8

const (
	general  format = iota
	day             // a date
	moment          // a date with a time
	clock           // a time of day
	duration        // hours that may exceed a day
)

// builtin gives the meaning of the formats that have only a number, also those
// of Chinese Excel (27–36, 50–58).
func builtin(id int) format {
	switch {
	case id >= 14 && id <= 17, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 54, id == 57, id == 58:
		return day
	case id >= 18 && id <= 21, id >= 32 && id <= 35, id == 45, id == 47, id == 55, id == 56:
		return clock
	case id == 22:
		return moment
	case id == 46:
		return duration
	}
	return general
}

// cellFormats reads the number format of each cell style.
func (p parts) cellFormats(part string) ([]format, error) {
	if p[strings.ToLower(part)] == nil {
		return nil, nil // a workbook without styles has no dates
	}
	custom := map[int]format{}
	var formats []format
	cells := false
	err := p.each(part, func(e xml.StartElement) {
		switch e.Name.Local {
		case "numFmt":
			id, err := strconv.Atoi(attr(e, "numFmtId"))
			if err == nil {
				custom[id] = meaning(attr(e, "formatCode"))
			}
		case "cellStyleXfs", "cellStyles", "dxfs":
			cells = false
		case "cellXfs":
			cells = true
		case "xf":
			if !cells {
				return
			}
			id, err := strconv.Atoi(attr(e, "numFmtId"))
			f, ok := custom[id]
			if err == nil && !ok {
				f = builtin(id)
			}
			formats = append(formats, f)
		}
	})
	return formats, err
}

// meaning reads a format code such as yyyy"年"m"月"d"日". Its first section
// decides; quoted and escaped letters and colours say nothing.
func meaning(code string) format {
	var letters strings.Builder
	code = strings.ToLower(code)
	for i := 0; i < len(code) && code[i] != ';'; i++ {
		switch code[i] {
		case '"':
			end := strings.IndexByte(code[i+1:], '"')
			if end < 0 {
				end = len(code) - i - 2
			}
			i += end + 1
		case '\\', '_', '*':
			i++
		case '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				return general
			}
			inside := code[i+1 : i+end]
			if inside != "" && strings.Trim(inside, "hms") == "" {
				return duration
			}
			i += end
		default:
			letters.WriteByte(code[i])
		}
	}
	text := strings.NewReplacer("general", "", "g/通用格式", "", "am/pm", "h", "a/p", "h", "e+", "", "e-", "").Replace(letters.String())
	hours := strings.ContainsAny(text, "hs")
	days := strings.ContainsAny(text, "yde") || strings.Contains(text, "m") && !hours
	switch {
	case days && hours:
		return moment
	case days:
		return day
	case hours:
		return clock
	}
	return general
}
