package checks

// suitAfterReconsiderationSum reads the structure of table four: the total of litigation after reconsideration
// adds up the results and what is pending.
var suitAfterReconsiderationSum = Check{
	ID: "T4-03", Title: "复议后起诉合计", Citation: noticeTableFour, Severity: Error, Since: sinceFormat2019,
	Applies: hasTables,
	Examine: func(l *Ledger) []Finding { return totals(l, "T4-03", "四种结果") },
	Fails:   func(l *Ledger) { l.add("suit_after_review.other", 1) },
	Passes: func(l *Ledger) {
		l.add("suit_after_review.other", 1)
		l.add("suit_after_review.total", 1)
	},
}
