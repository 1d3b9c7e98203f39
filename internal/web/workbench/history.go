package workbench

import (
	"math"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"gongkai/internal/annualreport"
	"gongkai/internal/document"
	"gongkai/internal/fault"
	"gongkai/internal/organ"
	"gongkai/internal/web/ui"
	"gongkai/law/tally"
)

// historyPage follows one figure through the years of an organ.
type historyPage struct {
	ui.WorkFrame
	Groups []offerGroup
	Chosen string
	Figure string
	Years  ui.List
	Chart  *ui.Chart
	All    string
	Import string // where reports of earlier years are read; empty for who may not
	Path   string
	Empty  *ui.Empty
}

// firstFigure is what the page shows before anything is chosen.
const firstFigure = "item.total"

// history serves GET /work/o/{organ}/history?figure=….
func (b *Workbench) history(w http.ResponseWriter, r *http.Request, v visit) error {
	years, err := b.Reports.History(r.Context(), v.Person, annualreport.Key{SiteID: v.Site.ID, OrganID: v.Organ.ID})
	if err != nil {
		return err
	}
	page := historyPage{WorkFrame: v.frame("历年对比", v.At("history")), All: v.At("history", "all"), Path: v.At("history")}
	if v.May(organ.CollectReports) {
		page.Import = v.At("collections")
	}
	if len(years) == 0 {
		page.Empty = &ui.Empty{Title: "还没有年度报告", Links: []ui.Link{{Title: "年度报告", Href: v.At("reports")}}}
		return b.show(w, "history", page)
	}
	page.Chosen = firstOf(r.URL.Query().Get("figure"), firstFigure)
	page.Groups = historyGroups(years)
	if !slices.ContainsFunc(page.Groups, func(g offerGroup) bool {
		return slices.ContainsFunc(g.Offers, func(o offer) bool { return o.Name == page.Chosen })
	}) {
		return fault.Refuse(fault.NotFound, "cell-unknown", "", "cell", page.Chosen)
	}
	newest := years[len(years)-1].Format
	page.Figure = figureTitle(newest, page.Chosen)
	page.Years, page.Chart = follow(v, years, page.Chosen, page.Figure)
	return b.show(w, "history", page)
}

// stated is what one year says of a figure.
type stated struct {
	text  string
	known bool
	n     float64 // in the unit shown
	unit  string
}

func statedIn(y annualreport.YearCells, name string) stated {
	facts := annualreport.Facts{Year: y.Year, Format: y.Format, Cells: y.Cells, Counts: y.Counts}
	cell, isCell := y.Format.Cell(name)
	if isCell {
		value := y.Cells[name]
		s := stated{text: shownCell(value, cell), known: value.State == tally.Number, n: float64(value.N), unit: unitOf(cell)}
		if cell.Unit == tally.TenThousandYuan {
			s.n /= tally.FenPerTenThousandYuan
		}
		return s
	}
	n, figure, known, exists := facts.Figure(name)
	if !exists {
		return stated{text: "该年格式没有此项"}
	}
	s := stated{text: figureText(facts, name), known: known, n: float64(n), unit: figure.Unit}
	if figure.Money {
		s.n /= 100
	}
	return s
}

func follow(v visit, years []annualreport.YearCells, name, title string) (ui.List, *ui.Chart) {
	list := ui.List{Caption: title + "历年数字", Columns: []ui.Column{
		{Title: "年度", Kind: ui.TitleColumn}, {Title: "数字", Kind: ui.NumberColumn}, {Title: "比上年", Kind: ui.NumberColumn}, {Title: "依据"},
	}}
	chart := ui.Chart{ID: "history", Title: title, Desc: title + "历年数字；未知的年份不画。", Series: []ui.Series{{Name: title}}}
	var before stated
	for i, y := range years {
		now := statedIn(y, name)
		change := "—"
		if i > 0 && now.known && before.known && years[i-1].Year == y.Year-1 {
			change = changeText(now.n - before.n)
		}
		cell := ui.Cell{Text: now.text}
		if now.known && now.n != 0 && len(annualreport.CountsOf(y.Format, name)) > 0 {
			cell.Href = reportPlace{v.Organ.ID, y.Year}.figure(name)
		}
		list.Rows = append(list.Rows, ui.Row{Cells: []ui.Cell{
			{Text: strconv.Itoa(y.Year) + "年", Href: reportPlace{v.Organ.ID, y.Year}.report()}, cell, {Text: change}, {Text: basisOf(y)},
		}})
		value := math.NaN()
		if now.known {
			value, chart.Unit = now.n, now.unit
		}
		chart.Labels = append(chart.Labels, strconv.Itoa(y.Year))
		chart.Series[0].Values = append(chart.Series[0].Values, value)
		before = now
	}
	if !slices.ContainsFunc(chart.Series[0].Values, func(n float64) bool { return !math.IsNaN(n) }) {
		return list, nil
	}
	return list, &chart
}

func changeText(n float64) string {
	text := strconv.FormatFloat(math.Round(n*1e6)/1e6, 'f', -1, 64)
	if n > 0 {
		return "+" + text
	}
	return text
}

// basisOf says where a year's numbers come from.
func basisOf(y annualreport.YearCells) string {
	switch {
	case y.Source != "":
		return "由文件读入：" + y.Source
	case y.Sealed:
		return "已签发的报告"
	}
	return "登记簿现在的统计（报告未签发）"
}

// historyGroups lists the figures that any of the years has.
func historyGroups(years []annualreport.YearCells) []offerGroup {
	var names []string
	formats := map[string]bool{}
	for _, y := range years {
		for name := range y.Counts {
			names = append(names, name)
		}
	}
	names = append(names, firstFigure)
	slices.Sort(names)
	names = slices.Compact(names)
	newest := years[len(years)-1].Format
	var groups []offerGroup
	for _, g := range countGroups {
		group := offerGroup{Title: g.title}
		for _, name := range names {
			if slices.ContainsFunc(g.prefixes, func(p string) bool { return strings.HasPrefix(name, p) }) {
				group.Offers = append(group.Offers, offer{Name: name, Title: figureTitle(newest, name)})
			}
		}
		groups = append(groups, group)
	}
	seen := map[string]bool{}
	for _, y := range slices.Backward(years) {
		if formats[y.Format.ID] {
			continue
		}
		formats[y.Format.ID] = true
		for _, layout := range y.Format.Layouts {
			group := offerGroup{Title: layout.Title + "（" + y.Format.ID + "年格式）"}
			for _, cell := range y.Format.Cells {
				if cell.Table == layout.Table && !seen[cell.Name] {
					seen[cell.Name] = true
					group.Offers = append(group.Offers, offer{Name: cell.Name, Title: cell.Label})
				}
			}
			groups = append(groups, group)
		}
	}
	return slices.DeleteFunc(groups, func(g offerGroup) bool { return len(g.Offers) == 0 })
}

// historyAllPage is every figure of every year in one table.
type historyAllPage struct {
	ui.WorkFrame
	Sheets []ui.Sheet
	Back   string
}

// historyAll serves GET /work/o/{organ}/history/all.
func (b *Workbench) historyAll(w http.ResponseWriter, r *http.Request, v visit) error {
	years, err := b.Reports.History(r.Context(), v.Person, annualreport.Key{SiteID: v.Site.ID, OrganID: v.Organ.ID})
	if err != nil {
		return err
	}
	page := historyAllPage{WorkFrame: v.frame("全部数字", v.At("history"), ui.Link{Title: "历年对比", Href: v.At("history")}), Back: v.At("history")}
	if len(years) > 0 {
		page.Sheets, err = historySheets(v, years)
		if err != nil {
			return err
		}
	}
	return b.show(w, "history_all", page)
}

// historySheets draws one table for each group of figures, a column for each year.
func historySheets(v visit, years []annualreport.YearCells) ([]ui.Sheet, error) {
	var sheets []ui.Sheet
	for i, group := range historyGroups(years) {
		table := &document.Table{Name: "all-" + strconv.Itoa(i+1), Caption: group.Title, HeadRows: 1, Columns: []float64{5}}
		head := document.Row{Cells: []document.Cell{{Text: "项目", Head: true}}}
		for _, y := range years {
			head.Cells = append(head.Cells, document.Cell{Text: strconv.Itoa(y.Year), Head: true})
			table.Columns = append(table.Columns, 1)
		}
		table.Rows = append(table.Rows, head)
		for _, o := range group.Offers {
			row := document.Row{Cells: []document.Cell{{Text: o.Title, Head: true, Align: document.Left, Ref: o.Name}}}
			for _, y := range years {
				row.Cells = append(row.Cells, document.Cell{Text: historyText(y, o.Name)})
			}
			table.Rows = append(table.Rows, row)
		}
		sheet, err := ui.NewSheet(table, nil)
		if err != nil {
			return nil, err
		}
		for r := range sheet.Body { // the figure's name leads to its years
			sheet.Body[r][0].Href = v.At("history") + "?" + url.Values{"figure": {group.Offers[r].Name}}.Encode()
		}
		sheets = append(sheets, sheet)
	}
	return sheets, nil
}

// historyText is a figure of a year; a figure that the year's format does not have
// is a dash, which is neither unknown nor 0.
func historyText(y annualreport.YearCells, name string) string {
	if _, isCell := tally.CellByName(name); isCell {
		if _, has := y.Format.Cell(name); !has {
			return "—"
		}
	}
	return statedIn(y, name).text
}
