package checks

// resultsSum reads the structure of table three: （七）总计 adds up the results.
var resultsSum = Check{
	ID: "T3-02", Title: "办理结果合计", Citation: noticeTableThree, Severity: Error, Since: sinceFormat2019,
	Applies: hasTables,
	Examine: func(l *Ledger) []Finding { return totals(l, "T3-02", "（一）至（六）各项") },
	Fails: func(l *Ledger) {
		l.add("req.granted.natural_person", 1)
		l.add("req.granted.total", 1)
	},
	Passes: func(l *Ledger) {
		l.add("req.granted.natural_person", -1)
		l.add("req.granted.total", -1)
		l.add("req.refused_repeat.natural_person", 1)
		l.add("req.refused_repeat.total", 1)
	},
}
