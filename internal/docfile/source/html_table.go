package source

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"gongkai/internal/annualreport/reading"
)

// tableCell is a cell of a page's table before it is placed.
type tableCell struct {
	node             *html.Node
	text             string
	colspan, rowspan int
	line             int
	blocks           int          // paragraphs and the like in it
	nested           []*html.Node // tables in it
	pictures         int
}

// tableRow is a row with the group that it stands in.
type tableRow struct {
	cells []tableCell
	group *html.Node
	line  int
}

// longProse is the number of characters from which a cell of several paragraphs is
// a page laid out by a table, not a cell of data.
const longProse = 300

// table hands over a table as a grid. Tables that only lay the page out are taken
// apart: their big cells become blocks, the rows between them grids of their own.
func (w *walker) table(n *html.Node) {
	at := w.at
	rows, captions := w.rows(n)
	for _, c := range captions {
		w.children(c)
		w.flush()
	}
	total := 0
	for _, r := range rows {
		for _, c := range r.cells {
			total += utf8.RuneCountInString(c.text)
		}
	}
	for first := 0; first < len(rows) && !w.full(); {
		if rows[first].unwrap(len(rows), total) {
			for i := range rows[first].cells {
				w.at = max(rows[first].cells[i].line, at)
				w.children(rows[first].cells[i].node)
				w.flush()
			}
			first++
			continue
		}
		last := first + 1
		for last < len(rows) && !rows[last].unwrap(len(rows), total) {
			last++
		}
		w.grid(rows[first:last])
		first = last
	}
}

// unwrap reports whether the row lays out a part of the page: it is the table's only
// cell, or holds the running text or most of the page.
func (r tableRow) unwrap(rows, total int) bool {
	if rows == 1 && len(r.cells) == 1 {
		return true
	}
	filled := 0
	for _, c := range r.cells {
		if c.text != "" || len(c.nested) > 0 {
			filled++
		}
	}
	for _, c := range r.cells {
		inner := 0
		for _, t := range c.nested {
			inner += textSize(t)
		}
		length := utf8.RuneCountInString(c.text)
		switch {
		case len(c.nested) > 0 && (filled <= 2 || inner*2 > total):
			return true
		case c.blocks >= 3 && length >= longProse && filled <= 2:
			return true
		}
	}
	return false
}

func textSize(n *html.Node) int {
	size := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode {
			size += utf8.RuneCountInString(strings.TrimSpace(c.Data))
			continue
		}
		size += textSize(c)
	}
	return size
}

// rows collects a table's own rows, not those of tables inside its cells.
func (w *walker) rows(n *html.Node) ([]tableRow, []*html.Node) {
	var rows []tableRow
	var captions []*html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.DataAtom {
		case atom.Caption:
			captions = append(captions, c)
		case atom.Thead, atom.Tbody, atom.Tfoot:
			for tr := c.FirstChild; tr != nil; tr = tr.NextSibling {
				if tr.DataAtom == atom.Tr {
					rows = append(rows, w.row(tr, c))
				}
			}
		case atom.Tr:
			rows = append(rows, w.row(c, n))
		}
	}
	return rows, captions
}

func (w *walker) row(tr, group *html.Node) tableRow {
	r := tableRow{group: group, line: lineOf(tr)}
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Td || c.DataAtom == atom.Th {
			r.cells = append(r.cells, newTableCell(c, r.line))
		}
	}
	return r
}

func newTableCell(n *html.Node, line int) tableCell {
	cell := tableCell{node: n, colspan: span(n, "colspan", 1), rowspan: span(n, "rowspan", 1), line: max(lineOf(n), line)}
	var f flow
	cell.collect(n, &f)
	cell.text = tidy(f.take())
	return cell
}

// span reads a number of columns or rows as browsers do: digits at the start count.
func span(n *html.Node, key string, otherwise int) int {
	value := strings.TrimSpace(attribute(n, key))
	end := 0
	for end < len(value) && value[end] >= '0' && value[end] <= '9' {
		end++
	}
	number, err := strconv.Atoi(value[:end])
	if err != nil || number == 0 && key == "colspan" {
		return otherwise
	}
	return number
}

// collect gathers a cell's text, line by line, without that of tables inside.
func (t *tableCell) collect(n *html.Node, f *flow) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			f.write(c.Data)
		case c.Type != html.ElementNode:
		case c.DataAtom == atom.Br:
			t.blocks++
			f.lineBreak()
		case c.DataAtom == atom.Table:
			t.nested = append(t.nested, c)
		case c.DataAtom == atom.Img:
			t.pictures++
		case blockElements[c.Data]:
			t.blocks++
			f.lineBreak()
			t.collect(c, f)
			f.lineBreak()
		default:
			t.collect(c, f)
		}
	}
}

// grid places rows that hold data, then hands over the tables and pictures that
// stood inside their cells. Rows of one cell each are lines.
func (w *walker) grid(rows []tableRow) {
	single := true
	for _, r := range rows {
		filled := 0
		for _, c := range r.cells {
			if c.text != "" {
				filled++
			}
		}
		single = single && filled <= 1
	}
	if single && len(rows) <= 2 {
		w.unpacked(rows)
		return
	}
	var l layout
	for i, r := range rows {
		if i > 0 && r.group != rows[i-1].group {
			l.endGroup()
		}
		for _, c := range r.cells {
			l.place(c.text, c.colspan, c.rowspan, reading.Place{Line: c.line})
		}
		l.next()
		if len(l.grid.Cells) > w.limits.Cells {
			break
		}
	}
	place := reading.Place{}
	if len(rows) > 0 {
		place.Line = rows[0].line
	}
	w.builder.table(l.finish(), place)
	for _, r := range rows {
		for _, c := range r.cells {
			for _, inner := range c.nested {
				w.table(inner)
			}
			if c.pictures > 0 && c.text == "" {
				w.picture(reading.Place{Line: c.line})
			}
		}
	}
}

// unpacked hands over rows that are no table: one cell under the other.
func (w *walker) unpacked(rows []tableRow) {
	for _, r := range rows {
		for _, c := range r.cells {
			w.at = max(w.at, c.line)
			w.children(c.node)
			w.flush()
		}
	}
}
