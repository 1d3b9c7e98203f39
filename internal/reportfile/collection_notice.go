package reportfile

import (
	"gongkai/internal/annualreport/checks"
	"gongkai/internal/annualreport/collection"
	"gongkai/internal/document"
)

// NoticeOf is the letter with which a collected report goes back to its organ: the
// findings of the file that somebody marked returned, with what was noted on them.
// What was information became something to be looked into when it was returned.
func NoticeOf(f collection.File, findings []collection.Finding, from Sender) *document.Document {
	e := Entry{File: f.Name, Organ: f.Outline.Organ, Year: f.Outline.Year}
	for _, found := range findings {
		if found.File != f.Number || found.Mark != collection.Returned {
			continue
		}
		objection := found.Finding
		if objection.Severity == checks.Information {
			objection.Severity = checks.Warning
		}
		if found.Note != "" {
			objection.Text += "（说明：" + found.Note + "）"
		}
		e.Findings = append(e.Findings, objection)
	}
	return Notice(e, from)
}
