package reportfile

import (
	"io"
	"strings"
	"testing"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/docfile/docx"
	"gongkai/internal/document"
)

var office = Sender{Organ: "禾岭县人民政府办公室", Date: "2025-02-06"}

func TestNoticeNamesEveryErrorAndWarning(t *testing.T) {
	batch := read(t, folder(t, map[string]string{"2023.txt": town(t, 2023), "2024.txt": town(t, 2024)}))
	if batch.Entries[0].Returned() || !batch.Entries[1].Returned() {
		t.Fatalf("Returned = %v, %v, want the report of 2024 alone", batch.Entries[0].Returned(), batch.Entries[1].Returned())
	}
	e := batch.Entries[1]
	e.Findings = append([]checks.Finding{{ID: "N-18", Severity: checks.Information, Text: "说明不写。"}, {ID: "N-14", Severity: checks.Warning, Text: "没有落款。"}}, e.Findings...)
	d := Notice(e, office)
	if d.Title != "2024年政府信息公开工作年度报告退回修改通知" || d.Organ != office.Organ {
		t.Errorf("notice = %q of %q, want the year in its title and the sender", d.Title, d.Organ)
	}
	var text strings.Builder
	var table *document.Table
	for _, block := range d.Blocks {
		switch b := block.(type) {
		case document.Paragraph:
			text.WriteString(b.String())
		case *document.Table:
			table = b
		case document.Signature:
			text.WriteString(b.Organ + b.Date)
		}
	}
	for _, want := range []string{"禾岭县青石镇人民政府：", "错误2处", "问题1处", "禾岭县人民政府办公室2025年2月6日"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("notice says %q, want %q in it", text.String(), want)
		}
	}
	if table == nil || len(table.Rows) != 4 {
		t.Fatalf("table = %+v, want a head, two errors and a warning", table)
	}
	first := table.Rows[1].Cells
	if first[1].Text != "错误" || first[4].Text != "1" || first[5].Text != "2" || !strings.Contains(first[2].Text, "国办公开办函〔2021〕30号 表三") {
		t.Errorf("first row = %+v, want the error of T3-06, 1 for 2, with what it reads", first)
	}
	if last := table.Rows[3].Cells; last[1].Text != "注意" || last[4].Text != "—" {
		t.Errorf("last row = %+v, want the warning without figures", last)
	}
}

// TestNoticeCanBeDrawn: whatever a foreign file holds must not keep its notice from
// being written.
func TestNoticeCanBeDrawn(t *testing.T) {
	for _, e := range []Entry{
		{File: "empty.txt", Findings: []checks.Finding{{ID: FoundUnreadable, Severity: checks.Error, Text: "文件没有内容。"}}},
		{File: "x", Organ: "\x01控制\x02字符", Year: 2024, Findings: []checks.Finding{{Severity: checks.Error, Text: "𠮷\x00𬭎", Quote: "x", Place: "\t"}}},
	} {
		err := docx.Write(io.Discard, Notice(e, office))
		if err != nil {
			t.Errorf("notice on %s: %v", e.File, err)
		}
	}
}
