package workbench

import (
	"net/http"
	"net/url"
	"strconv"

	"gongkai/internal/register"
	"gongkai/internal/web/ui"
)

// Names of the form beside those of the register's fields, which never begin with
// an underscore.
const (
	versionName = "_version"
	reasonName  = "_reason"
)

// radioChoices is up to how many choices are all shown at once.
const radioChoices = 5

type recordFormPage struct {
	ui.WorkFrame
	Register register.Definition
	Conflict *ui.List // what another person wrote beside what was typed
	Form     ui.Form
}

// recordForm makes the form of a record from its register's definition. number is
// empty for a new record; values are canonical.
func (v visit) recordForm(d register.Definition, number string, version int, values map[string]string) ui.Form {
	fields := []ui.Field{{Name: versionName, Kind: ui.HiddenField, Value: strconv.Itoa(version)}}
	for _, f := range d.Fields {
		value := f.Default
		if number != "" || values[f.Name] != "" {
			value = values[f.Name]
		}
		field := formField(f, value)
		if f.Name == register.NumberField {
			field.ReadOnly = number != ""
		}
		fields = append(fields, field)
	}
	form := ui.Form{
		Token: v.Token, Guard: true, Submit: "保存", Groups: []ui.Group{{Fields: fields}},
		Action: v.ledgerPath(d.Name, "new"), Cancel: ui.Link{Title: "不保存，返回", Href: v.ledgerPath(d.Name)},
	}
	if number != "" {
		form.Action = v.numbered(d.Name, "edit", number)
		form.Cancel.Href = v.recordPath(d.Name, number)
	} else {
		form.Others = []ui.Button{{Title: "保存并再登记一条", Name: "next", Value: "1"}}
	}
	return form
}

// formField is the question that asks for a register's field.
func formField(f register.Field, value string) ui.Field {
	field := ui.Field{Name: f.Name, Label: f.Label, Required: f.Required, Help: help(f), Value: f.Format(value), Length: f.Max}
	switch f.Kind {
	case register.LongText:
		field.Kind, field.Rows = ui.LongField, 3
	case register.Date:
		field.Kind, field.Short = ui.DateField, true
	case register.Integer, register.Money, register.Year:
		field.Kind, field.Short = ui.NumberField, true
	case register.Choice:
		field.Kind, field.Value = ui.SelectField, value
		if len(f.Choices) <= radioChoices {
			field.Kind = ui.RadioField
		} else {
			field.Options = []ui.Option{{Value: "", Label: "请选择"}}
		}
		for _, o := range f.Choices {
			field.Options = append(field.Options, ui.Option{Value: o.Code, Label: o.Label})
		}
		if field.Kind == ui.RadioField && !f.Required && f.Default == "" {
			field.Options = append(field.Options, ui.Option{Value: "", Label: "未填"})
		}
		field.Options = ui.Choose(field.Options, value)
	default:
		field.Kind = ui.TextField
	}
	return field
}

// help is the field's explanation with its example, as a clerk wants to see both.
func help(f register.Field) string {
	if f.Example == "" || f.Kind == register.Choice || f.Kind == register.Date {
		return f.Help
	}
	return f.Help + "例如：" + f.Example
}

// withReason adds the question why a record of a sealed year is corrected.
func withReason(form ui.Form, reason string) ui.Form {
	form.Groups = append(form.Groups, ui.Group{Title: "更正说明", Note: "这条记录已经计入签发的年度报告。", Fields: []ui.Field{{
		Name: reasonName, Label: "更正原因和依据", Kind: ui.LongField, Rows: 3, Required: true, Value: reason, Length: 500,
	}}})
	return form
}

// recordFormPage is the page of a form; number is empty for a new record.
func (v visit) recordFormPage(d register.Definition, number string, form ui.Form) recordFormPage {
	title := "登记" + d.Title
	crumbs := []ui.Link{{Title: d.Title, Href: v.ledgerPath(d.Name)}}
	if number != "" {
		title = "修改" + d.Title
		crumbs = append(crumbs, ui.Link{Title: number, Href: v.recordPath(d.Name, number)})
	}
	return recordFormPage{WorkFrame: v.frame(title, v.ledgerPath(d.Name), crumbs...), Register: d, Form: form}
}

// newRecord serves GET …/new.
func (b *Workbench) newRecord(w http.ResponseWriter, r *http.Request, v visit) error {
	d, err := definition(r)
	if err != nil {
		return err
	}
	number, err := b.suggestNumber(r.Context(), v, d)
	if err != nil {
		return err
	}
	form := v.recordForm(d, "", 0, map[string]string{register.NumberField: number, requestNumberField: r.URL.Query().Get(requestNumberField)})
	return b.show(w, "record_form", v.recordFormPage(d, "", form))
}

// editRecord serves GET …/edit?number=.
func (b *Workbench) editRecord(w http.ResponseWriter, r *http.Request, v visit) error {
	number := r.URL.Query().Get("number")
	d, record, err := b.Registers.Record(r.Context(), v.Person, v.Site.ID, v.Organ.ID, r.PathValue("register"), number)
	if err != nil {
		return err
	}
	form := v.recordForm(d, number, record.Version, record.Values)
	return b.show(w, "record_form", v.recordFormPage(d, number, form))
}

// typed takes the register's fields from a sent form.
func typed(d register.Definition, sent url.Values) map[string]string {
	values := make(map[string]string, len(d.Fields))
	for _, f := range d.Fields {
		values[f.Name] = sent.Get(f.Name)
	}
	return values
}
