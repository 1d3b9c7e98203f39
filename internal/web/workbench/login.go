package workbench

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"

	"gongkai/internal/fault"
	"gongkai/internal/message"
	"gongkai/internal/organ"
	"gongkai/internal/web/ui"
)

type formPage struct {
	ui.WorkFrame
	Lead string // a sentence under the title
	Form ui.Form
}

// loginForm serves GET /work/login.
func (b *Workbench) loginForm(w http.ResponseWriter, r *http.Request) error {
	_, err := b.visit(r)
	if err == nil {
		http.Redirect(w, r, back(r.URL.Query()), http.StatusSeeOther)
		return nil
	}
	if !errors.Is(err, errSignedOut) {
		return err
	}
	page, err := b.loginPage(r, r.URL.Query())
	if err != nil {
		return err
	}
	return b.show(w, "form", page)
}

// loginPage is the sign-in form. The site is asked for only where the address does
// not tell it and there are several.
func (b *Workbench) loginPage(r *http.Request, sent url.Values) (formPage, error) {
	sites, err := b.Organs.Reader().Sites(r.Context())
	if err != nil {
		return formPage{}, fmt.Errorf("list sites: %w", err)
	}
	v := visit{view: ui.ReadView(r), path: r.URL.RequestURI(), Token: b.token(r.Context())}
	fields := []ui.Field{{Name: "back", Kind: ui.HiddenField, Value: back(sent)}}
	site, known := siteOf(sites, r.Host)
	if !known && len(sites) > 1 {
		choices := []ui.Option{{Value: "", Label: "请选择"}}
		for _, s := range sites {
			choices = append(choices, ui.Option{Value: s.ID, Label: s.Name})
		}
		fields = append(fields, ui.Field{
			Name: "site", Label: "网站", Kind: ui.SelectField, Required: true,
			Options: ui.Choose(choices, sent.Get("site")),
		})
	} else if !known && len(sites) == 1 {
		site = sites[0]
	}
	v.Site = site
	fields = append(fields,
		ui.Field{Name: "login", Label: "用户名", Required: true, Complete: "username", Length: 100},
		ui.Field{Name: "password", Label: "密码", Kind: ui.PasswordField, Required: true, Complete: "current-password"})
	return formPage{
		WorkFrame: v.frame("登录工作台", ""), Lead: site.Name,
		Form: ui.Form{Action: "/work/login", Token: v.Token, Submit: "登录", Groups: []ui.Group{{Fields: fields}}},
	}, nil
}

// login serves POST /work/login. The session gets a new token, so that one planted
// before signing in is worth nothing.
func (b *Workbench) login(w http.ResponseWriter, r *http.Request) error {
	err := b.checkToken(w, r)
	if err != nil {
		return b.loginRefused(w, r, err)
	}
	site, err := b.siteAsked(r)
	if err != nil {
		return b.loginRefused(w, r, err)
	}
	ctx := r.Context()
	person, err := b.Organs.Login(ctx, site.ID, r.PostForm.Get("login"), r.PostForm.Get("password"))
	if err != nil {
		return b.loginRefused(w, r, err)
	}
	account, err := b.Organs.Reader().Account(ctx, site.ID, person.Login)
	if err != nil {
		return fmt.Errorf("load account: %w", err)
	}
	err = b.Sessions.RenewToken(ctx)
	if err != nil {
		return fmt.Errorf("renew session: %w", err)
	}
	b.Sessions.Remove(ctx, keyToken)
	b.token(ctx)
	b.remember(r, account)
	http.Redirect(w, r, back(r.PostForm), http.StatusSeeOther)
	return nil
}

// remember notes in the session who signed in, and with which password.
func (b *Workbench) remember(r *http.Request, a organ.Account) {
	ctx := r.Context()
	b.Sessions.Put(ctx, keySeen, b.Now().Unix())
	b.Sessions.Put(ctx, keySite, a.Person.SiteID)
	b.Sessions.Put(ctx, keyLogin, a.Person.Login)
	b.Sessions.Put(ctx, keyPerson, a.Person.ID)
	b.Sessions.Put(ctx, keyStamp, stamp(a.PasswordHash))
}

// siteAsked is the site of the host name, the only one there is, or the one chosen.
func (b *Workbench) siteAsked(r *http.Request) (organ.Site, error) {
	sites, err := b.Organs.Reader().Sites(r.Context())
	if err != nil {
		return organ.Site{}, fmt.Errorf("list sites: %w", err)
	}
	site, known := siteOf(sites, r.Host)
	if known {
		return site, nil
	}
	for _, s := range sites {
		if len(sites) == 1 || s.ID == r.PostForm.Get("site") {
			return s, nil
		}
	}
	var problems fault.Problems
	problems.Add("site", "required", "", "label", "网站")
	return organ.Site{}, problems.Err()
}

// loginRefused shows the form again with the reason; a failure of ours goes on.
func (b *Workbench) loginRefused(w http.ResponseWriter, r *http.Request, err error) error {
	if fault.Kind(err) == nil {
		return err
	}
	page, pageErr := b.loginPage(r, r.PostForm)
	if pageErr != nil {
		return pageErr
	}
	page.Form = page.Form.Fill(r.PostForm)
	form, shown := page.Form.Refused(err)
	if !shown { // a wrong password is forbidden, and yet mended in this form
		form.Problem = message.Of(err).String()
	}
	page.Form = form
	return b.showRefused(w, err, "form", page)
}

// back is the local address of the workbench to go to after signing in.
func back(sent url.Values) string {
	address := ui.LocalPath(sent.Get("back"), "/work/")
	u, err := url.Parse(address)
	if err != nil || len(u.Path) < len("/work/") || u.Path[:len("/work/")] != "/work/" || u.Path == "/work/login" || u.Path == "/work/logout" {
		return "/work/"
	}
	return address
}

// logoutForm serves GET /work/logout. Leaving is a write: a link on another site
// must not sign anybody out.
func (b *Workbench) logoutForm(w http.ResponseWriter, _ *http.Request, v visit) error {
	f := v.frame("退出登录", "")
	return b.show(w, "form", formPage{WorkFrame: f, Lead: v.Person.Name, Form: ui.Form{
		Action: "/work/logout", Token: v.Token, Submit: "退出登录",
		Cancel: ui.Link{Title: "不退出，返回工作台", Href: "/work/"}, Groups: []ui.Group{{Note: "没有保存的内容会丢失。公用电脑用完后请退出。"}},
	}})
}

// logout serves POST /work/logout.
func (b *Workbench) logout(w http.ResponseWriter, r *http.Request, _ visit) error {
	err := b.Sessions.Destroy(r.Context())
	if err != nil {
		return fmt.Errorf("end session: %w", err)
	}
	http.Redirect(w, r, "/work/login", http.StatusSeeOther)
	return nil
}
