package register

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"strings"

	"gongkai/internal/audit"
	"gongkai/internal/fault"
	"gongkai/internal/organ"
)

// Sheets is a file to import: rows of text with their places. It can be walked
// again and again.
type Sheets interface {
	Rows(each func(SheetRow) error) error
}

// SheetRow is one row of a sheet.
type SheetRow struct {
	Sheet string
	Line  int // counted from 1
	Cells []SheetCell
}

// SheetCell is one cell of a row. Fault is a code when the file spoiled the value:
// "sheet-merged-cell", "sheet-lost-digits", "sheet-error-value".
type SheetCell struct {
	Text  string
	Fault string
}

// Import is what a person asks to be imported.
type Import struct {
	SiteID, OrganID string
	Register        string
	File            string // its name, for the trail
	Digest          string // SHA-256 of its bytes, for the trail
	Reason          string // why records of a sealed year are corrected
	DryRun          bool
	Rows            int64 // how many there are, for the progress; 0 when not known
}

// Imported is what came, or would come, of an import.
type Imported struct {
	Rows      int64 // records in the file
	Added     int64
	Changed   int64
	Unchanged int64
	Problems  []PlacedProblem // the first ones, in order of place
	More      int64           // how many more problems there are
}

// PlacedProblem is a problem and where in the file it is.
type PlacedProblem struct {
	Sheet  string
	Line   int
	Column int // counted from 1; 0 is the row as a whole
	Problem
}

// Cell names the place as spreadsheets do: “C5”.
func (p PlacedProblem) Cell() string {
	if p.Column == 0 {
		return fmt.Sprintf("第%d行", p.Line)
	}
	letters := ""
	for n := p.Column; n > 0; n = (n - 1) / 26 {
		letters = string(rune('A'+(n-1)%26)) + letters
	}
	return fmt.Sprintf("%s%d", letters, p.Line)
}

// problemsListed bounds how many problems an import lists; it counts the others.
const problemsListed = 500

// errRefused rolls an import back; the problems are its explanation.
var errRefused = errors.New("import refused")

// Import reads every row and writes all of them or none. A record that is already
// there with the same values is left alone, so that importing a file twice does
// nothing the second time. progress is told how many rows have been seen.
func (s *Service) Import(ctx context.Context, actor organ.Person, im Import, file Sheets, progress func(done int64)) (Imported, error) {
	d, known := ByName(im.Register)
	if !known {
		return Imported{}, fault.Refuse(fault.NotFound, "register-unknown", "", "register", im.Register)
	}
	var run *importing
	err := s.store.InTx(ctx, func(tx Tx) error {
		err := allowed(ctx, tx, actor, organ.WriteRegister, im.SiteID, im.OrganID)
		if err != nil {
			return err
		}
		years, err := tx.SealedYears(ctx, im.SiteID, im.OrganID)
		if err != nil {
			return fmt.Errorf("list sealed years of %s: %w", im.OrganID, err)
		}
		run = &importing{s: s, tx: tx, actor: actor, im: im, d: d, sealed: years, seen: make(map[string]int), progress: progress}
		err = file.Rows(func(row SheetRow) error { return run.row(ctx, row) })
		if err != nil {
			return err
		}
		run.finish()
		if im.DryRun || len(run.done.Problems) > 0 {
			return errRefused
		}
		return run.trail(ctx)
	})
	if errors.Is(err, errRefused) {
		return run.done, nil
	}
	if err != nil {
		return Imported{}, err
	}
	return run.done, nil
}

type importing struct {
	s        *Service
	tx       Tx
	actor    organ.Person
	im       Import
	d        Definition
	sealed   []int
	sheet    string
	columns  []string       // field name by column; nil until a header was found
	seen     map[string]int // number → line
	headed   bool           // a header was found on some sheet
	done     Imported
	progress func(int64)
}

func (r *importing) row(ctx context.Context, row SheetRow) error {
	if row.Sheet != r.sheet {
		r.sheet, r.columns = row.Sheet, nil
	}
	if r.columns == nil {
		r.header(row)
		return nil
	}
	if blank(row) {
		return nil
	}
	r.done.Rows++
	if r.progress != nil && r.done.Rows%500 == 0 {
		r.progress(r.done.Rows)
	}
	typed := make(map[string]string, len(r.columns))
	sound := true
	for i, cell := range row.Cells {
		if i >= len(r.columns) || r.columns[i] == "" {
			continue
		}
		if cell.Fault != "" && cell.Text != "" || cell.Fault == "sheet-merged-cell" {
			f, _ := r.d.Field(r.columns[i])
			r.problem(row, i+1, *f.problem(cell.Fault, cell.Text))
			sound = false
		}
		typed[r.columns[i]] = cell.Text
	}
	if !sound {
		return nil
	}
	values, problems := r.d.Parse(typed)
	for _, p := range problems {
		r.problem(row, r.columnOf(p.Field), p)
	}
	if len(problems) > 0 {
		return nil
	}
	return r.record(ctx, row, Record{OrganID: r.im.OrganID, Values: values})
}

// header recognises the row that names the columns: it holds the number's label.
// A sheet without one is skipped, such as the explanations of our own template.
func (r *importing) header(row SheetRow) {
	columns := make([]string, len(row.Cells))
	found := make(map[string]bool)
	var strange []PlacedProblem
	for i, cell := range row.Cells {
		name := strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(cell.Text), "*＊"))
		if name == "" {
			continue
		}
		field, ok := r.labelled(name)
		switch {
		case !ok:
			strange = append(strange, PlacedProblem{row.Sheet, row.Line, i + 1, Problem{Label: name, Code: "unknown-column", Value: name}})
		case found[field]:
			strange = append(strange, PlacedProblem{row.Sheet, row.Line, i + 1, Problem{Field: field, Label: name, Code: "column-twice", Value: name}})
		default:
			columns[i], found[field] = field, true
		}
	}
	// One column we know among strangers is no header: the explanations of our
	// template name each column in a row of its own.
	if !found[NumberField] || len(found) == 1 && len(strange) > 0 {
		return
	}
	r.columns, r.headed = columns, true
	for _, p := range strange {
		r.add(p)
	}
	for _, f := range r.d.Fields {
		if f.Required && f.Default == "" && !found[f.Name] {
			r.add(PlacedProblem{row.Sheet, row.Line, 0, *f.problem("missing-column", f.Label)})
		}
	}
}

func (r *importing) labelled(name string) (string, bool) {
	for _, f := range r.d.Fields {
		if f.Label == name || f.Name == name {
			return f.Name, true
		}
	}
	return "", false
}

func (r *importing) columnOf(field string) int {
	for i, name := range r.columns {
		if name == field {
			return i + 1
		}
	}
	return 0
}

func blank(row SheetRow) bool {
	for _, cell := range row.Cells {
		if strings.TrimSpace(cell.Text) != "" {
			return false
		}
	}
	return true
}

// record adds or changes one record, or finds that it is there already.
func (r *importing) record(ctx context.Context, row SheetRow, record Record) error {
	number := record.Number()
	if line, twice := r.seen[number]; twice {
		f, _ := r.d.Field(NumberField)
		r.problem(row, r.columnOf(NumberField), *f.problem("number-twice", number, "line", fmt.Sprint(line)))
		return nil
	}
	r.seen[number] = row.Line
	before, err := r.tx.Record(ctx, r.d, r.im.SiteID, r.im.OrganID, number)
	if err != nil && !errors.Is(err, fault.NotFound) {
		return fmt.Errorf("load %s %s: %w", r.d.Name, number, err)
	}
	there := err == nil
	if there && maps.Equal(before.Values, record.Values) {
		r.done.Unchanged++
		return nil
	}
	touched := []Record{record}
	if there {
		touched = append(touched, before)
	}
	year, sealed := r.s.touchedYear(r.d, r.sealed, touched)
	if sealed && r.im.Reason == "" {
		r.problem(row, 0, Problem{
			Field: NumberField, Label: r.d.Title, Code: "correction-reason-required", Value: number,
			Args: []string{"year", fmt.Sprint(year), "register", r.d.Title},
		})
		return nil
	}
	if there {
		r.done.Changed++
	} else {
		r.done.Added++
	}
	if r.im.DryRun || len(r.done.Problems) > 0 {
		return nil // nothing of this file will be kept: only look for further problems
	}
	return r.write(ctx, row, before, record, there, sealed)
}

func (r *importing) write(ctx context.Context, row SheetRow, before, record Record, there, sealed bool) error {
	if !there {
		err := r.tx.Insert(ctx, r.d, r.im.SiteID, record)
		if errors.Is(err, fault.Conflict) { // a voided record keeps its number
			f, _ := r.d.Field(NumberField)
			r.problem(row, r.columnOf(NumberField), *f.problem("duplicate-number", record.Number(), "number", record.Number()))
			return errRefused // the transaction can do no more
		}
		if err != nil {
			return fmt.Errorf("row %d: insert %s: %w", row.Line, record.Number(), err)
		}
		if !sealed {
			return nil // the import's own line in the trail stands for it
		}
		return r.tx.Audit(ctx, r.entry("register.correct_add", record.Number(), nil, record.Values))
	}
	record.Version = before.Version
	err := r.tx.Update(ctx, r.d, r.im.SiteID, record)
	if err != nil {
		return fmt.Errorf("row %d: update %s: %w", row.Line, record.Number(), err)
	}
	action := "register.change"
	if sealed {
		action = "register.correct_change"
	}
	return r.tx.Audit(ctx, r.entry(action, record.Number(), before.Values, record.Values))
}

func (r *importing) entry(action, number string, before, after map[string]string) audit.Entry {
	c := Change{SiteID: r.im.SiteID, OrganID: r.im.OrganID, Reason: r.im.Reason}
	return r.s.entry(r.actor, r.d, c, action, number, before, after)
}

// trail writes the one line that stands for every record added.
func (r *importing) trail(ctx context.Context) error {
	what, err := json.Marshal(map[string]any{
		"file": r.im.File, "digest": r.im.Digest,
		"added": r.done.Added, "changed": r.done.Changed, "unchanged": r.done.Unchanged,
	})
	if err != nil {
		return fmt.Errorf("encode trail of import: %w", err)
	}
	return r.tx.Audit(ctx, audit.Entry{
		SiteID: r.im.SiteID, OrganID: r.im.OrganID, At: r.s.now(), ActorID: r.actor.ID, ActorName: r.actor.Name,
		Action: "register.import", ObjectKind: r.d.Name, ObjectID: r.im.File, Reason: r.im.Reason, After: what,
	})
}

func (r *importing) problem(row SheetRow, column int, p Problem) {
	r.add(PlacedProblem{row.Sheet, row.Line, column, p})
}

func (r *importing) add(p PlacedProblem) {
	if len(r.done.Problems) >= problemsListed {
		r.done.More++
		return
	}
	r.done.Problems = append(r.done.Problems, p)
}

// finish reports a file in which no header was found.
func (r *importing) finish() {
	if r.progress != nil {
		r.progress(r.done.Rows)
	}
	if !r.headed && len(r.done.Problems) == 0 {
		r.add(PlacedProblem{Sheet: r.sheet, Line: 1, Problem: Problem{
			Label: r.d.Title, Code: "header-not-found",
			Args: []string{"label", r.d.Fields[0].Label},
		}})
	}
}
