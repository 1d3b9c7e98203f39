package corpus

import (
	"strings"

	"gongkai/internal/document"
)

// fileForms are reports as files of office programs.
var fileForms = []Form{
	{Key: "docx", Title: "DOCX as the product writes it", End: ".docx", of: []int{7, 9}, write: func(r *report) []byte { return own(r, "docx") }},
	{Key: "docx-hands", Title: "DOCX with merged cells, footnotes and tracked changes", End: ".docx", of: []int{3, 12}, write: word},
	{Key: "xlsx", Title: "a workbook with a sheet for each table", End: ".xlsx", of: []int{4, 8}, write: func(r *report) []byte { return own(r, "xlsx") }},
	{Key: "xlsx-one-sheet", Title: "the whole report on one sheet", End: ".xlsx", of: []int{3, 6}, write: oneSheet},
	{Key: "pdf", Title: "PDF with ruled tables", End: ".pdf", of: []int{9, 7}, write: func(r *report) []byte { return bareSheaf(r).bind() }},
	{Key: "pdf-unruled", Title: "PDF whose tables have no rules", End: ".pdf", of: []int{3, 0}, write: func(r *report) []byte {
		s := bareSheaf(r)
		s.unruled()
		return s.bind()
	}},
	{Key: "pdf-across", Title: "PDF with a table across pages", End: ".pdf", of: []int{4, 5}, damage: acrossPages, write: func(r *report) []byte {
		return bareSheaf(r).bind()
	}},
	{Key: "pdf-turned", Title: "PDF with pages laid on their side", End: ".pdf", of: []int{12, 2}, write: func(r *report) []byte {
		s := bareSheaf(r)
		s.turned(true)
		return s.bind()
	}},
	{Key: "pdf-sideways", Title: "PDF drawn sideways without saying so", End: ".pdf", of: []int{4, 9}, write: func(r *report) []byte {
		s := bareSheaf(r)
		s.turned(false)
		return s.bind()
	}},
	{Key: "markdown", Title: "Markdown", End: ".md", of: []int{3, 1, 10}, write: markdown},
}

// bareSheaf is the report as a PDF that says nothing of its structure.
func bareSheaf(r *report) *sheaf {
	s := unbind(own(r, "pdf"))
	s.bare()
	return s
}

// acrossPages lets tables break, and moves them down so that they have to.
func acrossPages(r *report) {
	for _, t := range r.tables() {
		t.Whole = false
	}
	const filler = "为方便公众了解政府信息公开工作，现对报告所用的名词作如下说明：政府信息是指行政机关在履行行政管理职能过程中制作或者获取的，以一定形式记录、保存的信息。"
	var blocks []document.Block
	for _, b := range r.blocks {
		h, ok := b.(document.Heading)
		if ok && strings.HasPrefix(h.Text, "二、") {
			for range 6 {
				blocks = append(blocks, document.Text(filler))
			}
		}
		blocks = append(blocks, b)
	}
	r.blocks = blocks
}
