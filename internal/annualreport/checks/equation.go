package checks

import (
	"strconv"

	"gongkai/law/tally"
)

// broken lists the equations with the id that the cells break. Those that cannot
// be decided because a cell is unknown are left out.
func broken(l *Ledger, id string) []tally.Breach {
	var breaches []tally.Breach
	for _, breach := range l.Format.Check(l.Cells) {
		if breach.Decidable && breach.Equation.ID == id {
			breaches = append(breaches, breach)
		}
	}
	return breaches
}

// amount is one cell of a sentence such as 新收5.
func (l *Ledger) amount(name string) string {
	n, _ := l.figure(name)
	return strconv.FormatInt(n, 10)
}

// totals are findings that a total does not equal the sum of its parts.
func totals(l *Ledger, id, parts string) []Finding {
	var findings []Finding
	for _, breach := range broken(l, id) {
		name := breach.Equation.Left[0]
		place := l.cellPlace(name)
		findings = append(findings, Finding{
			Text: place + "填" + strconv.FormatInt(breach.Left.N, 10) + "，而" + parts + "相加为" +
				strconv.FormatInt(breach.Right.N, 10) + "，请核对后改正。",
			Where: name, Place: place, Stated: pointer(breach.Left.N), Expected: pointer(breach.Right.N),
		})
	}
	return findings
}
