package reading

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"gongkai/internal/annualreport/checks"
)

// locate adds to a finding where in the file it stands: the cell, the words quoted,
// the heading, the title or the signature.
func (r *report) locate(f *checks.Finding) {
	place, ok := r.placeOf(*f)
	if !ok {
		return
	}
	f.At = place.Spot()
	at := ChinesePlace(place)
	switch {
	case at == "" || strings.Contains(f.Place, at):
	case f.Place == "":
		f.Place = at
	default:
		f.Place += "，" + at
	}
}

func (r *report) placeOf(f checks.Finding) (Place, bool) {
	reading, isCell := r.Read[f.Where]
	if isCell && reading.Value.State != 0 {
		return reading.Place, true
	}
	switch f.Where {
	case "title":
		if r.title.strip >= 0 && r.title.text != "" {
			return r.strips[r.title.strip].place, true
		}
		return Place{}, false
	case "signature":
		return r.signed.place, r.signed.place != Place{}
	case "index_number":
		return r.head.indexPlace, true
	}
	key, _, _ := strings.Cut(f.Where, ".")
	for _, b := range r.bodies {
		if b.key != key {
			continue
		}
		from, to := find(b.text, f.Quote)
		if from < 0 {
			return b.place, b.place != Place{}
		}
		return b.placeOf(from, to), true
	}
	return Place{}, false
}

// find finds a quote in a text. Checks quote with Chinese commas and without the
// blanks that damaged text has between characters. from is negative when it is not
// there.
func find(text, quote string) (from, to int) {
	if quote == "" {
		return -1, -1
	}
	at := strings.Index(text, quote)
	if at >= 0 {
		return at, at + len(quote)
	}
	first, size := utf8.DecodeRuneInString(quote)
	for i, r := range text {
		if plainComma(r) != plainComma(first) {
			continue
		}
		end := matched(text[i+utf8.RuneLen(r):], quote[size:])
		if end >= 0 {
			return i, i + utf8.RuneLen(r) + end
		}
	}
	return -1, -1
}

// matched is how many bytes of the text spell the words, negative when they do not.
func matched(text, words string) int {
	at := 0
	for _, w := range words {
		r, size := utf8.DecodeRuneInString(text[at:])
		for size > 0 && unicode.IsSpace(r) {
			at += size
			r, size = utf8.DecodeRuneInString(text[at:])
		}
		if size == 0 || plainComma(r) != plainComma(w) {
			return -1
		}
		at += size
	}
	return at
}

func plainComma(r rune) rune {
	if r == '，' {
		return ','
	}
	return r
}

// Spot is the place as findings carry it; nil when nothing is known.
func (p Place) Spot() *checks.Spot {
	if p == (Place{}) {
		return nil
	}
	s := &checks.Spot{Page: p.Page, Line: p.Line, Table: p.Table, Row: p.Row, Column: p.Column}
	if p.End > p.Start {
		s.Start, s.End = p.Start+1, p.End
	}
	return s
}

// ChinesePlace says a place as findings do: 第2页表格1第3行第7列，第88行.
func ChinesePlace(p Place) string {
	text := ""
	if p.Page > 0 {
		text += fmt.Sprintf("第%d页", p.Page)
	}
	if p.Table > 0 {
		text += fmt.Sprintf("表格%d第%d行第%d列", p.Table, p.Row, p.Column)
	}
	if p.Line > 0 {
		if text != "" {
			text += "，"
		}
		text += fmt.Sprintf("原文第%d行", p.Line)
		if p.End > p.Start {
			text += fmt.Sprintf("第%d至%d字", p.Start+1, p.End)
		}
	}
	return text
}
