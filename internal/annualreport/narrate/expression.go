package narrate

import (
	"regexp"
	"strings"
)

// Term is one figure of an expression.
type Term struct {
	Minus bool
	Name  string
}

// Expression is a sum of figures, some of them taken away.
type Expression []Term

// LastYear begins the name of a figure of the year before.
const LastYear = "last."

// longestExpression bounds the terms of an expression: no statement of a report
// adds up more than a table's column.
const longestExpression = 32

var figureName = regexp.MustCompile(`^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$`)

// ParseExpression reads figure names joined by + and -. It reports false for
// anything else.
func ParseExpression(text string) (Expression, bool) {
	var e Expression
	minus := false
	for {
		at := strings.IndexAny(text, "+-")
		name := text
		if at >= 0 {
			name = text[:at]
		}
		name = strings.TrimSpace(name)
		if !figureName.MatchString(name) || len(e) == longestExpression {
			return nil, false
		}
		e = append(e, Term{Minus: minus, Name: name})
		if at < 0 {
			return e, true
		}
		minus = text[at] == '-'
		text = text[at+1:]
	}
}

// String writes the expression without spaces, as Span.Ref holds it.
func (e Expression) String() string {
	var b strings.Builder
	for i, term := range e {
		switch {
		case term.Minus:
			b.WriteByte('-')
		case i > 0:
			b.WriteByte('+')
		}
		b.WriteString(term.Name)
	}
	return b.String()
}
