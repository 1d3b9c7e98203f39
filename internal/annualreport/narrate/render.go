package narrate

import (
	"math"
	"strings"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/document"
)

// Placeholder stands for what is not known yet.
const Placeholder = checks.Placeholder

// Rendered is a section as it will be read.
type Rendered struct {
	Text     string
	Spans    []checks.Span  // the numbers put in; Span.Value of money is in fen
	Runs     []document.Run // Text in runs; Ref is the expression, also where it reads 〔待补〕
	Problems []Problem      // of the body and of its figures, as met
	Pieces   []Piece        // of the body
	// Stretches say where each stretch of Text comes from.
	Stretches []Stretch
}

// Render puts figures and facts into a body. It never fails.
func Render(body string, v Values) Rendered {
	pieces, problems := Parse(body)
	r := renderer{values: v}
	r.Pieces, r.Problems = pieces, problems
	r.pieces(pieces)
	r.Text = r.text.String()
	return r.Rendered
}

type renderer struct {
	Rendered
	text   strings.Builder
	values Values
}

// write adds text that comes from a piece. ref is the expression it states.
func (r *renderer) write(text, ref string, p Piece) {
	if text == "" {
		return
	}
	start := r.text.Len()
	r.text.WriteString(text)
	r.Stretches = append(r.Stretches, Stretch{
		Start: start, End: r.text.Len(), BodyStart: p.Start, BodyEnd: p.End, Verbatim: p.Kind == Literal || p.Kind == Unreadable,
	})
	last := len(r.Runs) - 1
	if ref == "" && last >= 0 && r.Runs[last].Ref == "" {
		r.Runs[last].Text += text
		return
	}
	r.Runs = append(r.Runs, document.Run{Text: text, Ref: ref})
}

func (r *renderer) problem(code Code, p Piece, detail string) {
	r.Problems = append(r.Problems, Problem{Code: code, Start: p.Start, End: p.End, Detail: detail})
}

func (r *renderer) pieces(pieces []Piece) {
	for _, p := range pieces {
		switch p.Kind {
		case Literal, Unreadable:
			r.write(p.Source, "", p)
		case Binding:
			n, ok := r.sum(p.Expression, p)
			r.number(n, ok, p.Expression.String(), p)
		case Typed:
			start := r.text.Len()
			r.write(p.Number, "", p)
			if p.Reason != "" {
				r.Spans = append(r.Spans, checks.Span{Start: start, End: r.text.Len(), Reason: p.Reason, Value: p.Value})
			}
		case Fact:
			word, ok := r.values.Fact(p.Name)
			if !ok {
				r.problem(UnknownFact, p, "@"+p.Name)
				word = Placeholder
			}
			r.write(word, "", p)
		case Breakdown:
			r.breakdown(p)
		case Choice:
			r.choice(p)
		}
	}
}

// number writes a figure, or the placeholder where it is not known.
func (r *renderer) number(f Figure, ok bool, ref string, p Piece) {
	if !ok {
		r.write(Placeholder, ref, p)
		return
	}
	start := r.text.Len()
	r.write(f.text(), ref, p)
	r.Spans = append(r.Spans, checks.Span{Start: start, End: r.text.Len(), Ref: ref, Value: f.N})
}

// choice writes the branch that the figure asks for. When the figure is unknown
// the first branch shows the gap in its sentence, if it states figures at all. A
// sentence that is said in one case only and states none is then left out: the gap
// is among the problems, and the text claims nothing.
func (r *renderer) choice(p Piece) {
	if p.Name != "" {
		_, ok := r.values.Fact(p.Name)
		r.branch(p, !ok)
		return
	}
	before := len(r.Problems)
	f, ok := r.sum(p.Expression, p)
	switch {
	case !ok && statesFigure(p.Branches[0]):
		r.Problems = r.Problems[:before] // the bindings of the branch report it
		r.pieces(p.Branches[0])
	case !ok && said(p.Branches) < 2:
	case !ok:
		r.write(Placeholder, p.Expression.String(), p)
	case f.N >= 0:
		r.branch(p, f.N == 0)
	case len(p.Branches) < 3:
		r.problem(NegativeChoice, p, p.Expression.String())
		r.write(Placeholder, p.Expression.String(), p)
	default:
		r.pieces(p.Branches[2])
	}
}

// branch writes what is said of some, or of none; a missing branch says nothing.
func (r *renderer) branch(p Piece, none bool) {
	switch {
	case !none:
		r.pieces(p.Branches[0])
	case len(p.Branches) > 1:
		r.pieces(p.Branches[1])
	}
}

// said counts the branches that say anything.
func said(branches [][]Piece) int {
	count := 0
	for _, branch := range branches {
		if len(branch) > 0 {
			count++
		}
	}
	return count
}

func statesFigure(pieces []Piece) bool {
	states := false
	walk(pieces, func(p Piece) { states = states || p.Kind == Binding || p.Kind == Breakdown })
	return states
}

// sum adds up an expression. It reports false, and what is wrong, when a figure is
// unknown or the figures do not go together.
func (r *renderer) sum(e Expression, p Piece) (Figure, bool) {
	var total Figure
	for i, term := range e {
		f, ok := r.figure(term.Name, p)
		if !ok {
			return total, false
		}
		if i == 0 {
			total.Unit, total.Money = f.Unit, f.Money
		}
		if total.Money != f.Money {
			r.problem(MixedUnits, p, e.String())
			return total, false
		}
		n := f.N
		if term.Minus {
			n = -n
		}
		if n > 0 && total.N > math.MaxInt64-n || n < 0 && total.N < math.MinInt64-n {
			r.problem(TooLarge, p, e.String())
			return total, false
		}
		total.N += n
	}
	return total, true
}

// figure asks for one figure and reports why it cannot be had.
func (r *renderer) figure(name string, p Piece) (Figure, bool) {
	f, exists := r.values.Figure(name)
	switch {
	case !exists:
		r.problem(UnknownName, p, name)
	case !f.Known:
		r.problem(UnknownFigure, p, name)
	}
	return f, exists && f.Known
}
