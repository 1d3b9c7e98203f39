package pdfsource

import "strings"

// textOperator runs the operators that set type.
func (w *painter) textOperator(op string, operands []any, n []float64, resources dict) {
	s := &w.state
	first := 0.0
	if len(n) > 0 {
		first = n[0]
	}
	switch op {
	case "BT":
		w.line, w.at = identity, identity
	case "Tf":
		w.setFont(operands, first, resources)
	case "Tc":
		s.characterSpacing = first
	case "Tw":
		s.wordSpacing = first
	case "Tz":
		s.stretch = first / 100
	case "TL":
		s.leading = first
	case "Ts":
		s.rise = first
	case "Td", "TD":
		if len(n) == 2 {
			if op == "TD" {
				s.leading = -n[1]
			}
			w.move(n[0], n[1])
		}
	case "Tm":
		m, ok := matrixOf(n)
		if ok {
			w.line, w.at = m, m
		}
	case "T*":
		w.move(0, -s.leading)
	case "Tj":
		w.showAll(operands)
	case "TJ":
		if len(operands) > 0 {
			list, _ := operands[len(operands)-1].(array)
			w.showAll(list)
		}
	case "'":
		w.move(0, -s.leading)
		w.showAll(operands)
	case `"`:
		if len(n) == 2 {
			s.wordSpacing, s.characterSpacing = n[0], n[1]
		}
		w.move(0, -s.leading)
		w.showAll(operands[max(len(operands)-1, 0):])
	}
}

func (w *painter) move(x, y float64) {
	w.line = matrix{1, 0, 0, 1, x, y}.times(w.line)
	w.at = w.line
}

func (w *painter) setFont(operands []any, size float64, resources dict) {
	if len(operands) == 0 {
		return
	}
	key, _ := operands[0].(name)
	o := w.file.dict(resources["Font"])[key]
	w.state.size = size
	known, shared := o.(ref)
	found := w.fonts[known]
	if !shared || found == nil {
		found = w.file.newFont(w.file.dict(o))
	}
	if shared {
		w.fonts[known] = found
	}
	w.state.font = found
}

// showAll draws strings; numbers between them move back by thousandths.
func (w *painter) showAll(list []any) {
	for _, o := range list {
		switch o := o.(type) {
		case text:
			w.show([]byte(o))
		case float64:
			by := -o / 1000 * w.state.size
			if w.state.font != nil && w.state.font.vertical {
				w.at = matrix{1, 0, 0, 1, 0, by}.times(w.at)
				continue
			}
			w.at = matrix{1, 0, 0, 1, by * w.state.stretch, 0}.times(w.at)
		}
	}
}

func (w *painter) show(data []byte) {
	s := &w.state
	if s.font == nil || len(w.drawing.glyphs) > maxGlyphs {
		return
	}
	for _, d := range s.font.decode(data) {
		spacing := s.characterSpacing
		if d.blank {
			spacing += s.wordSpacing
		}
		if s.font.vertical {
			w.put(d.text, point{-d.width / 2 * s.size, -0.88 * s.size}, d.width*s.size)
			w.at = matrix{1, 0, 0, 1, 0, spacing - s.size}.times(w.at)
			continue
		}
		width := d.width * s.size
		w.put(d.text, point{0, s.rise}, width*s.stretch)
		w.at = matrix{1, 0, 0, 1, (width + spacing) * s.stretch, 0}.times(w.at)
	}
}

// put notes a character of the given width that begins at an offset from the place
// of writing.
func (w *painter) put(s string, offset point, width float64) {
	m := w.at.times(w.state.ctm)
	g := glyph{
		text: s, start: m.apply(offset), stop: m.apply(point{offset.x + width, offset.y}),
		size: abs(w.state.size) * m.stretch(), turn: quarter(point{m.a, m.b}), operator: w.operators,
	}
	if !sane(g.start) || !sane(g.stop) || g.size <= 0 || g.size > 1e4 {
		return
	}
	if last := len(w.marks) - 1; last >= 0 {
		g.furniture = w.marks[last].furniture
	}
	if strings.Contains(s, "\ufffd") {
		w.drawing.unread++
	}
	w.drawing.glyphs = append(w.drawing.glyphs, g)
}
