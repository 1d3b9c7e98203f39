package narrate_test

import (
	"errors"
	"strings"
	"testing"

	"gongkai/internal/annualreport/narrate"
)

func TestBind(t *testing.T) {
	for _, tt := range []struct {
		name, body, at, expression, want string
		err                              error
	}{
		{"digits", "主动公开825条。", "825", "item.total", "主动公开{{item.total}}条。", nil},
		{"inside the digits", "主动公开1,825条。", "25", " item.total ", "主动公开{{item.total}}条。", nil},
		{"at the unit", "公开825条", "条", "item.total", "公开{{item.total}}条", nil},
		{"Chinese numerals", "培训三次。", "三", "training.sessions", "培训{{training.sessions}}次。", nil},
		{"the second of two", "公开2条，办结2件", "2件", "req.handled_total.total", "公开2条，办结{{req.handled_total.total}}件", nil},
		{"behind a binding", "{{@year}}年公开825条", "825", "item.total", "{{@year}}年公开{{item.total}}条", nil},
		{"in a branch", "{{?item.total: 公开825条 | 无}}", "825", "item.total", "{{?item.total: 公开{{item.total}}条 | 无}}", nil},
		{"a number with a reason", "{{=825|据统计}}条", "825", "item.total", "{{item.total}}条", nil},
		{"a number without one", "{{=825}}条", "825", "item.total", "{{item.total}}条", nil},
		{"a year", "2024年公开", "2024", "item.total", "", narrate.ErrNoNumber},
		{"no number", "主动公开", "公开", "item.total", "", narrate.ErrNoNumber},
		{"a binding", "{{item.total}}", "total", "item.total", "", narrate.ErrNoNumber},
		{"a bad expression", "公开825条", "825", "总数", "", narrate.ErrExpression},
	} {
		got, err := narrate.Bind(tt.body, strings.Index(tt.body, tt.at), tt.expression)
		if got != tt.want || !errors.Is(err, tt.err) {
			t.Errorf("%s: Bind(%q, at %q, %s) = %q, %v, want %q, %v", tt.name, tt.body, tt.at, tt.expression, got, err, tt.want, tt.err)
		}
	}
	for _, at := range []int{-1, 100} {
		_, err := narrate.Bind("公开825条", at, "item.total")
		if !errors.Is(err, narrate.ErrNoNumber) {
			t.Errorf("Bind at %d = %v, want %v", at, err, narrate.ErrNoNumber)
		}
	}
}

func TestJustify(t *testing.T) {
	for _, tt := range []struct {
		body, at, reason, want string
		err                    error
	}{
		{"常住人口469人", "469", " 据镇志\n统计 ", "常住人口{{=469|据镇志 统计}}人", nil},
		{"几十条", "几", "公开栏照片|估计", "{{=几十|公开栏照片｜估计}}条", nil},
		{"{{=469}}条", "469", "据镇志", "{{=469|据镇志}}条", nil},
		{"469条", "469", " ", "", narrate.ErrReason},
		{"469条", "469", "}}", "", narrate.ErrReason},
	} {
		got, err := narrate.Justify(tt.body, strings.Index(tt.body, tt.at), tt.reason)
		if got != tt.want || !errors.Is(err, tt.err) {
			t.Errorf("Justify(%q, at %q, %q) = %q, %v, want %q, %v", tt.body, tt.at, tt.reason, got, err, tt.want, tt.err)
		}
	}
}

// TestBindFromText goes the editor's way: a number found in the text is bound in
// the body.
func TestBindFromText(t *testing.T) {
	body := "{{@year}}年，{{?item.total: 公开{{item.total}}条，发布解读12篇 | 未公开}}，培训2次。"
	for range 2 {
		r := narrate.Render(body, small(t))
		numbers := narrate.Unbound(r.Text, r.Spans)
		if len(numbers) == 0 {
			t.Fatalf("no typed number in %q", r.Text)
		}
		at, ok := r.BodyOffset(numbers[0].Start)
		if !ok {
			t.Fatalf("no offset of %q in the body", numbers[0].Text)
		}
		var err error
		body, err = narrate.Bind(body, at, "training.sessions")
		if err != nil {
			t.Fatal(err)
		}
	}
	want := "{{@year}}年，{{?item.total: 公开{{item.total}}条，发布解读{{training.sessions}}篇 | 未公开}}，培训{{training.sessions}}次。"
	if body != want {
		t.Errorf("body = %q, want %q", body, want)
	}
}

func TestUnbound(t *testing.T) {
	for _, tt := range []struct{ body, want string }{
		{"2024年，依据第二十条第（一）项和〔2021〕30号，一是公开{{item.total}}条。", ""},
		{"公开469条，培训三次，历时20个工作日。", "469条 三次"},
		{"公开{{=469|据镇志}}条，公开{{=469}}条。", "469条"},
	} {
		r := narrate.Render(tt.body, small(t))
		var got []string
		for _, n := range narrate.Unbound(r.Text, r.Spans) {
			got = append(got, n.Text)
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("Unbound(%q) = %q, want %q", r.Text, got, tt.want)
		}
	}
}
