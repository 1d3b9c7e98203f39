package reading

import (
	"regexp"
	"strings"

	"gongkai/law/tally"
)

// entry is what a cell that may hold a figure says.
type entry struct {
	text  string // as it stands, folded
	value string // what is handed to tally.ParseCell: the figure without note and unit
	unit  string // the unit written with it
	note  string // what stands in brackets behind it
	blank bool
}

var (
	entryPattern = regexp.MustCompile(`^([+\-增减]?)([0-9][0-9,，.\x{2009}]*)(亿元|万元|元|件次|人次|件|条|次|个|项|份|篇|人|宗|起|例|场|期|部)?[。.]?(?:[(（\[〔](.*)[)）\]〕])?$`)
	wordOnly     = regexp.MustCompile(`^[零〇○一二两三四五六七八九十百千]+$`)
)

// readEntry reads the text of a cell; false when it is neither a figure nor a mark
// nor empty.
func readEntry(text string) (entry, bool) {
	e := entry{text: strings.TrimSpace(text)}
	compact := squeezed(text)
	switch compact {
	case "":
		e.blank = true
		return e, true
	case "/", "-", "–", "—", "——", "--", "无", "不适用", "\\":
		e.value = "/"
		return e, true
	}
	// Blanks inside a figure may part two figures: 1 234 is not read. A blank that was
	// lost in changing the encoding stands before it as a question mark.
	bare := strings.TrimSpace(text)
	rest, lost := strings.CutPrefix(bare, "? ")
	if lost {
		bare = strings.TrimSpace(rest)
	}
	m := entryPattern.FindStringSubmatch(bare)
	if m == nil {
		m = entryPattern.FindStringSubmatch(withoutInnerBlanks(bare))
	}
	if m != nil && strings.HasSuffix(m[2], ".") {
		return entry{}, false // 1. is the number of a label
	}
	if m != nil {
		e.value, e.unit, e.note = m[1]+strings.TrimRight(m[2], ",，."), m[3], m[4]
		return e, true
	}
	if wordOnly.MatchString(compact) {
		n, ok := chineseNumber(compact)
		if ok {
			e.value = n
			return e, true
		}
	}
	return entry{}, false
}

// withoutInnerBlanks drops blanks beside brackets and units, never between digits.
func withoutInnerBlanks(text string) string {
	runes := []rune(text)
	var out []rune
	for i, r := range runes {
		if r == ' ' || r == '\t' || r == '\n' {
			before := len(out) > 0 && isDigit(out[len(out)-1])
			after := i+1 < len(runes) && isDigit(runes[i+1])
			if before && after {
				out = append(out, r)
			}
			continue
		}
		out = append(out, r)
	}
	return string(out)
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// in reads the entry as the figure of a cell.
func (e entry) in(cell tally.Cell) (tally.Value, bool) {
	if e.blank {
		return tally.BlankValue, true
	}
	value := e.value
	switch {
	case cell.Unit == tally.TenThousandYuan && e.unit != "":
		if e.unit != "元" && e.unit != "万元" && e.unit != "亿元" {
			return tally.UnknownValue, false
		}
		cell.UnitInCell = true // the unit stands there: it decides
		value += e.unit
	case cell.Unit == tally.Pieces:
		if strings.HasSuffix(e.unit, "元") {
			return tally.UnknownValue, false
		}
		value = withoutZeroDecimals(value)
	}
	v, err := tally.ParseCell(cell, value)
	if err != nil {
		return tally.UnknownValue, false
	}
	return v, true
}

// withoutZeroDecimals cuts .0 and .00 off a count, which spreadsheets add.
func withoutZeroDecimals(value string) string {
	whole, part, found := strings.Cut(value, ".")
	if found && part != "" && strings.Trim(part, "0") == "" {
		return whole
	}
	return value
}

// figureLike reports whether a text may be the content of a figure cell, empty not
// included.
func figureLike(text string) bool {
	e, ok := readEntry(text)
	return ok && !e.blank
}
