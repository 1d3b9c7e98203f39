package narrate_test

import (
	"slices"
	"strings"
	"testing"

	"gongkai/internal/annualreport/narrate"
	"gongkai/internal/annualreport/prose"
	"gongkai/internal/organ"
	"gongkai/law/tally"
)

func TestAnswers(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"一是", "下一步，我局将进一步做好工作。一是统一思想，抓好培训；二是丰富形式。三是加强监督。", []string{"统一思想，抓好培训", "丰富形式", "加强监督"}},
		{"brackets", "（一）深化认识。提高认识。\n（二）提高质量。完善制度。", []string{"深化认识。提高认识", "提高质量。完善制度"}},
		{"half-width brackets", "改进措施: (一)深化认识。(二)提高质量。", []string{"深化认识", "提高质量"}},
		{"digits", "改进措施：1.丰富公开内容，公开率达1.5倍。 2. 完善机制。10、拓宽渠道。", []string{"丰富公开内容，公开率达1.5倍", "完善机制", "拓宽渠道"}},
		{"outer before inner", "（一）抓培训。一是学条例；二是学案例。（二）抓监督。一是自查；二是整改。", []string{"抓培训。一是学条例；二是学案例", "抓监督。一是自查；二是整改"}},
		{"a heading and a list", "（二）改进措施。一是抓培训；二是抓监督。", []string{"抓培训", "抓监督"}},
		{"circled", "①抓培训②抓监督", []string{"抓培训", "抓监督"}},
		{"sentences", "加强培训。完善机制。", []string{"加强培训", "完善机制"}},
		{"paragraphs", "加强培训。每季度一课。\n完善机制。\n", []string{"加强培训。每季度一课", "完善机制"}},
		{"nothing", " \n", nil},
	} {
		var got []string
		for _, a := range narrate.Answers(tt.text) {
			got = append(got, a.Measure)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: Answers(%q) = %q, want %q", tt.name, tt.text, got, tt.want)
		}
	}
}

func TestAnswerSentence(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"一是抓培训。每季度一课。二是抓监督。", "针对上年提出的“抓培训”，我镇（请填写落实情况）。"},
		{"一是组织培训4次；二是抓监督。", "针对上年提出的“组织培训4次”，我镇（请填写落实情况）。"},
		{
			"一是以公众的视角谋划、审视和优化公开的内容，以群众喜闻乐见、便民利民的方式及时公开，丰富公开的形式，创新工作载体；二是略。",
			"针对上年提出的“以公众的视角谋划、审视和优化公开的内容，以群众喜闻乐见、便民利民的方式及时公开……”，我镇（请填写落实情况）。",
		},
		{"一是落实“三审三校”{{制度}}；二是略。", "针对上年提出的“落实‘三审三校’｛｛制度｝｝”，我镇（请填写落实情况）。"},
	} {
		answers := narrate.Answers(tt.text)
		r := narrate.Render(answers[0].Sentence, small(t))
		if r.Text != tt.want || len(r.Problems) > 0 || len(narrate.Unbound(r.Text, r.Spans)) > 0 {
			t.Errorf("Answers(%q) begin %q, problems %v, want %q", tt.text, r.Text, r.Problems, tt.want)
		}
	}
}

func TestSuggestions(t *testing.T) {
	one := quiet(t, tally.Format2021, organ.Town)
	one.figures = map[string]int64{
		"item.total": 5, "item.channel.platform": 5, "last.item.total": 9, "training.sessions": 1, "inspection.count": 1, "staff.part_time": 3,
	}
	unknown := quiet(t, tally.Format2021, organ.Town)
	unknown.blank = true
	for _, tt := range []struct {
		name string
		y    year
		want string
	}{
		{"nothing happened", quiet(t, tally.Format2021, organ.Town), "no-training nothing-published no-inspection"},
		{"one channel", one, "single-channel fewer-published no-full-time-staff"},
		{"everything happened", busy(t, tally.Format2021, organ.Town), "rectification-open review-corrected request-extended clarification"},
		{"nothing is known", unknown, ""},
	} {
		var codes []string
		for _, s := range narrate.Suggestions(tt.y) {
			codes = append(codes, s.Code)
			for _, body := range []string{s.Problem, s.Measure} {
				r := narrate.Render(body, tt.y)
				if len(r.Problems) > 0 || len(narrate.Unbound(r.Text, r.Spans)) > 0 || !strings.HasSuffix(r.Text, "。") {
					t.Errorf("%s: suggestion %s reads %q, problems %v", tt.name, s.Code, r.Text, r.Problems)
				}
				for _, statement := range prose.Read(r.Text, 0).Statements {
					if len(statement.Means) == 1 && statement.Scope == prose.Own && statement.Value != tt.y.figures[statement.Means[0]] &&
						!strings.HasSuffix(statement.Means[0], ".total") {
						t.Errorf("%s: suggestion %s reads %q as %v = %d", tt.name, s.Code, r.Text, statement.Means, statement.Value)
					}
				}
			}
		}
		if got := strings.Join(codes, " "); got != tt.want {
			t.Errorf("%s: Suggestions = %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestSelf(t *testing.T) {
	for _, tt := range []struct {
		kind       organ.Kind
		name, want string
	}{
		{organ.Town, "镜泊镇人民政府", "我镇"},
		{organ.Town, "上余乡人民政府", "我乡"},
		{organ.Street, "鹿山街道办事处", "我街道"},
		{organ.CountyGovernment, "桐乡市人民政府", "我市"},
		{organ.CountyGovernment, "示范县人民政府", "我县"},
		{organ.Office, "示范县人民政府办公室", "我办"},
		{organ.Department, "嵊州市文化广电旅游局", "我局"},
		{organ.Department, "示范县发展和改革委员会", "我委"},
		{organ.Department, "示范县供销合作总社", "本机关"},
	} {
		got := narrate.Self(organ.Organ{Kind: tt.kind, Name: tt.name})
		if got != tt.want {
			t.Errorf("Self(%s) = %s, want %s", tt.name, got, tt.want)
		}
	}
}
