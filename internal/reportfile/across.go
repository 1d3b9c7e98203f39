package reportfile

import (
	"fmt"
	"strings"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/annualreport/reading"
	"gongkai/law/tally"
)

// acrossYears are the checks that need the report of the year before: 上年结转,
// pending cases, documents in force.
var acrossYears = []string{"T3-06", "T4-04", "T2-01"}

// followed are the cells of a report that those checks may object to.
var followed = followedCells()

func followedCells() []string {
	names := []string{"rules_in_force", "normdocs_in_force"}
	for _, column := range tally.RequestColumns {
		names = append(names, tally.RequestCell(tally.RowCarriedIn, column.Key))
	}
	for _, block := range tally.RemedyBlocks {
		names = append(names, tally.RemedyCell(block.Key, tally.TotalColumn))
	}
	return names
}

// organYear names a report by what stands in it.
type organYear struct {
	organ string
	year  int
}

// compareYears examines every report whose organ's report of the year before is
// among the files too. Where several files claim to be the same report none is
// taken for it: it is not known which of them was published, or whether two towns
// share a name.
func (b *Batch) compareYears() {
	files := make(map[organYear][]int)
	for i, e := range b.Entries {
		if e.Organ != "" && e.Year != 0 {
			key := organYear{bareName(e.Organ), e.Year}
			files[key] = append(files[key], i)
		}
	}
	for i := range b.Entries {
		e := &b.Entries[i]
		own := files[organYear{bareName(e.Organ), e.Year}]
		before := files[organYear{bareName(e.Organ), e.Year - 1}]
		if len(own) == 1 && len(before) == 1 {
			e.Findings = append(e.Findings, e.against(b.Entries[before[0]])...)
		}
	}
}

// bareName is an organ's name without the words that one year's title has and the
// next leaves out.
func bareName(name string) string {
	for _, ending := range []string{"人民政府办公室", "人民政府", "办事处"} {
		bare, found := strings.CutSuffix(name, ending)
		if found && bare != "" {
			return bare
		}
	}
	return name
}

// against examines the report with the one of the year before.
func (e *Entry) against(before Entry) []checks.Finding {
	format, err := tally.ByID(e.Format)
	if err != nil {
		return nil
	}
	l := &checks.Ledger{
		Year: e.Year, Format: format, Cells: e.Cells(),
		Previous: &checks.Previous{Cells: before.Cells(), Format: before.Format},
	}
	var found []checks.Finding
	for _, id := range acrossYears {
		check, ok := checks.ByID(id)
		if !ok || check.Applies != nil && !check.Applies(l) {
			continue
		}
		for _, f := range check.Examine(l) {
			f.ID, f.Title, f.Citation = check.ID, check.Title, check.Citation
			if f.Severity == "" {
				f.Severity = check.Severity
			}
			f.At = e.places[f.Where].Spot()
			f.Place += standsAt(e.places[f.Where]) + "，上年报告是文件“" + before.File + "”"
			found = append(found, f)
		}
	}
	return found
}

// standsAt says where in the file a cell was read, as the findings of reading do.
func standsAt(p reading.Place) string {
	text := ""
	if p.Table > 0 {
		text += fmt.Sprintf("，表格%d第%d行第%d列", p.Table, p.Row, p.Column)
	}
	if p.Line > 0 {
		text += fmt.Sprintf("，原文第%d行", p.Line)
	}
	return text
}
