package pdfsource

// drawing is what a page shows, in points from its top left corner.
type drawing struct {
	size     point
	glyphs   []glyph
	rules    []rule
	pictures []box
	unread   int // characters that nothing tells
}

// glyph is a character where it stands: its base line runs from start to stop.
type glyph struct {
	text        string
	start, stop point
	size        float64
	turn        int  // quarter turns clockwise of the writing
	operator    int  // number of the operator that drew it
	furniture   bool // marked as no part of the text, such as a page number
}

// up is the direction from the base line to the top of the character.
func (g *glyph) up() point {
	return [4]point{{0, -1}, {1, 0}, {0, 1}, {-1, 0}}[g.turn]
}

// middle is the middle of the character.
func (g *glyph) middle() point {
	return g.start.plus(g.stop).scaled(0.5).plus(g.up().scaled(g.size * 0.35))
}

// rule is a drawn line, level or upright.
type rule struct {
	upright  bool
	at       float64 // y of a level line, x of an upright one
	from, to float64
}

// box is a rectangle.
type box struct{ left, top, right, bottom float64 }

func (b box) has(p point) bool {
	return p.x >= b.left && p.x <= b.right && p.y >= b.top && p.y <= b.bottom
}

func boxOf(points []point) box {
	b := box{points[0].x, points[0].y, points[0].x, points[0].y}
	for _, p := range points[1:] {
		b.left, b.top = min(b.left, p.x), min(b.top, p.y)
		b.right, b.bottom = max(b.right, p.x), max(b.bottom, p.y)
	}
	return b
}

// upright turns a page whose writing mostly runs another way, so that most of it
// runs from left to right.
func (d *drawing) upright() {
	var counts [4]int
	for i := range d.glyphs {
		counts[d.glyphs[i].turn]++
	}
	most := 0
	for turn := range counts {
		if counts[turn] > counts[most] {
			most = turn
		}
	}
	if most == 0 {
		return
	}
	size := d.size
	turned := func(p point) point {
		switch most {
		case 1:
			return point{p.y, size.x - p.x}
		case 2:
			return point{size.x - p.x, size.y - p.y}
		}
		return point{size.y - p.y, p.x}
	}
	for i := range d.glyphs {
		g := &d.glyphs[i]
		g.start, g.stop, g.turn = turned(g.start), turned(g.stop), (g.turn-most+4)%4
	}
	for i, r := range d.rules {
		a, b := point{r.from, r.at}, point{r.to, r.at}
		if r.upright {
			a, b = point{r.at, r.from}, point{r.at, r.to}
		}
		turnedRule, ok := ruleBetween(turned(a), turned(b))
		if ok {
			d.rules[i] = turnedRule
		}
	}
	for i, p := range d.pictures {
		d.pictures[i] = boxOf([]point{turned(point{p.left, p.top}), turned(point{p.right, p.bottom})})
	}
	if most != 2 {
		d.size = point{size.y, size.x}
	}
}

// ruleBetween is the rule between two points, false for a slanting line.
func ruleBetween(a, b point) (rule, bool) {
	d := b.minus(a)
	switch {
	case abs(d.y) <= 1 && abs(d.x) > abs(d.y):
		return rule{at: (a.y + b.y) / 2, from: min(a.x, b.x), to: max(a.x, b.x)}, true
	case abs(d.x) <= 1 && abs(d.y) > abs(d.x):
		return rule{upright: true, at: (a.x + b.x) / 2, from: min(a.y, b.y), to: max(a.y, b.y)}, true
	}
	return rule{}, false
}

func abs(x float64) float64 { return max(x, -x) }
