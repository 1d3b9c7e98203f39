package e2e

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const (
	townReport   = "/work/o/330483-town/reports/2024"
	publicReport = "/s/330483/organs/330483-town/reports/2024/"
)

// The clerk of a town draws up the report that is due; it is checked, signed,
// submitted and published, and everybody can read it and take it away.
func TestAnnualReport(t *testing.T) {
	withAndWithoutScripts(t, annualReport)
}

func annualReport(t *testing.T, site *server) {
	clerk := site.visit(t).signIn("330483", "town-clerk")
	clerk.click("继续编制")
	for i, chapter := range chapters {
		if got := clerk.texts(".g-panel > header > h2"); !slices.Contains(got, chapter) {
			t.Errorf("chapter %d: the page has %q, want %q among them", i+1, got, chapter)
		}
	}
	if got := len(clerk.texts(".g-sheet")); got != 3 {
		t.Errorf("the report has %d tables, want 3", got)
	}
	clerk.sees("最后一天2025年1月31日是休息日，期限不顺延") // a finding
	clerk.picture("draft")
	followFigures(clerk)
	writeSections(clerk)

	clerk.open(townReport)
	clerk.click("全部确认")
	clerk.sees("23个登记簿已全部确认")
	if got := clerk.texts("button[name=step]"); slices.Contains(got, "校核通过") {
		t.Errorf("the clerk may check what the clerk drew up: %q", got)
	}
	sign(site, t, "330483", "")
	clerk.open("/work/")
	clerk.click("去报送")
	clerk.click("报送主管部门")
	clerk.click("发布")
	clerk.sees("已发布")
	clerk.picture("published")
	readPublished(t, site)
}

var chapters = []string{
	"一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
	"四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项",
}

// followFigures clicks a number of a table and of the text, and then looks behind
// every number of the tables: it shows as many records as it says.
func followFigures(v *visitor) {
	v.t.Helper()
	v.press(`.g-sheet a[href$="/req.received_new.total"]`)
	v.picture("records-behind-a-number")
	if got := len(v.texts(".g-list tbody tr")); got != 5 {
		v.t.Errorf("behind 5 new requests there are %d records, want 5", got)
	}
	v.click("返回报告")
	v.press(`.g-prose a[href$="/item.total"]`)
	v.sees("825条")
	v.open(townReport)
	numbers := ask[map[string]string](v, `Object.fromEntries(`+selected(".g-sheet td a")+`.map(a => [a.getAttribute("href"), a.textContent]))`)
	if len(numbers) < 18 {
		v.t.Errorf("%d numbers of the tables can be clicked, want those that are not 0: at least 18", len(numbers))
	}
	for href, number := range numbers {
		want, err := strconv.Atoi(number)
		if err != nil {
			v.t.Errorf("%s: %q is no number", href, number)
			continue
		}
		v.open(href)
		if got := recordsShown(v); got != want {
			v.t.Errorf("%s: the table says %d, behind it stand %d records", href, want, got)
		}
	}
}

// recordsShown counts the records behind a number, over all the parts that are
// added up.
func recordsShown(v *visitor) int {
	v.t.Helper()
	count := len(v.texts(`.g-list tbody a[href*="/record?"]`))
	for _, part := range v.hrefs(`nav[aria-label="数字的各部分"] a`) {
		v.open(part)
		count += len(v.texts(`.g-list tbody a[href*="/record?"]`))
	}
	return count
}

// writeSections types numbers into the text: one gets bound to its figure, the other
// a reason; without either the report may not go on.
func writeSections(v *visitor) {
	v.t.Helper()
	v.open(townReport + "/sections/overview.platform")
	v.append("#body", "全年通过政府信息公开平台公开76条，回应留言9条。")
	v.click("预览")
	v.sees("手工填写的数字", "文字尚未保存")
	numbers := v.texts("[aria-labelledby=numbers] tbody th")
	if len(numbers) != 2 || !strings.HasPrefix(numbers[0], "76") || !strings.HasPrefix(numbers[1], "9") {
		v.t.Fatalf("the typed numbers that are marked are %q, want 76 and 9", numbers)
	}
	v.picture("typed-numbers")
	v.press(`button[name=bind][value$="=item.channel.platform"]`)
	if body := v.value("#body"); !strings.Contains(body, "平台公开{{公开渠道·政府信息公开平台}}条") {
		v.t.Errorf("bound to its figure, the text reads %q", body)
	}
	v.write("[aria-labelledby=numbers] input[name^=reason-]", "平台留言后台统计")
	v.press("[aria-labelledby=numbers] button[name=justify]")
	v.click("保存")
	v.sees("已保存")
	if left := v.texts("[aria-labelledby=numbers] tbody th"); len(left) != 0 {
		v.t.Errorf("bound and with a reason, %q are still marked", left)
	}
	v.picture("section")
	v.click("返回报告")
	v.sees("平台公开76条，回应留言9条")
}

// sign has the second and the third person take a report of the town through.
func sign(site *server, t *testing.T, county, again string) {
	t.Helper()
	reviewer := site.visit(t).signIn(county, "town-reviewer")
	reviewer.click("去校核")
	reviewer.click("校核通过")
	reviewer.sees("已校核。")
	signer := site.visit(t).signIn(county, "town-signer")
	signer.click("去签发")
	signer.click("签发")
	signer.sees("已签发，报告内容和登记簿状态已经封存。")
	signer.picture("signed" + again)
}

// readPublished reads the report as the public does.
func readPublished(t *testing.T, site *server) {
	t.Helper()
	reader := site.visit(t)
	reader.open("/s/330483/organs/330483-town/")
	reader.picture("platform")
	reader.open("/s/330483/organs/330483-town/reports")
	reader.press(`main a[href="` + publicReport + `"]`)
	reader.sees(append(chapters, "平台公开76条，回应留言9条")...)
	reader.picture("public-report")
	page := map[string]string{}
	for _, row := range ask[[][]string](reader, `[...document.querySelectorAll(".g-sheet tr")].map(r => [[...r.querySelectorAll("th[scope=row]")].map(h => h.innerText.trim()).join(" "), ...[...r.querySelectorAll("td")].map(d => d.innerText.trim())])`) {
		page[row[0]] = strings.Join(row[1:], " ")
	}
	if got, want := page["一、本年新收政府信息公开申请数量"], "4 1 0 0 0 0 5"; got != want {
		t.Errorf("new requests on the page: %q, want %q", got, want)
	}
	takeAway(t, site, reader.hrefs("#files + ul a"))
}

// value is what a field holds.
func (v *visitor) value(selector string) string {
	v.t.Helper()
	return ask[string](v, fmt.Sprintf(`document.querySelector(%s).value`, quoted(selector)))
}

// absolute is an address of the page as a path of the site.
func absolute(t *testing.T, from, href string) string {
	t.Helper()
	base, err := url.Parse(from)
	if err != nil {
		t.Fatalf("address %q: %v", from, err)
	}
	to, err := base.Parse(href)
	if err != nil {
		t.Fatalf("address %q: %v", href, err)
	}
	return to.RequestURI()
}
