package workbench

import (
	"bytes"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"

	"gongkai/internal/register"
)

const (
	upload = requests + "/import"
	header = "登记编号,申请人类型,申请人,申请方式,申请内容,收到日期,延长工作日数"
)

func act(what string) url.Values { return url.Values{"act": {what}} }

// settled asks for an import's page until nothing is under way.
func (b *browser) settled(path string) answer {
	b.w.t.Helper()
	for range 200 {
		a := b.get(path)
		if a.doc == nil || !strings.Contains(string(a.body), `http-equiv="refresh"`) {
			return a
		}
		time.Sleep(20 * time.Millisecond)
	}
	b.w.t.Fatalf("%s is still under way", path)
	return answer{}
}

func (b *browser) uploaded(name string, file io.Reader) string {
	b.w.t.Helper()
	a := b.send(upload, name, file)
	if a.status != http.StatusSeeOther {
		b.w.t.Fatalf("upload = %d, want 303: %s", a.status, a.text())
	}
	return a.location
}

func TestAnImportIsExaminedConfirmedAndDone(t *testing.T) {
	w := newWorld(t)
	b := w.as("clerk")
	b.get(upload).want(http.StatusOK, "填好的表格", "下载政府信息公开申请导入模板")
	page := b.uploaded("一月.csv", lines(header, "2025-001,自然人,张某某,互联网,某方案,2025年1月3日,", "2025-002,商业企业,某公司,当面,某批文,2025/1/6,10"))
	b.settled(page).want(http.StatusOK, "检查通过", "将新增", "确认导入", "一月.csv")
	if _, err := w.registers.Import(t.Context(), w.clerk(), register.Import{SiteID: "s", OrganID: "town", Register: "request", DryRun: true}, noRows{}, nil); err != nil {
		t.Fatal(err)
	}
	b.get(requests).want(http.StatusOK, "还没有登记")
	b.get(townPages+"/").want(http.StatusOK, "导入政府信息公开申请", "一月.csv")
	b.get(page)
	b.post(page, act("confirm")).want(http.StatusSeeOther)
	b.settled(page).want(http.StatusOK, "导入完成")
	if got := w.record("2025-002"); got.Value("extension") != "10" || got.Value("received_on") != "2025-01-06" {
		t.Errorf("record = %v, want what the file says", got.Values)
	}
	b.post(page, act("confirm")).want(http.StatusConflict, "现在不能导入")
	b.post(page, act("discard")).want(http.StatusConflict, "已经开始导入")
	w.as("auditor").get(townPages+"/trail").want(http.StatusOK, "导入：政府信息公开申请", "新增2条，修改0条，未变0条")

	again := b.uploaded("一月.csv", lines(header, "2025-001,自然人,张某某,互联网,某方案,2025年1月3日,", "2025-002,商业企业,某公司,当面,某批文,2025/1/6,12"))
	b.settled(again).want(http.StatusOK, "将修改", "没有变化")
	b.post(again, act("discard")).want(http.StatusSeeOther)
	b.get(again).want(http.StatusNotFound)
	if got := w.record("2025-002"); got.Version != 1 {
		t.Errorf("version = %d after a file was discarded, want 1", got.Version)
	}
}

type noRows struct{}

func (noRows) Rows(func(register.SheetRow) error) error { return nil }

func TestAnImportWithProblemsWritesNothing(t *testing.T) {
	w := newWorld(t)
	b := w.as("clerk")
	page := b.uploaded("坏.csv", lines(header,
		"2025-001,自然人,张某某,互联网,好的一行,2025-01-03,",
		"2025-002,外星人,张某某,互联网,某方案,2025-02-30,5个",
		"2025-001,自然人,李某某,互联网,又一个001,2025-01-03,",
		",自然人,李某某,互联网,没有编号,2025-01-03,"))
	a := b.settled(page).want(http.StatusOK, "发现5处问题，一条也没有写入", "“外星人”不在可选范围内", "可以选择：自然人", "“2025-02-30”不是一个存在的日期", "F3",
		"“5个”里带有单位", "G3", "编号“2025-001”在文件里出现了两次，前一次在第2行", "登记编号没有填写", "A5", "坏", "更正后重新上传")
	if strings.Contains(a.text(), "确认导入") {
		t.Error("a file with problems can be confirmed")
	}
	b.post(page, act("confirm")).want(http.StatusConflict)
	b.get(requests).want(http.StatusOK, "还没有登记")
	b.get(townPages+"/").want(http.StatusOK, "有5处问题")
	if a := b.post(page, act("again")); a.location != upload {
		t.Errorf("uploading again leads to %q, want %q", a.location, upload)
	}
	b.get(page).want(http.StatusNotFound)
	b.get(upload)
	b.post(page, act("burn")).want(http.StatusNotFound)
}

func TestAMergedCellIsAProblemWithItsPlace(t *testing.T) {
	w := newWorld(t)
	b := w.as("clerk")
	f := excelize.NewFile()
	for i, row := range []string{header, "2025-001,自然人,张某某,互联网,某方案,2025-01-03,", "2025-002,自然人,,互联网,某方案,2025-01-03,"} {
		for c, text := range strings.Split(row, ",") {
			name, err := excelize.CoordinatesToCellName(c+1, i+1)
			w.must(err)
			w.must(f.SetCellStr("Sheet1", name, text))
		}
	}
	w.must(f.MergeCell("Sheet1", "C2", "C3"))
	var file bytes.Buffer
	w.must(f.Write(&file))
	b.settled(b.uploaded("合并.xlsx", &file)).want(http.StatusOK, "申请人在合并单元格里", "C2", "C3", "Sheet1", "请取消合并")
}

func TestAnOldSpreadsheetsChineseIsRead(t *testing.T) {
	w := newWorld(t)
	b := w.as("clerk")
	text, err := simplifiedchinese.GB18030.NewEncoder().String(header + "\r\n2025-001,自然人,张㛃,互联网,镕基路方案,2025-01-03,\r\n")
	w.must(err)
	page := b.uploaded("GB.csv", strings.NewReader(text))
	b.settled(page).want(http.StatusOK, "检查通过")
	b.post(page, act("confirm")).want(http.StatusSeeOther)
	b.settled(page).want(http.StatusOK, "导入完成")
	if got := w.record("2025-001").Value("applicant_name"); got != "张㛃" {
		t.Errorf("applicant_name = %q, want 张㛃", got)
	}
}

func TestFilesThatAreNoTable(t *testing.T) {
	w := newWorld(t)
	b := w.as("clerk")
	for name, tt := range map[string]struct{ content, want string }{
		"照片.png":  {"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR", "不是表格文件"},
		"旧.xls":   {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600), "旧版格式"},
		"空.csv":   {"", "没有内容"},
		"坏.xlsx":  {"PK\x03\x04 not really", "已经损坏"},
		"../../x": {"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR", "不是表格文件"},
	} {
		b.get(upload)
		b.send(upload, name, strings.NewReader(tt.content)).want(http.StatusUnprocessableEntity, tt.want)
	}
	b.get(upload)
	b.settled(b.uploaded("别的.csv", lines("姓名,电话", "张三,123"))).want(http.StatusOK, "没有找到表头")
	open, err := w.imports.Open(t.Context(), "s", "town")
	if err != nil || len(open) != 1 {
		t.Errorf("Open() = %v, %v, want only the file that is a table", open, err)
	}
}

// zeros is a file of a given size that nobody holds in memory.
type zeros struct{ left int64 }

func (z *zeros) Read(p []byte) (int, error) {
	if z.left == 0 {
		return 0, io.EOF
	}
	n := min(int64(len(p)), z.left)
	for i := range p[:n] {
		p[i] = 'a'
	}
	z.left -= n
	return int(n), nil
}

func TestAFileOf200MegabytesIsRefusedInWords(t *testing.T) {
	w := newWorld(t)
	b := w.as("clerk")
	b.get(upload)
	b.send(upload, "大.csv", &zeros{left: 200 << 20}).want(http.StatusRequestEntityTooLarge, "文件超过50.0 MB")
	open, err := w.imports.Open(t.Context(), "s", "town")
	if err != nil || len(open) != 0 {
		t.Errorf("Open() = %v, %v after a refused file, want none", open, err)
	}
}

func TestAnImportOfASealedYearNeedsAReason(t *testing.T) {
	w := newWorld(t)
	b := w.as("clerk")
	w.seal(2024)
	form := requestForm("2024-001")
	form.Set("received_on", "2024-03-04")
	b.post(requests+"/new", form).want(http.StatusConflict, "2024年度报告已经计入这条", "更正原因和依据")
	form.Set("_reason", "漏登，补登")
	b.post(requests+"/new", form).want(http.StatusSeeOther)

	page := b.uploaded("补登.csv", lines(header, "2024-002,自然人,张某某,互联网,某方案,2024-05-03,"))
	b.settled(page).want(http.StatusOK, "必须说明原因", "更正原因和依据")
	b.post(page, act("confirm")).want(http.StatusUnprocessableEntity, "更正原因和依据没有填写")
	b.post(page, url.Values{"act": {"confirm"}, "_reason": {"档案室补交"}}).want(http.StatusSeeOther)
	b.settled(page).want(http.StatusOK, "导入完成")
	b.get(requests+"/record"+numberQuery("2024-002")).want(http.StatusOK, "更正（补登）", "原因：档案室补交")
}

func TestImportsOfOtherOrgansAreNotThere(t *testing.T) {
	w := newWorld(t)
	page := w.as("clerk").uploadedAfter(upload)
	other := w.as("neighbour")
	id := page[strings.LastIndex(page, "/")+1:]
	other.get("/work/o/other/imports/" + id).want(http.StatusNotFound)
	other.post("/work/o/other/imports/"+id, act("confirm")).want(http.StatusNotFound)
	other.post("/work/o/other/imports/"+id, act("discard")).want(http.StatusNotFound)
	w.asOf("x", "clerk").get("/work/o/xroot/imports/" + id).want(http.StatusNotFound)
}

func (b *browser) uploadedAfter(path string) string {
	b.get(path)
	return b.uploaded("a.csv", lines(header, "2025-001,自然人,张某某,互联网,某方案,2025-01-03,"))
}
