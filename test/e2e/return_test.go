package e2e

import (
	"testing"
)

// A county's supervisor returns a report with a reason; the town mends it, other
// people than its author check and sign it again, and it is accepted. The county's
// sums lead back to the organ and to the record.
func TestReturn(t *testing.T) {
	withAndWithoutScripts(t, returned)
}

func returned(t *testing.T, site *server) {
	const reason = "表二说明未写明行政许可情况，请补充后再报。"
	supervisor := site.visit(t).signIn("330683", "supervisor")
	supervisor.click("报送情况")
	supervisor.sees("嵊州市谷来镇人民政府", "已报送", "2023-01-13")
	supervisor.picture("board")
	supervisor.unfold("退回")
	supervisor.write("#note-330683-town", reason)
	supervisor.press("button[name=step][value=return]")
	supervisor.sees("已退回")

	clerk := site.visit(t).signIn("330683", "town-clerk")
	clerk.sees("修改被退回的年度报告", reason)
	clerk.picture("returned")
	clerk.click("去修改")
	clerk.sees("主管部门退回：" + reason)
	clerk.click("开始修改")
	clerk.press(`a[href$="/sections/proactive.note"]`)
	clerk.write("#body", "本年度本机关没有办理行政许可。")
	clerk.click("保存")
	clerk.click("返回报告")
	clerk.sees("本年度本机关没有办理行政许可。")
	sign(site, t, "330683", "-again")
	clerk.open("/work/")
	clerk.click("去报送")
	clerk.click("报送主管部门")
	clerk.sees("已报送")

	supervisor.open("/work/")
	supervisor.click("报送情况")
	supervisor.click("打开报告审核")
	supervisor.press("button[name=step][value=accept]")
	supervisor.sees("已审核通过。")
	supervisor.open("/work/")
	supervisor.click("报送情况")
	supervisor.sees("审核通过")
	rollUp(supervisor)
}

// rollUp follows a sum of the county to the organs that make it up, and one of these
// to its records.
func rollUp(v *visitor) {
	v.t.Helper()
	v.press(`.g-work-nav a[href$="/rollup/2022"]`)
	v.picture("roll-up")
	const cell = `.g-sheet a[href$="/cells/req.received_new.total"]`
	if got := v.text(cell); got != "6" {
		v.t.Errorf("the county's new requests are %q, want 6", got)
	}
	v.press(cell)
	v.sees("嵊州市文化广电旅游局", "嵊州市谷来镇人民政府")
	v.picture("organs-of-a-sum")
	v.press(`.g-list a[href$="/figures/req.received_new.total"]`)
	if got := recordsShown(v); got != 6 {
		v.t.Errorf("behind 6 new requests there are %d records", got)
	}
	v.press(`.g-list tbody a[href*="/record?"]`)
	v.sees("2022-00")
	v.picture("record")
}
