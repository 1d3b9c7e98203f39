package checks

// directSuitSum reads the structure of table four: the total of direct litigation
// adds up the results and what is pending.
var directSuitSum = Check{
	ID: "T4-02", Title: "未经复议直接起诉合计", Citation: noticeTableFour, Severity: Error, Since: sinceFormat2019,
	Applies: hasTables,
	Examine: func(l *Ledger) []Finding { return totals(l, "T4-02", "四种结果") },
	Fails:   func(l *Ledger) { l.add("suit_direct.other", 1) },
	Passes: func(l *Ledger) {
		l.add("suit_direct.other", 1)
		l.add("suit_direct.total", 1)
	},
}
