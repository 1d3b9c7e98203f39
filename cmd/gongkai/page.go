package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"gongkai/internal/annualreport/checks"
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

// heads prints the head of the table of reports.
func (p *page) heads() {
	p.row("机关", "年度", "格式", "数字", "未知", "错误", "注意", "说明", "文件")
}

// report prints a report's row of the table.
func (p *page) report(e *reportfile.Entry) {
	p.row(orDash(e.Organ), yearOrDash(e.Year), orDash(e.Format), fmt.Sprint(e.Counted.Numbers), fmt.Sprint(e.Counted.Unknown),
		fmt.Sprint(e.Count(checks.Error)), fmt.Sprint(e.Count(checks.Warning)), fmt.Sprint(e.Count(checks.Information)), e.File)
}

// brief prints many reports on one page.
func (p *page) brief(batch *reportfile.Batch) error {
	found := batch.Findings()
	if len(found) == 0 {
		p.print("检查没有发现问题。")
		return p.err
	}
	p.print("\n各项检查：")
	p.tally(found)
	worst := make([]*reportfile.Entry, len(batch.Entries))
	for i := range batch.Entries {
		worst[i] = &batch.Entries[i]
	}
	slices.SortStableFunc(worst, func(a, b *reportfile.Entry) int { return b.Count(checks.Error) - a.Count(checks.Error) })
	if worst[0].Count(checks.Error) > 0 {
		p.print("\n错误最多的报告：")
		p.heads()
	}
	for _, e := range worst[:listedInFull] {
		if e.Count(checks.Error) > 0 {
			p.report(e)
		}
	}
	p.print("全部报告和逐条问题请用 --format xlsx --out 写进工作簿，或者用 --page 写成网页。")
	return p.err
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
