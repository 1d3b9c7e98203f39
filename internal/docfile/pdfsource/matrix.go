package pdfsource

import "math"

// matrix maps (x, y) to (ax+cy+e, bx+dy+f), as PDF writes it.
type matrix struct{ a, b, c, d, e, f float64 }

var identity = matrix{a: 1, d: 1}

// times is m followed by n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d,
		m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

func (m matrix) apply(p point) point {
	return point{m.a*p.x + m.c*p.y + m.e, m.b*p.x + m.d*p.y + m.f}
}

// stretch is how much longer the matrix makes an upright length.
func (m matrix) stretch() float64 { return math.Hypot(m.c, m.d) }

// point is a place on the page in points; y grows downwards once a page is laid.
type point struct{ x, y float64 }

func (p point) plus(q point) point      { return point{p.x + q.x, p.y + q.y} }
func (p point) minus(q point) point     { return point{p.x - q.x, p.y - q.y} }
func (p point) scaled(by float64) point { return point{p.x * by, p.y * by} }
func (p point) length() float64         { return math.Hypot(p.x, p.y) }
func sane(p point) bool                 { return math.Abs(p.x) < 1e6 && math.Abs(p.y) < 1e6 }
func matrixOf(n []float64) (matrix, bool) {
	if len(n) != 6 {
		return identity, false
	}
	return matrix{n[0], n[1], n[2], n[3], n[4], n[5]}, true
}
