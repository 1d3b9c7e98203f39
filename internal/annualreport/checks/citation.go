package checks

import "gongkai/law/tally"

// Citations that several checks share.
const (
	noticeTableTwo   = "2021 format notice, table two"
	noticeTableThree = "2021 format notice, table three"
	noticeTableFour  = "2021 format notice, table four"
	noticeChapters   = "2021 format notice, chapter headings"
	reportContent    = "Art. 50"
	reportDates      = "Art. 49"
)

// First days in force of what the checks read.
const (
	sinceRegulation2008 = "2008-05-01"
	sinceRegulation     = "2019-05-15"
	sinceFormat2019     = "2019-11-19"
	sinceFormat2021     = "2021-09-26"
	sinceFeeMeasures    = "2021-01-01"
)

// hasTables reports whether the format has tables two to four.
func hasTables(l *Ledger) bool {
	return l.Format.ID == tally.Format2021 || l.Format.ID == tally.Format2019
}

// hasTableTwo2021 reports whether table two asks for documents issued, repealed
// and in force.
func hasTableTwo2021(l *Ledger) bool { return l.Format.ID == tally.Format2021 }

// hasPrevious reports whether the report of the year before is known with the same
// tables three and four.
func hasPrevious(l *Ledger) bool {
	return hasTables(l) && l.Previous != nil && (l.Previous.Format == tally.Format2021 || l.Previous.Format == tally.Format2019)
}

// hasRegister reports whether the report was drawn up from registers.
func hasRegister(l *Ledger) bool { return l.Register != nil }
