package narrate

import "strings"

// Kind is what a piece of a body is.
type Kind uint8

// The kinds of piece. An Unreadable piece looked like a binding and could not be
// read; it stays in the text as it was typed.
const (
	Literal Kind = iota
	Binding
	Typed
	Fact
	Choice
	Breakdown
	Unreadable
)

// Piece is a stretch of a body.
type Piece struct {
	Kind       Kind
	Start, End int    // byte offsets in the body
	Source     string // body[Start:End]

	Expression Expression // of a Binding, and of a Choice by figures
	Name       string     // of a Fact, a Breakdown, and of a Choice by a fact
	Number     string     // of a Typed number, as it will be read
	Value      int64      // of a Typed number; cut to a whole one
	Reason     string     // of a Typed number
	// Branches of a Choice: what is said when there are some, none, or less than none.
	Branches [][]Piece
}

// String joins pieces to the body they were read from.
func String(pieces []Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(p.Source)
	}
	return b.String()
}

// FigureNames lists the figures a body asks for, in the order of their first use.
func FigureNames(body string) []string {
	var names []string
	seen := map[string]bool{}
	add := func(name string) {
		if !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	pieces, _ := Parse(body)
	walk(pieces, func(p Piece) {
		for _, term := range p.Expression {
			add(term.Name)
		}
		if p.Kind == Breakdown {
			for _, part := range breakdowns[p.Name] {
				add(part.figure)
			}
		}
	})
	return names
}

// walk visits every piece, those inside choices included.
func walk(pieces []Piece, visit func(Piece)) {
	for _, p := range pieces {
		visit(p)
		for _, branch := range p.Branches {
			walk(branch, visit)
		}
	}
}
