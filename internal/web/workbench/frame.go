package workbench

import (
	"context"
	"net/http"
	"strconv"
	"strings"

	"gongkai/internal/organ"
	"gongkai/internal/register"
	"gongkai/internal/web/ui"
)

// frame is what stands around a page: title, the menu entry it belongs to, and the
// way to it. The crumbs are those between the first page and the title.
func (v visit) frame(title, entry string, crumbs ...ui.Link) ui.WorkFrame {
	f := ui.WorkFrame{
		Site: siteFacts(v.Site), Home: "/work/", Organ: v.Organ.Name, Title: title,
		Token: v.Token, Today: v.Today, View: v.view, Path: v.path, Notices: v.notices,
	}
	if v.Person.ID == "" {
		f.Bare = true
		return f
	}
	f.User = ui.Person{Name: v.Person.Name, Roles: v.roles()}
	f.Links = []ui.Link{{Title: "我的账号", Href: "/work/account"}, {Title: "退出", Href: "/work/logout"}}
	if len(v.mine()) > 1 {
		f.Links = append([]ui.Link{{Title: "切换机关", Href: "/work/organs"}}, f.Links...)
	}
	if v.Organ.ID == "" {
		f.Bare = true
		return f
	}
	f.Home = v.At()
	f.Nav = v.nav(entry)
	f.Crumbs = append([]ui.Link{{Title: "工作台", Href: v.At()}}, crumbs...)
	f.Crumbs = append(f.Crumbs, ui.Link{Title: title})
	if entry == v.At() {
		f.Crumbs = nil
	}
	return f
}

// nav is the left menu: what the visitor may do in the organ, and nothing else.
func (v visit) nav(entry string) []ui.NavGroup {
	groups := []ui.NavGroup{{Items: []ui.MenuItem{{Title: "待办", Href: v.At()}}}}
	if v.May(organ.ReadReport) {
		groups = append(groups, ui.NavGroup{Title: "年度报告", Items: []ui.MenuItem{
			{Title: "年度报告", Href: v.At("reports")},
			{Title: "历年对比", Href: v.At("history")},
			{Title: "年报检查", Href: v.At("collections")},
		}})
	}
	if v.May(organ.RollUp) && len(organ.Below(v.Organs, v.Organ.ID)) > 0 {
		year := strconv.Itoa(v.ReportYear())
		groups = append(groups, ui.NavGroup{Title: "监督", Items: []ui.MenuItem{
			{Title: "报送情况", Href: v.At("board", year)}, {Title: "汇总", Href: v.At("rollup", year)},
		}})
	}
	if v.May(organ.ReadRegister) {
		for _, g := range register.Groups {
			groups = append(groups, ui.NavGroup{Title: string(g), Items: v.registerItems(g)})
		}
	}
	groups = append(groups, v.adminGroup()...)
	for i := range groups {
		for j, item := range groups[i].Items {
			groups[i].Items[j].Count = v.counts[item.Href]
		}
		groups[i].Items = ui.MarkCurrent(groups[i].Items, entry)
	}
	return groups
}

func (v visit) registerItems(g register.Group) []ui.MenuItem {
	var items []ui.MenuItem
	for _, d := range register.All {
		if d.Group == g {
			items = append(items, ui.MenuItem{Title: d.Title, Href: v.At("registers", d.Name)})
		}
	}
	return items
}

func (v visit) adminGroup() []ui.NavGroup {
	g := ui.NavGroup{Title: "系统管理"}
	if v.May(organ.ManageOrgans) {
		g.Items = append(g.Items, ui.MenuItem{Title: "机关", Href: v.At("organs")})
		if v.MayAt(organ.ManageOrgans, v.Site.RootID) {
			g.Items = append(g.Items, ui.MenuItem{Title: "网站信息", Href: v.At("site")})
		}
	}
	if v.May(organ.ManagePeople) {
		g.Items = append(g.Items, ui.MenuItem{Title: "人员与权限", Href: v.At("people")})
	}
	if v.May(organ.ReadAudit) {
		g.Items = append(g.Items, ui.MenuItem{Title: "操作记录", Href: v.At("trail")})
	}
	if len(g.Items) == 0 {
		return nil
	}
	return []ui.NavGroup{g}
}

// roles names the roles that reach the visited organ, or all of them on a page
// about none.
func (v visit) roles() []string {
	var names []string
	for _, role := range organ.Roles {
		for _, g := range v.Person.Grants {
			only := organ.Person{ID: v.Person.ID, SiteID: v.Person.SiteID, Grants: []organ.Grant{g}}
			if g.Role == role && (v.Organ.ID == "" || reaches(only, v.Site.ID, v.Chain)) {
				names = append(names, organ.RoleLabels[role])
				break
			}
		}
	}
	return names
}

// mine lists the organs at which the visitor was given a role, their own first.
func (v visit) mine() []organ.Organ {
	var own, other []organ.Organ
	for _, o := range v.Organs {
		for _, g := range v.Person.Grants {
			if g.OrganID != o.ID {
				continue
			}
			if o.ID == v.Person.OrganID {
				own = append(own, o)
			} else {
				other = append(other, o)
			}
			break
		}
	}
	return append(own, other...)
}

func siteFacts(s organ.Site) ui.Site {
	return ui.Site{
		Name: s.Name, Host: s.Domain(), Code: s.SiteCode, ICP: s.ICP, PoliceRecord: s.PoliceRecord,
		Sponsor: s.Sponsor, Operator: s.Operator, Phone: s.Telephone, Address: s.Address, Email: s.Email, Demo: s.Today != "",
	}
}

// handler answers errors inside the visitor's frame.
func (b *Workbench) handler(v visit) ui.Handler {
	return ui.Handler{Renderer: b.renderer, Log: b.Log, Frame: func(*http.Request) ui.Page { return v.frame("", "") }}
}

// show draws a page with status 200.
func (b *Workbench) show(w http.ResponseWriter, name string, page ui.Page) error {
	return b.renderer.Page(w, http.StatusOK, name, page)
}

// showRefused draws the page with a form that was refused for err.
func (b *Workbench) showRefused(w http.ResponseWriter, err error, name string, page ui.Page) error {
	return b.renderer.Page(w, ui.Status(err), name, page)
}

// done leads on after a write, with a notice on the next page.
func (b *Workbench) done(w http.ResponseWriter, r *http.Request, address, text string) error {
	b.notify(r.Context(), ui.Good, text)
	http.Redirect(w, r, address, http.StatusSeeOther)
	return nil
}

// notify has the next page that is shown say something.
func (b *Workbench) notify(ctx context.Context, tone ui.Tone, text string) {
	waiting := b.Sessions.GetString(ctx, keyNotice)
	b.Sessions.Put(ctx, keyNotice, waiting+string(tone)+"\t"+strings.ReplaceAll(text, "\n", " ")+"\n")
}

func (b *Workbench) takeNotices(ctx context.Context) []ui.Notice {
	if !b.Sessions.Exists(ctx, keyNotice) {
		return nil
	}
	var notices []ui.Notice
	for line := range strings.Lines(b.Sessions.PopString(ctx, keyNotice)) {
		tone, text, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		notices = append(notices, ui.Notice{Tone: ui.Tone(tone), Text: text})
	}
	return notices
}
