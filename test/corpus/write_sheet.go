package corpus

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"gongkai/internal/docfile/docx"
	"gongkai/internal/docfile/pdf"
	"gongkai/internal/docfile/xlsx"
	"gongkai/internal/document"
)

// oneSheet writes the whole report onto one sheet, as offices that keep their
// report in a workbook do: text in merged rows, tables with merged heads, figures
// as numbers, as text or as the result of a formula.
func oneSheet(r *report) []byte {
	f := excelize.NewFile()
	const sheet = "Sheet1"
	row := 1
	must := func(err error) {
		if err != nil {
			panic("write a sheet into memory: " + err.Error())
		}
	}
	at := func(column, row int) string {
		name, err := excelize.CoordinatesToCellName(column, row)
		must(err)
		return name
	}
	line := func(text string) {
		must(f.SetCellStr(sheet, at(1, row), text))
		must(f.MergeCell(sheet, at(1, row), at(10, row)))
		row++
	}
	line(r.title)
	for _, fact := range r.head {
		line(fact[0] + "：" + fact[1])
	}
	for _, block := range r.blocks {
		switch block := block.(type) {
		case document.Heading:
			line(block.Text)
		case document.Paragraph:
			line(block.String())
		case *document.Table:
			p := planOf(block)
			for i, c := range p.cells {
				name := at(c.column+1, row+c.row)
				n, err := strconv.ParseInt(c.cell.Text, 10, 64)
				switch {
				case err == nil && c.cell.Ref != "" && i%3 == 0:
					must(f.SetCellInt(sheet, name, n))
				case err == nil && c.cell.Ref != "" && i%7 == 0:
					must(f.SetCellInt(sheet, name, n))
					must(f.SetCellFormula(sheet, name, strconv.FormatInt(n, 10)+"+0"))
				default:
					must(f.SetCellStr(sheet, name, c.cell.Text))
				}
				if c.down > 1 || c.across > 1 {
					must(f.MergeCell(sheet, name, at(c.column+c.across, row+c.row+c.down-1)))
				}
			}
			row += p.rows
		case document.Signature:
			line(block.Organ)
			line(block.Date)
		}
	}
	var out bytes.Buffer
	must(f.Write(&out))
	must(f.Close())
	return out.Bytes()
}

// own is the report as a writer of the product makes it.
func own(r *report, kind string) []byte {
	var out bytes.Buffer
	var err error
	d := r.document()
	var head []document.Block
	for _, fact := range r.head {
		head = append(head, document.Text(fact[0]+"："+fact[1]))
	}
	d.Blocks = append(head, d.Blocks...)
	switch kind {
	case "pdf":
		err = pdf.Write(&out, d, nil)
	case "docx":
		err = docx.Write(&out, d)
	case "xlsx":
		err = xlsx.Write(&out, d)
	}
	if err != nil {
		panic("write " + strings.ToUpper(kind) + " of " + r.title + ": " + err.Error())
	}
	return out.Bytes()
}
