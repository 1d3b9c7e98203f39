package checks

// reconsiderationSum reads the structure of table four: the total of reconsideration
// adds up the results and what is pending.
var reconsiderationSum = Check{
	ID: "T4-01", Title: "行政复议合计", Citation: noticeTableFour, Severity: Error, Since: sinceFormat2019,
	Applies: hasTables,
	Examine: func(l *Ledger) []Finding { return totals(l, "T4-01", "四种结果") },
	Fails:   func(l *Ledger) { l.add("review.other", 1) },
	Passes: func(l *Ledger) {
		l.add("review.other", 1)
		l.add("review.total", 1)
	},
}
