package narrate_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"gongkai/internal/annualreport/narrate"
	"gongkai/internal/organ"
	"gongkai/law/tally"
)

func small(t testing.TB) year {
	y := quiet(t, tally.Format2021, organ.Town)
	y.figures = map[string]int64{
		"item.total": 825, "item.channel.platform": 800, "item.channel.other": 25, "last.item.total": 900, "fee_notice.amount": 138050, "fee_received.amount": 120000,
		"admin_fee_amount_wan": 12340000, "req.denied_state_secret.natural_person": 2, "req.denied_admin_query.natural_person": 1,
		"training.sessions": 2, "training.attendees": 64, "staff.part_time": 9223372036854775807, "staff.full_time": 1,
	}
	return y
}

func TestRender(t *testing.T) {
	for _, tt := range []struct {
		name, body, want string
		spans            string // the numbers put in, with what they refer to
		codes            []narrate.Code
	}{
		{"a figure", "主动公开{{item.total}}条。", "主动公开825条。", "825=item.total", nil},
		{"spaces", "{{ item.total - training.sessions }}", "823", "823=item.total-training.sessions", nil},
		{"last year", "比上年减少{{last.item.total-item.total}}条", "比上年减少75条", "75=last.item.total-item.total", nil},
		{"a negative difference", "{{item.total-last.item.total}}", "-75", "-75=item.total-last.item.total", nil},
		{"a group of results", "不予公开{{req.denied.total}}件", "不予公开3件", "3=req.denied.total", nil},
		{"yuan", "{{fee_notice.amount}}元、{{fee_received.amount}}元", "1380.5元、1200元", "1380.5=fee_notice.amount 1200=fee_received.amount", nil},
		{"ten thousand yuan", "{{admin_fee_amount_wan}}万元", "12.34万元", "12.34=admin_fee_amount_wan", nil},
		{"a typed number", "常住人口{{=46900|据镇志统计}}人", "常住人口46900人", "46900=据镇志统计", nil},
		{"a typed number in Chinese", "{{=几十|据公开栏照片}}条", "几十条", "几十=据公开栏照片", nil},
		{"no reason", "{{=469}}条", "469条", "", []narrate.Code{narrate.MissingReason}},
		{"no number", "{{=许多|估计}}条", "{{=许多|估计}}条", "", []narrate.Code{narrate.BadNumber}},
		{"a fact", "{{@year}}年{{@self}}", "2024年我镇", "", nil},
		{"no such fact", "{{@mayor}}", "〔待补〕", "", []narrate.Code{narrate.UnknownFact}},
		{"no such figure", "{{item.totals}}条", "〔待补〕条", "", []narrate.Code{narrate.UnknownName}},
		{"not known", "{{last.meeting.count}}次", "〔待补〕次", "", []narrate.Code{narrate.UnknownFigure}},
		{"mixed units", "{{item.total+fee_notice.amount}}", "〔待补〕", "", []narrate.Code{narrate.MixedUnits}},
		{"too large", "{{staff.part_time+staff.full_time}}", "〔待补〕", "", []narrate.Code{narrate.TooLarge}},
		{"bad expression", "公开{{总数}}条", "公开{{总数}}条", "", []narrate.Code{narrate.BadExpression}},
		{"product", "{{a*b}}", "{{a*b}}", "", []narrate.Code{narrate.BadExpression}},
		{"unclosed", "{{item.total 和{{item.total}}条", "{{item.total 和825条", "825=item.total", []narrate.Code{narrate.Unclosed}},
		{"unopened", "item.total}}条", "item.total}}条", "", []narrate.Code{narrate.Unclosed}},
		{"some", "{{?item.total: 公开{{item.total}}条 | 未公开}}。", "公开825条。", "825=item.total", nil},
		{"none", "{{?meeting.count: 开会{{meeting.count}}次 | 未开会}}。", "未开会。", "", nil},
		{"none and nothing to say", "甲{{?meeting.count: 开会{{meeting.count}}次}}乙", "甲乙", "", nil},
		{"full-width signs", "{{?meeting.count：开会｜未开会}}", "未开会", "", nil},
		{"less than none", "{{?item.total-last.item.total: 增加 | 持平 | 减少{{last.item.total-item.total}}条}}", "减少75条", "75=last.item.total-item.total", nil},
		{"less than none unforeseen", "{{?item.total-last.item.total: 增加 | 持平}}", "〔待补〕", "", []narrate.Code{narrate.NegativeChoice}},
		{"unknown choice", "{{?last.meeting.count: 开会{{last.meeting.count}}次 | 未开会}}", "开会〔待补〕次", "", []narrate.Code{narrate.UnknownFigure}},
		{"unknown choice without figure", "{{?last.meeting.count: 开过会 | 未开会}}", "〔待补〕", "", []narrate.Code{narrate.UnknownFigure}},
		{"unknown choice of one sentence", "{{?last.meeting.count: | 未开会。}}", "", "", []narrate.Code{narrate.UnknownFigure}},
		{"choice in choice", "{{?item.total: {{?meeting.count: 会 | 无会{{item.total}}}} | 无}}", "无会825", "825=item.total", nil},
		{"choice too deep", "{{?item.total: {{?item.total: {{?item.total: 深}}}}}}", "{{?item.total: 深}}", "", []narrate.Code{narrate.TooDeep}},
		{"choice without colon", "{{?item.total 有}}", "{{?item.total 有}}", "", []narrate.Code{narrate.BadChoice}},
		{"four branches", "{{?item.total: a|b|c|d}}", "{{?item.total: a|b|c|d}}", "", []narrate.Code{narrate.BadChoice}},
		{"fact filled in", "{{?@working_body: 由{{@working_body}}负责 | 未明确}}", "由党政综合办公室负责", "", nil},
		{"fact missing", "{{?@telephone: 电话{{@telephone}} | 未明确}}", "未明确", "", nil},
		{"breakdown", "其中{{*item.total}}。", "其中政府信息公开平台800条，其他渠道25条。", "800=item.channel.platform 25=item.channel.other", nil},
		{
			"breakdown within", "{{*req.handled_total.total}}", "不予公开3件（属于国家秘密2件，属于行政查询事项1件）",
			"3=req.denied.total 2=req.denied_state_secret.total 1=req.denied_admin_query.total", nil,
		},
		{"nothing to break down", "{{*review.total}}", "", "", nil},
		{"no breakdown", "{{*meeting.count}}", "{{*meeting.count}}", "", []narrate.Code{narrate.NoBreakdown}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := narrate.Render(tt.body, small(t))
			var spans []string
			for _, s := range r.Spans {
				spans = append(spans, r.Text[s.Start:s.End]+"="+s.Ref+s.Reason)
			}
			var codes []narrate.Code
			for _, p := range r.Problems {
				codes = append(codes, p.Code)
				if strings.Contains(p.Sentence(), "%!") || p.Start < 0 || p.End > len(tt.body) || p.Start >= p.End {
					t.Errorf("Render(%q) reports %+v: %s", tt.body, p, p.Sentence())
				}
			}
			if r.Text != tt.want || strings.Join(spans, " ") != tt.spans || !slices.Equal(codes, tt.codes) {
				t.Errorf("Render(%q) = %q, spans %q, problems %v, want %q, %q, %v", tt.body, r.Text, spans, codes, tt.want, tt.spans, tt.codes)
			}
		})
	}
}

func TestSpanValues(t *testing.T) {
	r := narrate.Render("{{fee_notice.amount}}元，{{=几十|照片}}条，{{item.total-last.item.total}}", small(t))
	var got []int64
	for _, s := range r.Spans {
		got = append(got, s.Value)
	}
	if want := []int64{138050, 20, -75}; !slices.Equal(got, want) {
		t.Errorf("span values = %v, want %v (money in fen)", got, want)
	}
}

func TestRuns(t *testing.T) {
	r := narrate.Render("{{@year}}年公开{{item.total}}条，开会{{last.meeting.count}}次", small(t))
	var got []string
	for _, run := range r.Runs {
		got = append(got, run.Text+"="+run.Ref)
	}
	want := []string{"2024年公开=", "825=item.total", "条，开会=", "〔待补〕=last.meeting.count", "次="}
	if !slices.Equal(got, want) {
		t.Errorf("runs = %q, want %q", got, want)
	}
}

func TestFigureNames(t *testing.T) {
	got := narrate.FigureNames("{{?item.total: {{last.item.total+item.total}}}}{{*suit_direct.total}}")
	want := []string{"item.total", "last.item.total", "suit_direct.upheld", "suit_direct.corrected", "suit_direct.other", "suit_direct.pending"}
	if !slices.Equal(got, want) {
		t.Errorf("FigureNames = %v, want %v", got, want)
	}
}

func FuzzRender(f *testing.F) {
	for _, seed := range []string{
		"", "{{", "}}", "{{}}", "{{{{}}}}", "{{?a:|}}", "{{?a:b|{{c}}|d}}", "{{=1|}}", "{{=１２,３４５.６|r}}", "{{@year}}", "{{*suit}}", "{{?@year：有｜无}}", "{{{item.total}}}",
		"{{?item.total: {{?meeting.count: 会 | 无会{{item.total}}}} | 无}}", "\xff{{item.total}}\xe4",
	} {
		f.Add(seed)
	}
	for _, s := range narrate.Sections(format(f, tally.Format2021), organ.Town) {
		f.Add(s.Template)
	}
	y := small(f)
	f.Fuzz(func(t *testing.T, body string) {
		pieces, problems := narrate.Parse(body)
		if got := narrate.String(pieces); got != body {
			t.Errorf("String(Parse(%q)) = %q", body, got)
		}
		r := narrate.Render(body, y)
		if len(r.Problems) < len(problems) {
			t.Errorf("Render(%q) reports %d problems, Parse %d", body, len(r.Problems), len(problems))
		}
		for _, s := range r.Spans {
			number := r.Text[s.Start:s.End]
			_, err := strconv.ParseFloat(number, 64)
			if s.Reason == "" && err != nil {
				t.Errorf("Render(%q): span %+v slices to %q, want a number", body, s, number)
			}
		}
		runs := ""
		for _, run := range r.Runs {
			runs += run.Text
		}
		if runs != r.Text {
			t.Errorf("Render(%q): runs join to %q, want %q", body, runs, r.Text)
		}
		for at := range len(r.Text) {
			from, ok := r.BodyOffset(at)
			if !ok || from < 0 || from >= len(body) {
				t.Errorf("Render(%q): text offset %d comes from %d (%t)", body, at, from, ok)
			}
		}
		narrate.Answers(body)
		for at := 0; at < len(body); at += 1 + len(body)/7 {
			bound, err := narrate.Bind(body, at, "item.total")
			if err == nil && !strings.Contains(bound, "{{item.total}}") {
				t.Errorf("Bind(%q, %d) = %q, want the binding in it", body, at, bound)
			}
		}
	})
}
