package reading

import (
	"fmt"
	"math"
	"strings"

	"gongkai/law/tally"
)

// cellReader gathers what was read for the cells of a format.
type cellReader struct {
	format tally.Format
	read   map[string]CellReading
	taken  map[int]bool // strips that belong to tables
	set    bool         // tables are set out on pages: what stands in a row is told from positions
	odd    []oddCell
}

// oddCell is a cell with something in it that is no figure, or a figure with a note.
type oddCell struct {
	name, text string
	place      Place
	note       string // what stands in brackets; "" for what is no figure
}

// put reads a piece as the content of a cell.
func (r *cellReader) put(name string, p piece, row aligned, columnEvidence string, columnConfidence float64) {
	cell, ok := r.format.Cell(name)
	if !ok {
		return
	}
	reading := CellReading{Text: p.text.text, Place: p.at(p.text)}
	reading.Evidence = row.evidence(columnEvidence)
	reading.Confidence = row.confidence(columnConfidence)
	e, readable := readEntry(p.text.text)
	if readable {
		reading.Value, readable = e.in(cell)
	}
	switch {
	case !readable:
		reading.Value, reading.Confidence, reading.Evidence = tally.UnknownValue, 0, nil
		guess, why := likelyFigure(cell, p.text.text)
		if why != "" {
			reading.Candidates = []Candidate{{Value: guess, Place: reading.Place, Why: why}}
		}
		r.odd = append(r.odd, oddCell{name: name, text: p.text.text, place: reading.Place})
	case e.note != "":
		reading.Evidence = append(reading.Evidence, "note “"+e.note+"” left out")
		r.odd = append(r.odd, oddCell{name: name, text: p.text.text, place: reading.Place, note: e.note})
	}
	r.read[name] = reading
}

// likelyFigure is what a garbled figure may stand for, with the reason.
func likelyFigure(cell tally.Cell, text string) (tally.Value, string) {
	mended := strings.NewReplacer("O", "0", "o", "0", "l", "1", "I", "1", "S", "5", "B", "8", "°", "0").Replace(strings.TrimSpace(text))
	if mended == text {
		return tally.UnknownValue, ""
	}
	e, ok := readEntry(mended)
	if !ok || e.blank {
		return tally.UnknownValue, ""
	}
	v, ok := e.in(cell)
	if !ok {
		return tally.UnknownValue, ""
	}
	return v, "letters that look like digits"
}

// undecided notes that one of several pieces may be the content of a cell.
func (r *cellReader) undecided(name string, possible []piece, why string) {
	cell, ok := r.format.Cell(name)
	if !ok {
		return
	}
	reading := CellReading{}
	for _, p := range possible {
		e, readable := readEntry(p.text.text)
		if !readable {
			continue
		}
		v, readable := e.in(cell)
		if readable {
			reading.Candidates = append(reading.Candidates, Candidate{Value: v, Place: p.at(p.text), Why: why})
		}
	}
	if len(reading.Candidates) > 0 {
		r.read[name] = reading
	}
}

// take marks the strips of a row as part of a table.
func (r *cellReader) take(row observed) {
	for _, s := range row.strips {
		r.taken[s] = true
	}
}

// evidence says what the reading of the row rests on.
func (a aligned) evidence(column string) []string {
	var evidence []string
	switch {
	case a.unlabelled:
		evidence = append(evidence, "order")
	case a.byOrder:
		evidence = append(evidence, fmt.Sprintf("label %.2f", a.closeness), "order")
	case a.closeness >= 0.995:
		evidence = append(evidence, "label", "order")
	default:
		evidence = append(evidence, fmt.Sprintf("label %.2f", a.closeness), "order")
	}
	if column != "" {
		evidence = append(evidence, column)
	}
	return evidence
}

// confidence weighs the label and the column.
func (a aligned) confidence(column float64) float64 {
	label := 0.5 + 0.5*a.closeness
	if a.byOrder {
		label = 0.6
	}
	return math.Round(label*column*100) / 100
}
