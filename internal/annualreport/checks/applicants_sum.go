package checks

// applicantsSum reads the structure of table three: the last column adds up the
// six kinds of applicant.
var applicantsSum = Check{
	ID: "T3-03", Title: "申请人各栏合计", Citation: noticeTableThree, Severity: Error, Since: sinceFormat2019,
	Applies: hasTables,
	Examine: func(l *Ledger) []Finding { return totals(l, "T3-03", "同一行前六栏") },
	Fails:   func(l *Ledger) { l.add("req.granted.total", 1) },
	Passes: func(l *Ledger) {
		l.add("req.granted.natural_person", -1)
		l.add("req.granted.org_other", 1)
	},
}
