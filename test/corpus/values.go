package corpus

import (
	"strconv"
	"strings"

	"gongkai/internal/annualreport/narrate"
	"gongkai/law/tally"
)

// wording gives a voice what its bindings ask for.
type wording struct {
	base
	figures
}

// Figure implements narrate.Values over the cells and the counts beside them.
func (w wording) Figure(name string) (narrate.Figure, bool) {
	n, counted := w.counts[name]
	if counted {
		money := strings.HasSuffix(name, ".amount")
		unit := "件"
		if money {
			unit = "元"
		}
		return narrate.Figure{N: n, Unit: unit, Money: money, Known: true}, true
	}
	cell, isCell := w.figures.format.Cell(name)
	value := w.figures.format.Value(w.cells, name)
	switch {
	case isCell:
		return narrate.Figure{N: value.N, Unit: cell.Measure, Money: cell.Unit == tally.TenThousandYuan, Known: value.State == tally.Number}, true
	case value.State == tally.Number:
		return narrate.Figure{N: value.N, Unit: "件", Known: true}, true
	case w.beside(name):
		return narrate.Figure{Unit: "件", Known: true}, true
	}
	return narrate.Figure{}, false
}

// beside reports whether a name is one of the figures that stand beside the tables
// or in the tables of another generation: nothing of the kind happened.
func (w wording) beside(name string) bool {
	if strings.HasPrefix(name, narrate.LastYear) {
		return false
	}
	_, elsewhere := tally.CellByName(name)
	topic, _, _ := strings.Cut(name, ".")
	switch topic {
	case "item", "training", "meeting", "inspection", "rectification", "appraisal", "accountability", "staff", "service_point", "leading_group",
		"task_force", "media_account", "disclosure_rule", "request", "clarification", "consultation", "inquiry", "fee_notice", "fee_received":
		return true
	}
	return elsewhere
}

// Fact implements narrate.Values; level and media are words of this corpus.
func (w wording) Fact(name string) (string, bool) {
	word, known := narrate.Facts(w.Organ, w.year)[name]
	switch name {
	case "level":
		return w.level, true
	case "media":
		return w.media, w.media != ""
	case "last_day":
		return strconv.Itoa(w.year) + "年12月31日", true
	}
	return word, known
}
