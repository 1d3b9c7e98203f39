package checks

import (
	"strings"
	"testing"

	"gongkai/internal/organ"
	"gongkai/law/tally"
)

// outside is the sound report as one that was read from a file.
func outside() *Ledger {
	l := Sound()
	l.Register, l.Counts, l.Previous, l.Siblings, l.OpenRequests = nil, map[string]int64{}, nil, nil, nil
	return l
}

// What the words of a published report leave open is no error; what they do not is one.
func TestTextOfAReportFromOutside(t *testing.T) {
	tests := []struct {
		id, sentence string
		want         Severity // empty for no finding
	}{
		{"N-02", "全年编发材料50份，其中图解10份、视频5份、问答4份。", ""},
		{"N-02", "全年编发材料50份，其中图解30份、视频14份、问答5份。", Warning},
		{"N-02", "全年编发材料50份，其中图解30份、视频14份、其他5份。", Error},
		{"N-02", "全年编发材料50份，其中图解30份、视频14份、问答7份。", Error},
		{"N-02", "全年编发材料50份，其中图解30份、视频14份等。", ""},
		{"N-02", "公开政策文件142条，其中政府网站130条，微信公众号90条。", Warning},
		{"N-04", "“甲”微信公众号公开36条，“乙”微信公众号公开40条。", ""},
		{"N-04", "主动公开政府信息142条，其中“松桥发布”微信公众号36条。", Warning},
		{"N-04", "微信公众号推送信息几十条。", ""},
		{"N-04", "全年通过政府网站发布各类政府信息几十条。", Warning},
		{"N-06", "1月按时公布2023年政府信息公开工作年度报告。", ""},
		{"N-06", "现公布松桥镇2023年政府信息公开工作年度报告。", Error},
		{"N-06", "本报告按照《县政府办公室关于做好2023年政府信息公开工作年度报告编制工作的通知》编制。", Warning},
		{"N-06", "现发布《松桥镇2023年政府信息公开工作年度报告》。", Error},
		{"N-06", "对自2021年1月1日起施行的收费办法开展宣传。", ""},
		{"N-06", "所列数据的统计期限自2023年1月1日起至12月31日止。", Error},
		{"N-06", "统计期限自2024年1月1日起，2023年12月31日前收到的申请计入上年结转。", ""},
		{"N-06", "（三）政府信息管理情况 2023年，制定规范性文件0件。", Warning},
		{"N-01", "全年收到政府信息公开申请8件。", Error},
		{"N-01", "共收到政府信息公开申请5件，其中站所收到2件。", ""},
		{"N-07", "现公布枫桥县水利局2024年政府信息公开工作年度报告。", Error},
		{"N-07", "现公布禾岭县松桥镇人民政府2024年政府信息公开工作年度报告。", ""},
		{"N-07", "现公布我镇2024年政府信息公开工作年度报告。", ""},
		{"N-07", "现发布松桥镇党政办公室2024年政府信息公开工作年度报告。", ""},
		{"N-01", "全县共收到政府信息公开申请8件。", Warning},
		{"N-05", "全年未发生行政复议。", Error},
		{"N-05", "全年未收到行政许可申请。", ""},
	}
	for _, tt := range tests {
		l := outside()
		l.append("overview.platform", tt.sentence)
		got := of(Run(l), tt.id)
		if tt.want == "" {
			if len(got) != 0 {
				t.Errorf("%s on %s =\n\t%s\nwant none", tt.id, tt.sentence, ids(got))
			}
			continue
		}
		if len(got) != 1 || got[0].Severity != tt.want {
			t.Errorf("%s on %s =\n\t%s\nwant one of severity %s", tt.id, tt.sentence, ids(got), tt.want)
		}
	}
}

// A county's report adds up its organs, so that a number with a name before it may be
// that of one of them.
func TestNamedOrganInACountysReport(t *testing.T) {
	for _, tt := range []struct {
		sentence string
		want     Severity
	}{
		{"松溪办公室收到政府信息公开申请3件。", Warning},
		{"全县共收到政府信息公开申请3件。", Error},
	} {
		l := outside()
		l.Organ = organ.Organ{Kind: organ.CountyGovernment, Name: "禾岭县人民政府"}
		l.append("overview.platform", tt.sentence)
		got := of(Run(l), "N-01")
		if len(got) != 1 || got[0].Severity != tt.want {
			t.Errorf("N-01 on %s in a county's report =\n\t%s\nwant one of severity %s", tt.sentence, ids(got), tt.want)
		}
	}
}

// A number that is right under another way of counting is no error.
func TestOtherReadingsOfAFigure(t *testing.T) {
	tests := []struct {
		sentence string
		want     Severity // empty for no finding
	}{
		{"共收到政府信息公开申请6件。", Warning}, // with the one of last year
		{"共收到政府信息公开申请7件。", Error},
		{"收到申请后办结4件。", ""},           // no words for requests
		{"全年办结政府信息公开申请4件。", Warning}, // without the one of last year
		{"\n收到政府信息公开申请5件，答复3件。1件由申请人撤回。", Warning},
		{"\n收到政府信息公开申请5件，答复3件。", Error},
		{"松桥镇收到政府信息公开申请8件。", Error},
		{"枫林镇收到政府信息公开申请5件，办结9件。", Warning},
		{"收到政府信息公开申请5件，办结9件。", Error},
		{"因本机关不掌握相关政府信息无法提供0件，信息不存在1件。", Warning},
		{"因本机关不掌握相关政府信息无法提供2件，信息不存在1件。", Error},
		{"\n全年办理行政应诉案件8件。", ""},
		{"\n行政应诉8件。", Warning}, // nothing says that they are about disclosure
		{"枫林收到政府信息公开申请8件。", Warning},
		{"收取行政事业性收费0.00万元。", ""}, // rounded
		{"收取行政事业性收费0.4万元。", Error},
	}
	for _, tt := range tests {
		l := outside()
		l.append("overview.platform", tt.sentence)
		got := of(Run(l), "N-01")
		if tt.want == "" && len(got) > 0 || tt.want != "" && (len(got) != 1 || got[0].Severity != tt.want) {
			t.Errorf("N-01 on %s =\n\t%s\nwant severity %q", tt.sentence, ids(got), tt.want)
		}
	}
}

func TestGovernmentTopicsOfAReportFromOutside(t *testing.T) {
	tests := []struct {
		safeguard, other string
		want             Severity // empty for no finding
	}{
		{"社会评议满意。没有责任追究情况。", "", Error},
		{"纳入年度目标管理考核。社会评议满意。没有责任追究情况。", "", Warning},
		{"社会评议满意。没有责任追究情况。", "上级考核结果为良好。", Warning},
		{"考核等次为良好。社会评议满意。没有责任追究情况。", "", ""},
		{"考核等次为良好。开展政务公开满意度测评，群众满意率96%。没有责任追究情况。", "", ""},
	}
	for _, tt := range tests {
		l := outside()
		l.text("overview.safeguard", tt.safeguard)
		l.append("other.fees", tt.other)
		got := of(Run(l), "N-12")
		if tt.want == "" && len(got) > 0 || tt.want != "" && (len(got) != 1 || got[0].Severity != tt.want) {
			t.Errorf("N-12 on %s %s =\n\t%s\nwant severity %q", tt.safeguard, tt.other, ids(got), tt.want)
		}
	}
}

func TestUnpaidFeeNoticeReadsTheText(t *testing.T) {
	tests := []struct {
		fees string
		want bool
	}{
		{"本年度没有发出收费通知，没有收取信息处理费。", true},
		{"本年度发出收费通知0件，实际收取0元。", true},
		{"本年度发出收费通知2件，实际收取100元。", false},
		{"没有其他需要报告的事项。", false},
	}
	for _, tt := range tests {
		l := outside()
		l.text("other.fees", tt.fees)
		l.Cells["req.other_fee_unpaid.total"] = tally.Count(1)
		got := of(Run(l), "T3-07")
		if len(got) > 0 != tt.want {
			t.Errorf("T3-07 with one unpaid fee and %s =\n\t%s\nwant a finding: %v", tt.fees, ids(got), tt.want)
		}
		for _, f := range got {
			if strings.Contains(f.Text, "登记簿") {
				t.Errorf("T3-07 on a report from outside speaks of a register: %s", f.Text)
			}
		}
	}
}

func TestCountyLevelOfAName(t *testing.T) {
	tests := []struct {
		kind       organ.Kind
		name, want string
	}{
		{organ.Town, "禾岭县松桥镇人民政府", "县"},
		{organ.Town, "砚川市石埠镇人民政府", "市"},
		{organ.Street, "砚川市鹿鸣区人民政府临渡街道办事处", "区"},
		{organ.CountyGovernment, "砚川市鹿鸣区人民政府", "区"},
		{organ.Department, "砚川市教育局", ""},
		{organ.Department, "禾岭县城市管理局", "县"},
		{organ.CountyGovernment, "砚川市上城区人民政府", "区"},
	}
	for _, tt := range tests {
		l := &Ledger{Organ: organ.Organ{Kind: tt.kind, Name: tt.name}}
		if got := l.countyLevel(); got != tt.want {
			t.Errorf("countyLevel of %s = %q, want %q", tt.name, got, tt.want)
		}
	}
}
