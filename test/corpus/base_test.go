package corpus

import (
	"slices"
	"testing"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/annualreport/prose"
	"gongkai/internal/document"
)

// ledger is the report as the checks would see it if a reader missed nothing.
func (r *report) ledger() *checks.Ledger {
	l := &checks.Ledger{
		Organ: r.Organ, Year: r.year, Format: r.figures.format, Cells: r.cells, Counts: map[string]int64{}, Title: r.title, Signed: r.signed,
		PublishedOn: r.signed.Date,
	}
	var chapter *checks.Chapter
	keys := map[string]string{}
	for _, c := range r.figures.format.Chapters {
		keys[c.Heading()] = c.Key
	}
	l.Chapters = []checks.Chapter{{Key: "preamble"}}
	chapter = &l.Chapters[0]
	for _, b := range r.blocks {
		switch b := b.(type) {
		case document.Heading:
			if b.Level == 1 {
				l.Chapters = append(l.Chapters, checks.Chapter{Key: keys[b.Text], Heading: b.Text})
				chapter = &l.Chapters[len(l.Chapters)-1]
			}
		case document.Paragraph:
			chapter.Sections = append(chapter.Sections, checks.Section{Key: chapter.Key + ".text", Text: b.String()})
		}
	}
	return l
}

// The bases are sound: whatever is found in a fixture comes from its damage, its
// slip or the reader.
func TestBasesAreSound(t *testing.T) {
	for _, b := range bases {
		r := compose(b)
		breaches := r.figures.format.Check(r.cells)
		if len(breaches) > 0 {
			t.Errorf("%s %d breaks %d equations: %+v", b.Name, b.year, len(breaches), breaches[0])
		}
		for _, f := range checks.Run(r.ledger()) {
			if f.Severity != checks.Information {
				t.Errorf("%s %d: %s %s %s", b.Name, b.year, f.ID, f.Severity, f.Text)
			}
		}
	}
}

// What the voices state is what a reader of prose gets to see.
func TestVoicesAreUnderstood(t *testing.T) {
	missed, all := 0, 0
	for _, b := range bases {
		r := compose(b)
		for _, p := range write(wording{b, r.figures}) {
			reading := prose.Read(p.text, b.year)
			for _, span := range p.spans {
				all++
				found := slices.ContainsFunc(reading.Statements, func(s prose.Statement) bool {
					return same(s.Means, span.Ref) && s.Value == span.Value && s.Scope == prose.Own
				})
				if !found {
					missed++
					t.Logf("%s: %s = %d not understood in %s", b.Name, span.Ref, span.Value, p.text[max(0, span.Start-60):span.End])
				}
			}
		}
	}
	if missed*10 > all {
		t.Errorf("%d of %d stated figures are not understood, want at most one in ten", missed, all)
	}
}

func TestFiguresAreDeterministic(t *testing.T) {
	for _, b := range bases {
		first, second := compose(b), compose(b)
		for name, value := range first.cells {
			if second.cells[name] != value {
				t.Errorf("cell %s of %s = %v, then %v", name, b.Name, value, second.cells[name])
			}
		}
		if len(first.cells) != len(first.figures.format.Cells) {
			t.Errorf("%s has %d cells, want %d", b.Name, len(first.cells), len(first.figures.format.Cells))
		}
	}
}
