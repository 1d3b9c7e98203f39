package e2e

import (
	"slices"
	"strings"
	"testing"
)

// A town with nothing to report takes its report from opening to submission in one
// sitting, and every zero stands on a register that somebody attested.
func TestZeroReport(t *testing.T) {
	withAndWithoutScripts(t, zeroReport)
}

// zeroReportClicks is how many presses of the mouse the whole way may cost the three
// people together, typing and signing in left out.
const zeroReportClicks = 16

func zeroReport(t *testing.T, site *server) {
	clerk := site.visit(t).signIn("231084", "town-clerk")
	reviewer := site.visit(t).signIn("231084", "town-reviewer")
	signer := site.visit(t).signIn("231084", "town-signer")
	signingIn := clerk.clicks + reviewer.clicks + signer.clicks

	clerk.click("开始编制") // in the list of what waits
	clerk.click("开始编制") // in the form, for the year that is due
	clerk.sees("宁安市镜泊镇人民政府2022年政府信息公开工作年度报告")
	for {
		open := clerk.texts("[aria-labelledby=tasks] li:first-child a")
		if len(open) == 0 {
			break
		}
		clerk.press("[aria-labelledby=tasks] li:first-child a")
		clerk.write("#body", "一是主动公开的信息种类偏少；二是解读形式以文字为主。今后将充实惠农政策内容，增加图解。")
		clerk.click("保存")
		clerk.click("返回报告")
		if slices.Contains(clerk.texts("[aria-labelledby=tasks] li:first-child a"), open[0]) {
			t.Fatalf("“%s” was written and is still open", open[0])
		}
	}
	clerk.click("全部确认")
	clerk.picture("drawn-up")
	zeros := everyCell(t, clerk)
	registers := clerk.texts("[aria-labelledby=attest] tbody tr")
	if len(registers) != 23 {
		t.Errorf("%d registers stand under the report, want all 23", len(registers))
	}
	t.Logf("%d cells are 0, %d registers were attested", zeros, len(registers))
	for _, row := range registers {
		if !strings.Contains(row, "已确认") || !strings.Contains(row, "周小满") {
			t.Errorf("the register %q was not attested by the clerk", row)
		}
	}
	clerk.click("待办")
	reviewer.open("/work/")
	reviewer.click("去校核")
	reviewer.click("校核通过")
	signer.open("/work/")
	signer.click("去签发")
	signer.click("签发")
	signer.sees("封存摘要")
	clerk.open("/work/")
	clerk.click("去报送")
	clerk.click("报送主管部门")
	clerk.sees("已报送")
	clerk.picture("submitted")

	clicks := clerk.clicks + reviewer.clicks + signer.clicks - signingIn
	t.Logf("a report of zeros from opening to submission: %d clicks of three people, and %d to sign in", clicks, signingIn)
	if clicks > zeroReportClicks {
		t.Errorf("a report of zeros takes %d clicks, want at most %d", clicks, zeroReportClicks)
	}
}

// zeroReportCells is how many numbers the three tables of the format hold.
const zeroReportCells = 200

// everyCell checks that each number of the three tables is 0 and returns how many
// there are.
func everyCell(t *testing.T, v *visitor) int {
	t.Helper()
	cells := v.texts(".g-sheet td")
	if len(cells) != zeroReportCells {
		t.Errorf("the tables have %d cells, want %d", len(cells), zeroReportCells)
	}
	for i, shown := range cells {
		if shown != "0" {
			t.Errorf("cell %d of %d shows %q, want 0", i+1, len(cells), shown)
		}
	}
	return len(cells)
}
