package reading

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// longestBarRun is how many empty cells a row may have side by side; longer runs
// of bars are noise left over from a lost table.
const longestBarRun = 16

// splitLine splits a line of text into cells: at bars or tabs where it has some,
// else between a label and the figures that follow it.
func splitLine(line folded, place Place) []piece {
	// Bars only behind the text are left over from a table that was lost.
	body := strings.TrimRight(line.text, " |")
	if !strings.Contains(body, "|") {
		line = line.cut(0, len(body))
	}
	switch {
	case strings.Contains(line.text, "|"):
		return splitAt(line, '|', place)
	case strings.Contains(line.text, "\t"):
		return splitAt(line, '\t', place)
	}
	return splitFigures(line, place)
}

// splitAt splits a line at a sign. The cells keep their positions, empty ones
// included; the first bar of a row that begins with one opens the first cell.
func splitAt(line folded, sign byte, place Place) []piece {
	var cells []piece
	text := line.text
	if sign == '|' {
		body := strings.TrimLeft(text, " \t")
		if strings.HasPrefix(body, "|") {
			line = line.cut(len(text)-len(body)+1, len(text))
			text = line.text
		}
		// A rule of a Markdown table holds no cells.
		if strings.Trim(text, "|-: \t") == "" {
			return nil
		}
	}
	start, empty := 0, 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) && text[i] != sign {
			continue
		}
		cell := line.cut(start, i)
		start = i + 1
		if strings.TrimSpace(cell.text) == "" {
			empty++
			if empty > longestBarRun {
				continue
			}
		} else {
			empty = 0
		}
		cells = append(cells, piece{text: trimmedBlank(cell), column: len(cells), width: 1, place: place})
	}
	return cells
}

func trimmedBlank(f folded) folded {
	left := len(f.text) - len(strings.TrimLeft(f.text, " \t"))
	right := len(strings.TrimRight(f.text, " \t"))
	if left >= right {
		return f.cut(left, left)
	}
	return f.cut(left, right)
}

// longestLabel is the number of characters of the longest statutory label with the
// labels of its groups before it, generously.
const longestLabel = 110

// splitFigures splits “1.属于国家秘密 0 0 0 0 0 0 0” into label and figures, and a line of
// figures only into figures. Any other line is one cell.
func splitFigures(line folded, place Place) []piece {
	text := line.text
	whole := []piece{{text: trimmedBlank(line), width: 1, place: place}}
	type word struct{ from, to int }
	var words []word
	start := -1
	for i := 0; i <= len(text); i++ {
		blank := i == len(text) || text[i] == ' '
		switch {
		case blank && start >= 0:
			words = append(words, word{start, i})
			start = -1
		case !blank && start < 0:
			start = i
		}
	}
	first := len(words)
	for first > 0 && plainFigure(text[words[first-1].from:words[first-1].to]) {
		first--
	}
	figures := len(words) - first
	if first > 0 && figures >= 2 {
		cut := gluedFigure(text[words[first-1].from:words[first-1].to])
		if cut > 0 {
			last := words[first-1]
			words = slices.Insert(words, first, word{last.from + cut, last.to})
			words[first-1].to = last.from + cut
			figures++
		}
	}
	if figures == 0 || len(words) < 2 {
		return whole
	}
	if first > 0 {
		label := text[words[0].from:words[first-1].to]
		if utf8.RuneCountInString(label) > longestLabel || strings.ContainsAny(label, "。；") || !hasHan(label) {
			return whole
		}
	}
	var cells []piece
	if first > 0 {
		cells = append(cells, piece{text: line.cut(words[0].from, words[first-1].to), width: 1, place: place})
	}
	for _, w := range words[first:] {
		cells = append(cells, piece{text: line.cut(w.from, w.to), column: len(cells), width: 1, place: place})
	}
	return cells
}

// gluedFigure is where a figure begins that was run into the end of a label, as in
// 行政许可60; 0 when there is none. No statutory label ends in a figure.
func gluedFigure(word string) int {
	label := strings.TrimRight(word, "0123456789")
	last, _ := utf8.DecodeLastRuneInString(label)
	if label == word || label == "" || !isHan(last) && !strings.ContainsRune("”）)", last) {
		return 0
	}
	return len(label)
}

// plainFigure reports whether a word is a bare figure or a mark for none, as in a
// row of a table set in plain text.
func plainFigure(word string) bool {
	switch word {
	case "/", "-", "—", "——", "--":
		return true
	}
	if len(word) > 1 && (word[0] == '-' || word[0] == '+') { // a change against last year
		word = word[1:]
	}
	digits := 0
	for _, r := range word {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r == ',' || r == '.' || r == '，':
		default:
			return false
		}
	}
	return digits > 0 && word[len(word)-1] >= '0' && word[len(word)-1] <= '9'
}
