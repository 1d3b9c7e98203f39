package pdfsource

import "math"

// leaf is a page of the tree with what it inherits.
type leaf struct {
	dict
	resources dict
	box       [4]float64 // left, bottom, right, top
	rotate    int        // quarter turns clockwise
}

// pages walks the tree. A tree that leads in a circle is walked once.
func (f *file) pages(limit int) ([]leaf, error) {
	var all []leaf
	seen := map[int]bool{}
	var walk func(o any, inherited leaf, depth int) error
	walk = func(o any, inherited leaf, depth int) error {
		if r, ok := o.(ref); ok {
			if seen[r.number] {
				return nil
			}
			seen[r.number] = true
		}
		d := f.dict(o)
		if d == nil || depth > 60 {
			return nil
		}
		here := f.inherit(inherited, d)
		kids, ok := f.resolve(d["Kids"]).(array)
		if !ok {
			here.dict = d
			all = append(all, here)
			if len(all) > limit {
				return ErrTooMuch
			}
			return nil
		}
		for _, kid := range kids {
			if err := walk(kid, here, depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	err := walk(f.dict(f.trailer["Root"])["Pages"], leaf{box: [4]float64{0, 0, 595, 842}}, 0)
	return all, err
}

func (f *file) inherit(from leaf, d dict) leaf {
	if r := f.dict(d["Resources"]); r != nil {
		from.resources = r
	}
	for _, key := range []name{"MediaBox", "CropBox"} {
		b := f.numbers(d[key])
		if len(b) == 4 && math.Abs(b[2]-b[0]) > 1 && math.Abs(b[3]-b[1]) > 1 {
			from.box = [4]float64{min(b[0], b[2]), min(b[1], b[3]), max(b[0], b[2]), max(b[1], b[3])}
		}
	}
	if d["Rotate"] != nil {
		from.rotate = ((int(f.number(d["Rotate"]))/90)%4 + 4) % 4
	}
	return from
}

// base maps the page's own coordinates to those of a reader: from the top left
// corner of the page as it is shown, y downwards. It comes with the page's size.
func (p leaf) base() (matrix, point) {
	left, bottom, right, top := p.box[0], p.box[1], p.box[2], p.box[3]
	size := point{right - left, top - bottom}
	turned := point{size.y, size.x}
	switch p.rotate {
	case 1:
		return matrix{0, 1, 1, 0, -bottom, -left}, turned
	case 2:
		return matrix{-1, 0, 0, 1, right, -bottom}, size
	case 3:
		return matrix{0, -1, -1, 0, top, right}, turned
	}
	return matrix{1, 0, 0, -1, -left, top}, size
}
