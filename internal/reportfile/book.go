package reportfile

import (
	"io"
	"strings"
	"unicode/utf8"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/annualreport/narrate"
	"gongkai/internal/docfile/xlsx"
	"gongkai/internal/message"
	"gongkai/law/tally"
)

// SeverityLabels names the severities as the pages do.
var SeverityLabels = map[checks.Severity]string{checks.Error: "错误", checks.Warning: "注意", checks.Information: "说明"}

// WriteBook writes a workbook: 总表, one row for each file with the state of every
// cell of the format in force; 检查结果, one row for each finding, errors first; a
// sheet for each older format that occurs, with the cells that only it has;
// 正文数字, the figures stated in the text; 单元格名称, what the heads of columns mean.
func (b *Batch) WriteBook(w io.Writer) error {
	parts := []xlsx.Part{b.overview(), b.findings()}
	older := b.olderFormats()
	for _, format := range older {
		parts = append(parts, b.olderCells(format))
	}
	parts = append(parts, b.statements(), cellNames(older))
	return xlsx.StreamParts(w, parts...)
}

func (b *Batch) overview() xlsx.Part {
	header := []string{"文件", "机关", "年度", "格式", "读到的数字", "空白", "填“/”", "未知", "错误", "注意", "说明", "备注"}
	widths := []float64{36, 36, 8, 8, 12, 8, 8, 8, 8, 8, 8, 40}
	cells := tally.Formats[0].Cells
	for _, cell := range cells {
		header = append(header, heading(cell))
		widths = append(widths, headingWidth(cell))
	}
	at := 0
	next := func() ([]any, error) {
		if at == len(b.Entries) {
			return nil, io.EOF
		}
		e := b.Entries[at]
		at++
		row := []any{
			e.File, e.Organ, orNothing(e.Year), e.Format, e.Counted.Numbers, e.Counted.Blank, e.Counted.Crossed, e.Counted.Unknown,
			e.Count(checks.Error), e.Count(checks.Warning), e.Count(checks.Information), strings.Join(e.Notes, "\n"),
		}
		values := e.Cells()
		for _, cell := range cells {
			row = append(row, shown(cell, values))
		}
		return row, nil
	}
	return xlsx.Part{Register: xlsx.Register{Sheet: "总表", Title: pageTitle, Header: header, Widths: widths}, Next: next}
}

// heading is what stands over the column of a cell.
func heading(cell tally.Cell) string { return narrate.ShowLabel(cell.Name) }

// headingWidth is wide enough for the heading, two for a Chinese character.
func headingWidth(cell tally.Cell) float64 {
	return min(max(10, 2*float64(utf8.RuneCountInString(heading(cell)))+2), 60)
}

func orNothing(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

// shown is a cell as the workbook holds it: a figure as a number, any other state
// in a word, nothing where the report's own format has no such cell.
func shown(cell tally.Cell, values tally.Cells) any {
	value, has := values[cell.Name]
	switch {
	case !has:
		return nil
	case value.State == tally.Blank:
		return "空白"
	case value.State == tally.Number && cell.Unit == tally.TenThousandYuan:
		return float64(value.N) / tally.FenPerTenThousandYuan
	case value.State == tally.Number:
		return value.N
	}
	return value.Shown(cell.Unit)
}

// Placed is a finding with the report it was made on.
type Placed struct {
	Entry *Entry
	checks.Finding
}

// Findings lists the findings on all reports, errors first, otherwise in the order
// of the files.
func (b *Batch) Findings() []Placed {
	var list []Placed
	for _, severity := range []checks.Severity{checks.Error, checks.Warning, checks.Information} {
		for i := range b.Entries {
			for _, f := range b.Entries[i].Findings {
				if f.Severity == severity {
					list = append(list, Placed{&b.Entries[i], f})
				}
			}
		}
	}
	return list
}

func (b *Batch) findings() xlsx.Part {
	list := b.Findings()
	at := 0
	next := func() ([]any, error) {
		if at == len(list) {
			return nil, io.EOF
		}
		f := list[at]
		at++
		return []any{
			SeverityLabels[f.Severity], f.ID, f.Title, f.Entry.Organ, orNothing(f.Entry.Year), f.Text, f.Place, f.Quote,
			figure(f.Where, f.Stated), figure(f.Where, f.Expected), message.Citation(f.Citation), f.Entry.File,
		}, nil
	}
	return xlsx.Part{Register: xlsx.Register{
		Sheet:  "检查结果",
		Header: []string{"级别", "编号", "检查", "机关", "年度", "问题", "位置", "原文", "报告填写", "应为", "依据", "文件"},
		Widths: []float64{8, 8, 20, 30, 8, 70, 40, 30, 12, 12, 30, 36},
	}, Next: next}
}

// figure is what a finding says about a cell or a number in the text; money cells
// are held in fen and shown in 万元.
func figure(where string, n *int64) any {
	if n == nil {
		return nil
	}
	cell, ok := tally.CellByName(where)
	if ok && cell.Unit == tally.TenThousandYuan {
		return float64(*n) / tally.FenPerTenThousandYuan
	}
	return *n
}
