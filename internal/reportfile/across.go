package reportfile

import (
	"encoding/json"
	"fmt"

	"gongkai/internal/annualreport/checks"
	"gongkai/law/tally"
)

// acrossYears are the checks that need the report of the year before: 上年结转,
// pending cases, documents in force.
var acrossYears = []string{"T3-06", "T4-04", "T2-01"}

// organYear names a report by what stands in it.
type organYear struct {
	organ string
	year  int
}

// byOrganYear lists the files that claim to be the same report, by their number.
// The key holds the bare name.
func (b *Batch) byOrganYear() map[organYear][]int {
	files := make(map[organYear][]int)
	for i, e := range b.Entries {
		if e.Organ != "" && e.Year != 0 && isReport(e) {
			key := organYear{bareName(e.Organ), e.Year}
			files[key] = append(files[key], i)
		}
	}
	return files
}

// yearBefore is the organ's report of the year before. Where several files claim to
// be the same report none is taken for it: it is not known which of them was
// published, or whether two towns share a name. Nor is a report from a site of
// another region.
func (b *Batch) yearBefore(i int, files map[organYear][]int) (int, bool) {
	e := &b.Entries[i]
	own := files[organYear{bareName(e.Organ), e.Year}]
	before := files[organYear{bareName(e.Organ), e.Year - 1}]
	if len(own) != 1 || len(before) != 1 || own[0] != i || !sameRegion(e.region, b.Entries[before[0]].region) {
		return 0, false
	}
	return before[0], true
}

// compareYears examines every report whose organ's report of the year before is
// among the files too.
func (b *Batch) compareYears() error {
	files := b.byOrganYear()
	for i := range b.Entries {
		before, found := b.yearBefore(i, files)
		if !found {
			continue
		}
		e := &b.Entries[i]
		objections := e.against(b.Entries[before])
		err := b.locate(e, objections, "，上年报告是文件“"+b.Entries[before].File+"”")
		if err != nil {
			return err
		}
		e.Findings = append(e.Findings, objections...)
	}
	return nil
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
		if ok {
			found = append(found, examine(check, l)...)
		}
	}
	return found
}

// examine runs one check and fills in what its findings take from it, as
// checks.Run does for all.
func examine(check checks.Check, l *checks.Ledger) []checks.Finding {
	if check.Applies != nil && !check.Applies(l) {
		return nil
	}
	found := check.Examine(l)
	for i := range found {
		f := &found[i]
		f.ID, f.Title, f.Citation = check.ID, check.Title, check.Citation
		if f.Severity == "" {
			f.Severity = check.Severity
		}
	}
	return found
}

// locate adds to findings on cells where in the file the cell was read, as the
// findings of reading say it, and more words behind.
func (b *Batch) locate(e *Entry, found []checks.Finding, more string) error {
	if len(found) == 0 || e.spots.size == 0 {
		return nil
	}
	data, err := b.kept.fetch(e.spots)
	if err != nil {
		return err
	}
	var spots map[string]*checks.Spot
	err = json.Unmarshal(data, &spots)
	if err != nil {
		return fmt.Errorf("decode the places in %s: %w", e.File, err)
	}
	for i := range found {
		f := &found[i]
		f.At = spots[f.Where]
		f.Place += standsAt(f.At) + more
	}
	return nil
}

func standsAt(at *checks.Spot) string {
	text := ""
	if at == nil {
		return text
	}
	if at.Table > 0 {
		text += fmt.Sprintf("，表格%d第%d行第%d列", at.Table, at.Row, at.Column)
	}
	if at.Line > 0 {
		text += fmt.Sprintf("，原文第%d行", at.Line)
	}
	return text
}
