package tally

import (
	"errors"
	"fmt"
	"maps"
	"strconv"
)

// Format is one generation of the annual report format. The slices are shared
// by all callers and not to be modified.
type Format struct {
	// ID names the format in data: "2021", "2019", "2014" or "2007".
	ID string
	// FirstYear and LastYear are the report years the format governs, both
	// included; LastYear 0 means that it still does.
	FirstYear, LastYear int
	// Basis is the norm that lays the format down.
	Basis string
	// Chapters are the headings in their order.
	Chapters []Chapter
	// Cells are all figures in the order of the tables, read row by row.
	Cells []Cell
	// Layouts are the printed tables in their order.
	Layouts []Layout
	// Equations are the equations between cells of one report.
	Equations []Equation
	// RequestRows are the rows of table three; none before 2019.
	RequestRows []RequestRow

	cells map[string]Cell
	sums  map[string][]string
}

// Chapter is a heading of the report.
type Chapter struct {
	Number string // 一 … 六
	Title  string // without the number
	Key    string // for data: overview, proactive, requests, remedies, improvement, other
	Table  int    // the table the chapter consists of, or 0
}

// Heading is the chapter's heading as printed, such as "一、总体情况".
func (c Chapter) Heading() string { return c.Number + "、" + c.Title }

// Ids of the format generations.
const (
	Format2021 = "2021"
	Format2019 = "2019"
	Format2014 = "2014"
	Format2007 = "2007"
)

// Formats lists the generations, newest first. Not to be modified.
var Formats = []Format{newFormat2021(), newFormat2019(), newFormat2014(), newFormat2007()}

// ErrNoFormat is wrapped by the errors of FormatFor and ByID.
var ErrNoFormat = errors.New("no annual report format")

// lastWrittenYear bounds years to the four digits a title and a date can hold.
const lastWrittenYear = 9999

// FormatFor is the format that governs the report on the given year. There is
// none before 2008, when the duty to report began.
func FormatFor(year int) (Format, error) {
	for _, format := range Formats {
		if format.Governs(year) {
			return format, nil
		}
	}
	return Format{}, fmt.Errorf("%w for report year %d", ErrNoFormat, year)
}

// ByID finds a format by its id.
func ByID(id string) (Format, error) {
	for _, format := range Formats {
		if format.ID == id {
			return format, nil
		}
	}
	return Format{}, fmt.Errorf("%w with id %q", ErrNoFormat, id)
}

// Governs reports whether reports on the given year follow the format.
func (f Format) Governs(year int) bool {
	return year >= f.FirstYear && year <= lastWrittenYear && (f.LastYear == 0 || year <= f.LastYear)
}

// Title is the standard title of a report: the organ's full name, the report
// year and 政府信息公开工作年度报告.
func (f Format) Title(organ string, year int) string {
	return organ + strconv.Itoa(year) + "年政府信息公开工作年度报告"
}

// Cell finds a cell of this format, worded as this format words it.
func (f Format) Cell(name string) (Cell, bool) {
	cell, ok := f.cells[name]
	return cell, ok
}

// Chapter finds a chapter by its key.
func (f Format) Chapter(key string) (Chapter, bool) {
	for _, chapter := range f.Chapters {
		if chapter.Key == key {
			return chapter, true
		}
	}
	return Chapter{}, false
}

// Layout finds the layout of a table by its number.
func (f Format) Layout(table int) (Layout, bool) {
	for _, layout := range f.Layouts {
		if layout.Table == table {
			return layout, true
		}
	}
	return Layout{}, false
}

// withIndex completes a format with what follows from its cells and rows.
func withIndex(f Format) Format {
	f.cells = make(map[string]Cell, len(f.Cells))
	for _, cell := range f.Cells {
		f.cells[cell.Name] = cell
	}
	f.sums = requestSums(f.RequestRows)
	maps.Copy(f.sums, f.tableSums())
	return f
}

// tableSums are the sums of the tables other than table three.
func (f Format) tableSums() map[string][]string {
	sums := make(map[string][]string)
	_, hasRemedies := f.Layout(4)
	if hasRemedies {
		maps.Copy(sums, remedySums())
	}
	_, hasStatistics := f.Layout(StatisticsTable)
	if hasStatistics {
		maps.Copy(sums, statisticsSums())
	}
	return sums
}
