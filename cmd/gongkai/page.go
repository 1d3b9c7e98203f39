package main

import (
	"fmt"
	"io"
	"strings"

	"gongkai/internal/reportfile"
)

// page prints tables of text and remembers the first failure to write.
type page struct {
	to  io.Writer
	err error
}

func (p *page) print(format string, args ...any) {
	_, err := fmt.Fprintf(p.to, format+"\n", args...)
	if p.err == nil {
		p.err = err
	}
}

// widths are those of the columns of the table of reports, in half-width characters;
// the last column is as wide as it has to be.
var widths = []int{40, 6, 6, 6, 6, 6, 6, 6}

// row prints one row with its columns in line.
func (p *page) row(cells ...string) {
	var b strings.Builder
	for i, cell := range cells {
		b.WriteString(cell)
		if i == len(cells)-1 {
			break
		}
		b.WriteString(strings.Repeat(" ", max(1, widths[i]-columns(cell))))
	}
	p.print("%s", b.String())
}

// columns is how wide a text stands in a terminal, where Chinese takes two.
func columns(text string) int {
	n := 0
	for _, r := range text {
		n++
		if r >= 0x2e80 {
			n++
		}
	}
	return n
}

// tally prints how often each check objected and to how many reports.
func (p *page) tally(found []reportfile.Placed) {
	type line struct {
		first    reportfile.Placed
		findings int
		reports  map[*reportfile.Entry]bool
	}
	lines := make(map[string]*line)
	var order []string // as found: errors first
	for _, f := range found {
		key := string(f.Severity) + f.ID
		if lines[key] == nil {
			lines[key] = &line{first: f, reports: make(map[*reportfile.Entry]bool)}
			order = append(order, key)
		}
		lines[key].findings++
		lines[key].reports[f.Entry] = true
	}
	for _, key := range order {
		l := lines[key]
		p.print("[%s] %s %s：%d 份报告，%d 处", l.first.Severity, l.first.ID, l.first.Title, len(l.reports), l.findings)
	}
}
