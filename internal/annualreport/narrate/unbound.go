package narrate

import (
	"slices"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/annualreport/prose"
)

// Unbound lists the numbers that count things and were typed without a reason:
// those outside every span. Dates, articles and ordinals are none (prose.Numbers).
func Unbound(text string, spans []checks.Span) []prose.Number {
	return slices.DeleteFunc(prose.Numbers(text), func(n prose.Number) bool {
		bound := slices.ContainsFunc(spans, func(s checks.Span) bool { return s.Start < n.End && n.Start < s.End })
		return bound || !n.Counting
	})
}
