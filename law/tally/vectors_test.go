package tally

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// readVector reads a file of testdata into out.
func readVector(t *testing.T, name string, out any) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatalf("read vector: %v", err)
	}
	err = json.Unmarshal(data, out)
	if err != nil {
		t.Fatalf("read vector %s: %v", name, err)
	}
}

// reportVector is a report in a vector file.
type reportVector struct {
	Default *int64 `json:"default"`
	Cells   Cells  `json:"cells"`
}

// complete fills every cell of the format that the vector does not name.
func (v reportVector) complete(f Format) Cells {
	cells := Cells{}
	for _, cell := range f.Cells {
		if v.Default != nil {
			cells[cell.Name] = Count(*v.Default)
		}
	}
	for name, value := range v.Cells {
		cells[name] = value
	}
	return cells
}

// split sorts breaches into broken and undecided ones, as [id, where].
func split(breaches []Breach) (broken, undecided [][2]string) {
	for _, breach := range breaches {
		key := [2]string{breach.Equation.ID, breach.Equation.Where}
		if breach.Decidable {
			broken = append(broken, key)
		} else {
			undecided = append(undecided, key)
		}
	}
	return broken, undecided
}

func TestCells2021(t *testing.T) {
	var want []struct {
		Name, Label string
		Table       int
	}
	readVector(t, "cells-2021.json", &want)
	format := mustFormat(t, Format2021)
	if len(format.Cells) != len(want) || len(want) != 200 {
		t.Fatalf("the format of 2021 has %d cells, vector %d, want 200", len(format.Cells), len(want))
	}
	for i, cell := range format.Cells {
		if cell.Name != want[i].Name || cell.Label != want[i].Label || cell.Table != want[i].Table {
			t.Errorf("cell %d = %s %q table %d, want %s %q table %d",
				i, cell.Name, cell.Label, cell.Table, want[i].Name, want[i].Label, want[i].Table)
		}
	}
}

func TestOutcomes(t *testing.T) {
	var want []struct {
		Code   Outcome
		Row    string
		Remedy RemedyClass
	}
	readVector(t, "outcomes.json", &want)
	if len(Outcomes) != len(want) {
		t.Fatalf("%d outcomes, want %d", len(Outcomes), len(want))
	}
	for i, rule := range Outcomes {
		if rule.Code != want[i].Code || rule.Row != want[i].Row || rule.Remedy != want[i].Remedy {
			t.Errorf("outcome %d = %s row %s remedy %s, want %+v", i, rule.Code, rule.Row, rule.Remedy, want[i])
		}
		row, ok := RowOf(rule.Code)
		if !ok || row != want[i].Row {
			t.Errorf("RowOf(%s) = %s, %t, want %s", rule.Code, row, ok, want[i].Row)
		}
	}
}

func TestEquations(t *testing.T) {
	var vectors []struct {
		reportVector
		Name, Format      string
		Broken, Undecided [][2]string
	}
	readVector(t, "equations.json", &vectors)
	for _, v := range vectors {
		format := mustFormat(t, v.Format)
		broken, undecided := split(format.Check(v.complete(format)))
		if !slices.Equal(broken, v.Broken) {
			t.Errorf("%s: broken = %v, want %v", v.Name, broken, v.Broken)
		}
		if !slices.Equal(undecided, v.Undecided) {
			t.Errorf("%s: undecided = %v, want %v", v.Name, undecided, v.Undecided)
		}
	}
}

func TestAcrossYears(t *testing.T) {
	type yearVector struct {
		reportVector
		Year int
	}
	var vectors []struct {
		Name              string
		Previous, Current yearVector
		Broken, Undecided [][2]string
	}
	readVector(t, "continuity.json", &vectors)
	for _, v := range vectors {
		before, err := FormatFor(v.Previous.Year)
		if err != nil {
			t.Fatal(err)
		}
		now, err := FormatFor(v.Current.Year)
		if err != nil {
			t.Fatal(err)
		}
		previous, current := v.Previous.complete(before), v.Current.complete(now)
		broken, undecided := split(AcrossYears(before, previous, now, current))
		if !slices.Equal(broken, v.Broken) {
			t.Errorf("%s: broken = %v, want %v", v.Name, broken, v.Broken)
		}
		if !slices.Equal(undecided, v.Undecided) {
			t.Errorf("%s: undecided = %v, want %v", v.Name, undecided, v.Undecided)
		}
		isOther := func(key [2]string) bool { return key[0] != "T2-01" }
		alone, _ := split(InForce(previous, current))
		wantAlone := slices.DeleteFunc(slices.Clone(v.Broken), isOther)
		if now.ID == before.ID && now.ID == Format2021 && !slices.Equal(alone, wantAlone) {
			t.Errorf("%s: InForce breaks %v, want %v", v.Name, alone, wantAlone)
		}
	}
}
