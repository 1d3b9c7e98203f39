package reportfile

import (
	"strings"
	"testing"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/annualreport/collection"
	"gongkai/internal/docfile/source"
	"gongkai/internal/document"
)

func TestOpen(t *testing.T) {
	src, result := Open("青石.txt", []byte(town(t, 2024)))
	if len(src.Blocks) == 0 || result.Organ != "禾岭县青石镇人民政府" || result.Year != 2024 {
		t.Errorf("Open() = %d blocks, %s %d, want the report of 青石镇", len(src.Blocks), result.Organ, result.Year)
	}
	for _, content := range []string{"", "PK\x03\x04", "%PDF-1.7\n%%EOF", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"} {
		src, result := Open("坏.bin", []byte(content))
		sentence, bad := Unreadable(result)
		if !bad || sentence == "" || src.File != "坏.bin" || result.File != "坏.bin" {
			t.Errorf("Open(%q) = %+v, %q, want a result that says why it cannot be read", content, result, sentence)
		}
	}
}

// crashing is a file that no reader survives.
type crashing struct{}

func (crashing) ReadAt([]byte, int64) (int, error) { panic("out of range") }

func TestACrashIsTheFilesError(t *testing.T) {
	_, err := openSafely("a.pdf", crashing{}, 10, source.Limits{})
	if err == nil || !strings.Contains(err.Error(), "out of range") {
		t.Errorf("openSafely() = %v, want the crash as an error", err)
	}
}

func TestNoticeOfReturnedFindings(t *testing.T) {
	f := collection.File{Number: 4, Name: "a.txt", Outline: collection.Outline{Organ: "青石镇人民政府", Year: 2025}}
	objection := func(file int, severity checks.Severity, text string, mark collection.Mark, note string) collection.Finding {
		return collection.Finding{File: file, Finding: checks.Finding{ID: "X", Severity: severity, Text: text, Place: "表三"}, Mark: mark, Note: note}
	}
	d := NoticeOf(f, []collection.Finding{
		objection(4, checks.Error, "错误甲。", collection.Accepted, "已核对"), objection(4, checks.Error, "错误乙。", collection.Undecided, ""),
		objection(4, checks.Warning, "注意甲。", collection.Returned, "请附说明"), objection(4, checks.Information, "说明甲。", collection.Returned, ""),
		objection(5, checks.Error, "别的文件。", collection.Returned, ""),
	}, Sender{Organ: "禾岭县人民政府办公室", Date: "2026-02-03"})
	var text strings.Builder
	for _, block := range d.Blocks {
		switch b := block.(type) {
		case *document.Table:
			for _, row := range b.Rows {
				for _, cell := range row.Cells {
					text.WriteString(cell.Text + "|")
				}
			}
		case document.Paragraph:
			for _, run := range b.Runs {
				text.WriteString(run.Text)
			}
		}
	}
	got := text.String()
	for _, want := range []string{"发现需要核对的问题2处，现予退回", "注意甲。（说明：请附说明）", "说明甲。"} {
		if !strings.Contains(got, want) {
			t.Errorf("notice lacks %q:\n%s", want, got)
		}
	}
	for _, not := range []string{"错误甲", "错误乙", "别的文件", "错误0处"} {
		if strings.Contains(got, not) {
			t.Errorf("notice has %q:\n%s", not, got)
		}
	}
}
