package source

import "strings"

// runs gathers what a paragraph prints.
type runs struct {
	text     strings.Builder
	boxes    []*element // text boxes that hang on the paragraph
	pictures int
}

// walk gathers the text below an element. Deletions under tracking, hidden text and
// the code of fields print nothing; results of fields are plain runs.
func (r *runs) walk(e *element) {
	for _, c := range e.children {
		switch c.name {
		case "t":
			r.text.WriteString(strings.ReplaceAll(c.content(), "\n", " "))
		case "tab", "ptab":
			r.text.WriteByte('\t')
		case "br":
			if kind := c.attr("type"); kind == "" || kind == "textWrapping" {
				r.text.WriteByte('\n')
			}
		case "cr":
			r.text.WriteByte('\n')
		case "noBreakHyphen":
			r.text.WriteByte('-')
		case "r":
			if !c.child("rPr", "vanish").on() {
				r.walk(c)
			}
		case "del", "moveFrom", "pPr", "rPr", "instrText", "delText", "delInstrText", "rt":
		case "AlternateContent":
			r.walk(choice(c))
		case "drawing", "pict", "object":
			r.drawing(c)
		case "Choice", "Fallback", "hyperlink", "smartTag", "fldSimple", "ins", "moveTo", "sdt", "sdtContent",
			"customXml", "ruby", "rubyBase", "oMath", "oMathPara", "dir", "bdo", "e", "num", "den", "f":
			r.walk(c)
		}
	}
}

// drawing tells text boxes from pictures.
func (r *runs) drawing(e *element) {
	before := len(r.boxes)
	r.collect(e)
	if len(r.boxes) == before && (e.name == "object" || e.find("blip") != nil || e.find("imagedata") != nil || e.find("chart") != nil) {
		r.pictures++
	}
}

func (r *runs) collect(e *element) {
	for _, c := range e.children {
		switch c.name {
		case "txbxContent":
			r.boxes = append(r.boxes, c)
		case "AlternateContent":
			r.collect(choice(c))
		default:
			r.collect(c)
		}
	}
}
