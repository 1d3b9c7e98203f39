package corpus

import (
	"slices"
	"strings"

	"gongkai/internal/annualreport/checks"
	"gongkai/law/tally"
)

// Want is what a careful person reads in a fixture, from the file alone.
type Want struct {
	Names  []string // what the organ may be called: full name, short name
	Year   int
	Format string // tally.Format.ID
	// Head holds facts of the statutory head: "index_number", "dated", "signed".
	Head map[string]string
	// Cells are the cells that can be read, with what stands in them. A cell of the
	// format that is not listed was destroyed and must stay unknown.
	Cells tally.Cells
	// Open are cells whose figure stands in the file elsewhere than in its table, such
	// as in a sentence where the table was lost: read rightly or left unknown.
	Open tally.Cells
	// Stated are figures that sentences of the report state.
	Stated []Stated
	// Findings are the ids of the errors and warnings that must be reported; Allowed
	// those that may be.
	Findings, Allowed []string
}

// Stated is a figure in a sentence.
type Stated struct {
	Means string // cells or counts, joined by +
	Value int64  // pieces or fen
}

// wanted is what can be read in a report before any damage.
func wanted(r *report, passages []written) Want {
	w := Want{
		Names: []string{r.Name, r.ShortName, strings.TrimSuffix(r.Name, "人民政府"), strings.TrimSuffix(r.Name, "办事处")}, Year: r.year, Format: r.figures.format.ID,
		Head:  map[string]string{"index_number": r.index, "signed": r.signed.Date, "dated": r.signed.Date},
		Cells: tally.Cells{}, Open: tally.Cells{},
	}
	for name, value := range r.cells {
		w.Cells[name] = value
	}
	for _, p := range passages {
		for _, span := range p.spans {
			w.Stated = append(w.Stated, Stated{span.Ref, span.Value})
		}
	}
	return w
}

// lose makes cells unknown.
func (w *Want) lose(names ...string) {
	for _, name := range names {
		delete(w.Cells, name)
	}
}

// loseToText makes a cell unknown whose figure was destroyed in its table. Where a
// sentence gives the figure too, or may say that there were none, it is open: the
// reader may take the sentence for the cell or leave it unknown.
func (w *Want) loseToText(name string) {
	value, known := w.Cells[name]
	delete(w.Cells, name)
	stated := slices.ContainsFunc(w.Stated, func(s Stated) bool { return s.Means == name && s.Value == value.N })
	none := value == tally.Count(0) && strings.HasSuffix(name, "."+tally.TotalColumn)
	if known && (stated || none) {
		w.Open[name] = value
	}
}

// find adds ids of findings that the fixture must have.
func (w *Want) find(ids ...string) {
	for _, id := range ids {
		if !slices.Contains(w.Findings, id) {
			w.Findings = append(w.Findings, id)
		}
	}
}

// allow adds ids of findings that the fixture may have.
func (w *Want) allow(ids ...string) { w.Allowed = append(w.Allowed, ids...) }

// weighty are the findings that count: errors and warnings, once each.
func weighty(findings []checks.Finding) []string {
	var ids []string
	for _, f := range findings {
		if f.Severity != checks.Information && !slices.Contains(ids, f.ID) {
			ids = append(ids, f.ID)
		}
	}
	slices.Sort(ids)
	return ids
}
