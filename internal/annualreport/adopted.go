package annualreport

import (
	"context"
	"fmt"

	"gongkai/internal/annualreport/prose"
	"gongkai/internal/organ"
	"gongkai/law/tally"
)

// factsOf are the figures of a report: counted from the registers with what was
// typed by hand, or those that were read with a report that came from outside.
func factsOf(ctx context.Context, r Reader, o organ.Organ, report Report, today string) (Facts, *RollUp, error) {
	if report.Source != "" {
		facts, err := adoptedFacts(o, report)
		return facts, nil, err
	}
	facts, err := Collect(ctx, r, o, report.Year, today)
	if err != nil {
		return facts, nil, err
	}
	facts, region, err := withRegion(ctx, r, facts)
	return facts.WithEntries(report.Entries), region, err
}

// adoptedFacts are the figures of a report that was read. No register stands
// behind them: Register is nil, so that no check asks one.
func adoptedFacts(o organ.Organ, report Report) (Facts, error) {
	format, err := tally.ByID(report.Format)
	if err != nil {
		return Facts{}, fmt.Errorf("format of report %d of %s: %w", report.Year, o.ID, err)
	}
	facts := Facts{Organ: o, Year: report.Year, Format: format, Cells: tally.Cells{}, Counts: statedCounts(format, report)}
	return facts.WithEntries(report.Entries), nil
}

// statedCounts are the figures beside the tables that the text states. One that
// it states in two ways is unknown, as one that it does not state is.
func statedCounts(format tally.Format, report Report) map[string]int64 {
	counts, twofold := map[string]int64{}, map[string]bool{}
	for _, key := range sortedKeys(report.Sections) {
		for _, st := range prose.Read(report.Sections[key], report.Year).Statements {
			name, stated := statedFigure(format, st)
			if !stated {
				continue
			}
			before, has := counts[name]
			twofold[name] = twofold[name] || has && before != st.Value
			counts[name] = st.Value
		}
	}
	for name, two := range twofold {
		if two {
			delete(counts, name)
		}
	}
	return counts
}

// statedFigure is the figure beside the tables that a statement gives exactly, for
// this organ and year.
func statedFigure(format tally.Format, st prose.Statement) (string, bool) {
	plain := st.Manner == prose.Stated || st.Manner == prose.Absent
	if !plain || !st.Exact() || st.Scope != prose.Own || len(st.Means) != 1 || st.Number.Kind == prose.Percent {
		return "", false
	}
	f, ok := FigureByName(st.Means[0])
	if _, isCell := format.Cell(f.Name); !ok || isCell {
		return "", false
	}
	if st.Manner == prose.Stated && f.Money != (st.Number.Kind == prose.Money) {
		return "", false
	}
	return f.Name, true
}
