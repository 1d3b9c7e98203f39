package checks

import (
	"strings"

	"gongkai/law/tally"
)

// set puts a number into a cell of the report and of the registers.
func (l *Ledger) set(name string, n int64) {
	l.Cells[name] = tally.Count(n)
	if l.Register != nil {
		l.Register[name] = tally.Count(n)
	}
}

// add changes a cell of the report and of the registers.
func (l *Ledger) add(name string, n int64) { l.set(name, l.Cells[name].N+n) }

// at finds a section to alter.
func (l *Ledger) at(key string) *Section {
	for i := range l.Chapters {
		for j := range l.Chapters[i].Sections {
			if l.Chapters[i].Sections[j].Key == key {
				return &l.Chapters[i].Sections[j]
			}
		}
	}
	return &Section{}
}

// append adds a sentence to a section.
func (l *Ledger) append(key, sentence string) { l.at(key).Text += sentence }

// text replaces a section with typed text.
func (l *Ledger) text(key, text string) {
	s := l.at(key)
	s.Text, s.Spans = text, nil
}

// rewrite replaces the first occurrence of some words and moves the bound numbers
// behind them.
func (l *Ledger) rewrite(key, words, other string) {
	s := l.at(key)
	at := strings.Index(s.Text, words)
	if at < 0 {
		return
	}
	s.Text = s.Text[:at] + other + s.Text[at+len(words):]
	for i := range s.Spans {
		if s.Spans[i].Start >= at+len(words) {
			s.Spans[i].Start += len(other) - len(words)
			s.Spans[i].End += len(other) - len(words)
		}
	}
}

// reason marks typed numbers as given with a reason.
func (l *Ledger) reason(key string, numbers ...string) {
	s := l.at(key)
	for _, n := range numbers {
		for from := 0; ; {
			at := strings.Index(s.Text[from:], n)
			if at < 0 {
				break
			}
			at += from
			from = at + len(n)
			s.Spans = append(s.Spans, Span{Start: at, End: from, Reason: "镇宣传办统计"})
		}
	}
}
