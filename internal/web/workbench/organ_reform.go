package workbench

import (
	"fmt"
	"net/http"
	"slices"

	"gongkai/internal/fault"
	"gongkai/internal/organ"
	"gongkai/internal/web/ui"
)

// reformKinds are the reforms of an organ, as they stand in an address.
var reformKinds = []string{"merge", "split", "abolish"}

var reforms = map[string]string{"merge": "并入其他机关", "split": "分立出新机关", "abolish": "撤销"}

var reformNotes = map[string]string{
	"merge":   "并入后，本机关从该日起不再存续；已有的登记簿和年度报告仍归在本机关名下，可以查阅。",
	"split":   "新机关与本机关平级，从该日起单独登记登记簿、编制年度报告；本机关已有的记录不移动。",
	"abolish": "撤销后不再登记和编制报告；已有的登记簿和年度报告仍可查阅。由其他机关承继职权的，请用“并入其他机关”。",
}

// reformForm serves GET …/organs/{one}/reform/{kind}.
func (b *Workbench) reformForm(w http.ResponseWriter, r *http.Request, v visit) error {
	page, err := v.reformPage(r)
	if err != nil {
		return err
	}
	return b.show(w, "form", page)
}

func (v visit) reformPage(r *http.Request) (formPage, error) {
	o, err := v.managedOne(r)
	if err != nil {
		return formPage{}, err
	}
	kind := r.PathValue("kind")
	if !slices.Contains(reformKinds, kind) {
		return formPage{}, errNoPage
	}
	var fields []ui.Field
	switch kind {
	case "merge":
		others := slices.DeleteFunc(v.parents(organ.Organ{}), func(x organ.Organ) bool { return x.ID == o.ID || x.AbolishedOn != "" })
		options := append([]ui.Option{{Value: "", Label: "请选择"}}, organOptions(others)...)
		fields = append(fields, ui.Field{Name: "into", Label: "并入哪个机关", Kind: ui.SelectField, Required: true, Options: options})
	case "split":
		fields = append(fields, ui.Field{Name: "name", Label: "新机关全称", Required: true, Length: 200},
			ui.Field{Name: "short_name", Label: "新机关简称", Required: true, Length: 200}, kindField(o.Kind))
	}
	label := map[string]string{"merge": "本机关最后一天", "split": "新机关设立日期", "abolish": "本机关最后一天"}[kind]
	fields = append(fields, ui.Field{Name: "on", Label: label, Kind: ui.DateField, Required: true, Short: true},
		ui.Field{Name: "document", Label: "批准文号", Length: 100, Required: true, Help: "机构改革方案或者批复的文号。"})
	f := v.frame(reforms[kind], v.At("organs"), ui.Link{Title: "机关", Href: v.At("organs")}, ui.Link{Title: o.Name, Href: v.At("organs", o.ID)})
	return formPage{WorkFrame: f, Lead: o.Name, Form: ui.Form{
		Token: v.Token, Submit: reforms[kind], Action: v.At("organs", o.ID, "reform", kind),
		Cancel: ui.Link{Title: "返回", Href: v.At("organs", o.ID)}, Groups: []ui.Group{{Note: reformNotes[kind], Fields: fields}},
	}}, nil
}

// reformOrgan serves POST …/organs/{one}/reform/{kind}.
func (b *Workbench) reformOrgan(w http.ResponseWriter, r *http.Request, v visit) error {
	page, err := v.reformPage(r)
	if err != nil {
		return err
	}
	o, err := v.managedOne(r)
	if err != nil {
		return err
	}
	err = b.reform(r, v, o)
	if err != nil {
		form, shown := page.Form.Fill(r.PostForm).Refused(err)
		if !shown {
			return err
		}
		page.Form = form
		return b.showRefused(w, err, "form", page)
	}
	return b.done(w, r, v.At("organs"), o.Name+"："+reforms[r.PathValue("kind")]+"，已记入沿革。")
}

func (b *Workbench) reform(r *http.Request, v visit, o organ.Organ) error {
	kind := r.PathValue("kind")
	var problems fault.Problems
	on := day(&problems, r.PostForm, "on", "日期", true)
	document := v.needed(&problems, r, "document", "批准文号")
	switch kind {
	case "merge":
		into := v.needed(&problems, r, "into", "并入哪个机关")
		if problems.Err() != nil {
			return problems
		}
		return b.Organs.Merge(r.Context(), v.Person, v.Site.ID, o.ID, into, on, document)
	case "split":
		part := organ.Organ{
			ParentID: o.ParentID, Kind: organ.Kind(r.PostForm.Get("kind")), RegionCode: o.RegionCode, KeptSince: on,
			Name: v.needed(&problems, r, "name", "新机关全称"), ShortName: v.needed(&problems, r, "short_name", "新机关简称"),
		}
		if !slices.Contains(organKinds, part.Kind) {
			problems.Add("kind", "required", "", "label", "类型")
		}
		if o.ParentID == "" || !v.MayAt(organ.ManageOrgans, o.ParentID) {
			part.ParentID = o.ID // at the top of what one manages there is no beside, only below
		}
		if problems.Err() != nil {
			return problems
		}
		_, err := b.Organs.Split(r.Context(), v.Person, v.Site.ID, o.ID, part, on, document)
		return err
	}
	if problems.Err() != nil {
		return problems
	}
	if o.ID == v.Site.RootID {
		return fault.Refuse(fault.Conflict, "organ-is-root", "", "organ", o.Name)
	}
	return b.Organs.Abolish(r.Context(), v.Person, v.Site.ID, o.ID, on, document)
}

// needed is an answer that may not be empty.
func (v visit) needed(problems *fault.Problems, r *http.Request, name, label string) string {
	value := trimmed(r.PostForm.Get(name))
	if value == "" {
		problems.Add(name, "required", "", "label", label)
	}
	return value
}

// managedPerson is the person of the path, who must work in an organ that the
// visitor manages.
func (b *Workbench) managedPerson(r *http.Request, v visit) (organ.Person, error) {
	p, err := b.Organs.Reader().Person(r.Context(), v.Site.ID, r.PathValue("person"))
	if err != nil {
		return p, fmt.Errorf("load person: %w", err)
	}
	if !slices.ContainsFunc(v.managed(), func(o organ.Organ) bool { return o.ID == p.OrganID }) {
		return p, fmt.Errorf("person %s: %w", p.ID, fault.NotFound)
	}
	return p, nil
}
