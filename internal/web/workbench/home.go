package workbench

import (
	"net/http"
	"strconv"

	"gongkai/internal/organ"
	"gongkai/internal/web/ui"
)

// start serves GET /work/: it leads to the organ the visitor works for, and takes
// along what the next page should say.
func (b *Workbench) start(w http.ResponseWriter, r *http.Request, v visit) error {
	mine := v.mine()
	if len(mine) == 0 {
		return b.chooseOrgan(w, r, v)
	}
	for _, n := range v.notices {
		b.notify(r.Context(), n.Tone, n.Text)
	}
	http.Redirect(w, r, organPath(mine[0].ID), http.StatusSeeOther)
	return nil
}

type organsPage struct {
	ui.WorkFrame
	Doors []ui.Door
	Empty ui.Empty
}

// chooseOrgan serves GET /work/organs: the organs at which the visitor has a role.
func (b *Workbench) chooseOrgan(w http.ResponseWriter, _ *http.Request, v visit) error {
	page := organsPage{WorkFrame: v.frame("选择机关", ""), Empty: ui.Empty{
		Title: "您的账号还没有任何角色", Text: "请联系系统管理员，为您的账号授予角色后再登录。"}}
	for _, o := range v.mine() {
		page.Doors = append(page.Doors, ui.Door{Title: o.Name, Href: organPath(o.ID), Note: v.rolesAt(o.ID)})
	}
	return b.show(w, "organs", page)
}

// rolesAt names the roles given at an organ.
func (v visit) rolesAt(organID string) string {
	var names []string
	for _, role := range organ.Roles {
		for _, g := range v.Person.Grants {
			if g.Role == role && g.OrganID == organID {
				names = append(names, organ.RoleLabels[role])
			}
		}
	}
	return joined(names)
}

type homePage struct {
	ui.WorkFrame
	Lead    string
	Figures []ui.Figure
	Todo    ui.List
}

// home serves GET /work/o/{organ}/: what waits for the visitor.
func (b *Workbench) home(w http.ResponseWriter, r *http.Request, v visit) error {
	todos, err := b.todos(r.Context(), v)
	if err != nil {
		return err
	}
	v.counts = map[string]int{v.At(): len(todos)}
	page := homePage{WorkFrame: v.frame("待办", v.At()), Lead: "今天是" + ui.Date(v.Today), Todo: todoList(todos)}
	if v.May(organ.ReadRegister) {
		page.Figures, err = b.yearFigures(r.Context(), v)
		if err != nil {
			return err
		}
	}
	return b.show(w, "home", page)
}

// homeRegisters are the registers whose number of this year stands on the first page.
var homeRegisters = []string{"disclosure_item", "request", "normative_document"}

func yearQuery(year int) string { return "?year=" + strconv.Itoa(year) }
