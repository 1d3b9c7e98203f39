package corpus

import (
	"strings"

	"gongkai/internal/document"
)

// lineForms are reports whose text was taken out of a page, with tables as lines.
var lineForms = []Form{
	{Key: "bars", Title: "rows between bars", End: ".txt", of: []int{12, 7}, write: barText},
	{Key: "bar-runs", Title: "rows with thousands of bars between them", End: ".txt", of: []int{4, 0}, write: func(r *report) []byte {
		return []byte(textual{table: barRuns}.file(r))
	}},
	{Key: "cell-per-line", Title: "every cell on a line of its own", End: ".txt", of: []int{3, 9}, write: func(r *report) []byte {
		return []byte(textual{table: cellLines}.file(r))
	}},
	{Key: "tabs", Title: "columns between tabs", End: ".txt", of: []int{8, 5, 10}, write: plainText},
	{Key: "tabs-ragged", Title: "columns between tabs, merged cells left out", End: ".txt", of: []int{3, 2}, write: func(r *report) []byte {
		return []byte(textual{table: tabs(left)}.file(r))
	}},
	{Key: "label-broken", Title: "rows broken in the middle of a label", End: ".txt", of: []int{3, 1}, write: func(r *report) []byte {
		return []byte(textual{table: brokenLabels}.file(r))
	}},
	{Key: "labels-merged", Title: "labels run into their neighbours, columns between single blanks", End: ".txt", of: []int{12, 2}, write: func(r *report) []byte {
		return []byte(textual{table: mergedLabels}.file(r))
	}},
	{Key: "layout-text", Title: "the layout of a page kept with blanks, figures beside the middle of their labels", End: ".txt", of: []int{12, 7}, write: func(r *report) []byte {
		return []byte(textual{table: layoutLines}.file(r))
	}},
	{Key: "lines-apart", Title: "blank lines and runs of blanks between the rows", End: ".txt", of: []int{4, 6}, write: func(r *report) []byte {
		return []byte(textual{table: func(t *document.Table) string {
			var b strings.Builder
			for _, row := range planOf(t).lines(left) {
				b.WriteString("    " + strings.Join(row, "        ") + "\n\n")
			}
			return b.String()
		}}.file(r))
	}},
}

// barRuns writes rows with runs of bars after them, as tables leave behind whose
// empty columns were counted in thousands.
func barRuns(t *document.Table) string {
	var b strings.Builder
	for i, row := range planOf(t).lines(emptied) {
		b.WriteString("| " + strings.Join(row, " | ") + " " + strings.Repeat("|", 120+i*60) + "\n")
		if i%5 == 0 {
			b.WriteString("|" + strings.Repeat("|", 3400) + "\n")
		}
	}
	return b.String()
}

// cellLines writes the cells that hold anything one under the other.
func cellLines(t *document.Table) string {
	var b strings.Builder
	for _, row := range planOf(t).lines(left) {
		for _, text := range row {
			if text != "" {
				b.WriteString(text + "\n")
			}
		}
	}
	return b.String()
}

// brokenLabels breaks every label that is long enough in its middle; the figures
// stand on the line of its second half.
func brokenLabels(t *document.Table) string {
	var b strings.Builder
	for _, row := range planOf(t).lines(left) {
		var cells []string
		for _, text := range row {
			label := []rune(text)
			if len(label) > 9 && !strings.HasPrefix(text, "（本列") {
				half := len(label) / 2
				text = string(label[:half]) + "\n" + string(label[half:])
			}
			cells = append(cells, text)
		}
		b.WriteString(strings.Join(cells, "\t") + "\n")
	}
	return b.String()
}

// mergedLabels writes the labels of a row as one word and the figures after it.
func mergedLabels(t *document.Table) string {
	p := planOf(t)
	var b strings.Builder
	labels, figures := make([]string, p.rows), make([][]string, p.rows)
	for _, c := range p.cells {
		if c.cell.Ref != "" {
			figures[c.row] = append(figures[c.row], c.cell.Text)
			continue
		}
		text := flat(c.cell.Text)
		if c.row < t.HeadRows || len(figures[c.row]) > 0 {
			text += " "
		}
		labels[c.row] += text
	}
	for i := range labels {
		b.WriteString(strings.TrimSpace(labels[i]+" "+strings.Join(figures[i], " ")) + "\n")
	}
	return b.String()
}

// layoutLines sets a table with blanks as programs do that take text out of pages:
// a long label stands on two lines and its figures between them.
func layoutLines(t *document.Table) string {
	p := planOf(t)
	var b strings.Builder
	labels, figures := make([][]string, p.rows), make([][]string, p.rows)
	for _, c := range p.cells {
		if c.cell.Ref != "" {
			figures[c.row] = append(figures[c.row], c.cell.Text)
			continue
		}
		labels[c.row] = append(labels[c.row], flat(c.cell.Text))
	}
	for i := range labels {
		row := strings.Join(figures[i], "      ")
		last := ""
		if len(labels[i]) > 0 {
			last = labels[i][len(labels[i])-1]
		}
		runes := []rune(last)
		if len(runes) < 18 || row == "" {
			b.WriteString(strings.TrimRight("   "+strings.Join(labels[i], "    ")+"        "+row, " ") + "\n")
			continue
		}
		before := strings.Join(labels[i][:len(labels[i])-1], "    ")
		b.WriteString("   " + before + "    " + string(runes[:len(runes)/2]) + "\n")
		b.WriteString(strings.Repeat(" ", 44) + row + "\n")
		b.WriteString("       " + string(runes[len(runes)/2:]) + "\n")
	}
	return b.String()
}
