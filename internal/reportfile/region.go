package reportfile

import (
	"fmt"
	"slices"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/annualreport/reading"
	"gongkai/law/tally"
)

// regionTotal is the check that a region's report is the sum of those below it.
const regionTotal = "A-01"

// CompareRegion examines the reports of a region, one for each year, against the
// sum of all other reports of the year, which are taken for those of the organs
// below it (Art. 49 para. 2). It reports whether there is a report of the region, and
// fails when the temporary file cannot be read.
//
// A sum that may be incomplete proves nothing: a cell that is unknown in any report
// is not examined, and no cell is where a file could not be read, where two files
// are one organ's, or where the region's own report is there twice.
func (b *Batch) CompareRegion(organ string) (bool, error) {
	found := false
	for i := range b.Entries {
		e := &b.Entries[i]
		if e.Organ == "" || e.Year == 0 || bareName(e.Organ) != bareName(organ) {
			continue
		}
		found = true
		objections := b.againstSum(i)
		err := b.locate(e, objections, "")
		if err != nil {
			return found, err
		}
		e.Findings = append(e.Findings, objections...)
	}
	return found, nil
}

func (b *Batch) againstSum(region int) []checks.Finding {
	e := b.Entries[region]
	check, ok := checks.ByID(regionTotal)
	format, err := tally.ByID(e.Format)
	if !ok || err != nil {
		return nil
	}
	below, why := b.below(region)
	if why != "" {
		return []checks.Finding{{
			ID: check.ID, Severity: checks.Information, Where: "subordinates", Place: "汇总", Title: check.Title, Citation: check.Citation,
			Text: "没有与所属机关的合计核对：" + why + "。",
		}}
	}
	sum := tally.Cells{}
	for _, cell := range format.Cells {
		total := tally.NotApplicableValue
		for _, member := range below {
			total = total.Add(member.inForm(format, cell))
		}
		sum[cell.Name] = total
	}
	return examine(check, &checks.Ledger{Year: e.Year, Format: format, Cells: e.Cells(), Subordinates: &checks.Subordinates{Sum: sum}})
}

// subordinate is a report below the region's.
type subordinate struct {
	format string // tally.Format.ID
	cells  tally.Cells
}

// inForm is a cell of the member's report as a report in the given format counts it.
// Where the member used another form a cell of the same name may count more, as
// （六）其他处理 did in 2019 before it had rows of its own: that is not known.
func (m subordinate) inForm(format tally.Format, cell tally.Cell) tally.Value {
	if m.format == format.ID {
		return m.cells[cell.Name]
	}
	own, err := tally.ByID(m.format)
	if err != nil {
		return tally.UnknownValue
	}
	same, has := own.Cell(cell.Name)
	if !has || same.Label != cell.Label {
		return tally.UnknownValue
	}
	return m.cells[cell.Name]
}

// below are the other reports of the year; the text says why they cannot be added up.
func (b *Batch) below(region int) ([]subordinate, string) {
	year := b.Entries[region].Year
	var members []subordinate
	unread, seen := 0, map[string]bool{bareName(b.Entries[region].Organ): true}
	for i, e := range b.Entries {
		switch {
		case i == region:
		case e.Year == 0 || e.Organ == "" || !isReport(e):
			unread++
		case e.Year != year:
		case seen[bareName(e.Organ)]:
			return nil, fmt.Sprintf("“%s”%d年的报告不止一份", e.Organ, year)
		default:
			seen[bareName(e.Organ)] = true
			members = append(members, subordinate{e.Format, e.Cells()})
		}
	}
	switch {
	case unread > 0:
		return nil, fmt.Sprintf("有%d个文件没有读出是哪个机关哪一年的报告", unread)
	case len(members) == 0:
		return nil, fmt.Sprintf("没有%d年的其他报告", year)
	}
	return members, ""
}

func isReport(e Entry) bool {
	return !slices.ContainsFunc(e.Findings, func(f checks.Finding) bool {
		return f.ID == FoundUnreadable || f.ID == reading.FoundNoReport
	})
}
