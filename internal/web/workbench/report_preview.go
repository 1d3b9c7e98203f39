package workbench

import (
	"strings"

	"gongkai/internal/annualreport/narrate"
	"gongkai/internal/web/ui"
)

// previewLine is a paragraph of the preview.
type previewLine struct{ Runs []previewRun }

// previewRun is a stretch of it; Typed marks a number that has no source yet.
type previewRun struct {
	ui.Run
	Typed bool
}

// previewOf lays out a text with its typed numbers marked, so that the list under
// the editor is found again in the sentence.
func previewOf(rendered narrate.Rendered, link ui.RefLink) []previewLine {
	typed := narrate.Unbound(rendered.Text, rendered.Spans)
	var lines []previewLine
	var line previewLine
	end := func() {
		if len(line.Runs) > 0 {
			lines = append(lines, line)
		}
		line = previewLine{}
	}
	add := func(text string, run ui.Run, marked bool) {
		for i, part := range strings.Split(text, "\n") {
			if i > 0 {
				end()
			}
			if part != "" {
				run.Text = part
				line.Runs = append(line.Runs, previewRun{run, marked})
			}
		}
	}
	at := 0
	for _, r := range rendered.Runs {
		run := ui.Run{}
		if r.Ref != "" {
			run.Href, run.Title = link(r.Ref)
		}
		from, until := at, at+len(r.Text)
		for _, n := range typed {
			start, stop := max(n.Start, from), min(n.End, until)
			if start >= stop {
				continue
			}
			add(rendered.Text[from:start], run, false)
			add(rendered.Text[start:stop], run, true)
			from = stop
		}
		add(rendered.Text[from:until], run, false)
		at = until
	}
	end()
	return lines
}
