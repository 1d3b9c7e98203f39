package reportfile

import (
	"cmp"
	"fmt"
	"slices"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/message"
)

// severities in the order in which findings are shown.
var severities = []checks.Severity{checks.Error, checks.Warning, checks.Information}

// column is a check that objected to something.
type column struct {
	checks.Finding // its first: id, title, severity
	Label          string
	Citation       string
	Reports        int
	Findings       int
}

// Anchor names the check's row for links.
func (c column) Anchor() string { return "c-" + string(c.Severity) + "-" + c.ID }

// columnKey tells columns apart: a check may make errors and warnings.
type columnKey struct {
	severity checks.Severity
	id       string
}

func keyOf(f checks.Finding) columnKey { return columnKey{f.Severity, f.ID} }

// columnsOf lists the checks that objected, errors first, then by how many reports.
func columnsOf(entries []*Entry) []column {
	found := make(map[columnKey]*column)
	for _, e := range entries {
		counted := make(map[columnKey]bool)
		for _, f := range e.Findings {
			key := keyOf(f)
			c := found[key]
			if c == nil {
				c = &column{Finding: f, Label: SeverityLabels[f.Severity], Citation: message.Citation(f.Citation)}
				found[key] = c
			}
			c.Findings++
			if !counted[key] {
				counted[key] = true
				c.Reports++
			}
		}
	}
	var list []column
	for _, c := range found {
		list = append(list, *c)
	}
	slices.SortFunc(list, func(a, b column) int {
		return cmp.Or(cmp.Compare(slices.Index(severities, a.Severity), slices.Index(severities, b.Severity)),
			cmp.Compare(b.Reports, a.Reports), cmp.Compare(a.ID, b.ID))
	})
	return list
}

// A table of reports against checks is no longer than a browser lays out at once;
// the rest stands folded below the first, which has the reports with most errors.
const (
	firstRows  = 100
	foldedRows = 500
)

// matrixHead is the head of one table of reports against checks.
type matrixHead struct {
	Caption  string
	Folded   bool
	From, To int
	Groups   []group
	Columns  []column
}

// group is the columns of one severity.
type group struct {
	Severity checks.Severity
	Label    string
	Span     int
}

// matrixRow is one report in it: how often each check objected, nil for not at all.
type matrixRow struct {
	Number                         int
	Name                           string
	Errors, Warnings, Informations int
	Cells                          []any
}

func (p *webPage) matrix(entries []*Entry, columns []column) {
	var groups []group
	for _, s := range severities {
		n := 0
		for _, c := range columns {
			if c.Severity == s {
				n++
			}
		}
		if n > 0 {
			groups = append(groups, group{s, SeverityLabels[s], n})
		}
	}
	p.put("matrix", nil)
	for from := 0; from < len(entries) && p.err == nil; {
		to := min(from+foldedRows, len(entries))
		if from == 0 {
			to = min(firstRows, len(entries))
		}
		caption := "每份报告在每项检查中发现问题的处数，错误多的在前"
		if to-from < len(entries) {
			caption += fmt.Sprintf("（第%d至%d份，共%d份）", from+1, to, len(entries))
		}
		p.put("matrixtop", matrixHead{caption, from > 0, from + 1, to, groups, columns})
		for i, e := range entries[from:to] {
			p.put("matrixrow", rowOf(from+i, e, columns))
		}
		p.put("matrixend", from > 0)
		from = to
	}
	p.put("sectionend", nil)
}

func rowOf(number int, e *Entry, columns []column) matrixRow {
	counts := make(map[columnKey]int)
	for _, f := range e.Findings {
		counts[keyOf(f)]++
	}
	row := matrixRow{
		Number: number, Name: e.name(), Cells: make([]any, len(columns)),
		Errors: e.Count(checks.Error), Warnings: e.Count(checks.Warning), Informations: e.Count(checks.Information),
	}
	for i, c := range columns {
		if n := counts[keyOf(c.Finding)]; n > 0 {
			row.Cells[i] = n
		}
	}
	return row
}

// openReports is up to how many reports the page shows unfolded.
const openReports = 10

// reportPart is a report with its findings, errors first.
type reportPart struct {
	matrixRow
	Open     bool
	File     string
	Known    string
	Findings []findingPart
}

// findingPart is a finding as the page shows it.
type findingPart struct {
	checks.Finding
	Label, Stated, Expected, Citation string
}

func (p *webPage) reports(entries []*Entry) {
	p.put("reports", len(entries) > openReports)
	for i, e := range entries {
		part := reportPart{matrixRow: rowOf(i, e, nil), Open: len(entries) <= openReports, File: e.File, Known: e.known()}
		for _, s := range severities {
			for _, f := range e.Findings {
				if f.Severity != s {
					continue
				}
				part.Findings = append(part.Findings, findingPart{
					f, SeverityLabels[s], shownFigure(f.Where, f.Stated), shownFigure(f.Where, f.Expected), message.Citation(f.Citation),
				})
			}
		}
		p.put("report", part)
	}
	p.put("sectionend", nil)
}

// shownFigure is a figure of a finding, nothing where it has none.
func shownFigure(where string, n *int64) string {
	if n == nil {
		return ""
	}
	return figureText(where, n)
}

// known says in which format a report is and how much of it was read.
func (e *Entry) known() string {
	if len(e.cells) == 0 {
		return "没有认出报告的格式，或者这种格式没有表格。"
	}
	text := fmt.Sprintf("%s年格式，%d个单元格：数字%d个", e.Format, e.Counted.all(), e.Counted.Numbers)
	for _, state := range []struct {
		n    int
		what string
	}{{e.Counted.Blank, "空白"}, {e.Counted.Crossed, "填“/”"}, {e.Counted.Unknown, "未知"}} {
		if state.n > 0 {
			text += fmt.Sprintf("，%s%d个", state.what, state.n)
		}
	}
	return text + "。"
}
