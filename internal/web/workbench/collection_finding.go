package workbench

import (
	"strconv"

	"gongkai/internal/annualreport/collection"
	"gongkai/internal/annualreport/reading"
	"gongkai/internal/message"
	"gongkai/internal/web/ui"
	"gongkai/law/tally"
)

// collectedFinding is one finding with the original beside it and what was decided.
type collectedFinding struct {
	Position int
	Said     string // tells what it says, so that a decision cannot fall on another finding
	ID       string // of the block on the page
	Anchor   string // of the check, on its first finding
	Check    string
	Title    string
	Severity ui.Badge
	Text     string
	Place    string
	Citation string
	Stated   string
	Expected string
	Quote    string // where the original cannot be shown
	Excerpt  *excerpt
	Mark     ui.Badge
	Decided  bool
	Note     string
	By       string
	Problem  string // why a decision was refused
}

func findingAnchor(position int) string { return "finding-" + strconv.Itoa(position) }

// findingsOf sets every finding beside what stands in the original.
func findingsOf(src reading.Source, place collectionPlace, findings []collection.Finding) []collectedFinding {
	anchors := anchorsOf(src)
	seen := map[string]bool{}
	var out []collectedFinding
	for _, f := range findings {
		shown := collectedFinding{
			Position: f.Position, Said: f.Fingerprint(), ID: findingAnchor(f.Position), Check: f.ID, Title: f.Title, Text: f.Text, Place: f.Place, Citation: message.Citation(f.Citation),
			Severity: ui.Badge{Text: severityWords[f.Severity], Tone: severityTones[f.Severity]},
			Stated:   findingFigure(f.Where, f.Stated), Expected: findingFigure(f.Where, f.Expected),
			Excerpt: excerptOf(src, anchors, f.At, f.Quote), Note: f.Note, Decided: f.Mark != collection.Undecided,
			Mark: ui.Badge{Text: collection.MarkLabels[f.Mark], Tone: markTones[f.Mark]},
		}
		if !seen[f.ID] {
			seen[f.ID], shown.Anchor = true, "check-"+f.ID
		}
		if shown.Excerpt != nil {
			shown.Excerpt.Href = place.lines(f.File, shown.Excerpt.Href)
		} else {
			shown.Quote = f.Quote
		}
		if f.MarkedBy != "" {
			shown.By = f.MarkedBy + " " + ui.Minute(f.MarkedAt.In(china))
		}
		out = append(out, shown)
	}
	return out
}

// findingFigure is a number of a finding; money is held in fen and shown in 万元.
func findingFigure(where string, n *int64) string {
	if n == nil {
		return ""
	}
	unit := tally.Pieces
	cell, known := tally.CellByName(where)
	if known {
		unit = cell.Unit
	}
	return tally.Count(*n).Text(unit)
}
