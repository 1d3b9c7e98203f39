package workbench

import (
	"net/url"
)

// recordPath is the address of a record: numbers hold slashes and brackets, so they
// stand in the query.
func (v visit) recordPath(ledger, number string) string {
	return v.At("registers", ledger, "record") + "?" + url.Values{"number": {number}}.Encode()
}
