package reading

import "gongkai/internal/annualreport/prose"

// readStatements reads the numbers and absences that the running text states, in
// the order of the file.
func (r *report) readStatements() {
	for i := range r.bodies {
		b := &r.bodies[i]
		b.reading = prose.Read(b.text, r.Year)
		for _, st := range b.reading.Statements {
			place := b.placeOf(st.Start, st.End)
			r.Statements = append(r.Statements, Statement{Statement: st, Line: place.Line, Place: place})
		}
	}
}
