package pdfsource

// path is the outline under way, in page coordinates.
type path struct {
	parts [][]point // of straight lines
	bent  []bool    // the part has curves
}

const (
	maxPathPoints = 100_000
	thin          = 3.0 // points up to which a filled strip is a line
)

func (p *path) move(to point) {
	if len(p.parts) < maxPathPoints && sane(to) {
		p.parts = append(p.parts, []point{to})
		p.bent = append(p.bent, false)
	}
}

func (p *path) draw(to point) {
	if len(p.parts) == 0 {
		p.move(to)
		return
	}
	i := len(p.parts) - 1
	if len(p.parts[i]) < maxPathPoints && sane(to) {
		p.parts[i] = append(p.parts[i], to)
	}
}

func (p *path) shut() {
	if len(p.parts) > 0 {
		p.draw(p.parts[len(p.parts)-1][0])
	}
}

// pathOperator runs the operators that draw, and reports whether op is one.
func (w *painter) pathOperator(op string, n []float64) bool {
	at := func(i int) point { return w.state.ctm.apply(point{n[i], n[i+1]}) }
	switch op {
	case "m":
		if len(n) == 2 {
			w.path.move(at(0))
		}
	case "l":
		if len(n) == 2 {
			w.path.draw(at(0))
		}
	case "c", "v", "y":
		if len(n) >= 4 {
			w.path.draw(at(len(n) - 2))
			w.path.bent[max(len(w.path.bent)-1, 0)] = true
		}
	case "h":
		w.path.shut()
	case "re":
		if len(n) == 4 {
			corner := func(x, y float64) point { return w.state.ctm.apply(point{n[0] + x, n[1] + y}) }
			w.path.move(corner(0, 0))
			w.path.draw(corner(n[2], 0))
			w.path.draw(corner(n[2], n[3]))
			w.path.draw(corner(0, n[3]))
			w.path.shut()
		}
	case "S", "s":
		if op == "s" {
			w.path.shut()
		}
		w.stroke()
		w.path = path{}
	case "f", "F", "f*":
		w.fill()
		w.path = path{}
	case "B", "B*", "b", "b*":
		if op[0] == 'b' {
			w.path.shut()
		}
		w.fill()
		w.stroke()
		w.path = path{}
	case "n":
		w.path = path{}
	default:
		return false
	}
	return true
}

// stroke turns straight lines into rules.
func (w *painter) stroke() {
	if w.state.whiteStroke {
		return
	}
	for i, part := range w.path.parts {
		if w.path.bent[i] {
			continue
		}
		for j := 1; j < len(part); j++ {
			w.rule(part[j-1], part[j])
		}
	}
}

func (w *painter) rule(a, b point) {
	r, ok := ruleBetween(a, b)
	if ok {
		w.drawing.rules = append(w.drawing.rules, r)
	}
}

// fill turns thin strips into rules, and so the frame between two rectangles. Other
// areas are backgrounds.
func (w *painter) fill() {
	if w.state.whiteFill {
		return
	}
	var boxes []box
	for i, part := range w.path.parts {
		if len(part) < 2 || w.path.bent[i] {
			continue
		}
		b := boxOf(part)
		width, height := b.right-b.left, b.bottom-b.top
		middle := point{(b.left + b.right) / 2, (b.top + b.bottom) / 2}
		switch {
		case height <= thin && width > height:
			w.rule(point{b.left, middle.y}, point{b.right, middle.y})
		case width <= thin && height > width:
			w.rule(point{middle.x, b.top}, point{middle.x, b.bottom})
		default:
			boxes = append(boxes, b)
		}
	}
	if len(boxes) > 2 {
		return
	}
	for i := 1; i < len(boxes); i++ {
		a, b := boxes[i-1], boxes[i]
		if abs(a.left-b.left) <= thin && abs(a.right-b.right) <= thin && abs(a.top-b.top) <= thin && abs(a.bottom-b.bottom) <= thin {
			left, right := (a.left+b.left)/2, (a.right+b.right)/2
			top, bottom := (a.top+b.top)/2, (a.bottom+b.bottom)/2
			w.rule(point{left, top}, point{right, top})
			w.rule(point{left, bottom}, point{right, bottom})
			w.rule(point{left, top}, point{left, bottom})
			w.rule(point{right, top}, point{right, bottom})
		}
	}
}
