package e2e

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// killedAfter is how long after the click the program is killed: the click has
// arrived, and most of the work is still to be done.
const killedAfter = 700 * time.Millisecond

// The power fails in the middle of an import. The program comes back on the same
// data, and the import is finished or not begun, never in between, and says which.
// What was begun is finished without anybody's doing once the job's lease has run
// out.
func TestInterruptedImport(t *testing.T) {
	t.Parallel()
	site := serve(t)
	clerk := site.visit(t).signIn("330483", "town-clerk")
	if n := recordsOf2025(clerk); n != 0 {
		t.Fatalf("the sample has %d records of 2025, want none", n)
	}
	upload(clerk, ledgerOf(t, importedRows))
	waitFor(clerk, "检查通过")
	address := clerk.path()
	clerk.unfold("确认导入") // without waiting for the answer
	time.Sleep(killedAfter)
	site.kill()

	site.start()
	again := site.visit(t).signIn("330483", "town-clerk")
	found := recordsOf2025(again)
	if found != 0 && found != importedRows {
		t.Errorf("%d records were written, want none or all %d", found, importedRows)
	}
	again.open(address)
	said := ""
	for _, words := range []string{"检查通过", "正在导入", "导入完成"} {
		if strings.Contains(again.text("main"), words) {
			said = words
		}
	}
	t.Logf("killed %v after the click: %d records, and the page says %q", killedAfter, found, said)
	again.picture("after-the-kill")
	switch said {
	case "":
		t.Fatalf("the import's page does not say whether it is done: %s", again.text("main"))
	case "检查通过":
		again.click("确认导入")
	}
	waitFor(again, "导入完成")
	again.picture("imported")
	if n := recordsOf2025(again); n != importedRows {
		t.Errorf("after the import %d records, want %d", n, importedRows)
	}
}

// importedRows are enough for the import to take longer than a page.
const importedRows = 60_000

var counted = regexp.MustCompile(`2025年共(\d+)条`)

// recordsOf2025 reads from the list of items how many there are of that year.
func recordsOf2025(v *visitor) int {
	v.t.Helper()
	v.open("/work/o/330483-town/registers/disclosure_item?year=2025")
	found := counted.FindStringSubmatch(v.text("main"))
	if found == nil {
		v.t.Fatalf("the list does not say how many records 2025 has: %s", v.text("main"))
	}
	n, err := strconv.Atoi(found[1])
	if err != nil {
		v.t.Fatalf("the list counts %q records: %v", found[1], err)
	}
	return n
}

// ledgerOf writes a file of disclosure items of 2025 to be imported.
func ledgerOf(t *testing.T, rows int) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "公开信息.csv")
	out, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	w := csv.NewWriter(out)
	records := [][]string{{"索引号", "名称", "信息类别", "公开渠道", "渠道名称", "栏目", "发布日期"}}
	for i := range rows {
		records = append(records, []string{
			fmt.Sprintf("001008004005097/2025-%05d", i+1), fmt.Sprintf("第%d期便民服务信息", i+1),
			"", "政府信息公开平台", "桐乡市政府信息公开平台", "工作动态", "2025-01-06",
		})
	}
	err = w.WriteAll(records)
	if err != nil {
		t.Fatal(err)
	}
	return name
}

// upload gives a file to the form that imports disclosure items.
func upload(v *visitor, name string) {
	v.t.Helper()
	v.open("/work/o/330483-town/registers/disclosure_item?year=2025")
	v.click("从表格导入")
	v.run("choose a file", chromedp.SetUploadFiles(chromedp.CSS("input[type=file]"), []string{name}))
	v.click("上传并检查")
}

// leaseAndMore is longer than a job of a program that was killed is held for it.
const leaseAndMore = 3 * time.Minute

// waitFor opens the page again until it says something.
func waitFor(v *visitor, words string) {
	v.t.Helper()
	for end := time.Now().Add(leaseAndMore); time.Now().Before(end); time.Sleep(500 * time.Millisecond) {
		if strings.Contains(v.text("main"), words) {
			return
		}
		v.turn("look again", chromedp.Reload())
	}
	v.t.Fatalf("%s does not come to say %q: %s", v.path(), words, v.text("main"))
}
