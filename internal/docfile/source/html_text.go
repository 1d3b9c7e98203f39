package source

import (
	"strings"
	"unicode"
)

// flow gathers the text of a line as a browser would set it: white space collapses
// to one blank, and neighbouring pieces join without a gap.
type flow struct {
	text    strings.Builder
	last    rune // of what is written
	gap     bool // white space stands before what comes next
	newline bool // and a line of the file ends in it
	keep    bool // white space is kept, as in pre
}

func (f *flow) write(s string) {
	if f.keep {
		f.text.WriteString(s)
		return
	}
	for _, r := range s {
		switch r {
		case ' ', '\t', '\n', '\r', '\f':
			f.gap = true
			f.newline = f.newline || r == '\n'
			continue
		case '\u200b', '\u200c', '\u200d', '\ufeff', '\u00ad':
			continue // nothing that anybody sees
		}
		// Where an editor broke a line between two Chinese characters there is no
		// blank to be seen.
		if f.gap && f.last != 0 && f.last != '\n' && !(f.newline && han(f.last) && han(r)) {
			f.text.WriteByte(' ')
		}
		f.gap, f.newline = false, false
		f.text.WriteRune(r)
		f.last = r
	}
}

// lineBreak ends a line inside a cell.
func (f *flow) lineBreak() {
	f.text.WriteByte('\n')
	f.last, f.gap, f.newline = '\n', false, false
}

// take gives the text so far and begins anew.
func (f *flow) take() string {
	s := f.text.String()
	f.text.Reset()
	f.last, f.gap, f.newline = 0, false, false
	return s
}

// han reports a Chinese character or mark, which stands without blanks.
func han(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef || r == '“' || r == '”' || r == '‘' || r == '’'
}

// tidy trims a cell's lines and leaves empty ones out.
func tidy(text string) string {
	if !strings.Contains(text, "\n") {
		return strings.TrimSpace(text)
	}
	lines := strings.Split(text, "\n")
	kept := lines[:0]
	for _, line := range lines {
		line = strings.TrimSpace(line)
		if line != "" {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}
