package workbench

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"gongkai/internal/fault"
	"gongkai/internal/organ"
	"gongkai/internal/web/ui"
)

// people serves GET …/people: who works in the visited organ and below.
func (b *Workbench) people(w http.ResponseWriter, r *http.Request, v visit) error {
	everyone, err := b.Organs.Reader().People(r.Context(), v.Site.ID)
	if err != nil {
		return fmt.Errorf("list people: %w", err)
	}
	names := map[string]string{}
	for _, o := range v.Organs {
		names[o.ID] = o.Name
	}
	page := organTreePage{
		WorkFrame: v.frame("人员与权限", v.At("people")),
		Actions:   []action{{ui.Link{Title: "新增人员", Href: v.At("people", "new")}, true}},
		List: ui.List{
			Caption: "人员", Columns: []ui.Column{
				{Title: "姓名", Kind: ui.TitleColumn},
				{Title: "用户名", Kind: ui.CodeColumn},
				{Title: "职务"},
				{Title: "机关"},
				{Title: "角色"},
				{Title: "状态", Kind: ui.StateColumn},
				{Title: "操作", Kind: ui.ActionColumn},
			},
			Empty: ui.Empty{Title: "还没有人员"},
		},
	}
	managed := v.managed()
	for _, p := range everyone {
		if !slices.ContainsFunc(managed, func(o organ.Organ) bool { return o.ID == p.OrganID }) {
			continue
		}
		badge := ui.Badge{Text: "正常", Tone: ui.Good}
		if p.Disabled {
			badge = ui.Badge{Text: "已停用", Tone: ui.Plain}
		}
		page.List.Rows = append(page.List.Rows, ui.Row{Cells: []ui.Cell{
			{Text: p.Name, Href: v.At("people", p.ID)},
			{Text: p.Login},
			{Text: p.Post},
			{Text: names[p.OrganID]},
			{Text: grantWords(p, names)},
			{Badge: badge},
			{Links: []ui.Link{{Title: "修改", Href: v.At("people", p.ID)}}},
		}})
	}
	return b.show(w, "organ_tree", page)
}

// grantWords names a person's roles, with the organ where it is not their own.
func grantWords(p organ.Person, names map[string]string) string {
	var words []string
	for _, g := range p.Grants {
		word := organ.RoleLabels[g.Role]
		if g.OrganID != p.OrganID {
			word += "（" + names[g.OrganID] + "）"
		}
		words = append(words, word)
	}
	return strings.Join(words, "、")
}

type personPage struct {
	ui.WorkFrame
	Login    string
	Form     ui.Form
	Password *ui.Form
}

// newPerson serves GET …/people/new.
func (b *Workbench) newPerson(w http.ResponseWriter, _ *http.Request, v visit) error {
	return b.show(w, "person", v.newPersonPage())
}

func (v visit) newPersonPage() personPage {
	f := v.frame("新增人员", v.At("people"), ui.Link{Title: "人员与权限", Href: v.At("people")})
	form := v.personForm(organ.Person{OrganID: v.Organ.ID})
	form.Groups[0].Fields = append([]ui.Field{
		{Name: "login", Label: "用户名", Required: true, Length: 60, Help: "登录时使用，以后不能改。可以用姓名或者手机号。", Complete: "off"},
		{
			Name: "password", Label: "初始密码", Kind: ui.PasswordField, Required: true, Complete: "new-password",
			Help: fmt.Sprintf("至少%d个字符；请本人登录后在“我的账号”里修改。", organ.ShortestPassword),
		},
	}, form.Groups[0].Fields...)
	form.Action = v.At("people", "new")
	return personPage{WorkFrame: f, Form: form}
}

// addPerson serves POST …/people/new.
func (b *Workbench) addPerson(w http.ResponseWriter, r *http.Request, v visit) error {
	p, err := v.personTyped(organ.Person{SiteID: v.Site.ID, Login: trimmed(r.PostForm.Get("login"))}, r)
	if err == nil && p.Login == "" {
		err = fault.Problems{{Field: "login", Code: "required", Args: []fault.Arg{{Key: "label", Value: "用户名"}}}}
	}
	if err == nil {
		p, err = b.Organs.AddPerson(r.Context(), v.Person, p, r.PostForm.Get("password"))
	}
	if err != nil {
		page := v.newPersonPage()
		form, shown := page.Form.Fill(r.PostForm).Refused(atPassword(err))
		if !shown {
			return err
		}
		page.Form = form
		return b.showRefused(w, err, "person", page)
	}
	return b.done(w, r, v.At("people"), "已新增"+p.Name+"，用户名 "+p.Login+"。")
}

// editPerson serves GET …/people/{person}.
func (b *Workbench) editPerson(w http.ResponseWriter, r *http.Request, v visit) error {
	page, err := b.personPage(r, v)
	if err != nil {
		return err
	}
	return b.show(w, "person", page)
}

func (b *Workbench) personPage(r *http.Request, v visit) (personPage, error) {
	p, err := b.managedPerson(r, v)
	if err != nil {
		return personPage{}, err
	}
	f := v.frame(p.Name, v.At("people"), ui.Link{Title: "人员与权限", Href: v.At("people")})
	form := v.personForm(p)
	disabled := ui.Field{Name: "disabled", Label: "停用这个账号", Kind: ui.CheckField, Help: "停用后立即不能登录；以前做的事仍保留在操作记录里。"}
	if p.Disabled {
		disabled.Value = "1"
	}
	form.Groups[0].Fields = append(form.Groups[0].Fields, disabled)
	form.Action = v.At("people", p.ID)
	return personPage{WorkFrame: f, Login: p.Login, Form: form, Password: &ui.Form{
		ID: "reset", Token: v.Token, Submit: "重置密码",
		Action: v.At("people", p.ID, "password"), Groups: []ui.Group{{Fields: []ui.Field{
			{Name: "password", Label: "新密码", Kind: ui.PasswordField, Required: true, Complete: "new-password", Help: "重置后，这个人在别处的登录会全部退出。"},
		}}},
	}}, nil
}

// savePerson serves POST …/people/{person}.
func (b *Workbench) savePerson(w http.ResponseWriter, r *http.Request, v visit) error {
	before, err := b.managedPerson(r, v)
	if err != nil {
		return err
	}
	p, err := v.personTyped(before, r)
	p.Disabled = r.PostForm.Get("disabled") == "1"
	if err == nil && p.ID == v.Person.ID && p.Disabled {
		err = atField("disabled", fault.Refuse(fault.Invalid, "self-disable", ""))
	}
	if err == nil {
		err = b.Organs.SavePerson(r.Context(), v.Person, p)
	}
	if err != nil {
		page, pageErr := b.personPage(r, v)
		if pageErr != nil {
			return pageErr
		}
		form, shown := page.Form.Fill(r.PostForm).Refused(err)
		if !shown {
			return err
		}
		page.Form = form
		return b.showRefused(w, err, "person", page)
	}
	return b.done(w, r, v.At("people"), "已保存"+p.Name+"。")
}

// resetPassword serves POST …/people/{person}/password.
func (b *Workbench) resetPassword(w http.ResponseWriter, r *http.Request, v visit) error {
	p, err := b.managedPerson(r, v)
	if err != nil {
		return err
	}
	err = b.Organs.SetPassword(r.Context(), v.Person, v.Site.ID, p.ID, r.PostForm.Get("password"))
	if err != nil {
		page, pageErr := b.personPage(r, v)
		if pageErr != nil {
			return pageErr
		}
		form, shown := page.Password.Refused(atPassword(err))
		if !shown {
			return err
		}
		page.Password = &form
		return b.showRefused(w, err, "person", page)
	}
	return b.done(w, r, v.At("people"), "已重置"+p.Name+"的密码，请告诉本人。")
}

// atPassword puts a refusal of the password beside the question for it.
func atPassword(err error) error {
	if code(err) != "password-length" {
		return err
	}
	return atField("password", err)
}
