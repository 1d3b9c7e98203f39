package workbench

import (
	"fmt"
	"strings"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/annualreport/reading"
)

// excerpt is what stands in the original at a spot: a line, or a row of a table.
type excerpt struct {
	Place string // such as 原文第88行
	Href  string // of the place on the page of the original
	Words []excerptWords
	Cells []excerptCell
}

// excerptCell is one cell of the row.
type excerptCell struct {
	Words  []excerptWords
	Meant  bool // the cell that the finding is about
	Across int
}

// excerptWords are a stretch of text; a marked one is what the finding is about.
type excerptWords struct {
	Text   string
	Marked bool
}

// around is how much of a long line is shown on either side of what is marked, in
// characters.
const around = 60

// excerptOf finds what stands at a spot. It gives nil where the original does not
// say, as for a finding about the whole report.
func excerptOf(src reading.Source, anchors sourceAnchors, spot *checks.Spot, quote string) *excerpt {
	if spot == nil {
		return nil
	}
	if spot.Table > 0 {
		return rowExcerpt(src, spot, quote)
	}
	return lineExcerpt(src, anchors, spot, quote)
}

// lineExcerpt shows a line. Several blocks may stand on one line of a page's
// source: the one that holds the quoted words is meant.
func lineExcerpt(src reading.Source, anchors sourceAnchors, spot *checks.Spot, quote string) *excerpt {
	found := -1
	for i, block := range src.Blocks {
		if block.Text == "" || block.Place.Line != spot.Line || block.Place.Page != spot.Page || spot.Line == 0 {
			continue
		}
		holds := quote != "" && strings.Contains(block.Text, quote)
		if found < 0 || holds {
			found = i
		}
		if holds {
			break
		}
	}
	if found < 0 {
		return nil
	}
	block := src.Blocks[found]
	return &excerpt{
		Place: placeText(reading.Place{Page: spot.Page, Line: spot.Line}), Href: anchors.of(found),
		Words: markWords(block.Text, spot, quote),
	}
}

func rowExcerpt(src reading.Source, spot *checks.Spot, quote string) *excerpt {
	var e *excerpt
	for _, block := range src.Blocks {
		if block.Table == nil || e != nil {
			continue
		}
		for _, cell := range block.Table.Cells {
			if cell.Place.Table != spot.Table || cell.Place.Row != spot.Row {
				continue
			}
			if e == nil {
				e = &excerpt{Place: placeText(reading.Place{Page: spot.Page, Table: spot.Table, Row: spot.Row, Column: spot.Column, Line: spot.Line}), Href: rowAnchor(spot.Table, spot.Row)}
			}
			out := excerptCell{Across: cell.Colspan, Words: []excerptWords{{Text: cell.Text}}}
			if cell.Place.Column == spot.Column {
				out.Meant = true
				out.Words = markWords(cell.Text, spot, quote)
			}
			e.Cells = append(e.Cells, out)
		}
	}
	return e
}

// markWords marks the characters that a spot names, or else the words quoted. Where
// neither is found the whole text is shown unmarked.
func markWords(text string, spot *checks.Spot, quote string) []excerptWords {
	runes := []rune(text)
	from, to := spot.Start-1, spot.End
	if from < 0 || to > len(runes) || from >= to {
		from, to = quoted(text, quote)
	}
	if from < 0 {
		return []excerptWords{{Text: beginning(text)}}
	}
	before, after := runes[:from], runes[to:]
	if len(before) > around {
		before = append([]rune("…"), before[len(before)-around:]...)
	}
	if len(after) > around {
		after = append(after[:around:around], '…')
	}
	return []excerptWords{{Text: withoutRuns(string(before))}, {string(runes[from:to]), true}, {Text: withoutRuns(string(after))}}
}

// quoted finds words in a text, in characters; from is negative for none.
func quoted(text, quote string) (int, int) {
	at := strings.Index(text, quote)
	if quote == "" || at < 0 {
		return -1, -1
	}
	from := len([]rune(text[:at]))
	return from, from + len([]rune(quote))
}

// beginning keeps the beginning of a long text.
func beginning(text string) string {
	text = withoutRuns(text)
	runes := []rune(text)
	if len(runes) <= 2*around {
		return text
	}
	return string(runes[:2*around]) + "…"
}

// longestRun is how many of one sign in a row are shown.
const longestRun = 40

// withoutRuns shortens rows of one sign, such as what a page leaves of its lines,
// and says how many there were.
func withoutRuns(text string) string {
	var out strings.Builder
	runes := []rune(text)
	for i := 0; i < len(runes); {
		end := i
		for end < len(runes) && runes[end] == runes[i] {
			end++
		}
		if end-i > longestRun {
			fmt.Fprintf(&out, "%c%c%c…（“%c”连续%d个）", runes[i], runes[i], runes[i], runes[i], end-i)
		} else {
			out.WriteString(string(runes[i:end]))
		}
		i = end
	}
	return out.String()
}
