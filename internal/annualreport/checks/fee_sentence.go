package checks

// feeSentence wants chapter six to state the information-processing fees of the
// year, even when there were none (Art. 42 and the fee measures of 2020).
var feeSentence = Check{
	ID: "N-10", Title: "写明信息处理费情况", Citation: "2020 fee measures", Severity: Warning, Since: sinceFeeMeasures,
	Applies: func(l *Ledger) bool { return hasTables(l) && l.Year >= 2021 },
	Examine: func(l *Ledger) []Finding {
		chapter, ok := l.Chapter("other")
		if !ok {
			return nil // the check of headings says so
		}
		text := chapter.Text()
		if containsAny(text, "收费", "处理费", "费用", "收取") {
			return nil
		}
		return []Finding{{
			Text:  "第六章没有写信息处理费情况，请写明本年度收费通知件数、通知总金额和实收总金额；没有的，也要写明没有收取。",
			Where: "other", Place: "第六章",
		}}
	},
	Fails: func(l *Ledger) { l.text("other.fees", "本年度没有其他需要报告的事项。") },
	Passes: func(l *Ledger) {
		l.text("other.fees", "本年度没有需要收费的信息公开申请，没有发出收费通知，也无实际收费。")
	},
}
