package e2e

import (
	"slices"
	"strings"
	"testing"
)

// A published report is corrected: the public sees the new edition, and the old one
// stays readable and says that it was replaced, and why.
func TestCorrection(t *testing.T) {
	t.Parallel()
	const (
		work   = "/work/o/330683-bureau/reports/2022"
		public = "/s/330683/organs/330683-bureau/reports/2022/"
		note   = "更正第四部分的文字表述。"
		added  = "本年度复议、诉讼案件均已审结。"
	)
	site := serve(t)
	clerk := site.visit(t).signIn("330683", "bureau-clerk")
	clerk.open(work)
	clerk.write("#step-correct textarea[name=note]", note)
	clerk.press("#step-correct button")
	clerk.sees("已开始更正", note)
	clerk.press(`a[href$="/sections/remedies.note"]`)
	clerk.append("#body", added)
	clerk.click("保存")
	clerk.open(work)

	reader := site.visit(t)
	reader.open(public)
	if strings.Contains(reader.text("main"), added) {
		t.Error("the correction is public before it was signed")
	}
	if slices.Contains(clerk.texts("button"), "全部确认") {
		clerk.click("全部确认")
	}
	for _, step := range []struct{ login, find, do string }{
		{"bureau-reviewer", "去校核", "校核通过"}, {"bureau-signer", "去签发", "签发"},
	} {
		person := site.visit(t).signIn("330683", step.login)
		person.click(step.find)
		person.click(step.do)
	}
	clerk.open("/work/")
	clerk.click("去报送")
	clerk.click("报送主管部门")
	clerk.click("发布")

	reader.open(public)
	reader.sees(added, "更正说明："+note, "第2版（更正）")
	reader.picture("new-edition")
	reader.click("第1版")
	reader.sees("这是已被更正的第1版", "第2版")
	if strings.Contains(reader.text("main"), added) {
		t.Error("the old edition has the words of the new one")
	}
	reader.picture("old-edition")
	reader.click("查看最新一版")
	reader.sees(added)
}
