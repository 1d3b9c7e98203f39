package workbench

import (
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"gongkai/internal/annualreport"
	"gongkai/internal/fault"
	"gongkai/internal/message"
	"gongkai/internal/organ"
	"gongkai/internal/web/ui"
	"gongkai/law/tally"
)

// rollupPage shows the sums over the reports of a region.
type rollupPage struct {
	ui.WorkFrame
	Years       []ui.MenuItem
	Figures     []ui.Figure
	Missing     []ui.Link
	Scope       string // what the sums hold
	Sheets      []ui.Sheet
	Adjustments ui.List
	Adjust      *adjustForm
	Lock        *rollupLock
	LockPath    string // empty for who may not lock
	Moved       ui.List
	Downloads   []ui.Link
	Board       string
}

// adjustForm is the form in which a sum is corrected with its reason.
type adjustForm struct {
	Path, Cell, Amount, Reason string
	Problem                    string
	Groups                     []offerGroup
}

// rollupLock is when and by whom the sums were fixed.
type rollupLock struct{ Person, At string }

// rollupPlace makes the addresses of a region's sums.
type rollupPlace struct {
	organID string
	year    int
}

func (p rollupPlace) path(parts ...string) string {
	return organPath(p.organID, append([]string{"rollup", strconv.Itoa(p.year)}, parts...)...)
}

// rollup serves GET /work/o/{organ}/rollup/{year}.
func (b *Workbench) rollup(w http.ResponseWriter, r *http.Request, v visit) error {
	page, err := b.rollupPage(r, v)
	if err != nil {
		return err
	}
	return b.show(w, "rollup", page)
}

func (b *Workbench) rollupPage(r *http.Request, v visit) (rollupPage, error) {
	key, err := reportKey(r, v)
	if err != nil {
		return rollupPage{}, err
	}
	sum, err := b.Reports.RollUp(r.Context(), v.Person, key)
	if err != nil {
		return rollupPage{}, err
	}
	place := rollupPlace(placeOf(key))
	year := strconv.Itoa(key.Year)
	page := rollupPage{
		WorkFrame: v.frame(year+"年度汇总", v.At("rollup", strconv.Itoa(v.ReportYear()))),
		Years:     yearTabs(key.Year, v.ReportYear(), func(y string) string { return v.At("rollup", y) }),
		Board:     v.At("board", year), Adjustments: adjustmentList(sum),
	}
	page.Figures = []ui.Figure{
		{Label: "应报机关", Value: strconv.Itoa(len(sum.Members)), Unit: "个"},
		{Label: "已计入", Value: strconv.Itoa(len(sum.Members) - len(sum.Missing)), Unit: "个", Note: "报告已签发的机关"},
		{Label: "未计入", Value: strconv.Itoa(len(sum.Missing)), Unit: "个", Tone: missingTone(sum)},
	}
	for _, o := range sum.Missing {
		page.Missing = append(page.Missing, ui.Link{Title: o.Name, Href: organPath(o.ID, "reports")})
	}
	counted := len(sum.Members) - len(sum.Missing)
	page.Scope = fmt.Sprintf("合计包括已计入的%d个机关。有任何一个机关“未知”的单元格，合计也是未知。点击数字查看各机关的数字。", counted)
	for _, layout := range sum.Format.Layouts {
		if counted == 0 { // the sum of no reports is not a report of zeros
			page.Scope = "还没有可以计入的报告，因此没有合计数。"
			break
		}
		sheets, err := sheetsOf(sum.Format, sum.Adjusted, layout.Table, func(ref string) (string, string) {
			if value := sum.Adjusted[ref]; value.State == tally.Number && value.N == 0 {
				return "", ""
			}
			return place.path("cells", ref), termTitle(sum.Format, ref) + "：各机关的数字"
		})
		if err != nil {
			return page, err
		}
		page.Sheets = append(page.Sheets, sheets...)
	}
	if v.May(organ.ReviewReport) {
		page.LockPath = place.path("lock")
		page.Adjust = &adjustForm{Path: place.path("adjustments"), Groups: cellGroups(sum)}
	}
	if sum.Lock != nil {
		page.Lock = &rollupLock{Person: sum.Lock.Person, At: ui.Minute(sum.Lock.At.In(china))}
		page.Moved = movedList(sum)
	}
	for _, ending := range []struct{ name, label string }{{"csv", "各机关数字（CSV）"}, {"xlsx", "各机关数字（XLSX）"}} {
		if ending.name == "csv" || b.exports(ending.name) {
			page.Downloads = append(page.Downloads, ui.Link{Title: ending.label, Href: place.path("cells." + ending.name)})
		}
	}
	return page, nil
}

func (b *Workbench) exports(name string) bool {
	_, err := b.exportOf(name, "")
	return err == nil
}

func missingTone(sum annualreport.RollUp) ui.Tone {
	if len(sum.Missing) > 0 {
		return ui.Warn
	}
	return ui.Plain
}

// cellGroups lists the cells of the format by table, with their sums.
func cellGroups(sum annualreport.RollUp) []offerGroup {
	var groups []offerGroup
	for _, layout := range sum.Format.Layouts {
		group := offerGroup{Title: layout.Title}
		for _, cell := range sum.Format.Cells {
			if cell.Table == layout.Table {
				group.Offers = append(group.Offers, offer{Name: cell.Name, Title: cell.Label, Now: shownCell(sum.Adjusted[cell.Name], cell)})
			}
		}
		groups = append(groups, group)
	}
	return groups
}

func adjustmentList(sum annualreport.RollUp) ui.List {
	list := ui.List{Caption: "调整", Columns: []ui.Column{
		{Title: "单元格", Kind: ui.TitleColumn},
		{Title: "各机关合计", Kind: ui.NumberColumn},
		{Title: "调整", Kind: ui.NumberColumn},
		{Title: "调整后", Kind: ui.NumberColumn},
		{Title: "原因"},
	}, Empty: ui.Empty{Title: "没有调整", Text: "汇总数就是各机关数字之和。"}}
	for _, a := range sum.Adjustments {
		cell, _ := sum.Format.Cell(a.Cell)
		list.Rows = append(list.Rows, ui.Row{Cells: []ui.Cell{
			{Text: firstOf(cell.Label, a.Cell)},
			{Text: shownCell(sum.Sum[a.Cell], cell)},
			{Text: signed(tally.Value{State: tally.Number, N: a.Amount}, cell)},
			{Text: shownCell(sum.Adjusted[a.Cell], cell)},
			{Text: a.Reason},
		}})
	}
	return list
}

// signed writes a change with its sign.
func signed(v tally.Value, cell tally.Cell) string {
	if v.State == tally.Number && v.N > 0 {
		return "+" + v.Shown(cell.Unit)
	}
	return v.Shown(cell.Unit)
}

func movedList(sum annualreport.RollUp) ui.List {
	list := ui.List{Caption: "锁定后的变化", Columns: []ui.Column{
		{Title: "单元格", Kind: ui.TitleColumn}, {Title: "锁定时", Kind: ui.NumberColumn}, {Title: "现在", Kind: ui.NumberColumn}, {Title: "报告有变化的机关"},
	}, Empty: ui.Empty{Title: "锁定后没有变化"}}
	for _, m := range sum.Moved {
		cell, _ := sum.Format.Cell(m.Cell)
		list.Rows = append(list.Rows, ui.Row{Tone: ui.Warn, Cells: []ui.Cell{
			{Text: cell.Label}, {Text: shownCell(m.Was, cell)}, {Text: shownCell(m.Now, cell)}, {Text: strings.Join(m.Organs, "、")},
		}})
	}
	return list
}

// adjust serves POST /work/o/{organ}/rollup/{year}/adjustments.
func (b *Workbench) adjust(w http.ResponseWriter, r *http.Request, v visit) error {
	key, err := reportKey(r, v)
	if err != nil {
		return err
	}
	sent := r.PostForm
	a := annualreport.Adjustment{Cell: sent.Get("cell"), Reason: strings.TrimSpace(sent.Get("reason"))}
	a.Amount, err = amountTyped(a.Cell, sent.Get("amount"))
	if err == nil {
		err = b.Reports.Adjust(r.Context(), v.Person, key, a)
	}
	if err == nil {
		return b.done(w, r, rollupPlace(placeOf(key)).path()+"#adjustments", "调整已保存。")
	}
	if fault.Kind(err) == nil || errors.Is(err, fault.Forbidden) {
		return err
	}
	page, pageErr := b.rollupPage(r, v)
	if pageErr != nil {
		return pageErr
	}
	if page.Adjust == nil {
		return err
	}
	page.Adjust.Cell, page.Adjust.Amount, page.Adjust.Reason = a.Cell, sent.Get("amount"), sent.Get("reason")
	page.Adjust.Problem = message.Of(err).String()
	return b.showRefused(w, err, "rollup", page)
}

// amountTyped reads the amount of an adjustment: with a sign, in the unit of the
// cell; nothing and 0 take the adjustment back.
func amountTyped(name, typed string) (int64, error) {
	cell, known := tally.CellByName(name)
	if !known {
		return 0, fault.Refuse(fault.Invalid, "cell-unknown", "", "cell", name)
	}
	if strings.TrimSpace(typed) == "" {
		return 0, nil
	}
	cell.Signed = true
	value, err := tally.ParseCell(cell, typed)
	if err != nil || value.State != tally.Number {
		return 0, fault.Refuse(fault.Invalid, "number-unreadable", "", "label", "调整数", "value", typed)
	}
	return value.N, nil
}

// lockRollup serves POST /work/o/{organ}/rollup/{year}/lock. It asks for a tick, so
// that the figures of a former lock are not replaced by a slip.
func (b *Workbench) lockRollup(w http.ResponseWriter, r *http.Request, v visit) error {
	key, err := reportKey(r, v)
	if err != nil {
		return err
	}
	if r.PostForm.Get("sure") == "" {
		page, err := b.rollupPage(r, v)
		if err != nil {
			return err
		}
		page.Notices = append(page.Notices, ui.Notice{Tone: ui.Warn, Text: "没有锁定：请先勾选“汇总数已核对，现在锁定”。"})
		return b.showRefused(w, fault.Invalid, "rollup", page)
	}
	err = b.Reports.LockRollUp(r.Context(), v.Person, key)
	if err != nil {
		return err
	}
	return b.done(w, r, rollupPlace(placeOf(key)).path(), fmt.Sprintf("%d年度汇总数已锁定，以后的变化会列出。", key.Year))
}
