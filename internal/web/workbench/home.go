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
		Title: "您的账号还没有任何角色", Text: "请联系系统管理员，为您的账号授予角色后再登录。",
	}}
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
	Todo    ui.List
	Doors   []ui.Door // what is done most often
	Year    int
	Figures []ui.Figure
}

// home serves GET /work/o/{organ}/: what waits for the visitor.
func (b *Workbench) home(w http.ResponseWriter, r *http.Request, v visit) error {
	todos, err := b.todos(r.Context(), v)
	if err != nil {
		return err
	}
	v.counts = map[string]int{v.At(): len(todos)}
	page := homePage{
		WorkFrame: v.frame("待办", v.At()), Lead: "今天是" + ui.Date(v.Today), Todo: todoList(todos),
		Doors: v.doors(), Year: v.ThisYear(),
	}
	if v.May(organ.ReadRegister) {
		page.Figures, err = b.yearFigures(r.Context(), v)
		if err != nil {
			return err
		}
	}
	return b.show(w, "home", page)
}

// doors lead to what the visitor does most often.
func (v visit) doors() []ui.Door {
	var doors []ui.Door
	if v.May(organ.WriteRegister) {
		doors = append(doors,
			ui.Door{Title: "登记申请", Href: v.ledgerPath("request", "new"), Note: "收到政府信息公开申请"},
			ui.Door{Title: "登记主动公开信息", Href: v.ledgerPath("disclosure_item", "new"), Note: "发布了一条信息"},
			ui.Door{Title: "从表格导入", Href: v.ledgerPath("disclosure_item", "import"), Note: "一次登记多条主动公开信息"})
	}
	if v.May(organ.ReadReport) {
		year := strconv.Itoa(v.ReportYear())
		doors = append(doors, ui.Door{Title: year + "年度报告", Href: v.At("reports"), Note: "编制、校核、签发、报送"})
	}
	if v.May(organ.ReviewReport) && len(organ.Below(v.Organs, v.Organ.ID)) > 0 {
		doors = append(doors, ui.Door{Title: "下级报送情况", Href: v.At("board", strconv.Itoa(v.ReportYear())), Note: "谁还没有报送"})
	}
	if v.May(organ.ManagePeople) {
		doors = append(doors, ui.Door{Title: "新增人员", Href: v.At("people", "new"), Note: "开账号、授角色"})
	}
	return doors
}

// homeRegisters are the registers whose number of this year stands on the first page.
var homeRegisters = []string{"disclosure_item", "request", "normative_document"}

func yearQuery(year int) string { return "?year=" + strconv.Itoa(year) }
