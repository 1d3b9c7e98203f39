package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"gongkai/internal/docfile/font"
	"gongkai/internal/docfile/page/pagetest"
	"gongkai/internal/document"
)

func write(t testing.TB, doc *document.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	err := Write(&b, doc, nil)
	if err != nil {
		t.Fatalf("Write(%s): %v", doc.Title, err)
	}
	return b.Bytes()
}

// unpacked joins all compressed streams of a file, object streams among them.
func unpacked(t testing.TB, file []byte) string {
	t.Helper()
	var all strings.Builder
	for _, at := range regexp.MustCompile(`>>\nstream\n`).FindAllIndex(file, -1) {
		reader, err := zlib.NewReader(bytes.NewReader(file[at[1]:]))
		if err != nil {
			continue // metadata is not compressed
		}
		content, err := io.ReadAll(reader)
		if err != nil {
			t.Fatalf("unpack stream at %d: %v", at[1], err)
		}
		all.Write(content)
		all.WriteByte('\n')
	}
	return all.String()
}

func strict() *model.Configuration {
	api.DisableConfigDir()
	configuration := model.NewDefaultConfiguration()
	configuration.ValidationMode = model.ValidationStrict
	return configuration
}

func TestFilesAreValid(t *testing.T) {
	for _, doc := range []*document.Document{
		pagetest.Report(), pagetest.Letter(), pagetest.Register(4, 11), {Title: "空白文件", Date: "2025-01-01"}, {Date: "2025-01-01"},
	} {
		err := api.Validate(bytes.NewReader(write(t, doc)), strict())
		if err != nil {
			t.Errorf("Validate(%s) = %v", doc.Title, err)
		}
	}
}

func TestMetadata(t *testing.T) {
	doc := pagetest.Report()
	info, err := api.PDFInfo(bytes.NewReader(write(t, doc)), "report.pdf", nil, false, strict())
	if err != nil {
		t.Fatal(err)
	}
	if info.Title != doc.Title || info.Author != doc.Organ || info.Subject != doc.Subject || !info.Tagged || info.PageCount != 5 {
		t.Errorf("PDFInfo = %q by %q, %q, tagged %v, %d pages, want the report's title, organ, subject, tagged, 5 pages",
			info.Title, info.Author, info.Subject, info.Tagged, info.PageCount)
	}
	if want := "D:20250116000000+08'00'"; info.CreationDate != want {
		t.Errorf("creation date = %s, want the document's, %s", info.CreationDate, want)
	}
}

func TestBookmarksFollowHeadings(t *testing.T) {
	marks, err := api.Bookmarks(bytes.NewReader(write(t, pagetest.Report())), strict())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	var walk func([]pdfcpu.Bookmark, string)
	walk = func(list []pdfcpu.Bookmark, indent string) {
		for _, b := range list {
			got = append(got, indent+b.Title)
			walk(b.Kids, indent+"-")
		}
	}
	walk(marks, "")
	want := "一、总体情况|-（一）主动公开情况|-（二）依申请公开情况|-（三）政府信息管理情况|-（四）平台建设情况|-（五）监督保障情况|" +
		"二、主动公开政府信息情况|三、收到和处理政府信息公开申请情况|四、政府信息公开行政复议、行政诉讼情况|五、存在的主要问题及改进情况|六、其他需要报告的事项"
	if strings.Join(got, "|") != want {
		t.Errorf("bookmarks = %s, want %s", strings.Join(got, "|"), want)
	}
}

func TestSameDocumentSameBytes(t *testing.T) {
	first := write(t, pagetest.Report())
	for range 3 {
		if !bytes.Equal(first, write(t, pagetest.Report())) {
			t.Fatal("the same report written twice gives different bytes")
		}
	}
	other := pagetest.Report()
	other.ID = "another"
	if bytes.Equal(first, write(t, other)) {
		t.Error("another document has the same file identifier")
	}
}

func TestStructure(t *testing.T) {
	all := unpacked(t, write(t, pagetest.Report()))
	for _, want := range []string{
		"/Lang(zh-CN)", "/MarkInfo<</Marked true>>", "/DisplayDocTitle true", "/Tabs/S",
		"/S/H1/", "/S/H2/", "/S/H3/", "/S/Table/", "/S/TR/", "/S/TH/", "/S/TD/",
		"/RowSpan 22", "/RowSpan 8", "/RowSpan 5", "/ColSpan 7", "/Scope/Row", "/Scope/Column", "/Summary<FEFF",
		"/Artifact<</Type/Pagination>>BDC", "/Artifact<</Type/Layout>>BDC",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("the file holds no %s", want)
		}
	}
	if opened, closed := strings.Count(all, "BDC\n"), strings.Count(all, "EMC\n"); opened != closed || opened == 0 {
		t.Errorf("%d marked sequences are opened and %d closed", opened, closed)
	}
	cells := strings.Count(all, "/S/TD/") + strings.Count(all, "/S/TH/")
	want := 0
	for _, block := range pagetest.Report().Blocks {
		if table, ok := block.(*document.Table); ok {
			for _, row := range table.Rows {
				want += len(row.Cells)
			}
		}
	}
	if cells != want {
		t.Errorf("%d cells in the structure tree, want %d", cells, want)
	}
}

func TestRareCharactersKeepTheirText(t *testing.T) {
	doc := &document.Document{Title: "𠮷䶮㛃𬭎堃", Date: "2025-01-01", Blocks: []document.Block{document.Text("申请人：𠮷䶮㛃𬭎堃。")}}
	all := unpacked(t, write(t, doc))
	for _, want := range []string{"<D842DFB7>", "<4DAE>", "<36C3>", "<D872DF4E>", "<5803>"} {
		if !strings.Contains(all, "> "+want+"\n") {
			t.Errorf("no ToUnicode entry maps to %s", want)
		}
	}
}

func TestMissingCharacterWritesNothing(t *testing.T) {
	var b bytes.Buffer
	err := Write(&b, &document.Document{Title: "报告", Date: "2025-01-01", Blocks: []document.Block{document.Text("生僻字𪚥")}}, nil)
	var missing *font.MissingError
	if !errors.As(err, &missing) || string(missing.Runes) != "𪚥" {
		t.Errorf("Write error = %v, want a MissingError of 𪚥", err)
	}
	if b.Len() > 0 {
		t.Errorf("Write left %d bytes beside its error", b.Len())
	}
}

func TestWriteRefusesADateItCannotRead(t *testing.T) {
	for _, date := range []string{"", "2025年1月1日", "2025-02-30"} {
		err := Write(io.Discard, &document.Document{Title: "报告", Date: date}, nil)
		if err == nil || !strings.Contains(err.Error(), "date") {
			t.Errorf("Write with date %q: error = %v, want one about the date", date, err)
		}
	}
}

func TestAppendFixed(t *testing.T) {
	tests := []struct {
		n, scale int
		want     string
	}{
		{0, 1000, "0"}, {1000, 1000, "1"}, {-250, 1000, "-0.25"}, {841890, 1000, "841.89"}, {5, 1000, "0.005"}, {-12005, 100, "-120.05"},
	}
	for _, tt := range tests {
		if got := string(appendFixed(nil, tt.n, tt.scale)); got != tt.want {
			t.Errorf("appendFixed(%d, %d) = %s, want %s", tt.n, tt.scale, got, tt.want)
		}
	}
}

func BenchmarkReport(b *testing.B) {
	doc := pagetest.Report()
	b.ReportAllocs()
	for b.Loop() {
		err := Write(io.Discard, doc, nil)
		if err != nil {
			b.Fatal(err)
		}
	}
}
