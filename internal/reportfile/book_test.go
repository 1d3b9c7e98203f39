package reportfile

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// statistics is a report of the time of the statistics table, in lines.
const statistics = "禾岭县教育局2015年政府信息公开工作年度报告\n\n政府信息公开情况统计表\n（2015年度）\n统计指标\t单位\t统计数\n" +
	"一、主动公开情况\n（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）\t条\t128\n其中：主动公开规范性文件数\t条\t3\n制发规范性文件总数\t件\t3\n" +
	"（二）通过不同渠道和方式公开政府信息的情况\n1.政府公报公开政府信息数\t条\t0\n2.政府网站公开政府信息数\t条\t120\n3.政务微博公开政府信息数\t条\t8\n"

func sheets(t *testing.T, files map[string]string) *excelize.File {
	t.Helper()
	var out bytes.Buffer
	err := read(t, folder(t, files)).WriteBook(&out)
	if err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func rowsOf(t *testing.T, book *excelize.File, sheet string) [][]string {
	t.Helper()
	rows, err := book.GetRows(sheet)
	if err != nil {
		t.Fatalf("sheet %s: %v", sheet, err)
	}
	return rows
}

func TestOlderFormatsHaveSheets(t *testing.T) {
	book := sheets(t, map[string]string{"2015.txt": statistics, "2024.txt": town(t, 2024)})
	if got := strings.Join(book.GetSheetList(), " "); got != "总表 检查结果 2014年格式 正文数字 单元格名称" {
		t.Fatalf("sheets = %s, want one for the older format that occurs", got)
	}
	rows := rowsOf(t, book, "2014年格式")
	at := slices.Index(rows[0], "政府网站公开政府信息数")
	if len(rows) != 2 || rows[1][1] != "禾岭县教育局" || rows[1][2] != "2015" || at < 0 || rows[1][at] != "120" {
		t.Errorf("rows = %q, want the report of 2015 alone, 120 on the web site", rows)
	}
	names := rowsOf(t, book, "单元格名称")
	for _, want := range [][]string{{"总表", "req.received_new.total"}, {"2014年格式", "v14.published_by_website"}} {
		found := slices.ContainsFunc(names, func(row []string) bool {
			return row[0] == want[0] && row[4] == want[1] && row[1] != row[4] && row[2] != "" && row[3] != ""
		})
		if !found {
			t.Errorf("单元格名称 does not explain %s of %s", want[1], want[0])
		}
	}
}

func TestStatementsHaveASheet(t *testing.T) {
	rows := rowsOf(t, sheets(t, map[string]string{"1.txt": "", "2023.txt": town(t, 2023), "2024.txt": town(t, 2024)}), "正文数字")
	var found [][]string
	for _, row := range rows[1:] {
		if row[8] == "req.received_new.total" {
			found = append(found, row)
		}
	}
	want := "禾岭县青石镇人民政府 2024 新收政府信息公开申请6件 6 件 新收申请总数  req.received_new.total 9"
	if len(found) != 2 || strings.Join(found[1][1:], " ") != want {
		t.Errorf("rows on new requests = %q, want those of two years, the second %s", found, want)
	}
	for _, row := range rows[1:] {
		if row[5] == "" && row[8] == "" {
			t.Errorf("row %q says a number of nothing, want it left out", row)
		}
	}
}
