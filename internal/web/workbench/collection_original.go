package workbench

import (
	"fmt"
	"net/http"
	"path"

	"gongkai/internal/annualreport/collection"
	"gongkai/internal/annualreport/reading"
	"gongkai/internal/web/ui"
)

// originalPage is a file as it was taken apart, line by line, to compare with.
type originalPage struct {
	ui.WorkFrame
	File   collection.File
	Report string
	Facts  ui.Definitions
	Lost   []string
	Blocks []originalBlock
}

// originalBlock is a line, a table or a picture of the original.
type originalBlock struct {
	ID      string
	Number  string // of the line
	Text    string
	Heading bool
	Picture bool
	Table   string // what the table is called
	Rows    []originalRow
}

type originalRow struct {
	ID    string
	Cells []originalCell
}

type originalCell struct {
	ID           string
	Text         string
	Across, Down int
}

// kindLabels names the kinds of file.
var kindLabels = map[reading.Kind]string{
	reading.HTML: "网页", reading.DOCX: "Word文档", reading.XLSX: "Excel工作簿", reading.PDF: "PDF文件", reading.Markdown: "Markdown文本", reading.Text: "纯文本",
}

// sourceAnchors are the ids of the blocks on the page of an original.
type sourceAnchors []string

// anchorsOf gives the first block of a line the id of the line.
func anchorsOf(src reading.Source) sourceAnchors {
	anchors := make(sourceAnchors, len(src.Blocks))
	seen := map[string]bool{}
	for i, block := range src.Blocks {
		anchors[i] = lineAnchor(block.Place.Page, block.Place.Line)
		if block.Table != nil || anchors[i] == "" || seen[anchors[i]] {
			anchors[i] = fmt.Sprintf("block-%d", i+1)
		}
		seen[anchors[i]] = true
	}
	return anchors
}

func (a sourceAnchors) of(block int) string { return a[block] }

// originalLines serves GET …/files/{number}/lines.
func (b *Workbench) originalLines(w http.ResponseWriter, r *http.Request, v visit) error {
	c, f, content, err := b.collected(r, v)
	if err != nil {
		return err
	}
	src, _ := b.Originals.Open(f.Name, content)
	place := collectionAt(collectionKey(r, v))
	page := originalPage{
		WorkFrame: v.frame("原文："+nameOfCollected(f), v.At("collections"), collectionCrumbs(v, c, ui.Link{Title: nameOfCollected(f), Href: place.file(f.Number)})...),
		File:      f, Report: place.file(f.Number), Lost: src.Lost, Blocks: blocksOf(src),
		Facts: ui.Definitions{Label: "文件信息", Facts: []ui.Fact{
			{Label: "文件", Text: f.Name},
			{Label: "种类", Text: kindLabels[src.Kind]},
			{Label: "文字编码", Text: src.Charset},
			{Label: "大小", Text: ui.Bytes(f.Size)},
			{Label: "收到时间", Text: ui.Minute(f.AddedAt)},
			{Label: "摘要", Text: f.Digest},
		}},
	}
	return b.show(w, "collection_original", page)
}

// blocksOf draws a source. Ids are given once: rows of tables get the id of a line
// only where no text stands on it.
func blocksOf(src reading.Source) []originalBlock {
	anchors := anchorsOf(src)
	taken := map[string]bool{}
	for _, id := range anchors {
		taken[id] = true
	}
	var blocks []originalBlock
	for i, block := range src.Blocks {
		out := originalBlock{ID: anchors[i], Text: withoutRuns(block.Text), Heading: block.Heading > 0, Picture: block.Picture, Number: lineNumber(block.Place)}
		if block.Table != nil {
			out.Number = ""
			out.Table, out.Rows = tableRows(*block.Table, taken)
		}
		blocks = append(blocks, out)
	}
	return blocks
}

func lineNumber(p reading.Place) string {
	switch {
	case p.Line == 0:
		return ""
	case p.Page > 0:
		return fmt.Sprintf("%d-%d", p.Page, p.Line)
	}
	return fmt.Sprint(p.Line)
}

// tableRows lays a grid out as rows of cells; slots that a damaged table leaves
// free are empty cells.
func tableRows(g reading.Grid, taken map[string]bool) (string, []originalRow) {
	number := 0
	rows := make([]originalRow, g.Rows)
	covered := make([][]bool, g.Rows)
	for i := range covered {
		covered[i] = make([]bool, g.Columns)
	}
	begins := make(map[[2]int]reading.GridCell, len(g.Cells))
	for _, cell := range g.Cells {
		begins[[2]int{cell.Row, cell.Column}] = cell
		number = max(number, cell.Place.Table)
	}
	for r := range rows {
		id := rowAnchor(number, r+1)
		if number > 0 && !taken[id] {
			rows[r].ID, taken[id] = id, true
		}
		for c := range g.Columns {
			if covered[r][c] {
				continue
			}
			cell, there := begins[[2]int{r, c}]
			if !there {
				rows[r].Cells = append(rows[r].Cells, originalCell{Across: 1, Down: 1})
				continue
			}
			rows[r].Cells = append(rows[r].Cells, drawnCell(cell, g, covered, taken))
		}
	}
	return fmt.Sprintf("表格%d", number), rows
}

func drawnCell(cell reading.GridCell, g reading.Grid, covered [][]bool, taken map[string]bool) originalCell {
	out := originalCell{Text: withoutRuns(cell.Text), Across: min(max(cell.Colspan, 1), g.Columns-cell.Column), Down: min(max(cell.Rowspan, 1), g.Rows-cell.Row)}
	id := lineAnchor(cell.Place.Page, cell.Place.Line)
	if id != "" && !taken[id] {
		out.ID, taken[id] = id, true
	}
	for r := cell.Row; r < cell.Row+out.Down; r++ {
		for c := cell.Column; c < cell.Column+out.Across; c++ {
			covered[r][c] = true
		}
	}
	return out
}

// originalFile serves GET …/files/{number}/original: the bytes as they were sent,
// to be saved and never to be shown by a browser.
func (b *Workbench) originalFile(w http.ResponseWriter, r *http.Request, v visit) error {
	_, f, content, err := b.collected(r, v)
	if err != nil {
		return err
	}
	ui.SecureHeaders(w.Header())
	return sendBytes(w, "application/octet-stream", path.Base(f.Name), content)
}

// collected loads a report of a collection with its original.
func (b *Workbench) collected(r *http.Request, v visit) (collection.Collection, collection.File, []byte, error) {
	number, err := collectedNumber(r)
	if err != nil {
		return collection.Collection{}, collection.File{}, nil, err
	}
	key := collectionKey(r, v)
	c, err := b.Collections.Get(r.Context(), v.Person, key)
	if err != nil {
		return c, collection.File{}, nil, err
	}
	f, content, err := b.Collections.Original(r.Context(), v.Person, key, number)
	return c, f, content, err
}
