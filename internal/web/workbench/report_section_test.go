package workbench_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"gongkai/internal/annualreport/narrate"
	"gongkai/internal/web/ui/htmltest"
)

// textOf is the text in the editor, as it is stored.
func textOf(a answer) string { return narrate.ReadLabels(shownText(a)) }

// shownText is the text in the editor, as people read it.
func shownText(a answer) string {
	for _, n := range htmltest.Find(a.doc, "textarea#body") {
		return rawText(n)
	}
	return ""
}

func previewOf(a answer) string {
	text := ""
	for _, n := range htmltest.Find(a.doc, "section .g-prose") {
		text = htmltest.Text(n)
	}
	return text
}

func TestEverySectionIsEditable(t *testing.T) {
	w := newReportWorld(t)
	clerk := w.begin()
	var editors []string
	for _, n := range htmltest.Find(clerk.page(townReport).doc, "h3 a.g-act") {
		href, _ := htmltest.Attr(n, "href")
		editors = append(editors, href)
	}
	if len(editors) < 14 {
		t.Fatalf("the report leads to %d editors, want one for each section: %v", len(editors), editors)
	}
	for _, address := range editors {
		a := clerk.page(address)
		text := "改写" + strings.TrimPrefix(address, townReport+"/sections/") + "，<b>公开</b>{{item.total}}条。"
		saved := clerk.press(a, "保存", url.Values{"body": {text}})
		if saved.path != address || textOf(saved) != text {
			t.Errorf("%s saved = %d %q, want %q", address, saved.status, textOf(saved), text)
		}
		if got := previewOf(saved); !strings.Contains(got, "<b>公开</b>7条") || len(htmltest.Find(saved.doc, ".g-prose b")) != 0 {
			t.Errorf("%s reads %q, want the figure put in and the markup as text", address, got)
		}
	}
	if got := len(w.report().Sections); got != len(editors) {
		t.Errorf("the report has %d sections and %d editors", got, len(editors))
	}
}

func TestTextIsChangedInTheFormAndSavedOnlyByItsButton(t *testing.T) {
	w := newReportWorld(t)
	clerk := w.begin()
	address := townReport + "/sections/overview.proactive"
	stored := w.report().Sections["overview.proactive"]
	a := clerk.press(clerk.page(address), "预览", url.Values{"body": {"今年公开政府信息7条，答复3件，培训{{training.sessions}}次。"}})
	if a.status != http.StatusOK || !strings.Contains(previewOf(a), "培训1次") || !strings.Contains(a.main(), "尚未保存") {
		t.Fatalf("preview = %d %q, want the text with its figure", a.status, previewOf(a))
	}
	if shown := shownText(a); !strings.Contains(shown, "培训{{培训次数}}次") {
		t.Errorf("the editor shows %q, want the figure by its label", shown)
	}
	marks := htmltest.Find(a.doc, ".g-prose mark")
	if len(marks) != 2 || !strings.Contains(htmltest.Text(marks[0]), "7条") || !strings.Contains(a.main(), "有2个数字没有来源") {
		t.Errorf("marked in the preview = %d, want both typed numbers and a notice", len(marks))
	}
	if n := len(htmltest.Find(a.doc, "[name=justify]")); n != 2 {
		t.Fatalf("typed numbers listed = %d, want 2", n)
	}
	a = clerk.press(a, "主动公开政府信息总数", url.Values{"reason-" + offsetOf(a, "3件"): {"据信访件登记"}}) // 7 items: offered by value
	if got := textOf(a); !strings.Contains(got, "政府信息{{item.total}}条，答复3件") {
		t.Errorf("bound by one click = %q", got)
	}
	reason, _ := htmltest.Attr(htmltest.Find(a.doc, "input[name=reason-"+offsetOf(a, "3件")+"]")[0], "value")
	if reason != "据信访件登记" {
		t.Errorf("the reason typed beside the other number = %q, want it kept", reason)
	}
	a = clerk.pressValue(a, "justify", offsetOf(a, "3件"), nil)
	if got := textOf(a); !strings.Contains(got, "{{=3|据信访件登记}}件") || len(htmltest.Find(a.doc, "[name=justify]")) != 0 {
		t.Errorf("justified = %q, want the reason in the text and no number left", got)
	}
	a = clerk.press(a, "在末尾插入", url.Values{"figure": {"req.denied.total"}})
	if got := textOf(a); !strings.HasSuffix(got, "{{req.denied.total}}") || !strings.HasSuffix(previewOf(a), "次。1") {
		t.Errorf("inserted = %q reads %q", got, previewOf(a))
	}
	if got := w.report().Sections["overview.proactive"]; got != stored {
		t.Errorf("stored text = %q before saving, want it untouched", got)
	}
	saved := clerk.press(a, "保存", nil)
	if got := w.report().Sections["overview.proactive"]; got != textOf(a) || saved.status != http.StatusOK {
		t.Errorf("stored text = %q after saving, want %q", got, textOf(a))
	}
	back := clerk.press(saved, "恢复系统模板", nil)
	if textOf(back) != stored {
		t.Errorf("template = %q, want %q", textOf(back), stored)
	}
	clerk.press(back, "保存", nil)
	opened := clerk.page(address)
	if strings.Contains(textOf(opened), "{{?") || !strings.Contains(textOf(opened), "{{item.total}}条") {
		t.Errorf("a template opens as %q, want sentences with bound figures", textOf(opened))
	}
	clerk.press(opened, "保存", nil)
	if got := w.report().Sections["overview.proactive"]; got != stored {
		t.Errorf("stored text = %q after saving an opened template unchanged, want the template still", got)
	}
}

func TestTemplateIsOpenedToPlainText(t *testing.T) {
	w := newReportWorld(t)
	clerk := w.begin()
	a := clerk.press(clerk.page(townReport+"/sections/overview.on_request"), "预览", url.Values{
		"body": {"{{@year}}年{{?item.total: 公开{{item.total}}条 | 没有公开}}，答复{{=3|据台账}}件，{{*req.received_new.total}}，旧数{{no.such}}。"},
	})
	opened := clerk.press(a, "展开为普通文字", nil)
	want := "2024年公开{{item.total}}条，答复{{=3|据台账}}件，自然人{{req.received_new.natural_person}}件"
	if got := textOf(opened); !strings.HasPrefix(got, want) || !strings.HasSuffix(got, "旧数{{no.such}}。") {
		t.Errorf("opened = %q, want the choices made and the figures still bound, as %q", got, want)
	}
	if previewOf(opened) != previewOf(a) {
		t.Errorf("opened reads %q, want as before: %q", previewOf(opened), previewOf(a))
	}
}

// offsetOf is where the form says that a typed number stands.
func offsetOf(a answer, number string) string {
	for _, n := range htmltest.Find(a.doc, "input[type=hidden]") {
		name, _ := htmltest.Attr(n, "name")
		value, _ := htmltest.Attr(n, "value")
		if value == number && strings.HasPrefix(name, "number-") {
			return strings.TrimPrefix(name, "number-")
		}
	}
	return ""
}

func TestRefusedEditsKeepWhatWasTyped(t *testing.T) {
	w := newReportWorld(t)
	clerk := w.begin()
	address := townReport + "/sections/overview.proactive"
	typed := "今年答复3件，</textarea><script>alert(1)</script>待改。"
	a := clerk.press(clerk.page(address), "预览", url.Values{"body": {typed}})
	place := offsetOf(a, "3件")
	tests := []struct {
		name, button, value string
		changed             url.Values
		want                string
	}{
		{"no figure chosen", "do", "append", url.Values{"figure": {""}}, "请先选择"},
		{"an unknown label", "bind", place, url.Values{"figure-" + place: {"{{新收申请总}}"}}, "请从列表中选择指标"},
		{"not a figure", "bind", place, url.Values{"figure-" + place: {"十三件"}}, "请从列表中选择指标"},
		{"no reason", "justify", place, url.Values{"reason-" + place: {" "}}, "请写明数字的来源"},
		{"a reason with braces", "justify", place, url.Values{"reason-" + place: {"{{x}}"}}, "请写明数字的来源"},
		{"too long", "do", "save", url.Values{"body": {strings.Repeat("长", 20001)}}, "超过20000个字"},
		{"the number is gone", "justify", place, url.Values{"body": {"今年没有答复。"}}, "文字已经改动"},
	}
	for _, tt := range tests {
		got := clerk.pressValue(a, tt.button, tt.value, tt.changed)
		want := typed
		if tt.changed.Has("body") {
			want = tt.changed.Get("body")
		}
		if got.status != http.StatusUnprocessableEntity || !strings.Contains(got.main(), tt.want) || textOf(got) != want {
			t.Errorf("%s = %d %.60q, want 422, %q and the text kept", tt.name, got.status, textOf(got), tt.want)
		}
		if scripts := htmltest.Find(got.doc, "main script"); len(scripts) != 0 {
			t.Errorf("%s: the text became markup", tt.name)
		}
	}
}

func TestConflictShowsBothTexts(t *testing.T) {
	w := newReportWorld(t)
	clerk := w.begin()
	second := w.signIn("clerk2")
	address := townReport + "/sections/overview.proactive"
	mine, other := clerk.page(address), second.page(address)
	elsewhere := second.page(townReport + "/sections/overview.platform")

	second.press(other, "保存", url.Values{"body": {"别人写的文字。"}})
	got := clerk.press(mine, "保存", url.Values{"body": {"我写的文字。"}})
	if got.status != http.StatusConflict || textOf(got) != "我写的文字。" || !strings.Contains(got.main(), "别人写的文字。") {
		t.Fatalf("conflict = %d, typed %q\n%s\nwant 409 with both texts", got.status, textOf(got), got.said())
	}
	if stored := w.report().Sections["overview.proactive"]; stored != "别人写的文字。" {
		t.Errorf("stored = %q, want the other's text untouched", stored)
	}
	clerk.press(got, "保存", url.Values{"body": {"我写的和别人写的文字。"}})
	if stored := w.report().Sections["overview.proactive"]; stored != "我写的和别人写的文字。" {
		t.Errorf("stored = %q after merging, want the merged text", stored)
	}
	// Two people in two sections do not disturb one another.
	kept := second.press(elsewhere, "保存", url.Values{"body": {"平台建设的文字。"}})
	if kept.status != http.StatusOK || w.report().Sections["overview.platform"] != "平台建设的文字。" {
		t.Errorf("saving another section = %d, want it taken", kept.status)
	}
}

func TestOwnTemplateServesTheNextReport(t *testing.T) {
	w := newReportWorld(t)
	clerk := w.begin()
	address := townReport + "/sections/other.matters"
	a := clerk.press(clerk.page(address), "存为本机关模板", url.Values{"body": {"本机关没有其他事项。"}})
	if !strings.Contains(a.main(), "已存为本机关模板") || textOf(a) != "本机关没有其他事项。" {
		t.Errorf("save template = %d %q, want a notice and the text kept", a.status, textOf(a))
	}
	clerk.press(clerk.page("/work/o/town/reports"), "开始编制", url.Values{"year": {"2023"}})
	if got := textOf(clerk.page("/work/o/town/reports/2023/sections/other.matters")); got != "本机关没有其他事项。" {
		t.Errorf("the report of another year begins with %q, want the organ's template", got)
	}
}

func TestSentencesOfChapterFiveAreInsertedByOneClick(t *testing.T) {
	w := newEmptyReportWorld(t)
	clerk := w.begin()
	a := clerk.page(townReport + "/sections/improvement.problems")
	buttons := htmltest.Find(a.doc, "button[name=add]")
	if len(buttons) == 0 {
		t.Fatalf("no sentence is suggested: %s", a.said())
	}
	value, _ := htmltest.Attr(buttons[0], "value")
	before := textOf(a)
	a = clerk.pressValue(a, "add", value, nil)
	if got := textOf(a); !strings.HasPrefix(got, before) || len(got) <= len(before) {
		t.Errorf("inserted = %q, want more than %q", got, before)
	}
}

func TestSealedTextIsOnlyShown(t *testing.T) {
	w := newReportWorld(t)
	clerk := w.begin()
	address := townReport + "/sections/overview.proactive"
	editor := clerk.page(address)
	clerk.press(clerk.page(townReport), "全部确认", nil)
	reviewer := w.signIn("reviewer")
	reviewer.press(reviewer.page(townReport), "校核通过", nil)
	for _, u := range []*reportUser{clerk, reviewer} {
		a := u.page(address)
		if len(htmltest.Find(a.doc, "textarea")) != 0 || previewOf(a) == "" {
			t.Errorf("the editor of a checked report has a text box or no text: %s", a.said())
		}
	}
	got := clerk.press(editor, "保存", url.Values{"body": {"偷偷改动。"}})
	if got.status != http.StatusConflict || strings.Contains(w.report().Sections["overview.proactive"], "偷偷") {
		t.Errorf("saving into a checked report = %d, want 409 and nothing changed", got.status)
	}
	if !strings.Contains(got.body, "偷偷改动") {
		t.Error("what was typed is lost")
	}
}

// TestFiguresAreWrittenInChinese: a clerk meets no stable name in the editor.
func TestFiguresAreWrittenInChinese(t *testing.T) {
	w := newReportWorld(t)
	clerk := w.begin()
	a := clerk.page(townReport + "/sections/overview.on_request")
	codes := htmltest.Find(a.doc, "[aria-labelledby=figure-list] code")
	if len(codes) < 200 {
		t.Errorf("figures listed = %d, want every one", len(codes))
	}
	latin := func(s string) bool {
		return strings.ContainsFunc(s, func(r rune) bool { return r >= 'a' && r <= 'z' })
	}
	for _, n := range codes {
		if latin(htmltest.Text(n)) {
			t.Errorf("a figure is written %s, want its label", htmltest.Text(n))
		}
	}
	if latin(shownText(a)) {
		t.Errorf("the text reads %q, want labels", shownText(a))
	}
	a = clerk.press(a, "预览", url.Values{"body": {"答复3件，{{主动公开总数＋培训次数}}，{{没有的指标}}，{{no.such}}。"}})
	if got := textOf(a); !strings.Contains(got, "{{item.total+training.sessions}}") || !strings.Contains(got, "{{没有的指标}}") {
		t.Errorf("read as %q, want names, and an unknown label as typed", got)
	}
	if !strings.Contains(a.main(), "“没有的指标”不是指标名称") {
		t.Errorf("the unknown label is not reported: %s", a.said())
	}
	place := offsetOf(a, "3件")
	a = clerk.pressValue(a, "bind", place, url.Values{"figure-" + place: {"新收申请总数"}})
	if got := textOf(a); !strings.HasPrefix(got, "答复{{req.received_new.total}}件") {
		t.Errorf("bound by its label = %q", got)
	}
}
