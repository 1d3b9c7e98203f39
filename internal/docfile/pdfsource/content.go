package pdfsource

import "math"

const (
	maxOperators = 3_000_000 // of a page
	maxForms     = 12        // inside one another
	maxGlyphs    = 400_000   // of a page
	maxRules     = 200_000
	maxOperands  = 4096
)

// painter runs the operators of a page's content.
type painter struct {
	file      *file
	drawing   drawing
	fonts     map[ref]*font // by reference
	operators int
	forms     int
	state     graphics
	saved     []graphics
	path      path
	line      matrix   // of the text line
	at        matrix   // of the next character
	marks     []marked // sequences that are open
}

// graphics is the state that q saves.
type graphics struct {
	ctm              matrix
	font             *font
	size             float64
	characterSpacing float64
	wordSpacing      float64
	stretch          float64 // of characters, 1 for none
	leading          float64
	rise             float64
	whiteFill        bool
	whiteStroke      bool
}

// marked is an open sequence.
type marked struct{ furniture bool }

// paint runs a page's content.
func (f *file) paint(p leaf, fonts map[ref]*font) (drawing, error) {
	base, size := p.base()
	w := &painter{file: f, fonts: fonts}
	w.drawing.size = size
	w.state = graphics{ctm: base, stretch: 1}
	var data []byte
	for _, part := range f.list(p.dict["Contents"]) {
		s, ok := f.resolve(part).(*stream)
		if ok {
			data = append(append(data, f.unpacked(s)...), '\n')
		}
		if len(data) > maxStream {
			return drawing{}, ErrTooMuch
		}
	}
	err := w.run(data, p.resources)
	if err != nil {
		return drawing{}, err
	}
	w.drawing.upright()
	return w.drawing, nil
}

// run runs a content stream. What it does not know, it leaves out.
func (w *painter) run(data []byte, resources dict) error {
	l := lexer{data: data}
	var operands []any
	for {
		o := l.object(false, 0)
		switch o := o.(type) {
		case end:
			return nil
		case keyword:
			w.operators++
			if w.operators > maxOperators || len(w.drawing.glyphs) > maxGlyphs || len(w.drawing.rules) > maxRules {
				return ErrTooMuch
			}
			if w.operators%1000 == 0 && w.file.late() {
				return ErrTooSlow
			}
			if o == "BI" {
				skipInlineImage(&l)
				operands = operands[:0]
				continue
			}
			err := w.operator(string(o), operands, resources)
			if err != nil {
				return err
			}
			operands = operands[:0]
		default:
			if len(operands) < maxOperands {
				operands = append(operands, o)
			}
		}
	}
}

// skipInlineImage moves past a picture inside the content.
func skipInlineImage(l *lexer) {
	for {
		switch l.token() {
		case end{}:
			return
		case keyword("ID"):
			for at := l.at; at+2 < len(l.data); at++ {
				if white(l.data[at]) && l.data[at+1] == 'E' && l.data[at+2] == 'I' && (at+3 == len(l.data) || white(l.data[at+3])) {
					l.at = at + 3
					return
				}
			}
			l.at = len(l.data)
			return
		}
	}
}

// numbersOf are the operands that are numbers.
func numbersOf(operands []any) []float64 {
	n := make([]float64, 0, 6)
	for _, o := range operands {
		f, ok := o.(float64)
		if ok {
			n = append(n, f)
		}
	}
	return n
}

func (w *painter) operator(op string, operands []any, resources dict) error {
	n := numbersOf(operands)
	switch op {
	case "q":
		if len(w.saved) < 1000 {
			w.saved = append(w.saved, w.state)
		}
	case "Q":
		if last := len(w.saved) - 1; last >= 0 {
			w.state = w.saved[last]
			w.saved = w.saved[:last]
		}
	case "cm":
		m, ok := matrixOf(n)
		if ok {
			w.state.ctm = m.times(w.state.ctm)
		}
	case "Do":
		return w.object(operands, resources)
	case "BDC", "BMC":
		w.mark(operands)
	case "EMC":
		if last := len(w.marks) - 1; last >= 0 {
			w.marks = w.marks[:last]
		}
	case "g", "rg", "k", "sc", "scn":
		w.state.whiteFill = isWhite(n)
	case "G", "RG", "K", "SC", "SCN":
		w.state.whiteStroke = isWhite(n)
	default:
		if !w.pathOperator(op, n) {
			w.textOperator(op, operands, n, resources)
		}
	}
	return nil
}

// isWhite reports a colour that nobody sees on paper, in one, three or four parts.
func isWhite(n []float64) bool {
	switch len(n) {
	case 1:
		return n[0] > 0.98
	case 3:
		return n[0] > 0.98 && n[1] > 0.98 && n[2] > 0.98
	case 4:
		return n[0]+n[1]+n[2]+n[3] < 0.02
	}
	return false
}

func (w *painter) mark(operands []any) {
	m := marked{}
	if last := len(w.marks) - 1; last >= 0 {
		m = w.marks[last]
	}
	if len(operands) > 0 && operands[0] == name("Artifact") {
		m.furniture = true
	}
	if len(w.marks) < 1000 {
		w.marks = append(w.marks, m)
	}
}

// object draws a form or notes a picture.
func (w *painter) object(operands []any, resources dict) error {
	if len(operands) == 0 {
		return nil
	}
	key, _ := operands[0].(name)
	s, ok := w.file.resolve(w.file.dict(resources["XObject"])[key]).(*stream)
	if !ok {
		return nil
	}
	switch w.file.name(s.dict["Subtype"]) {
	case "Image":
		corners := make([]point, 0, 4)
		for _, p := range []point{{0, 0}, {1, 0}, {0, 1}, {1, 1}} {
			corners = append(corners, w.state.ctm.apply(p))
		}
		w.drawing.pictures = append(w.drawing.pictures, boxOf(corners))
	case "Form":
		return w.form(s, resources)
	}
	return nil
}

func (w *painter) form(s *stream, resources dict) error {
	if w.forms >= maxForms {
		return nil
	}
	w.forms++
	state, saved, marks := w.state, w.saved, w.marks
	m, ok := matrixOf(w.file.numbers(s.dict["Matrix"]))
	if ok {
		w.state.ctm = m.times(w.state.ctm)
	}
	own := w.file.dict(s.dict["Resources"])
	if own == nil {
		own = resources
	}
	w.saved = nil
	w.operators += 100 // so that forms that draw one another come to an end
	err := w.run(w.file.unpacked(s), own)
	w.state, w.saved, w.marks = state, saved, marks
	w.forms--
	return err
}

// quarter is the number of quarter turns of a direction.
func quarter(d point) int {
	if math.Abs(d.x) >= math.Abs(d.y) {
		if d.x >= 0 {
			return 0
		}
		return 2
	}
	if d.y > 0 {
		return 1
	}
	return 3
}
