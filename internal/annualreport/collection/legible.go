package collection

import (
	"strings"
	"unicode"

	"gongkai/internal/annualreport/checks"
)

// mostName is how many characters of a file's name are kept.
const mostName = 500

// legible is text from outside as every storage takes it: UTF-8 without NUL.
func legible(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "�"), "\x00", "")
}

// fileName is a name as it was sent, on one line. One that is too long keeps its
// end, where the kind of the file stands.
func fileName(s string) string {
	name := []rune(strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, legible(s))))
	if len(name) == 0 {
		return "未命名文件"
	}
	return string(name[max(0, len(name)-mostName):])
}

// storable is a finding as storage takes it. Its severity decides where it is
// listed; a finding without one is information.
func storable(f checks.Finding) checks.Finding {
	for _, s := range []*string{&f.Text, &f.Where, &f.Place, &f.Quote, &f.Title, &f.Citation} {
		*s = legible(*s)
	}
	if Grade(f.Severity) == 0 {
		f.Severity = checks.Information
	}
	return f
}

func (o Outline) storable() Outline {
	o.Organ = legible(o.Organ)
	notes := make([]string, len(o.Notes))
	for i, note := range o.Notes {
		notes[i] = legible(note)
	}
	o.Notes = notes
	return o
}
