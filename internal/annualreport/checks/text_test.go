package checks

import (
	"maps"
	"strings"
	"testing"

	"gongkai/internal/organ"
	"gongkai/law/tally"
)

// TestText puts a sentence into a section of the sound report and looks for a
// finding on it.
func TestText(t *testing.T) {
	tests := []struct {
		id, key, sentence string
		want              string // part of the finding's text; empty for none
	}{
		{"N-01", "overview.on_request", "其中自然人申请4件。", ""},
		{"N-01", "overview.on_request", "不予公开2件。", "表三“（三）不予公开”总计栏为0，正文写2件"},
		{"N-01", "overview.on_request", "全年行政复议和行政诉讼共1件。", ""},
		{"N-01", "overview.on_request", "全年行政复议和行政诉讼共3件。", "正文写3件"},
		{"N-01", "overview.on_request", "收到政府信息公开申请近十件。", "正文写十件"},
		{"N-01", "overview.on_request", "去年收到政府信息公开申请9件。", ""},
		{"N-01", "overview.on_request", "收到政府信息公开申请5件，与上年相比增加1件。", "上年为5"},
		{"N-01", "other.fees", "实际收取信息处理费50元。", "正文写50元"},
		{"N-01", "overview.proactive", "政务微信公众号公开政府信息35条。", ""},

		{"N-02", "overview.proactive", "关系为76+35=112。", "相加为111"},
		{"N-02", "overview.on_request", "收到申请5件（其中自然人4件，商业企业2件）。", "相加为6"},

		{"N-03", "overview.on_request", "对重复申请不予公开。", "（五）不予处理"},
		{"N-03", "overview.on_request", "对重复申请不予处理。", ""},

		{"N-04", "overview.platform", "主动公开政府信息150条。", "前面写142条"},

		{"N-05", "overview.on_request", "没有结转下年度继续办理的申请。", "正文写“没有结转下年度继续办理的申请”"},
		{"N-05", "overview.on_request", "没有行政强制。", ""},
		{"N-05", "overview.on_request", "上年没有收到政府信息公开申请。", ""},

		{"N-06", "overview.proactive", "统计期限自2023年1月1日起至2023年12月31日止。", "应当是2024年1月1日"},
		{"N-06", "overview.proactive", "统计期限自2024年1月1日起至2024年12月31日止。", ""},
		{"N-06", "overview.proactive", "现公布2023年政府信息公开工作年度报告。", "写成2023年"},
		{"N-06", "overview.management", "2023年，我镇完善了认定机制。", "以2023年开头"},
		{"N-06", "overview.management", "2023年结转的申请已经答复。", ""},
		{"N-06", "overview.management", "与2023年相比，渠道更多。", ""},

		{"N-07", "overview.management", "我乡建立了登记簿。", "自称“我乡”"},
		{"N-07", "overview.management", "我局建立了登记簿。", "自称“我局”"},
		{"N-07", "overview.management", "我镇建立了登记簿，按照本办法执行，基本局面稳定。", ""},
		{"N-07", "overview.management", "参照枫林镇人民政府的做法。", "提到“枫林镇”"},
		{"N-07", "overview.management", "2024年，枫林镇完善了机制。", "以“枫林镇”为主语"},
		{"N-07", "overview.management", "禾岭县人民政府统一建设平台，县应急管理局开展检查。", ""},

		{"N-11", "overview.management", "\n1.加强管理\n（一）统一标准", "序号混用"},
		{"N-11", "overview.management", "\n（一）统一标准\n（三）加强管理", "不连续"},
		{"N-11", "overview.management", "\n（一）统一标准\n1.加强管理\n（二）按时更新", ""},

		{"N-13", "overview.management", "依据《关于政府信息公开工作年度报告有关事项的通知》编制。", "2019年的试行通知"},
		{"N-13", "overview.management", "制定《信息发布规定》（以下简称《规定》），按照《规定》办理。", ""},
		{"N-15", "overview.management", "在县委、县政府领导下开展工作，市政府办公室多次指导。", ""},
		{"N-15", "overview.management", "在区政府领导下开展工作。", "本机关在县"},
		{"N-15", "overview.management", "社区委员会协助公开。", ""},
		{"N-16", "overview.management", "先编制并公布本报告。", "现编制"},
		{"N-17", "overview.on_request", "收到申请5条。", "应当以“件”计数"},
		{"N-17", "overview.platform", "主动公开政府信息142件。", "请统一计量单位"},
		{"N-18", "overview.management", "坚持公开是原则，不公开是例外。", "旧的表述"},

		{"B-01", "overview.platform", "发布短视频12期。", "“12期”"},
		{"B-01", "improvement.measures", "压缩答复时限到15个工作日。", ""},
		{"B-01", "overview.platform", "设立一个窗口，落实两项制度。", ""},
		{"B-01", "overview.on_request", "收到政府信息公开申请5件。", ""},
		{"B-01", "overview.on_request", "按期答复率100%。", "“100%”"},
		{"B-01", "overview.on_request", "依据条例第三十三条和镇政发〔2024〕3号文件，2024年1月1日起施行。", ""},
	}
	for _, tt := range tests {
		l := Sound()
		l.append(tt.key, tt.sentence)
		findings := of(Run(l), tt.id)
		switch {
		case tt.want == "" && len(findings) > 0:
			t.Errorf("%s on %s =\n\t%s\nwant none", tt.id, tt.sentence, ids(findings))
		case tt.want != "" && (len(findings) == 0 || !strings.Contains(ids(findings), tt.want)):
			t.Errorf("%s on %s =\n\t%s\nwant one with %s", tt.id, tt.sentence, ids(findings), tt.want)
		}
	}
}

func TestFindingCarriesNumbersAndPlace(t *testing.T) {
	l := Sound()
	l.rewrite("overview.on_request", "部分公开1件", "部分公开3件")
	findings := of(Run(l), "N-01")
	if len(findings) != 1 {
		t.Fatalf("N-01 = %d findings, want 1", len(findings))
	}
	f := findings[0]
	if f.Stated == nil || *f.Stated != 3 || f.Expected == nil || *f.Expected != 1 {
		t.Errorf("N-01 gives stated %v and expected %v, want 3 and 1", f.Stated, f.Expected)
	}
	if f.Where != "overview.on_request" || f.Place != "第一章“依申请公开”" || f.Quote != "部分公开3件" {
		t.Errorf("N-01 is at %s, %s, on %s, want overview.on_request, 第一章“依申请公开”, 部分公开3件", f.Where, f.Place, f.Quote)
	}
	if !strings.HasPrefix(f.Text, "表三“（二）部分公开”总计栏为1，正文写3") {
		t.Errorf("N-01 says %q", f.Text)
	}
	if !Blocking(findings) {
		t.Error("Blocking = false for a wrong number, want true")
	}
}

func TestNumberBoundToAnotherFigureIsAWarning(t *testing.T) {
	l := Sound()
	l.rewrite("overview.on_request", "予以公开", "部分公开")
	findings := of(Run(l), "N-01")
	if len(findings) != 1 || findings[0].Severity != Warning || !strings.Contains(findings[0].Text, "引用的是") {
		t.Errorf("N-01 on a number bound to another cell =\n\t%s\nwant one warning about what it is bound to", ids(findings))
	}
}

func TestHeadings(t *testing.T) {
	tests := []struct {
		name  string
		alter func(*Ledger)
		want  string
	}{
		{"missing", func(l *Ledger) { l.Chapters = l.Chapters[:5] }, "缺少“六、其他需要报告的事项”"},
		{"order", func(l *Ledger) { l.Chapters[1], l.Chapters[2] = l.Chapters[2], l.Chapters[1] }, "位置不对"},
		{"twice", func(l *Ledger) { l.Chapters = append(l.Chapters, l.Chapters[5]) }, "不止一次"},
		{"number", func(l *Ledger) { l.Chapters[3].Heading = "4.政府信息公开行政复议、行政诉讼情况" }, "格式规定为“四、"},
		{"strange", func(l *Ledger) { l.Chapters = append(l.Chapters, Chapter{Key: "annex", Heading: "七、附件"}) }, "不是格式规定的章节"},
	}
	for _, tt := range tests {
		l := Sound()
		tt.alter(l)
		got := ids(of(Run(l), "N-11"))
		if !strings.Contains(got, tt.want) {
			t.Errorf("N-11 with headings %s =\n\t%s\nwant %s", tt.name, got, tt.want)
		}
	}
}

func TestHeadingOfAReportFromOutside(t *testing.T) {
	tests := []struct {
		name  string
		alter func(*Ledger)
		want  Severity
	}{
		{"known wording", func(l *Ledger) { l.Chapters[0].Heading = "一、基本情况" }, Warning},
		{"no number", func(l *Ledger) { l.Chapters[4].Heading = "存在的主要问题和改进情况" }, Warning},
		{"missing", func(l *Ledger) { l.Chapters = l.Chapters[:5] }, Error},
		{"order", func(l *Ledger) { l.Chapters[1], l.Chapters[2] = l.Chapters[2], l.Chapters[1] }, Error},
		{"strange", func(l *Ledger) { l.Chapters = append(l.Chapters, Chapter{Key: "annex", Heading: "七、附件"}) }, Error},
	}
	for _, tt := range tests {
		l := Sound()
		tt.alter(l)
		own := of(Run(l), "N-11")
		l.Register = nil
		read := of(Run(l), "N-11")
		if len(own) != 1 || own[0].Severity != Error {
			t.Errorf("N-11 with headings %s in a report of ours =\n\t%s\nwant one error", tt.name, ids(own))
		}
		if len(read) != 1 || read[0].Severity != tt.want {
			t.Errorf("N-11 with headings %s in a report from outside =\n\t%s\nwant one finding of severity %s", tt.name, ids(read), tt.want)
		}
	}
}

func TestDateLimit(t *testing.T) {
	tests := []struct {
		kind      organ.Kind
		year      int
		published string
		want      string
	}{
		{organ.Department, 2024, "2025-01-31", ""},
		{organ.Department, 2024, "2025-02-01", "2025年1月31日"},
		{organ.Street, 2024, "2025-02-01", "2025年1月31日"},
		{organ.CountyGovernment, 2024, "2025-03-31", ""},
		{organ.CountyGovernment, 2024, "2025-04-01", "2025年3月31日"},
		{organ.Town, 2017, "2018-03-20", ""},
		{organ.Town, 2017, "2018-04-02", "2007年条例"},
		{organ.Town, 2025, "", "休息日"}, // 2026-01-31 is a Saturday
		{organ.Town, 2024, "", "休息日"}, // 2025-01-31 is in the Spring Festival
		{organ.Town, 2023, "", ""},    // 2024-01-31 is a Wednesday
	}
	for _, tt := range tests {
		l := Sound()
		l.Organ.Kind, l.Year, l.PublishedOn, l.SubmittedOn = tt.kind, tt.year, tt.published, ""
		got := ids(of(Run(l), "D-01"))
		if tt.want == "" && got != "" || !strings.Contains(got, tt.want) {
			t.Errorf("D-01 of %s for %d published on %q = %q, want %q", tt.kind, tt.year, tt.published, got, tt.want)
		}
	}
}

func TestUnknownCellsBreakNoCheck(t *testing.T) {
	l := Sound()
	l.Cells, l.Register, l.Counts = nil, nil, nil
	findings := Run(l)
	if len(findings) != 0 {
		t.Errorf("Run without cells =\n\t%s\nwant none", ids(findings))
	}
	for name := range Sound().Cells {
		l := Sound()
		l.Cells[name] = tally.UnknownValue
		l.Register[name] = tally.UnknownValue
		findings := Run(l)
		if len(findings) != 0 {
			t.Errorf("Run with %s unknown =\n\t%s\nwant none", name, ids(findings))
		}
	}
}

func TestEmptyLedger(t *testing.T) {
	findings := Run(&Ledger{})
	if len(findings) != 0 {
		t.Errorf("Run(&Ledger{}) =\n\t%s\nwant none", ids(findings))
	}
}

func TestOlderFormats(t *testing.T) {
	for _, year := range []int{2013, 2016} {
		format, err := tally.FormatFor(year)
		if err != nil {
			t.Fatalf("FormatFor(%d): %v", year, err)
		}
		l := &Ledger{
			Organ: organ.Organ{Kind: organ.Town, Name: "禾岭县松桥镇人民政府"}, Year: year, Format: format,
			Title: format.Title("禾岭县松桥镇人民政府", year), Signed: Signature{"禾岭县松桥镇人民政府", "2014-02-11"},
		}
		l.Signed.Date = strings.Replace(l.Signed.Date, "2014", map[int]string{2013: "2014", 2016: "2017"}[year], 1)
		for _, chapter := range format.Chapters {
			l.Chapters = append(l.Chapters, Chapter{Key: chapter.Key, Heading: chapter.Heading(), Sections: []Section{{
				Key: chapter.Key + ".text", Text: "信息更新不够及时，镇里将逐项明确责任人，按月检查并通报栏目更新情况。",
			}}})
		}
		findings := Run(l)
		if len(findings) != 0 {
			t.Errorf("Run of a report for %d =\n\t%s\nwant none", year, ids(findings))
		}
		l.Chapters = l.Chapters[1:]
		if got := ids(Run(l)); !strings.HasPrefix(got, "N-11 W") {
			t.Errorf("Run of a report for %d without its first subject =\n\t%s\nwant a warning of N-11", year, got)
		}
	}
}

func TestFormat2019ReadsItsOwnCells(t *testing.T) {
	l := Sound()
	format, err := tally.ByID(tally.Format2019)
	if err != nil {
		t.Fatalf("ByID: %v", err)
	}
	l.Format, l.Register = format, nil
	l.Cells = tally.Cells{"v19.normdocs_made": tally.Count(9)}
	got := ids(of(Run(l), "N-01"))
	if !strings.Contains(got, "正文") || !strings.Contains(got, "为9") {
		t.Errorf("N-01 on a report of 2019 = %q, want the number of documents made compared", got)
	}
}

func TestBlankCells(t *testing.T) {
	l := Sound()
	l.Cells["penalty_decisions"] = tally.BlankValue
	findings := of(Run(l), "T3-04")
	if len(findings) != 1 || findings[0].Severity != Warning || findings[0].Where != "penalty_decisions" {
		t.Errorf("T3-04 on one blank cell =\n\t%s\nwant one warning", ids(findings))
	}
	for _, cell := range l.Format.Cells {
		if cell.Table == 4 {
			l.Cells[cell.Name] = tally.BlankValue
		}
	}
	findings = of(Run(l), "T3-04")
	if len(findings) != 2 || !strings.Contains(findings[1].Text, "15个单元格") {
		t.Errorf("T3-04 on an empty table =\n\t%s\nwant one warning for the table", ids(findings))
	}
}

func TestMissingOrgansAreListed(t *testing.T) {
	l := Sound()
	l.Subordinates = &Subordinates{Sum: maps.Clone(l.Cells), Missing: []string{"枫林镇人民政府", "县教育局"}}
	got := ids(of(Run(l), "A-01"))
	if !strings.Contains(got, "还有2个机关没有报告：枫林镇人民政府、县教育局") {
		t.Errorf("A-01 with organs missing = %q", got)
	}
}

func TestSimilarityLimit(t *testing.T) {
	l := Sound()
	overview, _ := l.Chapter("overview")
	half := Chapter{Key: "overview", Sections: []Section{{Key: "overview.proactive", Text: overview.Text()[:len(overview.Text())*9/10]}}}
	l.Siblings = []Sibling{{Organ: "禾岭县枫林镇人民政府", Chapters: []Chapter{half}}}
	l.SimilarityLimit = 0.99
	if got := of(Run(l), "N-08"); len(got) != 0 {
		t.Errorf("N-08 at a limit of 0.99 =\n\t%s\nwant none", ids(got))
	}
	l.SimilarityLimit = 0.3
	if got := of(Run(l), "N-08"); len(got) != 1 {
		t.Errorf("N-08 at a limit of 0.3 = %d findings, want 1", len(got))
	}
}

func TestRunLeavesTheLedgerAlone(t *testing.T) {
	l := Sound()
	Run(l)
	l.rewrite("overview.on_request", "部分公开1件", "部分公开3件")
	if got := of(Run(l), "N-01"); len(got) != 1 {
		t.Errorf("Run after a change of text = %d findings of N-01, want 1", len(got))
	}
}

func BenchmarkRun(b *testing.B) {
	l := Sound()
	for i := range l.Chapters {
		for j := range l.Chapters[i].Sections {
			s := &l.Chapters[i].Sections[j]
			s.Text += strings.Repeat("镇里建立公开登记簿，按季更新栏目内容，全年主动公开政府信息142条，收到政府信息公开申请5件。", 10)
		}
	}
	chapter, _ := l.Chapter("overview")
	for range 30 {
		l.Siblings = append(l.Siblings, Sibling{Organ: "枫林镇", Chapters: []Chapter{chapter}})
	}
	for b.Loop() {
		Run(l)
	}
}
