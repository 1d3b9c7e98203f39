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
// below it (Art. 49 para. 2). It reports whether there is a report of the region.
//
// A sum that may be incomplete proves nothing: a cell that is unknown in any report
// is not examined, and no cell is where a file could not be read, where two files
// are one organ's, or where the region's own report is there twice.
func (b *Batch) CompareRegion(organ string) bool {
	found := false
	for i := range b.Entries {
		e := &b.Entries[i]
		if e.Organ == "" || e.Year == 0 || bareName(e.Organ) != bareName(organ) {
			continue
		}
		found = true
		e.Findings = append(e.Findings, b.againstSum(i)...)
	}
	return found
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
			total = total.Add(member[cell.Name])
		}
		sum[cell.Name] = total
	}
	l := &checks.Ledger{Year: e.Year, Format: format, Cells: e.Cells(), Subordinates: &checks.Subordinates{Sum: sum}}
	found := check.Examine(l)
	for i := range found {
		found[i].ID, found[i].Severity, found[i].Title, found[i].Citation = check.ID, check.Severity, check.Title, check.Citation
	}
	return found
}

// below are the cells of the other reports of the year; the text says why they
// cannot be added up.
func (b *Batch) below(region int) ([]tally.Cells, string) {
	year := b.Entries[region].Year
	var members []tally.Cells
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
			members = append(members, e.Cells())
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
