package reading

import (
	"fmt"
	"slices"
	"testing"

	"gongkai/internal/annualreport/checks"
	"gongkai/law/tally"
)

// cellErrors are errors in the tables, each with the check that must find it.
var cellErrors = []struct {
	id    string
	alter func(tally.Cells)
}{
	{"T3-01", func(c tally.Cells) { add(c, "req.carried_out.natural_person", 3); add(c, "req.carried_out.total", 3) }},
	{"T3-02", func(c tally.Cells) {
		add(c, "req.denied_state_secret.org_business", 4)
		add(c, "req.denied_state_secret.total", 4)
	}},
	{"T3-03", func(c tally.Cells) {
		add(c, "req.refused_repeat.total", 2)
		add(c, "req.handled_total.total", 2)
		add(c, "req.received_new.total", 2)
	}},
	{"T4-01", func(c tally.Cells) { add(c, "review.total", 1) }},
	{"T4-02", func(c tally.Cells) { add(c, "suit_direct.other", 5) }},
}

// tolerable are checks that speak up beside the one seeded, for the same error:
// a total that is off breaks every equation it stands in.
var tolerable = map[string][]string{"T3-03": {"T3-02", "T3-01", "T3-03"}, "T3-01": {"T3-03"}, "T3-02": {"T3-03"}}

// TestCorpus reads every form of damage several times, sound and with one error in
// the tables, and prints how well: run it with -v for the table.
func TestCorpus(t *testing.T) {
	const sound = 2
	var reports, cellsRight, cellsAll, invented, seeded, found, raised, just int
	fmt.Printf("%-40s %8s %8s %8s %8s\n", "form", "cells", "right", "unknown", "wrong")
	for _, d := range damages {
		var right, unknown, wrong, all int
		read := func(seed uint64, alter func(tally.Cells)) Result {
			src, cells, format := d.makeWith(seed, alter)
			r := Read(src)
			reports++
			for _, cell := range format.Cells {
				want := cells[cell.Name]
				if d.want != nil {
					want = d.want(cell, want)
				}
				if d.lost != nil && d.lost(cell) {
					if r.Cells[cell.Name].State != tally.Unknown {
						wrong++
					}
					continue
				}
				all++
				switch r.Cells[cell.Name] {
				case want:
					right++
				case tally.UnknownValue:
					unknown++
				default:
					wrong++
				}
			}
			return r
		}
		for seed := range uint64(sound) {
			read(seed, func(tally.Cells) {})
		}
		for i, e := range cellErrors {
			r := read(uint64(10+i), e.alter)
			if d.lost == nil && d.want == nil { // an error in cells that are not there is not to be found
				seeded++
				if slices.ContainsFunc(r.Findings, func(f checks.Finding) bool { return f.ID == e.id }) {
					found++
				}
			}
			for _, f := range r.Findings {
				if f.Severity != checks.Error || d.missing || d.name == "renumbered chapters" && f.ID == "N-11" {
					continue
				}
				raised++
				if f.ID == e.id || slices.Contains(tolerable[e.id], f.ID) {
					just++
				}
			}
		}
		fmt.Printf("%-40s %8d %8d %8d %8d\n", d.name, all, right, unknown, wrong)
		cellsAll, cellsRight, invented = cellsAll+all, cellsRight+right, invented+wrong
	}
	accuracy := float64(cellsRight) / float64(cellsAll)
	recall, precision := float64(found)/float64(seeded), float64(just)/float64(raised)
	fmt.Printf("%d reports in %d forms: cells right %.4f, invented %d, findings precision %.3f, recall %.3f\n",
		reports, len(damages), accuracy, invented, precision, recall)
	if accuracy < 0.995 || invented > 0 || precision < 0.95 || recall < 0.95 {
		t.Errorf("corpus: cells right %.4f, want 0.995; invented %d, want 0; precision %.3f, recall %.3f, want 0.95", accuracy, invented, precision, recall)
	}
}
