package workbench

import (
	"net/url"
	"slices"

	"gongkai/internal/fault"
	"gongkai/internal/organ"
	"gongkai/internal/register"
	"gongkai/internal/web/ui"
	"gongkai/law/sitecode"
)

var organKinds = []organ.Kind{organ.CountyGovernment, organ.Office, organ.Department, organ.Town, organ.Street}

// organForm asks for an organ's facts. id is empty for a new one; rename is a last
// group or nil.
func (v visit) organForm(o organ.Organ, id string, rename *ui.Group) ui.Form {
	text := func(name, label, value, help string) ui.Field {
		return ui.Field{Name: name, Label: label, Value: value, Help: help, Length: 200}
	}
	name := text("name", "全称", o.Name, "与印章一致。")
	name.Required = true
	short := text("short_name", "简称", o.ShortName, "用在标题和列表里，如“镜岭镇”。")
	short.Required = true
	rules := ui.Field{Name: "rule_making", Label: "有规章制定权", Kind: ui.CheckField}
	if o.RuleMaking {
		rules.Value = "1"
	}
	about := []ui.Field{name, short, kindField(o.Kind)}
	if o.ID != v.Site.RootID || o.ID == "" {
		about = append(about, v.parentField(o))
	}
	about = append(about,
		text("region_code", "行政区划代码", o.RegionCode, "6位数字。"), text("index_front", "索引号前段", o.IndexFront, ""), rules,
		ui.Field{
			Name: "kept_since", Label: "登记簿从哪天起登记齐全", Kind: ui.DateField, Short: true, Value: o.KeptSince,
			Help: "在这之前的年度，报告里的数字按“未知”处理，不当作0。",
		},
		ui.Field{Name: "established_on", Label: "设立日期", Kind: ui.DateField, Short: true, Value: o.EstablishedOn, Help: "早就存在的可以不填。"})
	form := ui.Form{
		Token: v.Token, Guard: true, Submit: "保存", Action: v.At("organs", "new"), Cancel: ui.Link{Title: "返回机关列表", Href: v.At("organs")},
		Groups: []ui.Group{{Title: "机关", Fields: about}, {Title: "政府信息公开工作机构", Fields: []ui.Field{
			text("working_body", "工作机构", o.WorkingBody, "如“县府办信息公开科”。"), text("head", "负责人", o.Head, ""),
			text("address", "办公地址", o.Address, ""), text("hours", "办公时间", o.Hours, ""), text("telephone", "电话", o.Telephone, ""),
			text("fax", "传真", o.Fax, ""), text("email", "电子邮箱", o.Email, ""),
		}}},
	}
	if id != "" {
		form.Action = v.At("organs", id)
	}
	if rename != nil {
		form.Groups = append(form.Groups, *rename)
	}
	return form
}

func kindField(kind organ.Kind) ui.Field {
	var options []ui.Option
	for _, k := range organKinds {
		options = append(options, ui.Option{Value: string(k), Label: organ.KindLabels[k]})
	}
	return ui.Field{Name: "kind", Label: "类型", Kind: ui.RadioField, Required: true, Value: string(kind), Options: ui.Choose(options, string(kind))}
}

// parentField offers every managed organ that is not the organ itself or below it.
func (v visit) parentField(o organ.Organ) ui.Field {
	return ui.Field{
		Name: "parent", Label: "上级机关", Kind: ui.SelectField, Required: true, Value: o.ParentID,
		Options: ui.Choose(organOptions(v.parents(o)), o.ParentID),
	}
}

func (v visit) parents(o organ.Organ) []organ.Organ {
	below := organ.Below(v.Organs, o.ID)
	return slices.DeleteFunc(v.managed(), func(p organ.Organ) bool {
		return o.ID != "" && (p.ID == o.ID || slices.ContainsFunc(below, func(b organ.Organ) bool { return b.ID == p.ID }))
	})
}

func organOptions(organs []organ.Organ) []ui.Option {
	var options []ui.Option
	for _, node := range organ.Tree(organs) {
		options = append(options, ui.Option{Value: node.ID, Label: node.Name})
	}
	return options
}

// organTyped reads the form into an organ, whose identity and history it keeps.
func (v visit) organTyped(o organ.Organ, sent url.Values) (organ.Organ, error) {
	get := func(name string) string { return trimmed(sent.Get(name)) }
	o.Name, o.ShortName, o.Kind = get("name"), get("short_name"), organ.Kind(get("kind"))
	o.RegionCode, o.IndexFront, o.RuleMaking = get("region_code"), get("index_front"), sent.Get("rule_making") == "1"
	o.WorkingBody, o.Head, o.Address, o.Hours = get("working_body"), get("head"), get("address"), get("hours")
	o.Telephone, o.Fax, o.Email = get("telephone"), get("fax"), get("email")
	var problems fault.Problems
	for _, f := range []struct{ name, label, value string }{{"name", "全称", o.Name}, {"short_name", "简称", o.ShortName}} {
		if f.value == "" {
			problems.Add(f.name, "required", "", "label", f.label)
		}
	}
	if !slices.Contains(organKinds, o.Kind) {
		problems.Add("kind", "required", "", "label", "类型")
	}
	if _, err := sitecode.ParseRegion(o.RegionCode); o.RegionCode != "" && err != nil {
		problems.Add("region_code", "region-code-wrong", "", "value", o.RegionCode)
	}
	// An administrator below the top cannot move their own organ: its superior is
	// not theirs to choose.
	if o.ID == "" || o.ID != v.Site.RootID && o.ID != v.Organ.ID {
		o.ParentID = get("parent")
		if !slices.ContainsFunc(v.parents(o), func(p organ.Organ) bool { return p.ID == o.ParentID }) {
			problems.Add("parent", "required", "", "label", "上级机关")
		}
	}
	o.KeptSince = day(&problems, sent, "kept_since", "登记齐全日期", false)
	o.EstablishedOn = day(&problems, sent, "established_on", "设立日期", false)
	return o, problems.Err()
}

// organChanged reads the form of an organ that exists. A new full name needs the
// day from which it holds.
func (v visit) organChanged(before organ.Organ, sent url.Values) (organ.Organ, string, string, error) {
	o, err := v.organTyped(before, sent)
	if err != nil {
		return o, "", "", err
	}
	var problems fault.Problems
	on := day(&problems, sent, "renamed_on", "更名日期", o.Name != before.Name)
	return o, on, trimmed(sent.Get("document")), problems.Err()
}

// day reads a civil date from a form as the registers do.
func day(problems *fault.Problems, sent url.Values, name, label string, required bool) string {
	f := register.Field{Name: name, Label: label, Kind: register.Date, Required: required}
	value, problem := f.Parse(sent.Get(name))
	if problem != nil {
		problems.Add(name, problem.Code, "", append([]string{"label", label, "value", problem.Value}, problem.Args...)...)
	}
	return value
}
