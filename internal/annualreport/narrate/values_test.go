package narrate_test

import (
	"strings"
	"testing"

	"gongkai/internal/annualreport/narrate"
	"gongkai/internal/organ"
	"gongkai/law/tally"
)

// year is a year as a test needs it: figures by name; one that is not listed and
// exists is 0, or unknown when blank is set.
type year struct {
	format  tally.Format
	figures map[string]int64
	facts   map[string]string
	blank   bool
}

// besides are the figures beside the tables, with their units.
var besides = map[string]string{
	"item.total": "条", "item.class.information": "条", "item.class.guide": "条", "item.class.profile": "条", "item.class.catalogue": "条",
	"item.channel.platform": "条", "item.channel.wechat": "条", "item.channel.app": "条", "item.channel.weibo": "条", "item.channel.video": "条",
	"item.channel.media": "条", "item.channel.gazette": "条", "item.channel.press_conference": "条", "item.channel.sms": "条",
	"item.channel.notice_board": "条", "item.channel.reading_point": "条", "item.channel.screen": "条", "item.channel.other": "条",
	"fee_notice.count": "件", "fee_notice.amount": "元", "fee_received.amount": "元", "clarification.count": "件", "consultation.count": "件",
	"inquiry.count": "件", "request.extended": "件", "training.sessions": "次", "training.attendees": "人次", "meeting.count": "次",
	"inspection.count": "次", "inspection.findings": "个", "rectification.done": "个", "rectification.open": "个", "appraisal.assessment": "次",
	"appraisal.social": "次", "accountability.count": "件", "staff.full_time": "人", "staff.part_time": "人", "service_point.reception": "个",
	"service_point.reading": "个", "leading_group.count": "个", "task_force.count": "个", "media_account.count": "个",
	"disclosure_rule.count": "项", "internal_office.count": "个",
}

func (y year) Figure(name string) (narrate.Figure, bool) {
	last := strings.HasPrefix(name, narrate.LastYear)
	bare := strings.TrimPrefix(name, narrate.LastYear)
	f := narrate.Figure{Unit: "件"}
	unit, beside := besides[bare]
	cell, isCell := y.format.Cell(bare)
	parts, isSum := y.format.Sum(bare)
	_, anyCell := tally.CellByName(bare) // an older report may state what later tables count
	switch {
	case beside:
		f.Unit, f.Money = unit, unit == "元"
	case isCell:
		f.Unit, f.Money = cell.Measure, cell.Unit == tally.TenThousandYuan
	case !isSum && !(anyCell && len(y.format.Cells) == 0) && !(len(y.format.Cells) == 0 && strings.HasPrefix(bare, "req.")):
		return f, false
	}
	n, listed := y.figures[name]
	if !listed && isSum {
		for _, part := range parts {
			addend, _ := y.Figure(part)
			n += addend.N
		}
	}
	f.N, f.Known = n, !last && !y.blank || listed
	return f, true
}

func (y year) Fact(name string) (string, bool) {
	word, ok := y.facts[name]
	return word, ok
}

func format(t testing.TB, id string) tally.Format {
	t.Helper()
	f, err := tally.ByID(id)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

var organs = map[organ.Kind]organ.Organ{
	organ.Town:             {Kind: organ.Town, Name: "桐乡市洲泉镇人民政府", ShortName: "洲泉镇", WorkingBody: "党政综合办公室"},
	organ.Street:           {Kind: organ.Street, Name: "嵊州市鹿山街道办事处", ShortName: "鹿山街道", WorkingBody: "党政综合办公室"},
	organ.Department:       {Kind: organ.Department, Name: "嵊州市文化广电旅游局", ShortName: "市文广旅游局", WorkingBody: "办公室"},
	organ.CountyGovernment: {Kind: organ.CountyGovernment, Name: "示范县人民政府", ShortName: "示范县"},
	organ.Office:           {Kind: organ.Office, Name: "示范县人民政府办公室", ShortName: "县政府办", WorkingBody: "政务公开科"},
}

// busy is a year in which everything happened, in the words of a format.
func busy(t testing.TB, id string, kind organ.Kind) year {
	y := quiet(t, id, kind)
	y.figures = map[string]int64{
		"item.total": 825, "item.channel.platform": 76, "item.channel.wechat": 35, "item.channel.app": 272, "item.channel.media": 442,
		"item.class.information": 822, "item.class.guide": 1, "item.class.profile": 1, "item.class.catalogue": 1,
		"fee_notice.count": 2, "fee_notice.amount": 138050, "fee_received.amount": 38000, "clarification.count": 3, "consultation.count": 2,
		"inquiry.count": 14, "request.extended": 1, "training.sessions": 2, "training.attendees": 64, "meeting.count": 3,
		"inspection.count": 4, "inspection.findings": 5, "rectification.done": 4, "rectification.open": 1, "appraisal.assessment": 1,
		"appraisal.social": 1, "accountability.count": 1, "staff.full_time": 1, "staff.part_time": 3, "service_point.reception": 1,
		"service_point.reading": 2, "leading_group.count": 1, "task_force.count": 1, "media_account.count": 2, "disclosure_rule.count": 6,

		"normdocs_issued": 2, "normdocs_repealed": 1, "normdocs_in_force": 10,
		"licence_decisions": 28, "penalty_decisions": 6, "coercion_decisions": 1, "admin_fee_amount_wan": 12340000,
		"v19.normdocs_made": 2, "v19.normdocs_published": 2, "v19.normdocs_public_total": 10,
		"v19.licence_decisions": 28, "v19.penalty_decisions": 6, "v19.coercion_decisions": 1,

		"req.received_new.natural_person": 12, "req.received_new.org_business": 3, "req.received_new.org_other": 1,
		"req.carried_in.natural_person": 2, "req.granted.natural_person": 4, "req.partly_granted.natural_person": 1,
		"req.denied_state_secret.natural_person": 1, "req.denied_admin_query.natural_person": 2, "req.unable_not_held.natural_person": 3,
		"req.refused_repeat.natural_person": 1, "req.other_misc.natural_person": 1, "req.other_not_corrected.natural_person": 1,
		"req.handled_total.natural_person": 14, "req.handled_total.org_business": 2, "req.granted.org_business": 2, "req.carried_out.org_business": 1, "req.carried_out.org_other": 1,
		"review.upheld": 1, "review.corrected": 1, "review.pending": 1, "suit_direct.upheld": 1, "suit_after_review.pending": 1,

		"v14.proactive_items": 825, "v14.normdocs_made": 2, "v14.interpretations": 7, "v14.press_conferences": 1, "v14.responses": 2,
		"v14.received_in_person": 4, "v14.received_online": 6, "v14.closed_in_time": 9, "v14.closed_extended": 1,
		"v14.replied_granted": 7, "v14.denied_privacy": 1, "v14.replied_not_existing": 2, "v14.request_fees": 1250000, "v14.review_upheld": 1, "v14.suit_upheld": 1,
	}
	if id == tally.Format2019 {
		y.figures["req.other_misc.natural_person"] = 2
		delete(y.figures, "req.other_not_corrected.natural_person")
	}
	for _, name := range []string{"received", "closed", "replied", "replied_denied", "review", "suit"} {
		parts, _ := format(t, tally.Format2014).Sum("v14." + name)
		y.figures["v14."+name] = 0
		for _, part := range parts {
			y.figures["v14."+name] += y.figures[part]
		}
	}
	y.figures["v14.replied_denied"] = 1
	y.figures["v14.replied"] = 10
	if len(y.format.Cells) == 0 { // older than the tables: counts by the same names
		y.figures["req.denied.total"], y.figures["req.unable.total"], y.figures["req.refused.total"], y.figures["req.other.total"] = 3, 3, 1, 2
		for _, row := range tally.RequestRows {
			for _, kind := range tally.ApplicantKinds {
				y.figures[tally.RequestCell(row.Key, "total")] += y.figures[tally.RequestCell(row.Key, string(kind))]
			}
		}
		y.figures["review.total"], y.figures["suit_direct.total"], y.figures["suit_after_review.total"] = 3, 1, 1
	}
	return y
}

// quiet is a year in which nothing happened.
func quiet(t testing.TB, id string, kind organ.Kind) year {
	years := map[string]int{tally.Format2021: 2024, tally.Format2019: 2020, tally.Format2014: 2016, tally.Format2007: 2013}
	return year{format: format(t, id), facts: narrate.Facts(organs[kind], years[id])}
}
