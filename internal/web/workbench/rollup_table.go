package workbench

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"

	"gongkai/internal/annualreport"
	"gongkai/internal/document"
	"gongkai/law/tally"
)

// byteOrderMark tells spreadsheet programs that a CSV file is UTF-8.
const byteOrderMark = "\ufeff"

// memberRows lists, head first, every organ with its cells, then the sums. An organ
// whose report does not count has empty cells, an unknown cell says so.
func memberRows(sum annualreport.RollUp) [][]string {
	head := []string{"机关", "报告状态"}
	for _, cell := range sum.Format.Cells {
		head = append(head, cell.Label)
	}
	rows := [][]string{head}
	for _, m := range sum.Members {
		row := []string{m.Organ.Name, stateBadge(m.Report).Text}
		for _, cell := range sum.Format.Cells {
			text := ""
			if m.In {
				text = shownCell(m.Cells[cell.Name], cell)
			}
			row = append(row, text)
		}
		rows = append(rows, row)
	}
	if len(sum.Missing) == len(sum.Members) {
		return rows // the sum of no reports is not 0
	}
	return append(rows, sumRow("合计", sum, sum.Sum), sumRow("调整后合计", sum, sum.Adjusted))
}

func sumRow(title string, sum annualreport.RollUp, cells tally.Cells) []string {
	row := []string{title, ""}
	for _, cell := range sum.Format.Cells {
		row = append(row, shownCell(cells[cell.Name], cell))
	}
	return row
}

func memberCSV(sum annualreport.RollUp) ([]byte, error) {
	var out bytes.Buffer
	out.WriteString(byteOrderMark)
	writer := csv.NewWriter(&out)
	for _, row := range memberRows(sum) {
		for i := range row {
			row[i] = unformula(row[i])
		}
		err := writer.Write(row)
		if err != nil {
			return nil, fmt.Errorf("write the cells of all organs: %w", err)
		}
	}
	writer.Flush()
	err := writer.Error()
	if err != nil {
		return nil, fmt.Errorf("write the cells of all organs: %w", err)
	}
	return out.Bytes(), nil
}

// unformula keeps a spreadsheet program from reading a name as a formula.
func unformula(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) && strings.Trim(text, "-0123456789.") != "" {
		return "'" + text
	}
	return text
}

// memberTable is the same as a table, for forms that draw one.
func memberTable(sum annualreport.RollUp) *document.Table {
	rows := memberRows(sum)
	table := &document.Table{Name: "organs", Caption: "各机关数字", HeadRows: 1, Columns: make([]float64, len(rows[0]))}
	for i := range table.Columns {
		table.Columns[i] = 1
	}
	table.Columns[0] = 3
	for r, row := range rows {
		out := document.Row{}
		for c, text := range row {
			cell := document.Cell{Text: text, Head: r == 0 || c == 0}
			cell.Number = !cell.Head && text != "" && strings.Trim(text, "-0123456789.") == ""
			out.Cells = append(out.Cells, cell)
		}
		table.Rows = append(table.Rows, out)
	}
	return table
}
