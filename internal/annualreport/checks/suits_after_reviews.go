package checks

import (
	"strconv"

	"gongkai/law/tally"
)

// suitsAfterReviews compares suits after reconsideration with the reconsiderations
// closed in this year and the one before: there can hardly be more of them.
var suitsAfterReviews = Check{
	ID: "T4-05", Title: "复议后起诉不多于已审结复议", Citation: noticeTableFour, Severity: Information, Since: sinceFormat2019,
	Applies: hasPrevious,
	Examine: func(l *Ledger) []Finding {
		const name = "suit_after_review.total"
		suits, isKnown := number(l.Cells[name])
		closed := closedReviews(l.Cells).Add(closedReviews(l.Previous.Cells))
		reviews, isCounted := number(closed)
		if !isKnown || !isCounted || suits <= reviews {
			return nil
		}
		return []Finding{{
			Text: l.cellPlace(name) + "填" + strconv.FormatInt(suits, 10) + "，多于本年和上年已审结的行政复议" +
				strconv.FormatInt(reviews, 10) + "件，请确认起诉前是否经过复议。",
			Where: name, Place: l.cellPlace(name), Stated: pointer(suits), Expected: pointer(reviews),
		}}
	},
	Fails: func(l *Ledger) {
		l.set("suit_after_review.upheld", 5)
		l.set("suit_after_review.total", 5)
	},
	Passes: func(l *Ledger) {
		l.set("suit_after_review.upheld", 1)
		l.set("suit_after_review.total", 1)
	},
}

func closedReviews(cells tally.Cells) tally.Value {
	return cells["review.upheld"].Add(cells["review.corrected"]).Add(cells["review.other"])
}
