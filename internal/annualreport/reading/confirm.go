package reading

import (
	"slices"

	"gongkai/law/tally"
)

// confirm adds the equations that hold to the evidence of the cells in them. They
// confirm a reading; they never make one.
func (r *report) confirm() {
	broken := make(map[string]bool)
	for _, breach := range r.format.Check(r.Cells) {
		broken[breach.Equation.ID+breach.Equation.Where] = true
	}
	for _, e := range r.format.Equations {
		if broken[e.ID+e.Where] {
			continue
		}
		for _, name := range append(slices.Clone(e.Left), e.Right...) {
			reading, ok := r.Read[name]
			if !ok {
				continue
			}
			reading.Evidence = append(reading.Evidence, "equation "+e.ID)
			reading.Confidence = min(1, reading.Confidence+0.05)
			r.Read[name] = reading
		}
	}
	for _, e := range r.format.Equations {
		r.suggest(e)
	}
}

// suggest gives an unknown cell the value that an equation would need as a
// candidate, when it is the only one the equation lacks.
func (r *report) suggest(e tally.Equation) {
	if e.Relation != tally.Equal {
		return
	}
	unknown, onLeft := "", false
	var left, right int64
	for side, names := range [][]string{e.Left, e.Right} {
		for _, name := range names {
			v := r.Cells[name]
			switch {
			case v.Known() && side == 0:
				left += v.N
			case v.Known():
				right += v.N
			case unknown != "" || v.State != tally.Unknown:
				return
			default:
				unknown, onLeft = name, side == 0
			}
		}
	}
	if unknown == "" {
		return
	}
	need := left - right
	if onLeft {
		need = right - left
	}
	if need < 0 {
		return
	}
	reading := r.Read[unknown]
	why := "equation " + e.ID
	for _, c := range reading.Candidates {
		if c.Why == why {
			return
		}
	}
	reading.Candidates = append(reading.Candidates, Candidate{Value: tally.Count(need), Why: why})
	r.Read[unknown] = reading
}
