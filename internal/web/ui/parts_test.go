package ui

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"gongkai/internal/document"
)

type showcase struct {
	PortalFrame
	List     List
	Form     Form
	Defs     Definitions
	Findings Findings
	Steps    Steps
	Sheet    Sheet
	Article  Article
	Chart    Chart
	Panel    Panel
}

const hostile = `"><script>alert(1)</script><b a='`

// TestHostileTextStaysText puts markup into every text a component shows and a
// script address into every link.
func TestHostileTextStaysText(t *testing.T) {
	link := func(string) (string, string) { return "javascript:alert(1)", hostile }
	doc := &document.Document{Title: hostile, Blocks: []document.Block{
		document.Heading{Level: 1, Text: hostile},
		document.Paragraph{Runs: []document.Run{{Text: hostile, Ref: "x"}}},
		&document.Table{Name: hostile, Caption: hostile, Columns: []float64{1}, Rows: []document.Row{{Cells: []document.Cell{{Text: hostile, Ref: "x"}}}}},
		document.Signature{Organ: hostile, Date: hostile},
	}}
	article, err := NewArticle(doc, link)
	if err != nil {
		t.Fatal(err)
	}
	bad := Link{Title: hostile, Href: "javascript:alert(1)"}
	field := func(k FieldKind) Field {
		return Field{Name: "n", Label: hostile, Kind: k, Value: hostile, Help: hostile, Error: hostile, Unit: hostile, Options: []Option{{Value: hostile, Label: hostile, Note: hostile}}}
	}
	p := showcase{
		PortalFrame: PortalFrame{
			Site:  Site{Name: hostile, Sponsor: hostile, ICP: hostile, PoliceRecord: hostile, PoliceURL: "javascript:alert(1)"},
			Organ: hostile, Home: "javascript:alert(1)", Title: hostile, Crumbs: []Link{bad}, Today: hostile, Path: hostile,
			Menu: []MenuItem{{Title: hostile, Href: bad.Href, Mark: hostile}}, Nav: []MenuItem{{Title: hostile, Href: bad.Href}},
			Search: Search{Query: hostile, Hot: []Link{bad}}, Quick: Quick{Links: []Link{bad}, Facts: []Fact{{Label: hostile, Text: hostile}}},
			Meta: Meta{Keywords: hostile}, Notices: []Notice{{Text: hostile, Link: bad}}, FootLinks: []Link{bad},
		},
		List: List{Caption: hostile, Columns: []Column{{Title: hostile}}, Rows: []Row{{Cells: []Cell{{Text: hostile, Href: bad.Href, Note: hostile, Badge: Badge{Text: hostile}, Links: []Link{bad}}}}}},
		Form: Form{Action: "javascript:alert(1)", Problem: hostile, Groups: []Group{{Title: hostile, Fields: []Field{field(TextField), field(LongField), field(SelectField), field(RadioField), field(CheckField), field(HiddenField)}}}},
		Defs: Definitions{Facts: []Fact{{Label: hostile, Text: hostile, Href: bad.Href}}}, Steps: Steps{Items: []Step{{Title: hostile, Note: hostile}}},
		Findings: Findings{Items: []Finding{{ID: hostile, Text: hostile, Citation: hostile, Place: hostile, Href: bad.Href, Fix: bad}}},
		Article:  article, Chart: Chart{Title: hostile, Labels: []string{hostile}, Series: []Series{{Name: hostile, Values: []float64{1}}}},
		Panel: Panel{Title: hostile, Items: []News{{Title: hostile, Href: bad.Href, Date: hostile}}},
	}
	rd := renderer(t, map[string]string{"all": `{{template "list" .List}}{{template "form" .Form}}{{template "definitions" .Defs}}{{template "steps" .Steps}}` +
		`{{template "findings" .Findings}}{{template "article" .Article}}{{template "chart" .Chart}}{{template "panel" .Panel}}`})
	html, err := rd.HTML("all", p)
	if err != nil {
		t.Fatal(err)
	}
	for _, forbidden := range []string{"<script>", "<b a", `href="javascript:`, `action="javascript:`} {
		if strings.Contains(string(html), forbidden) {
			t.Errorf("the page contains %q", forbidden)
		}
	}
}

func TestFactsThatAreMissingAreNotPrinted(t *testing.T) {
	rd := renderer(t, map[string]string{"p": `<h1>x</h1>`})
	html, err := rd.HTML("p", greeting{PortalFrame: PortalFrame{Site: Site{Name: "示例市", Sponsor: "示例市人民政府"}, Meta: Meta{ColumnName: "规章"}}})
	if err != nil {
		t.Fatal(err)
	}
	body := string(html)
	for text, want := range map[string]bool{"主办单位：示例市人民政府": true, "承办单位": false, "ICP备案号": false, `name="SiteName"`: true, `name="ColumnName"`: true, `name="SiteIDCode"`: false, `content=""`: false} {
		if strings.Contains(body, text) != want {
			t.Errorf("the page contains %q = %v, want %v", text, !want, want)
		}
	}
}

func TestMarkCurrent(t *testing.T) {
	tree := []MenuItem{{Title: "甲", Href: "/a"}, {Title: "乙", Href: "/b", Items: []MenuItem{{Title: "丙", Href: "/c"}, {Title: "丁", Href: "/c"}}}}
	got := MarkCurrent(tree, "/c")
	if got[0].Open || !got[1].Open || got[1].Current || !got[1].Items[0].Current || got[1].Items[1].Current {
		t.Errorf("MarkCurrent(/c) = %+v, want 乙 open and only 丙 current", got)
	}
	if currentTitle(got) != "丙" || tree[1].Open {
		t.Errorf("current = %q, tree %+v, want 丙 and the given tree untouched", currentTitle(got), tree)
	}
}

func TestSheetRefusesASpanThatDoesNotFit(t *testing.T) {
	_, err := NewSheet(&document.Table{Name: "t", Columns: []float64{1}, Rows: []document.Row{{Cells: []document.Cell{{Colspan: 2}}}}}, nil)
	if err == nil {
		t.Error("NewSheet(a cell too wide) = no error, want one")
	}
}

func TestChartLeavesGapsAndNamesFigures(t *testing.T) {
	c := Chart{Unit: "件", Labels: []string{"a", "b", "c", "d"}, Series: []Series{{Name: "s", Values: []float64{1, 2, math.NaN()}}}}
	d := c.Draw()
	if got := len(d.Shapes[0].Dots); got != 2 {
		t.Errorf("dots = %d, want 2: unknown values are not drawn", got)
	}
	if got := c.Figure(c.Series[0], 2) + c.Figure(c.Series[0], 3) + c.Figure(c.Series[0], 1); got != "——2件" {
		t.Errorf("figures = %q, want ——2件", got)
	}
	for _, values := range [][]float64{nil, {0}, {math.Inf(1)}, {-5, 5}, {1e300, -1e300}, {1e15, -1e15}, {5e-324}} {
		for _, bars := range []bool{false, true} {
			drawn := fmt.Sprint(Chart{Bars: bars, Labels: []string{"a", "b"}, Series: []Series{{Values: values}}}.Draw())
			if strings.Contains(drawn, "NaN") || strings.Contains(drawn, "Inf") {
				t.Errorf("drawing of %v = %s, want numbers only", values, drawn)
			}
		}
	}
}

func TestFormKeepsWhatWasTyped(t *testing.T) {
	tests := []struct {
		field Field
		want  string
	}{
		{Field{Kind: DateField, Value: "2025-02-28"}, "date"},
		{Field{Kind: DateField}, "date"},
		{Field{Kind: DateField, Value: "2025-02-30"}, "text"},
		{Field{Kind: NumberField, Value: "2件"}, "text"},
		{Field{}, "text"},
		{Field{Kind: PasswordField}, "password"},
	}
	for _, tt := range tests {
		if got := tt.field.Input(); got != tt.want {
			t.Errorf("Input of %v = %q, want %q", tt.field, got, tt.want)
		}
	}
	if got := (Field{Label: "姓名", Error: "姓名没有填写。"}).Summary(); got != "姓名没有填写。" {
		t.Errorf("Summary = %q, want the name once", got)
	}
}

func TestFiguresOfDatesAndMoney(t *testing.T) {
	at := time.Date(2026, 1, 13, 9, 5, 0, 0, time.UTC)
	tests := []struct{ got, want string }{
		{Date("2025-01-16"), "2025年1月16日"},
		{Date("2025-13-01"), "2025-13-01"},
		{Date(""), ""},
		{DateLine(at), "2026年1月13日 星期二"},
		{Minute(at), "2026-01-13 09:05"},
		{Minute(time.Time{}), ""},
		{WanYuan(0), "0.00"},
		{WanYuan(12_500_000), "12.50"},
		{WanYuan(5_000), "0.01"},
		{WanYuan(4_999), "0.00"},
		{WanYuan(-4_999), "0.00"},
		{WanYuan(-1_000_000), "-1.00"},
		{WanYuan(math.MinInt64), "-9223372036854.78"},
		{Yuan(5), "0.05"},
		{Yuan(-150), "-1.50"},
		{Yuan(math.MinInt64), "-92233720368547758.08"},
		{Bytes(860), "860 B"},
		{Bytes(35_328), "34.5 KB"},
		{Bytes(3 << 30), "3.0 GB"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("shown as %q, want %q", tt.got, tt.want)
		}
	}
}
