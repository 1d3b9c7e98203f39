package workbench

import (
	"errors"
	"net/http"
	"slices"
	"strings"

	"gongkai/internal/fault"
	"gongkai/internal/organ"
	"gongkai/internal/web/ui"
)

// personForm asks who a person is, where they work, and which roles they hold: at
// their own organ as ticks, elsewhere one by one.
func (v visit) personForm(p organ.Person) ui.Form {
	own := ui.Field{Name: "roles", Label: "在本机关的角色", Kind: ui.ChecksField, Help: "编制与校核不能是同一个人。三个人的单位，可以一人经办、一人校核、一人签发。"}
	for _, role := range organ.Roles {
		own.Options = append(own.Options, ui.Option{
			Value: string(role), Label: organ.RoleLabels[role], Note: roleNotes[role],
			Selected: slices.Contains(p.Grants, organ.Grant{Role: role, OrganID: p.OrganID}),
		})
	}
	other := ui.Field{Name: "others", Label: "在其他机关的角色", Kind: ui.ChecksField, Help: "去掉勾选就是收回。"}
	for _, g := range p.Grants {
		if g.OrganID != p.OrganID && v.MayAt(organ.ManagePeople, g.OrganID) {
			other.Options = append(other.Options, ui.Option{Value: grantKey(g), Label: organ.RoleLabels[g.Role] + "：" + v.organName(g.OrganID), Selected: true})
		}
	}
	roles := []ui.Field{own}
	if len(other.Options) > 0 {
		roles = append(roles, other)
	}
	roles = append(roles, v.furtherRole()...)
	return ui.Form{ID: "person", Token: v.Token, Guard: true, Submit: "保存", Cancel: ui.Link{Title: "返回人员列表", Href: v.At("people")}, Groups: []ui.Group{
		{Title: "人员", Fields: []ui.Field{
			{Name: "name", Label: "姓名", Required: true, Value: p.Name, Length: 60},
			{Name: "post", Label: "职务", Value: p.Post, Length: 100},
			{Name: "organ", Label: "所在机关", Kind: ui.SelectField, Required: true, Value: p.OrganID, Options: ui.Choose(organOptions(v.managed()), p.OrganID)},
		}},
		{Title: "角色", Fields: roles},
	}}
}

var roleNotes = map[organ.Role]string{
	organ.Clerk: "填写登记簿、编制和报送报告", organ.Reviewer: "校核报告，不能校核自己编制的", organ.Signer: "签发报告",
	organ.Supervisor: "审核下级机关的报告，不能改下级的登记簿", organ.Administrator: "管机关、人员和权限，不能看登记簿内容", organ.Auditor: "可以看全部内容和操作记录，不能改",
}

// furtherRole are the two questions for a role at another organ.
func (v visit) furtherRole() []ui.Field {
	role := ui.Field{Name: "further_role", Label: "再授予一个其他机关的角色", Kind: ui.SelectField, Options: []ui.Option{{Value: "", Label: "不授予"}}}
	for _, r := range organ.Roles {
		role.Options = append(role.Options, ui.Option{Value: string(r), Label: organ.RoleLabels[r]})
	}
	at := ui.Field{Name: "further_organ", Label: "授予在哪个机关", Kind: ui.SelectField, Options: append([]ui.Option{{Value: "", Label: "请选择"}}, organOptions(v.managed())...)}
	if len(v.managed()) < 2 {
		return nil
	}
	return []ui.Field{role, at}
}

func grantKey(g organ.Grant) string { return string(g.Role) + "@" + g.OrganID }

func (v visit) organName(id string) string {
	for _, o := range v.Organs {
		if o.ID == id {
			return o.Name
		}
	}
	return id
}

// personTyped reads the form. A grant is given or taken back only at an organ that
// the visitor manages; every other one stays as it was.
func (v visit) personTyped(p organ.Person, r *http.Request) (organ.Person, error) {
	var problems fault.Problems
	before := p
	p.Name, p.Post, p.OrganID = v.needed(&problems, r, "name", "姓名"), trimmed(r.PostForm.Get("post")), r.PostForm.Get("organ")
	if !slices.ContainsFunc(v.managed(), func(o organ.Organ) bool { return o.ID == p.OrganID }) {
		problems.Add("organ", "required", "", "label", "所在机关")
		return p, problems.Err()
	}
	p.Grants = slices.DeleteFunc(slices.Clone(before.Grants), func(g organ.Grant) bool {
		kept := slices.Contains(r.PostForm["others"], grantKey(g)) && g.OrganID != before.OrganID
		return v.MayAt(organ.ManagePeople, g.OrganID) && !kept
	})
	for _, role := range r.PostForm["roles"] {
		p.Grants = granted(p.Grants, organ.Grant{Role: organ.Role(role), OrganID: p.OrganID})
	}
	if further := r.PostForm.Get("further_role"); further != "" {
		at := r.PostForm.Get("further_organ")
		if !slices.ContainsFunc(v.managed(), func(o organ.Organ) bool { return o.ID == at }) {
			problems.Add("further_organ", "required", "", "label", "授予在哪个机关")
		} else {
			p.Grants = granted(p.Grants, organ.Grant{Role: organ.Role(further), OrganID: at})
		}
	}
	return p, problems.Err()
}

// granted adds a grant of a known role, once.
func granted(grants []organ.Grant, g organ.Grant) []organ.Grant {
	if !slices.Contains(organ.Roles, g.Role) || slices.Contains(grants, g) {
		return grants
	}
	return append(grants, g)
}

// atField puts a refusal beside one field of the form.
func atField(name string, err error) error {
	var rule *fault.Rule
	if !errors.As(err, &rule) {
		return err
	}
	return fault.Problems{{Field: name, Code: rule.Code, Article: rule.Article, Args: rule.Args}}
}

func joined(names []string) string { return strings.Join(names, "、") }
