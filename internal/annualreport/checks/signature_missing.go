package checks

// signatureMissing wants the organ's name and the date under the report.
var signatureMissing = Check{
	ID: "N-14", Title: "落款和日期", Citation: reportContent, Severity: Warning, Since: sinceRegulation2008,
	Applies: func(l *Ledger) bool { return len(l.Chapters) > 0 },
	Examine: func(l *Ledger) []Finding {
		missing := ""
		switch {
		case l.Signed.Organ == "" && l.Signed.Date == "":
			missing = "机关名称和日期"
		case l.Signed.Organ == "":
			missing = "机关名称"
		case l.Signed.Date == "":
			missing = "日期"
		default:
			return nil
		}
		return []Finding{{Text: "报告末尾没有落款" + missing + "，请补上。", Where: "signature", Place: "落款"}}
	},
	Fails:  func(l *Ledger) { l.Signed = Signature{} },
	Passes: func(l *Ledger) { l.Signed.Date = "2025-01-20" },
}
