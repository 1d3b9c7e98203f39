package checks

import "gongkai/law/tally"

// registerMatch compares the tables with the registers, cell by cell. The cells on
// documents have a check of their own.
var registerMatch = Check{
	ID: "T3-05", Title: "表格与登记簿一致", Citation: reportContent, Severity: Error, Since: sinceRegulation,
	Applies: hasRegister,
	Examine: func(l *Ledger) []Finding {
		return differences(l, func(name string) bool { return !isDocumentCell(name) })
	},
	Fails:  func(l *Ledger) { l.Register["review.upheld"] = tally.Count(0) },
	Passes: func(l *Ledger) { l.Register["review.upheld"] = tally.UnknownValue },
}

// differences are the cells that the registers give another number for.
func differences(l *Ledger, concerned func(name string) bool) []Finding {
	var findings []Finding
	for _, cell := range l.Format.Cells {
		stated, isStated := number(l.Cells[cell.Name])
		counted, isCounted := number(l.Register[cell.Name])
		if !isStated || !isCounted || stated == counted || !concerned(cell.Name) {
			continue
		}
		place := placeOf(cell)
		findings = append(findings, Finding{
			Text: place + "填" + l.Cells[cell.Name].Text(cell.Unit) + "，登记簿统计为" + l.Register[cell.Name].Text(cell.Unit) +
				"，请核对登记簿记录或者改正表格。",
			Where: cell.Name, Place: place, Stated: pointer(stated), Expected: pointer(counted),
		})
	}
	return findings
}
