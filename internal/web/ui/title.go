package ui

import "regexp"

// piece is a stretch of a title; a whole one is not broken over two lines.
type piece struct {
	Text  string
	Whole bool
}

var yearInTitle = regexp.MustCompile(`[0-9]{4}年度?`)

// titlePieces keeps a year together with its 年: on a phone a title must not break
// between the two.
func titlePieces(title string) []piece {
	var pieces []piece
	at := 0
	for _, place := range yearInTitle.FindAllStringIndex(title, -1) {
		if place[0] > at {
			pieces = append(pieces, piece{Text: title[at:place[0]]})
		}
		pieces = append(pieces, piece{title[place[0]:place[1]], true})
		at = place[1]
	}
	if at < len(title) {
		pieces = append(pieces, piece{Text: title[at:]})
	}
	return pieces
}
