package source

import (
	"errors"
	"strings"
	"testing"

	"gongkai/internal/annualreport/reading"
)

// Sites that put their pages together in the browser deliver the article as a string.
func TestArticleInAString(t *testing.T) {
	article := "<p>枫桥镇2023年政府信息公开工作年度报告</p>" + strings.Repeat("<p>依法公开。</p>", 40) + "<table><tr><td nowrap=\"nowrap\">规章</td><td>&nbsp;</td><td>7</td></tr></table>"
	quoted := strings.NewReplacer(`"`, `\"`, "/", `\/`).Replace(article)
	angled := strings.NewReplacer("<", `\u003c`, ">", `\u003e`, `"`, `\"`).Replace(article)
	for _, test := range []struct{ name, file, data string }{
		{"data", "a.json", `{"data":{"title":"年报","content":"` + quoted + `","time":"2024-01-20"}}`},
		{"data with escaped brackets", "a.json", `{"content":"` + angled + `"}`},
		{"a page of a program", "a.html", "<html><head><title>年报</title></head><body><div id=app></div>\n<script>var it = 'x', info = {content: \"" + quoted + "\"};</script></body></html>"},
		{"a program", "a.js", "var info = {content: '" + strings.ReplaceAll(article, "'", `\'`) + "'};"},
	} {
		s, err := Open(test.file, strings.NewReader(test.data), int64(len(test.data)), Limits{})
		if err != nil {
			t.Errorf("Open(%s): %v", test.name, err)
			continue
		}
		tables, text := 0, ""
		for _, b := range s.Blocks {
			text += b.Text
			if b.Table != nil {
				tables++
				if len(b.Table.Cells) != 3 || b.Table.Cells[2].Text != "7" {
					t.Errorf("Open(%s) reads the row as %+v, want 规章, nothing, 7", test.name, b.Table.Cells)
				}
			}
		}
		if s.Kind != reading.HTML || tables != 1 || !strings.HasPrefix(text, "枫桥镇2023年政府信息公开工作年度报告") {
			t.Errorf("Open(%s) = %s with %d tables, beginning %.60q", test.name, s.Kind, tables, text)
		}
	}
}

// A page that shows its text keeps it, whatever its scripts hold.
func TestScriptsOfAPageThatShowsItsText(t *testing.T) {
	page := "<html><body>" + strings.Repeat("<p>枫桥镇依法公开政府信息，回应群众关切。</p>", 20) +
		"<script>var ad = \"" + strings.Repeat("<p>无关的内容</p>", 60) + "\";</script></body></html>"
	s, err := Open("a.html", strings.NewReader(page), int64(len(page)), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range s.Blocks {
		if strings.Contains(b.Text, "无关") {
			t.Fatalf("Open reads %q out of a script", b.Text)
		}
	}
}

func TestTooManyCellsOfAPage(t *testing.T) {
	page := "<table>" + strings.Repeat("<tr><td>0</td><td>1</td></tr>", 60) + "</table>"
	_, err := Open("a.html", strings.NewReader(page), int64(len(page)), Limits{Cells: 100})
	var refused *Error
	if !errors.As(err, &refused) || refused.Code != TooMuch {
		t.Errorf("Open(120 cells of 100) = %v, want %s", err, TooMuch)
	}
}
