package workbench

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/annualreport/collection"
	"gongkai/internal/fault"
	"gongkai/internal/web/ui"
)

// reportsPerPage is how many reports the table shows at a time.
const reportsPerPage = 50

// collectionTable is organs × findings: a report a row, a check a column.
type collectionTable struct {
	Columns []collectionColumn
	Rows    []collectionRow
	Pager   ui.Pager
	Empty   ui.Empty
}

// collectionColumn is a check that objected to any of the reports shown.
type collectionColumn struct {
	ID       string
	Title    string
	Tone     ui.Tone
	severity checks.Severity
}

// collectionRow is one report.
type collectionRow struct {
	Name   string
	Href   string
	File   string // name of the file, where the report has a name of its own
	Year   string
	Format string
	Badge  ui.Badge // where no report could be read
	Tally  []collectionCount
	Done   string // what was decided
	Cells  []collectionCount
}

// collectionCount is a number that leads to the findings it counts; empty for none.
type collectionCount struct {
	Label string
	Text  string
	Href  string
	Tone  ui.Tone
}

// collectionTable lists one page of the reports that the filter selects.
func (b *Workbench) collectionTable(ctx context.Context, v visit, k collection.Key, f collection.Filter, after string, counts []collection.CheckCount) (collectionTable, error) {
	table := collectionTable{Empty: ui.Empty{Title: "没有符合条件的年报", Links: []ui.Link{{Title: "查看全部", Href: collectionAt(k).path()}}}}
	last, err := b.lastShown(ctx, v, k, after)
	if err != nil {
		return table, err
	}
	files, err := b.Collections.Files(ctx, v.Person, k, f, last, reportsPerPage+1)
	if err != nil {
		return table, err
	}
	values := collectionValues(f)
	if last.Number > 0 {
		table.Pager.First = withQuery(collectionAt(k).path(), values)
	}
	if len(files) > reportsPerPage {
		files = files[:reportsPerPage]
		values.Set("after", strconv.Itoa(files[len(files)-1].Number))
		table.Pager.Next = withQuery(collectionAt(k).path(), values)
	}
	numbers := make([]int, 0, len(files))
	for _, file := range files {
		numbers = append(numbers, file.Number)
	}
	cells, err := b.Collections.Matrix(ctx, v.Person, k, numbers)
	if err != nil {
		return table, err
	}
	cells = slices.DeleteFunc(cells, func(c collection.Cell) bool {
		return f.Check != "" && c.Check != f.Check || f.Severity != "" && c.Severity != f.Severity
	})
	table.Columns = columnsOf(cells, counts)
	for _, file := range files {
		table.Rows = append(table.Rows, collectionRowOf(collectionAt(k), file, table.Columns, cells))
	}
	return table, nil
}

// lastShown is the report after which a page begins. One that left the collection
// since begins at the beginning.
func (b *Workbench) lastShown(ctx context.Context, v visit, k collection.Key, after string) (collection.File, error) {
	if after == "" {
		return collection.File{}, nil
	}
	number, err := strconv.Atoi(after)
	if err != nil {
		return collection.File{}, fmt.Errorf("page after %q: %w", after, fault.NotFound)
	}
	file, err := b.Collections.File(ctx, v.Person, k, number)
	if errors.Is(err, fault.NotFound) {
		return collection.File{}, nil
	}
	return file, err
}

// columnsOf are the checks that objected to the reports shown, errors first, then
// by how many reports of the collection they objected to.
func columnsOf(cells []collection.Cell, counts []collection.CheckCount) []collectionColumn {
	shown := map[string]checks.Severity{}
	for _, c := range cells {
		worst, seen := shown[c.Check]
		if !seen || collection.Grade(c.Severity) < collection.Grade(worst) {
			shown[c.Check] = c.Severity
		}
	}
	var columns []collectionColumn
	for _, count := range counts {
		severity, is := shown[count.ID]
		if !is || slices.ContainsFunc(columns, func(c collectionColumn) bool { return c.ID == count.ID }) {
			continue
		}
		columns = append(columns, collectionColumn{ID: count.ID, Title: count.Title, Tone: severityTones[severity], severity: severity})
	}
	slices.SortStableFunc(columns, func(a, b collectionColumn) int {
		return cmp.Compare(collection.Grade(a.severity), collection.Grade(b.severity))
	})
	return columns
}

func collectionRowOf(place collectionPlace, f collection.File, columns []collectionColumn, cells []collection.Cell) collectionRow {
	row := collectionRow{Name: nameOfCollected(f), Href: place.file(f.Number), Format: f.Outline.Format, Done: decidedText(f.Tally)}
	if f.Outline.Organ != "" {
		row.File = f.Name
	}
	if f.Outline.Year > 0 {
		row.Year = strconv.Itoa(f.Outline.Year)
	}
	if f.Outline.Unreadable {
		row.Badge = ui.Badge{Text: "读不了", Tone: ui.Bad}
	}
	for _, n := range []struct {
		severity checks.Severity
		count    int
	}{{checks.Error, f.Tally.Errors}, {checks.Warning, f.Tally.Warnings}, {checks.Information, f.Tally.Informations}} {
		row.Tally = append(row.Tally, countOf(severityWords[n.severity], n.count, row.Href+"#findings", severityTones[n.severity]))
	}
	for _, column := range columns {
		n, worst := 0, checks.Severity("")
		for _, c := range cells {
			if c.File != f.Number || c.Check != column.ID {
				continue
			}
			n += c.Findings
			if worst == "" || collection.Grade(c.Severity) < collection.Grade(worst) {
				worst = c.Severity
			}
		}
		row.Cells = append(row.Cells, countOf(column.ID+" "+column.Title, n, row.Href+"#check-"+column.ID, severityTones[worst]))
	}
	return row
}

func countOf(label string, n int, href string, tone ui.Tone) collectionCount {
	if n == 0 {
		return collectionCount{Label: label}
	}
	return collectionCount{Label: label, Text: strconv.Itoa(n), Href: href, Tone: tone}
}

// decidedText says how far the decisions on a report are.
func decidedText(t collection.Tally) string {
	total := t.Undecided + t.Accepted + t.Returned
	switch {
	case total == 0:
		return "没有问题"
	case t.Undecided == total:
		return "未处理"
	}
	text := ""
	for _, part := range []struct {
		label string
		n     int
	}{{"退回", t.Returned}, {"认可", t.Accepted}, {"未处理", t.Undecided}} {
		if part.n > 0 {
			text += fmt.Sprintf("%s%d ", part.label, part.n)
		}
	}
	return trimmed(text)
}
