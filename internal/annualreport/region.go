package annualreport

import (
	"context"
	"maps"
	"slices"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/organ"
	"gongkai/law/tally"
)

// withRegion turns the figures of a government at county level into those of its
// region: its own registers, where it keeps any, and the sealed reports of every
// organ below it, with the recorded adjustments (Art. 49 para. 2, check A-01). The
// second value is nil for any other organ.
func withRegion(ctx context.Context, r Reader, facts Facts) (Facts, *RollUp, error) {
	if facts.Organ.Kind != organ.CountyGovernment || len(facts.Format.Cells) == 0 {
		return facts, nil, nil
	}
	sum, err := rollUp(ctx, r, facts.Organ, Key{SiteID: facts.Organ.SiteID, OrganID: facts.Organ.ID, Year: facts.Year})
	if err != nil {
		return facts, nil, err
	}
	own := facts.Register
	region := tally.Cells{}
	for _, cell := range facts.Format.Cells {
		region[cell.Name] = sum.Adjusted[cell.Name]
		if len(own) > 0 {
			region[cell.Name] = region[cell.Name].Add(own[cell.Name])
		}
	}
	facts.Register, facts.Cells = region, region
	var parts []map[string]int64
	if len(own) > 0 {
		parts = append(parts, facts.Counts)
	}
	for _, m := range sum.Members {
		if m.In {
			parts = append(parts, m.Counts)
		}
	}
	facts.Counts = sumCounts(parts)
	if len(own) > 0 {
		sum.Members = append(sum.Members, Member{Organ: facts.Organ, Cells: own, In: true})
		sum.add()
	}
	return facts, &sum, nil
}

// sumCounts adds up figures beside the tables. As with cells, one that a part does
// not know is unknown in the sum.
func sumCounts(parts []map[string]int64) map[string]int64 {
	sum, known := map[string]int64{}, map[string]int{}
	for _, part := range parts {
		for name, n := range part {
			sum[name] += n
			known[name]++
		}
	}
	maps.DeleteFunc(sum, func(name string, _ int64) bool { return known[name] < len(parts) })
	return sum
}

// subordinates gives the checks what the region's report must add up to.
func (r RollUp) subordinates() *checks.Subordinates {
	s := &checks.Subordinates{Sum: r.Sum, Adjustment: map[string]int64{}}
	for _, a := range r.Adjustments {
		s.Adjustment[a.Cell] = a.Amount
	}
	for _, o := range r.Missing {
		s.Missing = append(s.Missing, o.Name)
	}
	slices.Sort(s.Missing)
	return s
}
