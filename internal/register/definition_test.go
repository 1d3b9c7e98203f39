package register_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"gongkai/internal/message"
	"gongkai/internal/register"
)

var identifier = regexp.MustCompile(`^[a-z]+(_[a-z0-9]+)*$`)

func TestDefinitionsAreSound(t *testing.T) {
	seen := map[string]bool{}
	for _, d := range register.All {
		if seen[d.Name] || seen[d.Title] || d.Title == "" {
			t.Errorf("%s (%s): name and title must be there and be the only ones", d.Name, d.Title)
		}
		seen[d.Name], seen[d.Title] = true, true
		if !identifier.MatchString(d.Name) || strings.HasSuffix(d.Name, "s") && !strings.HasSuffix(d.Name, "is") {
			t.Errorf("%s: want a singular English name in snake_case", d.Name)
		}
		if !slices.Contains(register.Groups, d.Group) || d.Purpose == "" || d.Article == "" {
			t.Errorf("%s: group %q, purpose %q, article %q, want a known group and the others filled", d.Name, d.Group, d.Purpose, d.Article)
		}
		if len(d.Fields) == 0 || d.Fields[0].Name != register.NumberField || !d.Fields[0].Required || !d.Fields[0].Listed {
			t.Errorf("%s: the first field is not a required, listed number", d.Name)
		}
		if len(d.Listed()) < 2 {
			t.Errorf("%s: Listed() = %d fields, want the number and something that tells what it is", d.Name, len(d.Listed()))
		}
		for _, f := range d.Listed() {
			if f.Private {
				t.Errorf("%s.%s is private and stands in the list, where anyone may search it", d.Name, f.Name)
			}
		}
		year, found := d.Field(d.YearField)
		if d.YearField != "" && (!found || year.Kind != register.Date && year.Kind != register.Year) {
			t.Errorf("%s: YearField %q is not a date or year of it", d.Name, d.YearField)
		}
		if got, ok := register.ByName(d.Name); !ok || got.Title != d.Title {
			t.Errorf("ByName(%s) = %s, %v", d.Name, got.Title, ok)
		}
	}
	for _, name := range []string{"", "nothing", "Request", "request; DROP TABLE request"} {
		if _, ok := register.ByName(name); ok {
			t.Errorf("ByName(%q) found a register", name)
		}
	}
}

func TestFieldsAreSound(t *testing.T) {
	for _, d := range register.All {
		names := map[string]bool{}
		for _, f := range d.Fields {
			if names[f.Name] || names[f.Label] || !identifier.MatchString(f.Name) || f.Label == "" {
				t.Errorf("%s.%s (%s): name and label must be the only ones of the register", d.Name, f.Name, f.Label)
			}
			names[f.Name], names[f.Label] = true, true
			if (f.Kind == register.Choice) != (len(f.Choices) > 0) {
				t.Errorf("%s.%s: %d choices for kind %s", d.Name, f.Name, len(f.Choices), kindNames[f.Kind])
			}
			for typed, what := range map[string]string{f.Example: "example", f.Default: "default"} {
				_, problem := f.Parse(typed)
				if typed != "" && problem != nil {
					t.Errorf("%s.%s: its %s %q is refused: %v", d.Name, f.Name, what, typed, problem)
				}
			}
			if f.Required && f.Example == "" && f.Default == "" {
				t.Errorf("%s.%s is required and the import template has neither example nor default for it", d.Name, f.Name)
			}
			choicesAreSound(t, d, f)
		}
	}
}

// choicesAreSound: a label stands for one code only, or an export could not be
// imported again.
func choicesAreSound(t *testing.T, d register.Definition, f register.Field) {
	t.Helper()
	seen := map[string]bool{}
	for _, o := range f.Choices {
		if o.Code == "" || o.Label == "" || seen[o.Code] || seen[o.Label] {
			t.Errorf("%s.%s: choice %q (%q) is empty or there twice", d.Name, f.Name, o.Code, o.Label)
		}
		seen[o.Code], seen[o.Label] = true, true
		for _, typed := range []string{o.Code, o.Label, f.Format(o.Code)} {
			got, problem := f.Parse(typed)
			if got != o.Code || problem != nil {
				t.Errorf("%s.%s: Parse(%q) = %q, %v, want %q", d.Name, f.Name, typed, got, problem, o.Code)
			}
		}
	}
}

// TestExamplesMakeARecord: the import template shows the examples in one row; that
// row must be right.
func TestExamplesMakeARecord(t *testing.T) {
	for _, d := range register.All {
		typed := map[string]string{}
		for _, f := range d.Fields {
			typed[f.Name] = f.Example
		}
		_, problems := d.Parse(typed)
		for _, p := range problems {
			t.Errorf("%s: the row of examples is refused: %v", d.Name, p)
		}
	}
}

// rubbish is what forms and files bring along.
var rubbish = []string{
	"", " ", "x", "0", "-1", "9999-99-99", "2024-02-30", "2024-12-31", "0001-01-01", "99999999999999999999", "\x00", "\xff\xfe",
	"政府", "=1+1", "<script>", strings.Repeat("长", 5000),
}

func TestCheckNeverPanics(t *testing.T) {
	for _, d := range register.All {
		if d.Check == nil {
			continue
		}
		if problems := d.Check(register.Record{}); len(problems) > 0 {
			t.Errorf("%s: Check of an empty record = %v, want nothing: single fields are not its business", d.Name, problems)
		}
		for _, a := range rubbish {
			for _, b := range rubbish {
				values := map[string]string{}
				for i, f := range d.Fields {
					values[f.Name] = []string{a, b}[i%2]
				}
				for _, p := range d.Check(register.Record{Values: values}) {
					sayable(t, d, p)
				}
			}
		}
	}
}

// sayable: a problem names a field of the register by the label that stands on the
// form, and there is a sentence for it.
func sayable(t *testing.T, d register.Definition, p register.Problem) {
	t.Helper()
	f, found := d.Field(p.Field)
	if !found || p.Label != f.Label {
		t.Errorf("%s: Check calls %s “%s”, on the form it is “%s”", d.Name, p.Field, p.Label, f.Label)
	}
	if !message.Known(p.Code) {
		t.Errorf("%s.%s: no sentence for %q", d.Name, p.Field, p.Code)
	}
}

func TestParseReportsEveryField(t *testing.T) {
	values, problems := register.Request.Parse(map[string]string{
		"number": "2024-001", "applicant_kind": "外星人", "applicant_name": "", "subject": "方案", "received_on": "2024-02-30",
		"extension": "5天", "unknown": "忽略",
	})
	var codes []string
	for _, p := range problems {
		codes = append(codes, p.Field+" "+p.Code)
	}
	want := []string{"applicant_kind choice-unknown", "applicant_name required", "received_on date-impossible", "extension number-with-unit"}
	if !slices.Equal(codes, want) {
		t.Errorf("Parse = %v, want %v", codes, want)
	}
	if values["number"] != "2024-001" || values["intake"] != "web" || values["unknown"] != "" {
		t.Errorf("Parse kept %v, want the good values, the default and nothing unknown", values)
	}
}

func TestChecksAcrossFields(t *testing.T) {
	request := map[string]string{"number": "1", "applicant_kind": "natural_person", "applicant_name": "张", "subject": "方案", "received_on": "2024-03-04"}
	for _, c := range []struct {
		what  string
		d     register.Definition
		typed map[string]string
		want  []string
	}{
		{"reply before receipt", register.Request, map[string]string{"decided_on": "2024-03-01", "outcome": "G1"}, []string{"decided_on date-before"}},
		{"receipt before submission", register.Request, map[string]string{"submitted_on": "2024-03-05"}, []string{"received_on date-before"}},
		{"reply without outcome", register.Request, map[string]string{"decided_on": "2024-03-28"}, []string{"outcome required-with"}},
		{"outcome without reply", register.Request, map[string]string{"outcome": "G1"}, []string{"decided_on required-with"}},
		{"reply without receipt", register.Request, map[string]string{"received_on": "", "decided_on": "2024-03-28", "outcome": "G1"}, []string{"received_on required-with"}},
		{"extension of 20", register.Request, map[string]string{"extension": "20"}, nil},
		{"extension of 21", register.Request, map[string]string{"extension": "21"}, []string{"extension extension-too-long"}},
		{"extension of 100", register.Request, map[string]string{"extension": "100"}, []string{"extension extension-too-long"}},
		{"same day", register.Request, map[string]string{"decided_on": "2024-03-04", "outcome": "G1"}, nil},
		{"closed without result", register.Litigation, map[string]string{"route": "direct", "court": "某法院", "accepted_on": "2024-01-02", "closed_on": "2024-05-06"}, []string{"result required-with"}},
		{"closed before accepted", register.Litigation, map[string]string{"route": "direct", "court": "某法院", "accepted_on": "2024-01-02", "closed_on": "2023-05-06", "result": "revoked"}, []string{"closed_on date-before"}},
		{"repealed without reason", register.NormativeDocument, map[string]string{"title": "办法", "issued_on": "2024-01-02", "ended_on": "2024-05-06"}, []string{"ended_by required-with"}},
	} {
		typed := map[string]string{"number": "1"}
		if c.d.Name == "request" {
			for k, v := range request {
				typed[k] = v
			}
		}
		for k, v := range c.typed {
			typed[k] = v
		}
		_, problems := c.d.Parse(typed)
		var got []string
		for _, p := range problems {
			got = append(got, p.Field+" "+p.Code)
			sayable(t, c.d, p)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: problems %v, want %v", c.what, got, c.want)
		}
	}
}
