package register

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"gongkai/law/workday"
)

// Kind is how a field's value is written, checked and stored.
type Kind uint8

// The kinds of field. Every value travels as text in canonical form; an absent
// value is the empty string.
const (
	Text     Kind = iota // one line
	LongText             // several lines
	Date                 // YYYY-MM-DD
	Integer              // 0 and up
	Money                // stored in fen; typed and shown in yuan with two decimals
	Choice               // the Code of one of the field's Choices
	Year                 // four digits
)

// Field is one column of a register.
type Field struct {
	Name     string // SQL column, JSON key and form field
	Label    string // 中文 label on forms, lists and in import sheets
	Kind     Kind
	Required bool
	Choices  []Option // of a Choice field
	Default  string   // what a new form shows and an empty import cell means
	Max      int      // longest text in characters; 0 is 200 for Text and 4000 for LongText
	Listed   bool     // shown in the register's list
	Private  bool     // personal data: masked in lists and exports
	Help     string   // one sentence below the field
	Example  string   // for the import template
}

// Option is one value of a Choice field.
type Option struct {
	Code  string // stored
	Label string // shown; accepted in imports as well as the code
}

// OptionLabel returns the label of a choice's code, or the code itself when unknown.
func (f Field) OptionLabel(code string) string {
	for _, o := range f.Choices {
		if o.Code == code {
			return o.Label
		}
	}
	return code
}

// Problem is what is wrong with one value. Code picks the sentence; Value is
// what was typed, so that it can be shown and is not lost.
type Problem struct {
	Field string // Field.Name
	Label string
	Code  string // "required", "date-impossible", "number-with-unit", "choice-unknown" …
	Value string
	Args  []string // further key, value pairs for the sentence
}

func (p Problem) Error() string { return fmt.Sprintf("%s: %s (%q)", p.Field, p.Code, p.Value) }

// Parse turns typed text into the field's canonical value. It reports a *Problem.
func (f Field) Parse(typed string) (string, *Problem) {
	s := strings.TrimSpace(typed)
	if s == "" {
		s = f.Default
	}
	if s == "" {
		if f.Required {
			return "", f.problem("required", typed)
		}
		return "", nil
	}
	switch f.Kind {
	case Date:
		return f.parseDate(s)
	case Integer:
		return f.parseInteger(s)
	case Year:
		return f.parseYear(s)
	case Money:
		return f.parseMoney(s)
	case Choice:
		return f.parseChoice(s)
	default:
		return f.parseText(s)
	}
}

// Format is the inverse of Parse for showing: money in yuan, choices by label.
func (f Field) Format(value string) string {
	switch {
	case value == "":
		return ""
	case f.Kind == Choice:
		return f.OptionLabel(value)
	case f.Kind == Money:
		return yuan(value)
	}
	return value
}

func (f Field) problem(code, value string, args ...string) *Problem {
	return &Problem{Field: f.Name, Label: f.Label, Code: code, Value: value, Args: args}
}

func (f Field) parseText(s string) (string, *Problem) {
	limit := f.Max
	if limit == 0 {
		limit = map[Kind]int{Text: 200, LongText: 4000}[f.Kind]
	}
	if n := utf8.RuneCountInString(s); n > limit {
		return "", f.problem("text-too-long", s, "limit", strconv.Itoa(limit), "length", strconv.Itoa(n))
	}
	for _, r := range s {
		lines := f.Kind == LongText && (r == '\n' || r == '\r' || r == '\t')
		if r == utf8.RuneError || r&0xfffe == 0xfffe || unicode.IsControl(r) && !lines { // no document can hold U+FFFE
			return "", f.problem("text-unreadable", s)
		}
	}
	return s, nil
}

// parseDate accepts the ways people write a day and refuses a day that no
// calendar has.
func (f Field) parseDate(s string) (string, *Problem) {
	plain := strings.NewReplacer("年", "-", "月", "-", "日", "", "/", "-", ".", "-").Replace(halfWidth(s))
	plain, _, _ = strings.Cut(plain, " ") // a time of day is not part of a civil date
	plain, _, _ = strings.Cut(plain, "T")
	parts := strings.Split(plain, "-")
	if len(parts) != 3 || len(parts[0]) != 4 {
		return "", f.problem("date-unreadable", s)
	}
	for i, part := range parts[1:] {
		if len(part) == 1 {
			parts[i+1] = "0" + part
		}
	}
	d, err := workday.ParseDate(strings.Join(parts, "-"))
	if err != nil {
		return "", f.problem("date-impossible", s)
	}
	return string(d), nil
}

func (f Field) parseInteger(s string) (string, *Problem) {
	plain := ungrouped(halfWidth(s))
	n, err := strconv.ParseInt(plain, 10, 64)
	switch {
	case err == nil && n < 0, err != nil && strings.HasPrefix(plain, "-"):
		return "", f.problem("number-negative", s)
	case err == nil && n > maxInteger, errors.Is(err, strconv.ErrRange):
		return "", f.problem("number-too-large", s)
	case err == nil:
		return strconv.FormatInt(n, 10), nil
	case hasUnit(plain):
		return "", f.problem("number-with-unit", s)
	}
	return "", f.problem("number-unreadable", s)
}

func (f Field) parseYear(s string) (string, *Problem) {
	plain := strings.TrimSuffix(halfWidth(s), "年")
	n, err := strconv.Atoi(plain)
	if err != nil || n < 1949 || n > 2999 {
		return "", f.problem("year-unreadable", s)
	}
	return strconv.Itoa(n), nil
}

func (f Field) parseMoney(s string) (string, *Problem) {
	plain := ungrouped(halfWidth(s))
	whole, fraction, dotted := strings.Cut(plain, ".")
	if strings.HasPrefix(whole, "-") {
		return "", f.problem("number-negative", s)
	}
	n, err := strconv.ParseInt(whole, 10, 64)
	if errors.Is(err, strconv.ErrRange) {
		return "", f.problem("number-too-large", s)
	}
	if err != nil || !allDigits(whole) {
		if hasUnit(plain) {
			return "", f.problem("number-with-unit", s)
		}
		return "", f.problem("number-unreadable", s)
	}
	if dotted && (fraction == "" || !allDigits(fraction)) {
		if hasUnit(fraction) {
			return "", f.problem("number-with-unit", s)
		}
		return "", f.problem("number-unreadable", s)
	}
	if len(strings.TrimRight(fraction, "0")) > 2 {
		return "", f.problem("money-below-fen", s)
	}
	if n > maxInteger/100 {
		return "", f.problem("number-too-large", s)
	}
	fen, _ := strconv.ParseInt((fraction + "00")[:2], 10, 64)
	return strconv.FormatInt(n*100+fen, 10), nil
}

func (f Field) parseChoice(s string) (string, *Problem) {
	for _, o := range f.Choices {
		if s == o.Code || s == o.Label {
			return o.Code, nil
		}
	}
	labels := make([]string, len(f.Choices))
	for i, o := range f.Choices {
		labels[i] = o.Label
	}
	return "", f.problem("choice-unknown", s, "choices", strings.Join(labels, "、"))
}

// maxInteger keeps sums over millions of records inside an int64.
const maxInteger = 1_000_000_000_000

// halfWidth turns full-width digits and punctuation into their ASCII forms.
func halfWidth(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		case r == '　':
			return ' '
		case r == '，':
			return ','
		case r == '。':
			return '.'
		}
		return r
	}, strings.TrimSpace(s))
}

var grouped = regexp.MustCompile(`^[0-9]{1,3}(,[0-9]{3})+([^0-9,]|$)`)

// ungrouped leaves out the separators of thousands. Other commas stay, so that
// “3,5” is not taken for 35.
func ungrouped(s string) string {
	if !grouped.MatchString(s) {
		return s
	}
	return strings.ReplaceAll(s, ",", "")
}

// hasUnit reports a number followed by something that is not part of it: “3件”.
func hasUnit(s string) bool {
	rest := strings.TrimLeft(s, "0123456789.")
	return rest != "" && rest != s && rest[0] != ','
}

func allDigits(s string) bool {
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return s != ""
}

func yuan(fen string) string {
	n, err := strconv.ParseInt(fen, 10, 64)
	if err != nil {
		return fen
	}
	return fmt.Sprintf("%d.%02d", n/100, n%100)
}
