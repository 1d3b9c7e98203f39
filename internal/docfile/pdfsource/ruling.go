package pdfsource

import (
	"cmp"
	"slices"
)

// snap is how far in points lines may lie apart and still be one: borders are drawn
// cell by cell, often double.
const snap = 5.0

// shortest is the length in points below which a line is an ornament.
const shortest = 7

// maxCrossings bounds the pairs of lines that are compared.
const maxCrossings = 20_000_000

// frame is a set of rules that touch one another.
type frame struct {
	level, upright []rule // merged, in order
	xs, ys         []float64
	openTop        bool // the upright lines go on above the topmost level one
	openBottom     bool
}

// frames sorts rules into frames that may be tables: at least two lines of one kind
// and one of the other.
func frames(rules []rule) []frame {
	level := merged(rules, false)
	upright := merged(rules, true)
	if len(level)*len(upright) > maxCrossings {
		return nil // a map or a drawing
	}
	all := append(slices.Clone(level), upright...)
	parent := make([]int, len(all))
	for i := range parent {
		parent[i] = i
	}
	find := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	for i := range level {
		for j := range upright {
			if touch(level[i], upright[j]) {
				parent[find(i)] = find(len(level) + j)
			}
		}
	}
	groups := map[int]*frame{}
	var order []int
	for i, r := range all {
		root := find(i)
		f := groups[root]
		if f == nil {
			f = &frame{}
			groups[root] = f
			order = append(order, root)
		}
		if r.upright {
			f.upright = append(f.upright, r)
		} else {
			f.level = append(f.level, r)
		}
	}
	var found []frame
	for _, root := range order {
		f := groups[root]
		if f.edges() {
			found = append(found, *f)
		}
	}
	slices.SortStableFunc(found, func(a, b frame) int { return cmp.Compare(a.ys[0], b.ys[0]) })
	return found
}

// touch reports a level and an upright line that meet.
func touch(l, u rule) bool {
	return u.at >= l.from-snap && u.at <= l.to+snap && l.at >= u.from-snap && l.at <= u.to+snap
}

// merged joins the lines of one kind that lie on one another or go on from one
// another.
func merged(rules []rule, upright bool) []rule {
	var list []rule
	for _, r := range rules {
		if r.upright == upright && r.to-r.from >= 1 {
			list = append(list, r)
		}
	}
	slices.SortFunc(list, func(a, b rule) int { return cmp.Compare(a.at, b.at) })
	var out []rule
	for first := 0; first < len(list); {
		last := first + 1
		for last < len(list) && list[last].at-list[first].at <= snap {
			last++
		}
		band := list[first:last]
		at := (band[0].at + band[len(band)-1].at) / 2
		slices.SortFunc(band, func(a, b rule) int { return cmp.Compare(a.from, b.from) })
		current := rule{upright: upright, at: at, from: band[0].from, to: band[0].to}
		for _, r := range band[1:] {
			if r.from > current.to+snap {
				out = append(out, current)
				current = rule{upright: upright, at: at, from: r.from, to: r.to}
				continue
			}
			current.to = max(current.to, r.to)
		}
		out = append(out, current)
		first = last
	}
	return slices.DeleteFunc(out, func(r rule) bool { return r.to-r.from < shortest })
}

// edges finds where columns and rows begin and end. Tables may lack their outer
// lines: then the ends of the lines across are the edge.
func (f *frame) edges() bool {
	if len(f.level) < 2 || len(f.upright) < 1 {
		return false
	}
	left, right := f.level[0].from, f.level[0].to
	for _, r := range f.level {
		f.ys = append(f.ys, r.at)
		left, right = min(left, r.from), max(right, r.to)
	}
	top, bottom := f.upright[0].from, f.upright[0].to
	for _, r := range f.upright {
		f.xs = append(f.xs, r.at)
		top, bottom = min(top, r.from), max(bottom, r.to)
	}
	f.xs, f.ys = distinct(f.xs), distinct(f.ys)
	const protruding = 8
	f.openTop = f.ys[0]-top > protruding
	f.openBottom = bottom-f.ys[len(f.ys)-1] > protruding
	f.xs = widened(f.xs, left, right, protruding)
	f.ys = widened(f.ys, top, bottom, protruding)
	return len(f.xs) >= 2 && len(f.ys) >= 2
}

func widened(list []float64, low, high, by float64) []float64 {
	if list[0]-low > by {
		list = append([]float64{low}, list...)
	}
	if high-list[len(list)-1] > by {
		list = append(list, high)
	}
	return list
}

// distinct sorts coordinates and joins those closer than a line is thick.
func distinct(list []float64) []float64 {
	slices.Sort(list)
	out := list[:0:0]
	for _, x := range list {
		if len(out) == 0 || x-out[len(out)-1] > snap {
			out = append(out, x)
		}
	}
	return out
}

// box is the frame's outline.
func (f *frame) box() box {
	return box{f.xs[0], f.ys[0], f.xs[len(f.xs)-1], f.ys[len(f.ys)-1]}
}

// wallRight reports a line at the right side of a slot.
func (f *frame) wallRight(row, column int) bool {
	x, y := f.xs[column+1], (f.ys[row]+f.ys[row+1])/2
	for _, r := range f.upright {
		if abs(r.at-x) <= snap && r.from <= y && r.to >= y {
			return true
		}
	}
	return false
}

// wallBelow reports a line at the lower side of a slot.
func (f *frame) wallBelow(row, column int) bool {
	return f.wallAt(f.ys[row+1], column, 1)
}

// wallAt reports a line at a height along the first of some columns.
func (f *frame) wallAt(y float64, column, width int) bool {
	x := (f.xs[column] + f.xs[column+1]) / 2
	if width > 1 {
		x = (f.xs[column] + f.xs[column+width]) / 2
	}
	for _, r := range f.level {
		if abs(r.at-y) <= snap && r.from <= x && r.to >= x {
			return true
		}
	}
	return false
}
