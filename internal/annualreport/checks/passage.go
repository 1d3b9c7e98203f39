package checks

import (
	"strings"
	"unicode"

	"gongkai/internal/annualreport/prose"
)

// preambleKey is the chapter that holds the words before chapter one, where a
// report has them.
const preambleKey = "preamble"

// passage is a section with what was read in it.
type passage struct {
	chapter Chapter
	section Section
	reading prose.Reading
}

// passages are the sections of the report in order, read once for each run.
func (l *Ledger) passages() []passage {
	if l.read == nil {
		return readPassages(l)
	}
	return l.read
}

func readPassages(l *Ledger) []passage {
	passages := []passage{}
	for _, c := range l.Chapters {
		for _, s := range c.Sections {
			if s.Reading == nil {
				reading := prose.Read(s.Text, l.Year)
				s.Reading = &reading
			}
			passages = append(passages, passage{c, s, *s.Reading})
		}
	}
	return passages
}

// plain is the text of the section without blanks and line ends, which damaged
// pages have between characters, and with Chinese commas.
func (p passage) plain() string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return -1
		case r == ',':
			return '，'
		}
		return r
	}, p.section.Text)
}

// spanOf finds the bound number that stands at the given offsets.
func (s Section) spanOf(n prose.Number) (Span, bool) {
	for _, span := range s.Spans {
		if span.Start < n.End && n.Start < span.End {
			return span, true
		}
	}
	return Span{}, false
}

// reasoned reports whether a number was typed with a reason why no register has it.
func (s Section) reasoned(n prose.Number) bool {
	span, ok := s.spanOf(n)
	return ok && span.Ref == "" && span.Reason != ""
}

// found is a finding in a section.
func (l *Ledger) found(p passage, quote, text string) Finding {
	return Finding{Text: text, Where: p.section.Key, Place: l.sectionPlace(p.chapter, p.section), Quote: quote}
}

// statementFinding is a finding about what a sentence states.
func (l *Ledger) statementFinding(p passage, st prose.Statement, text string, expected *int64) Finding {
	f := l.found(p, p.section.Text[st.Start:st.End], text)
	f.Stated, f.Expected = pointer(st.Value), expected
	return f
}
