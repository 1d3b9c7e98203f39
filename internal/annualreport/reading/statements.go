package reading

import "gongkai/internal/annualreport/prose"

// statements are the numbers and absences that the running text states, in the
// order of the file.
func statements(all []body, year int) []Statement {
	var found []Statement
	for _, b := range all {
		for _, st := range prose.Read(b.text, year).Statements {
			place := b.placeOf(st.Start, st.End)
			found = append(found, Statement{Statement: st, Line: place.Line, Place: place})
		}
	}
	return found
}
