package annualreport

import (
	"gongkai/internal/register"
)

// Figure is one number of the report that is counted from the registers: a cell
// of a table, or a number that stands in the prose. Its counts say which records
// stand behind it.
type Figure struct {
	Name   string // "req.granted.natural_person", "item.total"
	Title  string // Chinese, for chips, menus and drill-down
	Unit   string // 条, 件, 次, 人次, 元 …
	Money  bool   // the count is in fen
	Counts []register.Count
}

// counted lists the figures beside the cells of the tables: everything that the
// prose of a report may state (Art. 50). A new figure is a line in its topic's list.
var counted = concat(itemFigures, requestFigures, safeguardFigures, standingFigures)

func concat(lists ...[]Figure) []Figure {
	var all []Figure
	for _, list := range lists {
		all = append(all, list...)
	}
	return all
}

func one(count register.Count) []register.Count { return []register.Count{count} }

func is(field string, values ...string) []register.Any {
	return []register.Any{{Field: field, Values: values}}
}
