package annualreport_test

import (
	"reflect"
	"strings"
	"testing"

	"gongkai/internal/annualreport"
	"gongkai/internal/annualreport/narrate"
	"gongkai/internal/organ"
	"gongkai/law/tally"
)

// A template that asks for a figure nobody counts would read as it is written, in
// braces, in somebody's report.
func TestTemplatesAskOnlyForFiguresThatExist(t *testing.T) {
	asked := 0
	for _, format := range tally.Formats {
		facts := annualreport.Facts{Format: format}
		for kind := range organ.KindLabels {
			sections := narrate.Sections(format, kind)
			if len(sections) == 0 {
				t.Errorf("Sections(%s, %s) = none", format.ID, kind)
			}
			seen := map[string]bool{}
			for _, spec := range sections {
				if seen[spec.Key] {
					t.Errorf("Sections(%s, %s) has %s twice", format.ID, kind, spec.Key)
				}
				seen[spec.Key] = true
				if _, known := format.Chapter(spec.Chapter); !known && spec.Chapter != "" {
					t.Errorf("section %s of format %s stands in chapter %q, which the format does not have", spec.Key, format.ID, spec.Chapter)
				}
				for _, name := range narrate.FigureNames(spec.Template) {
					asked++
					_, figure, _, exists := facts.Figure(strings.TrimPrefix(name, narrate.LastYear))
					if !exists {
						t.Errorf("section %s of format %s for %s asks for %s, which is no figure", spec.Key, format.ID, kind, name)
					}
					if figure.Unit == "" {
						t.Errorf("section %s of format %s asks for %s, which has no unit", spec.Key, format.ID, name)
					}
				}
			}
		}
	}
	if asked == 0 {
		t.Error("no template asks for any figure")
	}
}

// Every figure has records behind it, or is a cell that is typed by hand, and says
// what it is called.
func TestFiguresHaveNamesAndRecords(t *testing.T) {
	for _, format := range tally.Formats {
		for _, cell := range format.Cells {
			counts := annualreport.CountsOf(format, cell.Name)
			f, known := annualreport.FigureByName(cell.Name)
			if len(counts) > 0 && (!known || f.Title == "" || f.Unit == "") {
				t.Errorf("FigureByName(%s) = %+v, %v, want a title and a unit", cell.Name, f, known)
			}
			if format.ID == tally.Format2021 && len(counts) == 0 {
				t.Errorf("CountsOf(2021, %s) = none: every cell of the format in force comes from a register", cell.Name)
			}
		}
	}
	newest, narrative := tally.Formats[0], tally.Formats[len(tally.Formats)-1]
	for _, cell := range newest.Cells { // a form without tables states the numbers as they are counted today
		got, want := annualreport.CountsOf(narrative, cell.Name), annualreport.CountsOf(newest, cell.Name)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("CountsOf(%s, %s) = %+v, want %+v as in format %s", narrative.ID, cell.Name, got, want, newest.ID)
		}
	}
	for _, name := range []string{"", "item.", "req.denied.nobody", "last.item.total"} {
		_, _, _, exists := annualreport.Facts{Format: tally.Formats[0]}.Figure(name)
		if exists {
			t.Errorf("Figure(%q) exists, want not", name)
		}
	}
}
