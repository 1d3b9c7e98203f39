package narrate

import (
	"strings"

	"gongkai/internal/annualreport/prose"
)

const (
	opening = "{{"
	closing = "}}"
	// deepest is how many choices may lie within one another.
	deepest = 2
)

// Parse cuts a body into its pieces. It never fails: the pieces always join to the
// body, and what could not be read is among them as Unreadable.
func Parse(body string) ([]Piece, []Problem) {
	p := parser{body: body, closes: make(map[int]int)}
	p.pair()
	return p.pieces(0, len(body), 0), p.problems
}

type parser struct {
	body     string
	closes   map[int]int // offset of an opening to that of its closing
	problems []Problem
}

func (p *parser) report(code Code, start, end int, detail string) {
	p.problems = append(p.problems, Problem{Code: code, Start: start, End: end, Detail: detail})
}

// pair finds for every opening its closing, innermost first. An opening left over
// is text, so that one forgotten bracket does not swallow the rest of the section.
func (p *parser) pair() {
	var open []int
	for at := 0; at < len(p.body); {
		switch {
		case strings.HasPrefix(p.body[at:], opening):
			open = append(open, at)
			at += len(opening)
		case strings.HasPrefix(p.body[at:], closing):
			if len(open) == 0 {
				p.report(Unclosed, at, at+len(closing), closing)
			} else {
				p.closes[open[len(open)-1]] = at
				open = open[:len(open)-1]
			}
			at += len(closing)
		default:
			at++
		}
	}
	for _, at := range open {
		p.report(Unclosed, at, at+len(opening), opening)
	}
}

func (p *parser) pieces(start, end, depth int) []Piece {
	var pieces []Piece
	literal := start
	flush := func(until int) {
		if until > literal {
			pieces = append(pieces, Piece{Kind: Literal, Start: literal, End: until, Source: p.body[literal:until]})
		}
	}
	for at := start; at < end; {
		closed, isOpen := p.closes[at]
		if !isOpen {
			at++
			continue
		}
		flush(at)
		piece := p.binding(at+len(opening), closed, depth)
		piece.Start, piece.End = at, closed+len(closing)
		piece.Source = p.body[piece.Start:piece.End]
		pieces = append(pieces, piece)
		at, literal = piece.End, piece.End
	}
	flush(end)
	return pieces
}

// binding reads what stands between the braces.
func (p *parser) binding(start, end, depth int) Piece {
	inner := p.body[start:end]
	refuse := func(code Code, detail string) Piece {
		p.report(code, start-len(opening), end+len(closing), detail)
		return Piece{Kind: Unreadable}
	}
	switch {
	case strings.HasPrefix(inner, "?"):
		return p.choice(start+1, end, depth)
	case strings.Contains(inner, opening):
		return refuse(BadExpression, inner)
	case strings.HasPrefix(inner, "="):
		number, reason, _ := strings.Cut(inner[1:], "|")
		number, reason = strings.TrimSpace(number), strings.TrimSpace(reason)
		value, ok := typedValue(number)
		if !ok {
			return refuse(BadNumber, inner)
		}
		if reason == "" {
			p.report(MissingReason, start-len(opening), end+len(closing), number)
		}
		return Piece{Kind: Typed, Number: number, Value: value, Reason: reason}
	case strings.HasPrefix(inner, "@"):
		return Piece{Kind: Fact, Name: strings.TrimSpace(inner[1:])}
	case strings.HasPrefix(inner, "*"):
		name := strings.TrimSpace(inner[1:])
		if breakdowns[name] == nil {
			return refuse(NoBreakdown, name)
		}
		return Piece{Kind: Breakdown, Name: name}
	}
	e, ok := ParseExpression(inner)
	if !ok {
		return refuse(BadExpression, inner)
	}
	return Piece{Kind: Binding, Expression: e}
}

// typedValue reads a number that has no unit; one that Numbers would pass over
// where it stands, such as a telephone number, is none.
func typedValue(number string) (int64, bool) {
	const unit = "件"
	numbers := prose.Numbers(number + unit)
	if len(numbers) != 1 || numbers[0].Start != 0 || numbers[0].End != len(number)+len(unit) {
		return 0, false
	}
	return numbers[0].Value, true
}

// choice reads {{?condition: some | none | less}} from behind the question mark.
func (p *parser) choice(start, end, depth int) Piece {
	refuse := func(code Code) Piece {
		p.report(code, start-len(opening)-1, end+len(closing), p.body[start-len(opening)-1:end+len(closing)])
		return Piece{Kind: Unreadable}
	}
	if depth == deepest {
		return refuse(TooDeep)
	}
	// The full-width signs are what a Chinese keyboard types.
	colon := strings.IndexAny(p.body[start:end], ":：")
	if colon < 0 {
		return refuse(BadChoice)
	}
	condition := p.body[start : start+colon]
	piece := Piece{Kind: Choice}
	name, isFact := strings.CutPrefix(strings.TrimSpace(condition), "@")
	if isFact {
		piece.Name = strings.TrimSpace(name)
	} else {
		e, ok := ParseExpression(condition)
		if !ok {
			return refuse(BadChoice)
		}
		piece.Expression = e
	}
	from := start + colon + signLength(p.body[start+colon:])
	ends := p.bars(from, end)
	const mostBranches = 3
	if len(ends) > mostBranches || isFact && len(ends) == mostBranches {
		return refuse(BadChoice)
	}
	for _, until := range ends {
		text := p.body[from:until]
		left := len(text) - len(strings.TrimLeft(text, " \t"))
		right := len(strings.TrimRight(text[left:], " \t"))
		piece.Branches = append(piece.Branches, p.pieces(from+left, from+left+right, depth+1))
		from = until
		if until < end {
			from += signLength(p.body[until:])
		}
	}
	return piece
}

// bars are the ends of the branches: the bars outside nested bindings, and the end.
func (p *parser) bars(from, end int) []int {
	var ends []int
	for at := from; at < end; {
		closed, isOpen := p.closes[at]
		switch {
		case isOpen:
			at = closed + len(closing)
		case p.body[at] == '|' || strings.HasPrefix(p.body[at:], "｜"):
			ends = append(ends, at)
			at += signLength(p.body[at:])
		default:
			at++
		}
	}
	return append(ends, end)
}

// signLength is the length of a half-width or full-width sign.
func signLength(text string) int {
	if text[0] < 0x80 {
		return 1
	}
	return len("：")
}
