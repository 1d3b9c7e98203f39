package annualreport_test

import (
	"testing"

	"gongkai/internal/annualreport"
	"gongkai/internal/annualreport/checks"
	"gongkai/law/tally"
)

// figuresOfRealReports are what the five published reports state. The registers of
// the demonstration are made so that these come out of counting them.
var figuresOfRealReports = []struct {
	key    annualreport.Key
	login  string
	format string
	title  string
	signed string // the day on the report; empty where it is not signed yet
	want   map[string]int64
}{
	{
		annualreport.Key{SiteID: "330683", OrganID: "330683-town", Year: 2022},
		"town-clerk", tally.Format2021,
		"嵊州市谷来镇人民政府2022年政府信息公开工作年度报告", "2023-01-13",
		map[string]int64{
			"item.total": 60, "fee_notice.count": 0, "fee_notice.amount": 0, "fee_received.amount": 0,
			"staff.part_time": 3, "staff.full_time": 0, "service_point.reception": 1, "req.received_new.total": 0,
		},
	},
	{
		annualreport.Key{SiteID: "231084", OrganID: "231084-town", Year: 2022},
		"town-clerk", tally.Format2021,
		"宁安市镜泊镇人民政府2022年政府信息公开工作年度报告", "",
		map[string]int64{
			"item.class.information": 5, "item.class.guide": 1, "item.class.profile": 1, "item.class.catalogue": 1, "item.total": 8,
			"item.channel.platform": 5, "media_account.count": 1, "task_force.count": 1, "leading_group.count": 1,
		},
	},
	{
		annualreport.Key{SiteID: "330881", OrganID: "330881-town", Year: 2013},
		"town-clerk", tally.Format2007,
		"江山市上余镇人民政府2013年政府信息公开工作年度报告", "2014-01-27",
		map[string]int64{
			"item.total": 469, "disclosure_rule.count": 6, "leading_group.count": 1, "req.received_new.total": 0, "req.denied.total": 0,
			"fee_notice.count": 0, "fee_received.amount": 0, "review.total": 0, "suit_direct.total": 0, "suit_after_review.total": 0,
		},
	},
	{
		annualreport.Key{SiteID: "330683", OrganID: "330683-bureau", Year: 2022},
		"bureau-clerk", tally.Format2021,
		"嵊州市文化广电旅游局2022年政府信息公开工作年度报告", "2023-01-11",
		map[string]int64{
			"item.total": 142, "licence_decisions": 28, "penalty_decisions": 6, "coercion_decisions": 0,
			"req.received_new.total": 6, "req.handled_total.total": 6, "req.carried_in.total": 0, "req.carried_out.total": 0,
			"review.total": 1, "suit_direct.total": 1, "suit_after_review.total": 0, "fee_notice.count": 0, "fee_received.amount": 0,
		},
	},
	{town2024, "town-clerk", tally.Format2021, "桐乡市洲泉镇人民政府2024年政府信息公开工作年度报告", "", map[string]int64{
		"item.total": 825, "item.channel.platform": 76, "item.channel.wechat": 35, "item.channel.app": 272, "item.channel.media": 442,
		"req.received_new.total": 5, "req.handled_total.total": 4, "req.granted.total": 1, "req.partly_granted.total": 1,
		"req.unable_not_held.total": 2, "req.unable.total": 2, "req.denied.total": 0, "req.carried_in.total": 0, "req.carried_out.total": 1,
		"req.carried_out.natural_person": 1, "review.pending": 1, "review.total": 1, "suit_direct.total": 0, "suit_after_review.total": 0,
		"accountability.count": 0, "fee_received.amount": 0,
	}},
	{
		annualreport.Key{SiteID: "330483", OrganID: "330483-town", Year: 2025},
		"town-clerk", tally.Format2021,
		"桐乡市洲泉镇人民政府2025年政府信息公开工作年度报告", "",
		map[string]int64{
			"req.carried_in.total": 1, "req.carried_in.natural_person": 1, "req.received_new.total": 0, "review.pending": 1, "item.total": 0,
		},
	},
}

func TestRegistersGiveTheFiguresOfRealReports(t *testing.T) {
	onBothEngines(t, func(t *testing.T, w world) {
		for _, tt := range figuresOfRealReports {
			view := w.preview(tt.key, w.person(tt.key.SiteID, tt.login))
			if view.Content.Format.ID != tt.format || view.Content.Title != tt.title || view.Content.Signed.Date != tt.signed {
				t.Errorf("report of %+v = format %s, %q, signed %q, want %s, %q, %q", tt.key,
					view.Content.Format.ID, view.Content.Title, view.Content.Signed.Date, tt.format, tt.title, tt.signed)
			}
			for name, want := range tt.want {
				n, _, known, exists := view.Facts.Figure(name)
				if n != want || !known || !exists {
					t.Errorf("Figure(%s) of %+v = %d, known %v, exists %v, want %d", name, tt.key, n, known, exists, want)
				}
			}
			for _, cell := range view.Content.Format.Cells {
				if value := view.Content.Cells[cell.Name]; value.State != tally.Number {
					t.Errorf("cell %s of %+v = %+v, want a number: the registers cover the year", cell.Name, tt.key, value)
				}
			}
			for _, f := range view.Findings {
				if f.Severity == checks.Error && tt.signed != "" {
					t.Errorf("the signed report of %+v has the finding %+v", tt.key, f)
				}
			}
		}
	})
}

// 镜泊镇 published all 200 cells, each of them zero: counted, not left out.
func TestNothingHappenedIsTwoHundredZeros(t *testing.T) {
	w := newWorld(t)
	view := w.preview(annualreport.Key{SiteID: "231084", OrganID: "231084-town", Year: 2022}, w.person("231084", "town-clerk"))
	if len(view.Content.Cells) != 200 {
		t.Errorf("cells = %d, want 200", len(view.Content.Cells))
	}
	for name, value := range view.Content.Cells {
		if value != tally.Count(0) {
			t.Errorf("cell %s = %+v, want 0", name, value)
		}
	}
}
