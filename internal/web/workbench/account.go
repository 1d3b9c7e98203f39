package workbench

import (
	"errors"
	"fmt"
	"net/http"

	"gongkai/internal/fault"
	"gongkai/internal/organ"
	"gongkai/internal/web/ui"
)

// account serves GET /work/account: one's own password.
func (b *Workbench) account(w http.ResponseWriter, _ *http.Request, v visit) error {
	return b.show(w, "form", accountPage(v))
}

func accountPage(v visit) formPage {
	f := v.frame("我的账号", "")
	f.Crumbs = []ui.Link{{Title: "工作台", Href: "/work/"}, {Title: "我的账号"}}
	help := fmt.Sprintf("至少%d个字符。可以用几个不相干的词连成一句。", organ.ShortestPassword)
	return formPage{WorkFrame: f, Lead: v.Person.Name + "，用户名 " + v.Person.Login, Form: ui.Form{
		Action: "/work/account", Token: v.Token, Submit: "修改密码", Cancel: ui.Link{Title: "返回工作台", Href: "/work/"},
		Groups: []ui.Group{{Title: "修改密码", Fields: []ui.Field{
			{Name: "old", Label: "现在的密码", Kind: ui.PasswordField, Required: true, Complete: "current-password"},
			{Name: "new", Label: "新密码", Kind: ui.PasswordField, Required: true, Complete: "new-password", Help: help},
			{Name: "again", Label: "再输一遍新密码", Kind: ui.PasswordField, Required: true, Complete: "new-password"},
		}}},
	}}
}

// changePassword serves POST /work/account. All other sessions of the person end.
func (b *Workbench) changePassword(w http.ResponseWriter, r *http.Request, v visit) error {
	err := b.setOwnPassword(r, v)
	if err != nil {
		page := accountPage(v)
		form, shown := page.Form.Refused(err)
		if !shown {
			return err
		}
		page.Form = form
		return b.showRefused(w, err, "form", page)
	}
	return b.done(w, r, "/work/", "密码已修改。")
}

func (b *Workbench) setOwnPassword(r *http.Request, v visit) error {
	ctx := r.Context()
	var problems fault.Problems
	old, next := r.PostForm.Get("old"), r.PostForm.Get("new")
	if next != r.PostForm.Get("again") {
		problems.Add("again", "password-differs", "")
		return problems.Err()
	}
	_, err := b.Organs.Login(ctx, v.Site.ID, v.Person.Login, old)
	if errors.Is(err, fault.Forbidden) {
		problems.Add("old", "password-wrong", "")
		return problems.Err()
	}
	if err != nil {
		return fmt.Errorf("check the password: %w", err)
	}
	err = b.Organs.SetPassword(ctx, v.Person, v.Site.ID, v.Person.ID, next)
	if err != nil {
		return err
	}
	account, err := b.Organs.Reader().Account(ctx, v.Site.ID, v.Person.Login)
	if err != nil {
		return fmt.Errorf("load account: %w", err)
	}
	err = b.Sessions.RenewToken(ctx)
	if err != nil {
		return fmt.Errorf("renew session: %w", err)
	}
	b.remember(r, account)
	return nil
}
