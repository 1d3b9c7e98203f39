package annualreport

import (
	"maps"
	"slices"
)

// sortedKeys keeps everything that is made from a map in one order.
func sortedKeys[V any](m map[string]V) []string {
	return slices.Sorted(maps.Keys(m))
}
