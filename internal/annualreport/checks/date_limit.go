package checks

import (
	"fmt"

	"gongkai/internal/organ"
	"gongkai/law/workday"
)

// dateLimit wants the report to be submitted and published in time: departments,
// towns and streets by 31 January, a county's report by 31 March.
var dateLimit = Check{
	ID: "D-01", Title: "报送和公布时限", Citation: reportDates, Severity: Error, Since: sinceRegulation2008,
	Applies: func(l *Ledger) bool { return l.Year > 0 },
	Examine: func(l *Ledger) []Finding {
		limit, provision := l.lastDay()
		var findings []Finding
		for _, d := range []struct{ date, what, where string }{
			{l.SubmittedOn, "报送", "submitted_on"}, {l.PublishedOn, "公布", "published_on"},
		} {
			if d.date == "" || d.date <= limit || d.where == "submitted_on" && l.Organ.Kind == organ.CountyGovernment {
				continue
			}
			findings = append(findings, Finding{
				Text:  "报告于" + chineseDate(d.date) + d.what + "，超过了" + provision + "规定的" + chineseDate(limit) + "，请说明原因并今后按期" + d.what + "。",
				Where: d.where, Place: d.what + "日期", Quote: d.date,
			})
		}
		day := workday.Date(limit)
		if l.PublishedOn == "" && day.Valid() && !l.Calendar.IsWorkday(day) {
			findings = append(findings, Finding{
				Severity: Information,
				Text:     "最后一天" + chineseDate(limit) + "是休息日，期限不顺延，请提前报送和公布。",
				Where:    "published_on", Place: "公布日期", Quote: limit,
			})
		}
		return findings
	},
	Fails:  func(l *Ledger) { l.PublishedOn = "2025-02-08" },
	Passes: func(l *Ledger) { l.PublishedOn, l.Organ.Kind = "2025-03-20", organ.CountyGovernment },
}

// firstYearJanuary is the first report year whose reports were due in January for
// all but the county itself; the Regulation of 2007 gave everyone until 31 March.
const firstYearJanuary = 2019

// lastDay is the last day for the report and the article that fixes it.
func (l *Ledger) lastDay() (string, string) {
	switch {
	case l.Year < firstYearJanuary:
		return fmt.Sprintf("%04d-03-31", l.Year+1), "2007年条例第三十一条"
	case l.Organ.Kind == organ.CountyGovernment:
		return fmt.Sprintf("%04d-03-31", l.Year+1), "条例第四十九条"
	}
	return fmt.Sprintf("%04d-01-31", l.Year+1), "条例第四十九条"
}
