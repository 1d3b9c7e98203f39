package reportfile

import (
	"io"

	"gongkai/internal/docfile/xlsx"
	"gongkai/law/tally"
)

// olderFormats are the formats with figures, other than the one in force, in which
// some of the reports are written.
func (b *Batch) olderFormats() []tally.Format {
	used := make(map[string]bool)
	for _, e := range b.Entries {
		used[e.Format] = true
	}
	var older []tally.Format
	for _, format := range tally.Formats[1:] {
		if used[format.ID] && len(ownCells(format)) > 0 {
			older = append(older, format)
		}
	}
	return older
}

// ownCells are the cells of a format that the one in force does not have.
func ownCells(format tally.Format) []tally.Cell {
	var cells []tally.Cell
	for _, cell := range format.Cells {
		_, kept := tally.Formats[0].Cell(cell.Name)
		if !kept {
			cells = append(cells, cell)
		}
	}
	return cells
}

// olderCells is the sheet of one older format: a row for each report in it.
func (b *Batch) olderCells(format tally.Format) xlsx.Part {
	header := []string{"文件", "机关", "年度"}
	widths := []float64{36, 36, 8}
	cells := ownCells(format)
	for _, cell := range cells {
		header = append(header, heading(cell))
		widths = append(widths, headingWidth(cell))
	}
	at := 0
	next := func() ([]any, error) {
		for at < len(b.Entries) && b.Entries[at].Format != format.ID {
			at++
		}
		if at == len(b.Entries) {
			return nil, io.EOF
		}
		e := b.Entries[at]
		at++
		row := []any{e.File, e.Organ, orNothing(e.Year)}
		values := e.Cells()
		for _, cell := range cells {
			row = append(row, shown(cell, values))
		}
		return row, nil
	}
	return xlsx.Part{Register: xlsx.Register{Sheet: format.ID + "年格式", Header: header, Widths: widths}, Next: next}
}

// cellNames is the sheet that says which cell of the report stands under which head, and
// what it is called in the JSON.
func cellNames(older []tally.Format) xlsx.Part {
	type named struct {
		sheet string
		cell  tally.Cell
	}
	var list []named
	for _, cell := range tally.Formats[0].Cells {
		list = append(list, named{"总表", cell})
	}
	for _, format := range older {
		for _, cell := range ownCells(format) {
			list = append(list, named{format.ID + "年格式", cell})
		}
	}
	at := 0
	next := func() ([]any, error) {
		if at == len(list) {
			return nil, io.EOF
		}
		n := list[at]
		at++
		unit := "件（项）"
		if n.cell.Unit == tally.TenThousandYuan {
			unit = "万元"
		}
		return []any{n.sheet, heading(n.cell), n.cell.Label, unit, n.cell.Name}, nil
	}
	return xlsx.Part{Register: xlsx.Register{
		Sheet: "单元格名称", Header: []string{"所在表", "列名", "报告中的位置", "单位", "数据名称"}, Widths: []float64{14, 44, 90, 12, 44},
	}, Next: next}
}
