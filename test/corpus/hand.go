package corpus

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"gongkai/law/tally"
)

//go:embed testdata
var handwritten embed.FS

// note says what can be read in a fixture that was written by hand; it lies beside
// the fixture, with .json added to its name.
type note struct {
	Damage   string // what happened to it, for people
	Names    []string
	Year     int
	Format   string
	Head     map[string]string
	Zeros    bool        // cells that are neither listed nor unknown stand as 0
	Cells    tally.Cells // what stands there
	Unknown  []string    // beginnings of names of cells that were destroyed
	Open     tally.Cells
	Stated   map[string]int64
	Findings []string
	Allowed  []string
}

// byHand reads the fixtures of testdata.
func byHand() ([]Fixture, error) {
	notes, err := fs.Glob(handwritten, "testdata/*.json")
	if err != nil {
		return nil, err
	}
	var all []Fixture
	for _, name := range notes {
		raw, err := handwritten.ReadFile(name)
		if err != nil {
			return nil, err
		}
		var n note
		err = json.Unmarshal(raw, &n)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		file := strings.TrimSuffix(name, ".json")
		data, err := handwritten.ReadFile(file)
		if err != nil {
			return nil, err
		}
		want, err := n.want()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, Fixture{Name: "hand " + path.Base(file), Form: "hand", File: path.Base(file), Data: data, Want: want})
	}
	return all, nil
}

// want fills in the cells that the note leaves to a rule.
func (n note) want() (Want, error) {
	w := Want{
		Names: n.Names, Year: n.Year, Format: n.Format, Head: n.Head, Cells: tally.Cells{}, Open: n.Open,
		Findings: n.Findings, Allowed: n.Allowed,
	}
	if n.Format == "" { // a file of another kind, in which no cell can be read
		return w, nil
	}
	format, err := tally.ByID(n.Format)
	if err != nil {
		return w, err
	}
	err = format.Validate(n.Cells)
	if err != nil {
		return w, err
	}
	for _, cell := range format.Cells {
		value, listed := n.Cells[cell.Name]
		destroyed := slices.ContainsFunc(n.Unknown, func(beginning string) bool { return strings.HasPrefix(cell.Name, beginning) })
		switch {
		case listed:
			w.Cells[cell.Name] = value
		case n.Zeros && !destroyed:
			w.Cells[cell.Name] = tally.Count(0)
		}
	}
	for _, means := range sortedKeys(n.Stated) {
		w.Stated = append(w.Stated, Stated{means, n.Stated[means]})
	}
	return w, nil
}
