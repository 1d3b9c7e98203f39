package corpus

import (
	"slices"
	"strings"
)

// otherNames are figures of the statistics table of 2014 that sentences name as
// reports of all years do.
var otherNames = map[string]string{
	"v14.proactive_items": "item.total", "v14.normdocs_made": "normdocs_issued", "v14.received": "req.received_new.total",
	"v14.closed": "req.handled_total.total", "v14.review": "review.total", "v14.suit": "suit_direct.total+suit_after_review.total",
}

// same reports whether a sentence was understood as an expression such as a+b.
func same(means []string, expression string) bool {
	read := slices.Sorted(slices.Values(means))
	for _, meant := range []string{expression, otherNames[expression]} {
		parts := strings.Split(meant, "+")
		slices.Sort(parts)
		if slices.Equal(read, parts) {
			return true
		}
	}
	return false
}
