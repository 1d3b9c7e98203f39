package portal_test

import (
	"net/url"
	"strings"
	"testing"

	"gongkai/internal/web/ui/htmltest"
)

func TestSearch(t *testing.T) {
	w := newWorld(t)
	tests := []struct{ query, first string }{
		{"关于加强宅基地管理的通知", "关于加强宅基地管理的通知"},
		{"113304830025306088/2024-00007", "洲泉镇财政信息第7号"},
		{"洲政规〔2024〕1号", "洲泉镇农村宅基地管理办法"},
		{"宅基地 办法", "洲泉镇农村宅基地管理办法"},
		{"洲泉镇财政信息第3号", "洲泉镇财政信息第3号"},
		{"洲泉镇 宅基地", "关于加强宅基地管理的通知"},
		{"洲泉镇 2024 年度报告", "桐乡市洲泉镇人民政府2024年政府信息公开工作年度报告"},
		{"001008004005097/2024-01220", "桐乡市洲泉镇人民政府2023年政府信息公开工作年度报告"},
		{"品水映洲泉", "关于加强宅基地管理的通知"},
	}
	for _, tt := range tests {
		doc := w.page("/s/tx/search?q=" + url.QueryEscape(tt.query))
		found := texts(htmltest.Find(doc, ".g-list .is-title a"))
		if len(found) == 0 || found[0] != tt.first {
			t.Errorf("search %q = %q, want %q first", tt.query, found, tt.first)
		}
		seen := map[string]bool{}
		for _, title := range found {
			if seen[title] {
				t.Errorf("search %q finds %q twice", tt.query, title)
			}
			seen[title] = true
		}
	}
	doc := w.page("/s/tx/search?q=" + url.QueryEscape("查无此文"))
	main := htmltest.Text(htmltest.Find(doc, "main")[0])
	for _, want := range []string{"没有找到“查无此文”", "依申请公开", "按栏目查找"} {
		if !strings.Contains(main, want) {
			t.Errorf("the empty result lacks %q", want)
		}
	}
	if box, _ := htmltest.Attr(htmltest.Find(doc, "#g-q")[0], "value"); box != "查无此文" {
		t.Errorf("search box = %q, want what was asked", box)
	}
	if other := w.page("/s/sz/search?q=" + url.QueryEscape("宅基地")); len(htmltest.Find(other, ".g-empty")) != 1 {
		t.Error("a site finds what is another's")
	}
}
