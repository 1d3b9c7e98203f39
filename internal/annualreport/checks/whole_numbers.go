package checks

import (
	"strconv"

	"gongkai/law/tally"
)

// blanksShown is how many blank cells of a table are named one by one; a table
// left empty altogether is one finding.
const blanksShown = 5

// wholeNumbers wants every cell to hold a number that is not negative; nothing to
// report is 0 and not a blank.
var wholeNumbers = Check{
	ID: "T3-04", Title: "单元格应填零或者正整数", Citation: noticeTableThree, Severity: Error, Since: sinceFormat2019,
	Applies: func(l *Ledger) bool { return len(l.Format.Cells) > 0 },
	Examine: func(l *Ledger) []Finding {
		var findings []Finding
		blank := make(map[int][]tally.Cell)
		for _, cell := range l.Format.Cells {
			v := l.Cells[cell.Name]
			switch {
			case v.State == tally.Number && v.N < 0 && !cell.Signed:
				findings = append(findings, Finding{
					Text:  placeOf(cell) + "填的是负数" + v.Text(cell.Unit) + "，数量和金额不能小于0，请改正。",
					Where: cell.Name, Place: placeOf(cell), Stated: pointer(v.N),
				})
			case v.State == tally.Blank && hasTables(l):
				blank[cell.Table] = append(blank[cell.Table], cell)
			}
		}
		for _, layout := range l.Format.Layouts {
			findings = append(findings, blankCells(blank[layout.Table])...)
		}
		return findings
	},
	Fails:  func(l *Ledger) { l.Cells["penalty_decisions"] = tally.Count(-3) },
	Passes: func(l *Ledger) { l.Cells["penalty_decisions"] = tally.UnknownValue },
}

func blankCells(cells []tally.Cell) []Finding {
	if len(cells) > blanksShown {
		return []Finding{{
			Severity: Warning,
			Text:     tableNames[cells[0].Table] + "有" + strconv.Itoa(len(cells)) + "个单元格空着，没有的应当填0，请补填。",
			Where:    cells[0].Name, Place: tableNames[cells[0].Table],
		}}
	}
	var findings []Finding
	for _, cell := range cells {
		findings = append(findings, Finding{
			Severity: Warning, Text: placeOf(cell) + "空着，没有的应当填0，请补填。", Where: cell.Name, Place: placeOf(cell),
		})
	}
	return findings
}
