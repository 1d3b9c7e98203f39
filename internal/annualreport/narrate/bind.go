package narrate

import (
	"errors"
	"strings"

	"gongkai/internal/annualreport/prose"
)

// Why a number cannot be bound or explained.
var (
	// ErrNoNumber: no typed number stands at the offset.
	ErrNoNumber = errors.New("no typed number at this place of the section")
	// ErrExpression: the expression is not made of figure names.
	ErrExpression = errors.New("not an expression of figure names")
	// ErrReason: the reason is empty or holds braces.
	ErrReason = errors.New("the reason is empty or holds braces")
)

// Bind replaces the typed number at a byte offset of the body by a binding. A
// number that was typed with a reason may be bound as well.
func Bind(body string, at int, expression string) (string, error) {
	e, ok := ParseExpression(expression)
	if !ok {
		return "", ErrExpression
	}
	return replaceNumber(body, at, func(string) string { return opening + e.String() + closing })
}

// Justify gives the typed number at a byte offset of the body its reason.
func Justify(body string, at int, reason string) (string, error) {
	reason = strings.Join(strings.Fields(reason), " ")
	// A bar would end the branch of a choice in a hand-edited body.
	reason = strings.ReplaceAll(reason, "|", "｜")
	if reason == "" || strings.ContainsAny(reason, "{}") {
		return "", ErrReason
	}
	return replaceNumber(body, at, func(number string) string { return opening + "=" + number + "|" + reason + closing })
}

func replaceNumber(body string, at int, with func(number string) string) (string, error) {
	pieces, _ := Parse(body)
	start, end, number := -1, -1, ""
	walk(pieces, func(p Piece) {
		if at < p.Start || at >= p.End {
			return
		}
		switch p.Kind {
		case Typed:
			start, end, number = p.Start, p.End, p.Number
		case Literal:
			for _, n := range prose.Numbers(p.Source) {
				if p.Start+n.Start <= at && at < p.Start+n.End {
					number = strings.TrimSpace(strings.TrimSuffix(n.Text, n.Unit))
					start, end = p.Start+n.Start, p.Start+n.Start+len(number)
				}
			}
		}
	})
	if start < 0 {
		return "", ErrNoNumber
	}
	return body[:start] + with(number) + body[end:], nil
}
