package register

import "slices"

// Definition is one statutory ledger.
type Definition struct {
	Name    string // SQL table, URL segment and import name, such as "disclosure_item"
	Title   string // 登记簿名称, such as “主动公开信息”
	Group   Group  // where the workbench lists it
	Purpose string // one sentence: what is recorded and which part of the report it feeds
	Article string // the provision that asks for it
	Fields  []Field
	// YearField is the Date or Year field by which the list and the yearly count
	// place a record; empty for standing records such as media accounts.
	YearField string
	// Public registers are listed on the portal, private fields left out.
	Public bool
	// Check reports what is wrong across fields of one record whose single fields
	// are well formed. It may be nil.
	Check func(Record) []Problem
}

// Group orders the registers in the workbench.
type Group string

// The groups, in menu order.
const (
	GroupDisclosure Group = "主动公开"
	GroupRequest    Group = "依申请公开"
	GroupRemedy     Group = "复议诉讼"
	GroupSafeguard  Group = "监督保障"
	GroupOrgan      Group = "机构与队伍"
)

// Groups lists the groups in menu order.
var Groups = []Group{GroupDisclosure, GroupRequest, GroupRemedy, GroupSafeguard, GroupOrgan}

// NumberField is the first field of every register: the number that is unique in
// one organ's ledger, by which an import recognises a record it has seen.
const NumberField = "number"

// Record is one line of a register. Values hold canonical text by field name; an
// absent value is missing or empty.
type Record struct {
	OrganID string
	Version int // raised by each change; a change must name the version it saw
	Values  map[string]string
}

// Value returns the canonical value of a field, "" when absent.
func (r Record) Value(field string) string { return r.Values[field] }

// Number returns the record's number.
func (r Record) Number() string { return r.Values[NumberField] }

// Field returns the field of that name.
func (d Definition) Field(name string) (Field, bool) {
	i := slices.IndexFunc(d.Fields, func(f Field) bool { return f.Name == name })
	if i < 0 {
		return Field{}, false
	}
	return d.Fields[i], true
}

// Parse checks typed values, field by field and then across fields, and returns
// the record's canonical values with every problem found. Unknown names are
// ignored: a form may carry more than the record.
func (d Definition) Parse(typed map[string]string) (map[string]string, []Problem) {
	values := make(map[string]string, len(d.Fields))
	var problems []Problem
	for _, f := range d.Fields {
		value, problem := f.Parse(typed[f.Name])
		if problem != nil {
			problems = append(problems, *problem)
			continue
		}
		if value != "" {
			values[f.Name] = value
		}
	}
	if len(problems) == 0 && d.Check != nil {
		problems = d.Check(Record{Values: values})
	}
	return values, problems
}

// Listed returns the fields that the register's list shows.
func (d Definition) Listed() []Field {
	var fields []Field
	for _, f := range d.Fields {
		if f.Listed {
			fields = append(fields, f)
		}
	}
	return fields
}

// ByName returns the register of that name.
func ByName(name string) (Definition, bool) {
	i := slices.IndexFunc(All, func(d Definition) bool { return d.Name == name })
	if i < 0 {
		return Definition{}, false
	}
	return All[i], true
}

// order reports a problem when the later of two dates comes first. Empty dates
// are in order.
func order(r Record, earlier, later Field) []Problem {
	a, b := r.Value(earlier.Name), r.Value(later.Name)
	if a == "" || b == "" || a <= b {
		return nil
	}
	return []Problem{*later.problem("date-before", b, "earlier", earlier.Label, "date", a)}
}

// together reports a problem when only one of two fields is filled in.
func together(r Record, a, b Field) []Problem {
	switch {
	case r.Value(a.Name) != "" && r.Value(b.Name) == "":
		return []Problem{*b.problem("required-with", "", "other", a.Label)}
	case r.Value(b.Name) != "" && r.Value(a.Name) == "":
		return []Problem{*a.problem("required-with", "", "other", b.Label)}
	}
	return nil
}

// number is the first field of a register.
func number(label, example, help string) Field {
	return Field{Name: NumberField, Label: label, Required: true, Max: 80, Listed: true, Example: example, Help: help}
}
