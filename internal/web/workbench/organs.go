package workbench

import (
	"fmt"
	"net/http"
	"strings"

	"gongkai/internal/fault"
	"gongkai/internal/organ"
	"gongkai/internal/web/ui"
)

type organTreePage struct {
	ui.WorkFrame
	Actions []action
	List    ui.List
}

// organTree serves GET …/organs: the visited organ and all below it.
func (b *Workbench) organTree(w http.ResponseWriter, _ *http.Request, v visit) error {
	page := organTreePage{
		WorkFrame: v.frame("机关", v.At("organs")),
		Actions:   []action{{ui.Link{Title: "新增机关", Href: v.At("organs", "new")}, true}},
		List: ui.List{Caption: "机关", Columns: []ui.Column{
			{Title: "名称", Kind: ui.TitleColumn},
			{Title: "类型"},
			{Title: "工作机构"},
			{Title: "电话", Kind: ui.CodeColumn},
			{Title: "状态", Kind: ui.StateColumn},
			{Title: "操作", Kind: ui.ActionColumn},
		}},
	}
	for _, node := range organ.Tree(v.managed()) {
		badge := ui.Badge{Text: "存续", Tone: ui.Good}
		if node.AbolishedOn != "" {
			badge = ui.Badge{Text: "已撤销", Tone: ui.Plain}
		}
		page.List.Rows = append(page.List.Rows, ui.Row{Cells: []ui.Cell{
			{Text: strings.Repeat("　", node.Depth) + node.Name, Href: v.At("organs", node.ID), Note: strings.Join(node.Aliases, "、")},
			{Text: organ.KindLabels[node.Kind]},
			{Text: node.WorkingBody},
			{Text: node.Telephone},
			{Badge: badge},
			{Links: []ui.Link{{Title: "修改", Href: v.At("organs", node.ID)}}},
		}})
	}
	return b.show(w, "organ_tree", page)
}

// managed lists the visited organ and those below it.
func (v visit) managed() []organ.Organ {
	return append([]organ.Organ{v.Organ}, organ.Below(v.Organs, v.Organ.ID)...)
}

// managedOne is the organ of the path, which must be one of those.
func (v visit) managedOne(r *http.Request) (organ.Organ, error) {
	id := r.PathValue("one")
	for _, o := range v.managed() {
		if o.ID == id {
			return o, nil
		}
	}
	return organ.Organ{}, fmt.Errorf("organ %s: %w", id, fault.NotFound)
}

type organPage struct {
	ui.WorkFrame
	Actions []action
	Form    ui.Form
	History *ui.List
}

// newOrgan serves GET …/organs/new.
func (b *Workbench) newOrgan(w http.ResponseWriter, _ *http.Request, v visit) error {
	return b.show(w, "organ", v.newOrganPage())
}

func (v visit) newOrganPage() organPage {
	o := organ.Organ{SiteID: v.Site.ID, ParentID: v.Organ.ID, Kind: organ.Department, RegionCode: v.Organ.RegionCode}
	f := v.frame("新增机关", v.At("organs"), ui.Link{Title: "机关", Href: v.At("organs")})
	return organPage{WorkFrame: f, Form: v.organForm(o, "", nil)}
}

// addOrgan serves POST …/organs/new.
func (b *Workbench) addOrgan(w http.ResponseWriter, r *http.Request, v visit) error {
	o, err := v.organTyped(organ.Organ{SiteID: v.Site.ID}, r.PostForm)
	if err == nil {
		o, err = b.Organs.AddOrgan(r.Context(), v.Person, o)
	}
	if err != nil {
		page := v.newOrganPage()
		form, shown := page.Form.Fill(r.PostForm).Refused(err)
		if !shown {
			return err
		}
		page.Form = form
		return b.showRefused(w, err, "organ", page)
	}
	return b.done(w, r, v.At("organs", o.ID), "已新增"+o.Name+"。")
}

// editOrgan serves GET …/organs/{one}.
func (b *Workbench) editOrgan(w http.ResponseWriter, r *http.Request, v visit) error {
	page, err := b.organPage(r, v)
	if err != nil {
		return err
	}
	return b.show(w, "organ", page)
}

func (b *Workbench) organPage(r *http.Request, v visit) (organPage, error) {
	o, err := v.managedOne(r)
	if err != nil {
		return organPage{}, err
	}
	changes, err := b.Organs.Reader().Changes(r.Context(), v.Site.ID, o.ID)
	if err != nil {
		return organPage{}, fmt.Errorf("read the history of %s: %w", o.ID, err)
	}
	f := v.frame(o.Name, v.At("organs"), ui.Link{Title: "机关", Href: v.At("organs")})
	rename := &ui.Group{Title: "更名", Note: "改了全称时填写；原名称会保留，仍可查到。", Fields: []ui.Field{
		{Name: "renamed_on", Label: "更名日期", Kind: ui.DateField, Short: true},
		{Name: "document", Label: "批准文号", Length: 100},
	}}
	page := organPage{WorkFrame: f, Form: v.organForm(o, o.ID, rename), History: historyList(changes)}
	if o.AbolishedOn == "" {
		for _, kind := range reformKinds {
			page.Actions = append(page.Actions, action{ui.Link{Title: reforms[kind], Href: v.At("organs", o.ID, "reform", kind)}, false})
		}
	}
	return page, nil
}

func historyList(changes []organ.Change) *ui.List {
	l := &ui.List{Caption: "沿革", Empty: ui.Empty{Title: "没有沿革记录"}, Columns: []ui.Column{
		{Title: "内容", Kind: ui.TitleColumn}, {Title: "类型"}, {Title: "文号"}, {Title: "日期", Kind: ui.DateColumn},
	}}
	for _, c := range changes {
		l.Rows = append(l.Rows, ui.Row{Cells: []ui.Cell{{Text: c.Detail}, {Text: organ.ChangeLabels[c.Kind]}, {Text: c.Document}, {Text: c.On}}})
	}
	return l
}

// saveOrgan serves POST …/organs/{one}.
func (b *Workbench) saveOrgan(w http.ResponseWriter, r *http.Request, v visit) error {
	before, err := v.managedOne(r)
	if err != nil {
		return err
	}
	o, on, document, err := v.organChanged(before, r.PostForm)
	if err == nil {
		err = b.Organs.SaveOrgan(r.Context(), v.Person, o, on, document)
	}
	if err != nil {
		page, pageErr := b.organPage(r, v)
		if pageErr != nil {
			return pageErr
		}
		form, shown := page.Form.Fill(r.PostForm).Refused(err)
		if !shown {
			return err
		}
		page.Form = form
		return b.showRefused(w, err, "organ", page)
	}
	return b.done(w, r, v.At("organs", o.ID), "已保存"+o.Name+"。")
}
