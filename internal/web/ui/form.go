package ui

import (
	"strings"
	"time"
)

// Form is a form with its fields in order and what was wrong with the last try.
// What was typed is always shown again.
type Form struct {
	ID      string // prefix of the fields' ids; needed where a page has two forms
	Action  string // this page when empty
	Method  string // "post" when empty
	Token   string // anti-forgery token; sent when not empty
	Upload  bool   // has a file field
	Groups  []Group
	Problem string   // what is wrong with the whole, not with one field
	Submit  string   // words on the main button; “提交” when empty
	Name    string   // name of the main button, for forms with several
	Value   string   // its value
	Others  []Button // further buttons
	Cancel  Link     // way out without a change
	Guard   bool     // with a script: warn before leaving unsaved changes
}

// Group is a titled part of a form. A group without a title is only its fields.
type Group struct {
	Title  string
	Note   string
	Fields []Field
}

// Button is a further submit button of a form.
type Button struct {
	Title string
	Name  string
	Value string
	Tone  Tone // Bad for what cannot be undone
}

// Field is one question of a form.
type Field struct {
	Name     string
	Label    string
	Kind     FieldKind
	Value    string
	Options  []Option // for choices
	Help     string   // how to answer, under the label
	Error    string   // what is wrong with the answer
	Required bool
	ReadOnly bool
	Complete string // autocomplete token, such as "name" or "tel"
	Accept   string // for a file: accepted types, such as ".docx,.pdf"
	Unit     string // after the input, such as 万元
	Min, Max string
	Length   int  // longest answer in characters; 0 sets no bound
	Rows     int  // height of a text area; 0 is 5
	Short    bool // an answer of few characters

	form string
}

// FieldKind is the kind of input.
type FieldKind string

// The kinds of input.
const (
	TextField     FieldKind = "text"
	LongField     FieldKind = "long"
	NumberField   FieldKind = "number" // whole numbers and decimals, typed as text on a digit keyboard
	DateField     FieldKind = "date"
	EmailField    FieldKind = "email"
	PhoneField    FieldKind = "tel"
	PasswordField FieldKind = "password"
	SearchField   FieldKind = "search"
	FileField     FieldKind = "file"
	SelectField   FieldKind = "select"
	RadioField    FieldKind = "radio"
	CheckField    FieldKind = "check" // one box; Value "1" is ticked
	ChecksField   FieldKind = "checks"
	HiddenField   FieldKind = "hidden"
)

// Option is one choice of a field.
type Option struct {
	Value    string
	Label    string
	Note     string // small explanation
	Selected bool
}

// Choose returns the options with exactly the given values selected.
func Choose(options []Option, values ...string) []Option {
	out := make([]Option, len(options))
	for i, o := range options {
		o.Selected = false
		for _, v := range values {
			o.Selected = o.Selected || o.Value == v
		}
		out[i] = o
	}
	return out
}

// Linked returns the form's groups with every field knowing its form, so that
// ids do not collide between two forms of a page.
func (f Form) Linked() []Group {
	return f.each(func(field Field) Field {
		field.form = f.ID
		return field
	}).Groups
}

// Wrong lists the fields with an error, in order, for the summary at the top.
func (f Form) Wrong() []Field {
	var wrong []Field
	for _, g := range f.Linked() {
		for _, field := range g.Fields {
			if field.Error != "" {
				wrong = append(wrong, field)
			}
		}
	}
	return wrong
}

// Failed reports whether the summary is shown.
func (f Form) Failed() bool { return f.Problem != "" || len(f.Wrong()) > 0 }

// Verb is the form's method.
func (f Form) Verb() string {
	if f.Method == "" {
		return "post"
	}
	return f.Method
}

// SubmitTitle is the words on the main button.
func (f Form) SubmitTitle() string {
	if f.Submit == "" {
		return "提交"
	}
	return f.Submit
}

// ID is the id of the field's input; the error summary links to it.
func (f Field) ID() string {
	if f.form == "" {
		return "f-" + f.Name
	}
	return "f-" + f.form + "-" + f.Name
}

// Target is the id the error summary leads to: the input, or the first choice.
func (f Field) Target() string {
	if (f.Kind == RadioField || f.Kind == ChecksField) && len(f.Options) > 0 {
		return f.ID() + "-0"
	}
	return f.ID()
}

// Summary is the field's line in the list of errors: its name, unless the error
// already begins with it, and what is wrong.
func (f Field) Summary() string {
	if strings.HasPrefix(f.Error, f.Label) {
		return f.Error
	}
	return f.Label + "：" + f.Error
}

// Described lists the ids of the field's help and error.
func (f Field) Described() string {
	var ids []string
	if f.Help != "" {
		ids = append(ids, f.ID()+"-help")
	}
	if f.Error != "" {
		ids = append(ids, f.ID()+"-error")
	}
	return strings.Join(ids, " ")
}

// Input is the type attribute of a one-line input. A date box cannot hold what is
// no date, so such an answer is shown in a text box: nothing typed is lost.
func (f Field) Input() string {
	switch f.Kind {
	case NumberField, "":
		return "text"
	case DateField:
		_, err := time.Parse(time.DateOnly, f.Value)
		if err != nil && f.Value != "" {
			return "text"
		}
	}
	return string(f.Kind)
}

// Mode is the keyboard a phone should show.
func (f Field) Mode() string {
	if f.Kind == NumberField {
		return "decimal"
	}
	return ""
}

// Height is the number of lines of a text area.
func (f Field) Height() int {
	if f.Rows > 0 {
		return f.Rows
	}
	return 5
}
