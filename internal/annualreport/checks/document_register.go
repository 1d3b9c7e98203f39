package checks

import (
	"strings"

	"gongkai/law/tally"
)

// documentRegister compares the cells on rules and normative documents with the
// register of documents.
var documentRegister = Check{
	ID: "T2-02", Title: "规范性文件与登记簿一致", Citation: noticeTableTwo, Severity: Error, Since: sinceFormat2019,
	Applies: hasRegister,
	Examine: func(l *Ledger) []Finding { return differences(l, isDocumentCell) },
	Fails:   func(l *Ledger) { l.Register["normdocs_issued"] = tally.Count(1) },
	Passes:  func(l *Ledger) { l.Register["penalty_decisions"] = tally.Count(1) },
}

func isDocumentCell(name string) bool {
	name = strings.TrimPrefix(name, "v19.")
	return strings.HasPrefix(name, "rules_") || strings.HasPrefix(name, "normdocs_")
}
