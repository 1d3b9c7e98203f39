package workbench

import (
	"fmt"
	"net/http"
	"strconv"

	"gongkai/internal/fault"
	"gongkai/internal/message"
	"gongkai/internal/register"
	"gongkai/internal/web/ui"
)

type importPage struct {
	ui.WorkFrame
	Register register.Definition
	File     string
	Steps    ui.Steps
	Running  bool // the page asks again by itself
	Progress ui.Progress
	Lead     string // what came, or would come, of it
	Figures  []ui.Figure
	Problems *ui.List
	Form     *ui.Form // what to do about it
	Links    []action
}

// importState serves GET …/imports/{id}: where the import is, what was found, and
// what to do next.
func (b *Workbench) importState(w http.ResponseWriter, r *http.Request, v visit) error {
	page, err := b.importPage(r, v)
	if err != nil {
		return err
	}
	return b.show(w, "import", page)
}

// importAsked loads an import of the visited organ.
func (b *Workbench) importAsked(r *http.Request, v visit) (register.Import, register.Imported, error) {
	im, done, err := b.Imports.Result(r.Context(), v.Site.ID, r.PathValue("id"))
	if err == nil && im.OrganID != v.Organ.ID {
		err = fmt.Errorf("import of another organ: %w", fault.NotFound)
	}
	return im, done, err
}

func (b *Workbench) importPage(r *http.Request, v visit) (importPage, error) {
	im, done, err := b.importAsked(r, v)
	if err != nil {
		return importPage{}, err
	}
	step, seen, total, err := b.Imports.Progress(r.Context(), v.Site.ID, r.PathValue("id"))
	if err != nil {
		return importPage{}, err
	}
	d, _ := register.ByName(im.Register)
	f := v.frame("导入"+d.Title, v.ledgerPath(d.Name), ui.Link{Title: d.Title, Href: v.ledgerPath(d.Name)})
	page := importPage{WorkFrame: f, Register: d, File: im.File}
	switch step {
	case "examining":
		page.running(importExamine, "正在检查", seen, total)
	case "importing":
		page.running(importWrite, "正在导入", seen, total)
	case "examined":
		page.examined(v, r.PathValue("id"), im, done)
	case "imported":
		page.Steps, page.Lead = importSteps(importDone), "导入完成。"
		page.Figures = importFigures(done, "新增", "修改", "没有变化")
		page.Links = []action{
			{ui.Link{Title: "查看" + d.Title, Href: v.ledgerPath(d.Name)}, true},
			{ui.Link{Title: "再导入一个文件", Href: v.ledgerPath(d.Name, "import")}, false},
		}
	default:
		page.Steps, page.Lead = importSteps(importExamine), "系统出错，导入没有完成，一条也没有写入。请放弃后重新上传；仍然不行的，请联系维护人员。"
		page.Form = v.importAct(r.PathValue("id"), actAgain, actDiscard)
	}
	return page, nil
}

func (p *importPage) running(at int, label string, seen, total int64) {
	p.Running, p.Steps = true, importSteps(at)
	p.Progress = ui.Progress{Label: label, Done: seen, Total: total, Unit: "行", Note: "可以离开本页，也可以关机：导入会接着做完，首页“待办”里可以找到。"}
	if total == 0 && seen > 0 {
		p.Progress.Note = "已经看过" + strconv.FormatInt(seen, 10) + "行。" + p.Progress.Note
	}
}

// examined shows what an examination found, with what can be done about it.
func (p *importPage) examined(v visit, id string, im register.Import, done register.Imported) {
	p.Figures = importFigures(done, "将新增", "将修改", "没有变化")
	p.Steps = importSteps(importConfirm)
	switch {
	case len(done.Problems) == 0 && done.Added+done.Changed == 0:
		p.Lead = "文件里的记录都已经登记过，内容也相同，不需要导入。"
		p.Form = v.importAct(id, actDiscard)
	case len(done.Problems) == 0:
		p.Lead = "检查通过，没有发现问题。请核对下面的数字，确认后写入。"
		p.Form = v.importAct(id, actConfirm, actDiscard)
	case onlyReason(done):
		p.Lead = "文件里有已经计入签发年度报告的记录，导入它们属于更正，必须说明原因。"
		form := withReason(*v.importAct(id, actConfirm, actDiscard), im.Reason)
		p.Form, p.Problems = &form, problemList(p.Register, done)
	default:
		p.Steps = importSteps(importExamine)
		p.Steps.Items[importExamine].State = ui.StepStopped
		p.Lead = fmt.Sprintf("发现%d处问题，一条也没有写入。请在表格里逐条更正，然后重新上传。", int64(len(done.Problems))+done.More)
		p.Problems, p.Figures = problemList(p.Register, done), nil
		p.Form = v.importAct(id, actAgain, actDiscard)
	}
}

func importFigures(done register.Imported, added, changed, same string) []ui.Figure {
	count := func(label string, n int64) ui.Figure {
		return ui.Figure{Label: label, Value: strconv.FormatInt(n, 10), Unit: "条"}
	}
	return []ui.Figure{count("文件里共有", done.Rows), count(added, done.Added), count(changed, done.Changed), count(same, done.Unchanged)}
}

// onlyReason reports problems that are all answered by one reason.
func onlyReason(done register.Imported) bool {
	for _, p := range done.Problems {
		if p.Code != "correction-reason-required" {
			return false
		}
	}
	return true
}

// problemList lists the problems with their places and what to do.
func problemList(d register.Definition, done register.Imported) *ui.List {
	l := ui.List{Caption: "需要更正的地方", Columns: []ui.Column{
		{Title: "问题", Kind: ui.TitleColumn}, {Title: "工作表"}, {Title: "行", Kind: ui.NumberColumn}, {Title: "列"}, {Title: "单元格", Kind: ui.CodeColumn},
	}}
	for _, p := range done.Problems {
		args := make([]fault.Arg, 0, 2+len(p.Args)/2)
		args = append(args, fault.Arg{Key: "label", Value: p.Label}, fault.Arg{Key: "value", Value: shortened(p.Value)})
		for i := 0; i+1 < len(p.Args); i += 2 {
			args = append(args, fault.Arg{Key: p.Args[i], Value: p.Args[i+1]})
		}
		s := message.OfProblem(fault.Problem{Field: p.Field, Code: p.Code, Args: args})
		row := ui.Row{Tone: ui.Bad, Cells: []ui.Cell{{Text: s.Text, Note: s.Do}, {Text: p.Sheet}, {Text: lineOf(p)}, {Text: columnOf(d, p)}, {Text: cellOf(p)}}}
		l.Rows = append(l.Rows, row)
	}
	if done.More > 0 {
		l.Pager.Note = fmt.Sprintf("只列出前%d处，另有%d处没有列出。", len(done.Problems), done.More)
	}
	return &l
}

func lineOf(p register.PlacedProblem) string {
	if p.Line == 0 {
		return "—"
	}
	return strconv.Itoa(p.Line)
}

func columnOf(d register.Definition, p register.PlacedProblem) string {
	f, known := d.Field(p.Field)
	switch {
	case known:
		return f.Label
	case p.Column > 0:
		return p.Label
	}
	return "—"
}

func cellOf(p register.PlacedProblem) string {
	if p.Column == 0 {
		return "—"
	}
	return p.Cell()
}

// What can be done about an examined file.
const (
	actConfirm = "confirm"
	actDiscard = "discard"
	actAgain   = "again" // discard it and upload another
)

var importActs = map[string]string{actConfirm: "确认导入", actDiscard: "放弃，不导入", actAgain: "更正后重新上传"}

// importAct is a form with a button for each of the acts, the main one first.
func (v visit) importAct(id string, main string, others ...string) *ui.Form {
	form := &ui.Form{Action: v.At("imports", id), Token: v.Token, Submit: importActs[main], Name: "act", Value: main}
	for _, act := range others {
		form.Others = append(form.Others, ui.Button{Title: importActs[act], Name: "act", Value: act})
	}
	return form
}

// decideImport serves POST …/imports/{id}.
func (b *Workbench) decideImport(w http.ResponseWriter, r *http.Request, v visit) error {
	im, done, err := b.importAsked(r, v)
	if err != nil {
		return err
	}
	switch r.PostForm.Get("act") {
	case actConfirm:
		return b.confirmImport(w, r, v, done)
	case actAgain, actDiscard:
		return b.discardImport(w, r, v, im)
	}
	return errNoPage
}

func (b *Workbench) confirmImport(w http.ResponseWriter, r *http.Request, v visit, done register.Imported) error {
	id, reason := r.PathValue("id"), trimmed(r.PostForm.Get(reasonName))
	if len(done.Problems) > 0 && onlyReason(done) && reason == "" {
		return b.reasonMissing(w, r, v)
	}
	err := b.Imports.Confirm(r.Context(), v.Person, v.Site.ID, id, reason)
	if err != nil {
		return err
	}
	b.waitABit(r.Context(), v, id)
	http.Redirect(w, r, v.At("imports", id), http.StatusSeeOther)
	return nil
}

func (b *Workbench) reasonMissing(w http.ResponseWriter, r *http.Request, v visit) error {
	page, err := b.importPage(r, v)
	if err != nil {
		return err
	}
	problems := fault.Problems{{Field: reasonName, Code: "required", Args: []fault.Arg{{Key: "label", Value: "更正原因和依据"}}}}
	if page.Form != nil {
		form, _ := page.Form.Refused(problems)
		page.Form = &form
	}
	return b.showRefused(w, problems, "import", page)
}

func (b *Workbench) discardImport(w http.ResponseWriter, r *http.Request, v visit, im register.Import) error {
	err := b.Imports.Discard(r.Context(), v.Person, v.Site.ID, r.PathValue("id"))
	if err != nil {
		return err
	}
	next := v.ledgerPath(im.Register)
	if r.PostForm.Get("act") == actAgain {
		next = v.ledgerPath(im.Register, "import")
	}
	return b.done(w, r, next, "已放弃“"+im.File+"”，没有写入任何记录。")
}
