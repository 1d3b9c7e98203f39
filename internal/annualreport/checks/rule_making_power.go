package checks

import "strconv"

// ruleMakingPower wants no 规章 from an organ without the power to make them.
var ruleMakingPower = Check{
	ID: "T2-03", Title: "没有规章制定权的机关规章应为零", Citation: noticeTableTwo, Severity: Warning, Since: sinceFormat2019,
	Applies: func(l *Ledger) bool { return hasTables(l) && !l.Organ.RuleMaking && l.Organ.Name != "" },
	Examine: func(l *Ledger) []Finding {
		var findings []Finding
		for _, cell := range l.Format.Cells {
			n, isKnown := number(l.Cells[cell.Name])
			if !isKnown || n == 0 || cell.Row != "rules" && cell.Row != "v19.rules" {
				continue
			}
			findings = append(findings, Finding{
				Text:  placeOf(cell) + "填" + strconv.FormatInt(n, 10) + "，本机关没有规章制定权，应当填0；如果是规范性文件，请填入下一行。",
				Where: cell.Name, Place: placeOf(cell), Stated: pointer(n), Expected: pointer(0),
			})
		}
		return findings
	},
	Fails:  func(l *Ledger) { l.set("rules_issued", 1) },
	Passes: func(l *Ledger) { l.set("rules_issued", 1); l.Organ.RuleMaking = true },
}
