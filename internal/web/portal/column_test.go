package portal_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"gongkai/internal/web/ui/htmltest"
)

func texts(nodes []*html.Node) []string {
	var all []string
	for _, n := range nodes {
		all = append(all, htmltest.Text(n))
	}
	return all
}

func TestMenuHasTheStatutoryOrder(t *testing.T) {
	w := newWorld(t)
	doc := w.page(zq + "/items?column=rural")
	var first []string
	for _, li := range htmltest.Find(doc, "ul.g-lv1") {
		for c := range li.ChildNodes() {
			if c.Data == "li" {
				first = append(first, htmltest.Text(htmltest.Find(c, "a")[0]))
			}
		}
	}
	want := []string{"指政府信息公开指南", "制政府信息公开制度", "法法定主动公开内容", "年政府信息公开年报", "申依申请公开"}
	if !slices.Equal(first, want) {
		t.Errorf("menu = %q, want %q", first, want)
	}
	below := texts(htmltest.Find(doc, "ul.g-lv1 ul a"))
	if want := []string{"机构概况", "规章和行政规范性文件", "财政信息", "农业农村", "公告公示", "政府信息公开指南"}; !slices.Equal(below, want) {
		t.Errorf("columns = %q, want those with items %q", below, want)
	}
	if got := texts(htmltest.Find(doc, ".g-tree a[aria-current=page]")); !slices.Equal(got, []string{"农业农村"}) {
		t.Errorf("current column = %q, want 农业农村", got)
	}
}

func TestItemsArePagedByKey(t *testing.T) {
	w := newWorld(t)
	seen := map[string]bool{}
	target, pages := zq+"/items?column=finance&year=2024", 0
	for target != "" {
		doc := w.page(target)
		pages++
		for _, title := range texts(htmltest.Find(doc, ".g-list .is-title a")) {
			if seen[title] {
				t.Errorf("%q is listed twice", title)
			}
			seen[title] = true
		}
		target = ""
		for _, n := range htmltest.Find(doc, ".g-pager a[rel=next]") {
			target, _ = htmltest.Attr(n, "href")
		}
	}
	if len(seen) != 25 || pages != 2 {
		t.Errorf("items over all pages = %d on %d pages, want 25 on 2", len(seen), pages)
	}
	if doc := w.page(zq + "/items?channel=wechat"); len(htmltest.Find(doc, ".g-list tbody tr")) != 1 {
		t.Error("the channel does not narrow the list to one item")
	}
	if doc := w.page(zq + "/items?column=finance&year=1999"); len(htmltest.Find(doc, ".g-empty")) != 1 {
		t.Error("an empty list does not say so")
	}
}

func TestItemHasItsStatutoryHead(t *testing.T) {
	w := newWorld(t)
	doc := w.page(zq + "/items/113304830025306088/2025-00001")
	head := htmltest.Text(htmltest.Find(doc, "dl.g-defs")[0])
	for _, want := range []string{
		"索引号113304830025306088/2025-00001", "发布机构桐乡市洲泉镇人民政府", "文号洲政规〔2024〕1号", "成文日期2025-01-05", "发布日期2025-01-06",
		"公开方式主动公开", "组配分类农业农村", "公开渠道政务微信公众号（“品水映洲泉”微信公众号）",
	} {
		if !strings.Contains(head, want) {
			t.Errorf("head = %q, want %q in it", head, want)
		}
	}
	if strings.Contains(head, "公开至") {
		t.Errorf("head = %q, want no empty facts", head)
	}
	main := htmltest.Text(htmltest.Find(doc, "main")[0])
	for _, want := range []string{"https://news.example.gov.cn/a", "镇档案室查阅点（湘溪大道2号）", "洲泉镇农村宅基地管理办法"} {
		if !strings.Contains(main, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}

func TestDocumentsSayWhetherTheyAreInForce(t *testing.T) {
	w := newWorld(t)
	doc := w.page(zq + "/documents")
	if got := texts(htmltest.Find(doc, ".g-list .g-badge")); !slices.Equal(got, []string{"有效", "废止"}) {
		t.Errorf("validity = %q, want 有效 and 废止", got)
	}
	if got := htmltest.Text(htmltest.Find(doc, ".g-head p")[0]); got != "共 2 件，现行有效 1 件" {
		t.Errorf("count = %q", got)
	}
	if got := texts(htmltest.Find(w.page(zq+"/documents?validity=%E5%BA%9F%E6%AD%A2"), ".g-list .is-title a")); !slices.Equal(got, []string{"洲泉镇旧办法"}) {
		t.Errorf("repealed documents = %q", got)
	}
	page := w.page(zq + "/documents/洲政规〔2024〕1号")
	if links := texts(htmltest.Find(page, "article a")); !slices.Equal(links, []string{"关于加强宅基地管理的通知"}) {
		t.Errorf("interpretation = %q, want the item of that number", links)
	}
}

func TestGuideIsMadeOfFacts(t *testing.T) {
	w := newWorld(t)
	main := htmltest.Text(htmltest.Find(w.page(zq+"/guide"), "main")[0])
	for _, want := range []string{"洲泉镇党政办公室", "湘溪大道1号", "工作日8:30—17:00", "0573-88000002", "更新日期：2024-06-01", "镇便民服务中心窗口", "镇档案室查阅点"} {
		if !strings.Contains(main, want) {
			t.Errorf("the guide lacks %q", want)
		}
	}
	if strings.Contains(main, "传真号码") || strings.Contains(main, "电子邮箱") {
		t.Error("the guide has empty facts")
	}
	poor := htmltest.Text(htmltest.Find(w.page("/s/sz/organs/bureau/guide"), "main")[0])
	if strings.Contains(poor, "更新日期") || strings.Contains(poor, "工作机构") {
		t.Errorf("the guide of an organ without facts = %q, want them left out", poor)
	}
}

func TestFooterHasTheStatutoryFacts(t *testing.T) {
	w := newWorld(t)
	foot := htmltest.Text(htmltest.Find(w.page("/s/tx/"), "footer")[0])
	for _, want := range []string{"主办单位：桐乡市人民政府", "承办单位：桐乡市大数据局", "网站标识码：3304830001", "浙ICP备11041973号-1", "33048302000392", "网站地图", "我为政府网站找错"} {
		if !strings.Contains(foot, want) {
			t.Errorf("footer = %q, want %q in it", foot, want)
		}
	}
}

func TestChooserListsTheSites(t *testing.T) {
	w := newWorld(t)
	doc := w.page("/", "Host", "localhost:8080")
	var hrefs []string
	for _, n := range htmltest.Find(doc, "main a") {
		href, _ := htmltest.Attr(n, "href")
		hrefs = append(hrefs, href)
	}
	if !slices.Equal(hrefs, []string{"/s/sz/", "/s/tx/"}) && !slices.Equal(hrefs, []string{"/s/tx/", "/s/sz/"}) {
		t.Errorf("sites offered = %q", hrefs)
	}
	own := w.page("/", "Host", strings.ToUpper(host)+":8443")
	if got := htmltest.Text(htmltest.Find(own, ".g-organ")[0]); got != "桐乡市人民政府" {
		t.Errorf("front page on the site's own host is of %q", got)
	}
	robots := w.get("/robots.txt", "Host", host, "X-Forwarded-Proto", "https").Body.String()
	if !strings.Contains(robots, "Sitemap: https://"+host+"/sitemap.xml") {
		t.Errorf("robots.txt = %q", robots)
	}
	if moved := w.get("/s/tx").Code; moved != http.StatusMovedPermanently && moved != http.StatusTemporaryRedirect {
		t.Errorf("GET /s/tx = %d, want a redirect", moved)
	}
}
