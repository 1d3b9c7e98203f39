package workbench

import (
	"errors"
	"net/http"
	"net/url"
	"strconv"

	"gongkai/internal/fault"
	"gongkai/internal/register"
	"gongkai/internal/web/ui"
)

// addRecord serves POST …/new.
func (b *Workbench) addRecord(w http.ResponseWriter, r *http.Request, v visit) error {
	d, err := definition(r)
	if err != nil {
		return err
	}
	change := register.Change{
		SiteID: v.Site.ID, OrganID: v.Organ.ID, Register: d.Name,
		Typed: typed(d, r.PostForm), Reason: r.PostForm.Get(reasonName),
	}
	record, err := b.Registers.Save(r.Context(), v.Person, change)
	if err != nil {
		return b.recordRefused(w, r, v, d, change, err)
	}
	address := v.recordPath(d.Name, record.Number())
	if r.PostForm.Get("next") != "" {
		address = v.ledgerPath(d.Name, "new")
	}
	return b.done(w, r, address, "已登记"+d.Title+" "+record.Number()+"。")
}

// changeRecord serves POST …/edit?number=.
func (b *Workbench) changeRecord(w http.ResponseWriter, r *http.Request, v visit) error {
	d, err := definition(r)
	if err != nil {
		return err
	}
	number := r.URL.Query().Get("number")
	version, err := strconv.Atoi(r.PostForm.Get(versionName))
	if err != nil || number == "" {
		return errNoPage
	}
	change := register.Change{
		SiteID: v.Site.ID, OrganID: v.Organ.ID, Register: d.Name, Number: number, Version: version,
		Typed: typed(d, r.PostForm), Reason: r.PostForm.Get(reasonName),
	}
	_, err = b.Registers.Save(r.Context(), v.Person, change)
	if err != nil {
		return b.recordRefused(w, r, v, d, change, err)
	}
	return b.done(w, r, v.recordPath(d.Name, number), "已保存"+d.Title+" "+number+"。")
}

// recordRefused shows the form again as it was typed, with what is wrong.
func (b *Workbench) recordRefused(w http.ResponseWriter, r *http.Request, v visit, d register.Definition, c register.Change, err error) error {
	version, conflict := c.Version, (*ui.List)(nil)
	if code(err) == "record-changed-by-other" {
		_, now, loadErr := b.Registers.Record(r.Context(), v.Person, v.Site.ID, v.Organ.ID, d.Name, c.Number)
		if errors.Is(loadErr, fault.NotFound) {
			return loadErr // voided meanwhile: there is nothing left to change
		}
		if loadErr != nil {
			return loadErr
		}
		version, conflict = now.Version, compared(d, now, c.Typed)
	}
	form := v.recordForm(d, c.Number, version, map[string]string{register.NumberField: c.Number})
	if c.Reason != "" || code(err) == "correction-reason-required" {
		form = withReason(form, c.Reason)
	}
	form = form.Fill(answers(d, c, r.PostForm))
	refused, shown := form.Refused(atReason(err))
	if !shown {
		return err
	}
	page := v.recordFormPage(d, c.Number, refused)
	page.Conflict = conflict
	return b.showRefused(w, err, "record_form", page)
}

// answers are those that were sent, with the number of a record that keeps its own.
func answers(d register.Definition, c register.Change, sent url.Values) url.Values {
	filled := url.Values{reasonName: {c.Reason}}
	for _, f := range d.Fields {
		filled[f.Name] = sent[f.Name]
	}
	return filled
}

// atReason puts the demand for a reason beside the question for it.
func atReason(err error) error {
	if code(err) != "correction-reason-required" {
		return err
	}
	return atField(reasonName, err)
}

// code is the code of a refusal, empty for any other error.
func code(err error) string {
	var rule *fault.Rule
	if errors.As(err, &rule) {
		return rule.Code
	}
	return ""
}

// compared sets what another person wrote beside what was typed, where they differ.
func compared(d register.Definition, now register.Record, typed map[string]string) *ui.List {
	l := ui.List{
		Caption: "两份内容不同的地方", Columns: []ui.Column{
			{Title: "项目", Kind: ui.TitleColumn}, {Title: "别人已经保存的内容"}, {Title: "您填写的内容"},
		},
		Empty: ui.Empty{Title: "两份内容相同", Text: "您填写的与别人保存的没有不同，可以直接返回。"},
	}
	for _, f := range d.Fields {
		mine, problem := f.Parse(typed[f.Name])
		if problem == nil && mine == now.Value(f.Name) {
			continue
		}
		shown := f.Format(mine)
		if problem != nil {
			shown = typed[f.Name]
		}
		l.Rows = append(l.Rows, ui.Row{Cells: []ui.Cell{{Text: f.Label}, {Text: orNone(f.Format(now.Value(f.Name)))}, {Text: orNone(shown)}}})
	}
	return &l
}

func orNone(s string) string {
	if s == "" {
		return "（空）"
	}
	return s
}
