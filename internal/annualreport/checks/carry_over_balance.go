package checks

import "gongkai/law/tally"

// carryOverBalance reads the note in the corner of table three: what came in new
// and what was carried in equals what was handled and what is carried out.
var carryOverBalance = Check{
	ID: "T3-01", Title: "申请收办平衡", Citation: "2021 format notice, table three note", Severity: Error, Since: sinceFormat2019,
	Applies: hasTables,
	Examine: func(l *Ledger) []Finding {
		var findings []Finding
		for _, breach := range broken(l, "T3-01") {
			column := breach.Equation.Where
			cell := func(row string) string { return l.amount(tally.RequestCell(row, column)) }
			name := tally.RequestCell(tally.RowHandledTotal, column)
			findings = append(findings, Finding{
				Text: "表三" + columnLabel(column) + "栏不平：新收" + cell(tally.RowReceivedNew) + "加上年结转" + cell(tally.RowCarriedIn) +
					"，应当等于办理结果总计" + cell(tally.RowHandledTotal) + "加结转下年度" + cell(tally.RowCarriedOut) + "，请逐项核对。",
				Where: name, Place: "表三" + columnLabel(column) + "栏",
				Stated: pointer(breach.Right.N), Expected: pointer(breach.Left.N),
			})
		}
		return findings
	},
	Fails: func(l *Ledger) {
		l.set("req.received_new.natural_person", 9)
		l.set("req.received_new.total", 10)
	},
	Passes: func(l *Ledger) {
		for _, column := range []string{"natural_person", "total"} {
			l.add("req.received_new."+column, 1)
			l.add("req.carried_out."+column, 1)
		}
	},
}
