package workbench

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"gongkai/internal/annualreport"
	"gongkai/internal/annualreport/narrate"
	"gongkai/internal/fault"
	"gongkai/internal/organ"
	"gongkai/internal/register"
	"gongkai/internal/web/ui"
	"gongkai/law/tally"
)

// behindListed is how many records a page of a drill-down shows.
const behindListed = 50

// drilldownPage lists the records behind a figure, or the figures that a sum adds.
type drilldownPage struct {
	ui.WorkFrame
	Figure   string
	Total    string // “未知” where the registers do not cover the year
	Unknown  string // why it is unknown
	Region   string // of a county government: what the figure is made of
	Organs   string // address of the figure by organ
	Criteria ui.Definitions
	Parts    []ui.MenuItem // of a figure that adds up several counts
	Records  ui.List
	Terms    *ui.List // of a sum of figures
	Report   string
}

// drilldown serves GET /work/o/{organ}/reports/{year}/figures/{figure}.
func (b *Workbench) drilldown(w http.ResponseWriter, r *http.Request, v visit) error {
	key, err := reportKey(r, v)
	if err != nil {
		return err
	}
	name := r.PathValue("figure")
	part, after := 0, r.URL.Query().Get("after")
	if s := r.URL.Query().Get("part"); s != "" {
		part, err = strconv.Atoi(s)
		if err != nil {
			return fmt.Errorf("part %q of %s: %w", s, name, fault.NotFound)
		}
	}
	d, err := b.Reports.Behind(r.Context(), v.Person, key, name, part, after, behindListed)
	var refused *fault.Rule
	if errors.As(err, &refused) && refused.Code == "figure-without-records" {
		return b.addends(w, r, v, key, name, err)
	}
	if err == nil && !r.URL.Query().Has("part") { // begin where there is something to see
		if first := slices.IndexFunc(d.Parts, func(n int64) bool { return n != 0 }); first > 0 {
			d, err = b.Reports.Behind(r.Context(), v.Person, key, name, first, "", behindListed)
		}
	}
	if err != nil {
		return err
	}
	page := drilldownPage{
		WorkFrame: v.frame("数字的来源", v.At("reports"), reportCrumbs(v, placeOf(key), true)...),
		Criteria:  criteria(d.Register, d.Count, key.Year), Records: behindList(v, d, after), Report: placeOf(key).report(),
	}
	format, err := tally.FormatFor(key.Year)
	if err != nil {
		return fmt.Errorf("format of %d: %w", key.Year, err)
	}
	page.Figure = termTitle(format, name)
	page.Total, page.Unknown = behindTotal(d)
	page.Parts = partsOf(d, placeOf(key).figure(name))
	if d.Organ.Kind == organ.CountyGovernment {
		err = b.ofRegion(r, v, key, name, d, &page)
		if err != nil {
			return err
		}
	}
	return b.show(w, "drilldown", page)
}

// ofRegion says what a county government's figure is made of: its own registers,
// whose records are listed, and the signed reports of the organs below it.
func (b *Workbench) ofRegion(r *http.Request, v visit, key annualreport.Key, name string, d annualreport.Drilldown, page *drilldownPage) error {
	view, err := b.Reports.Preview(r.Context(), v.Person, key)
	if err != nil {
		return err
	}
	own := page.Total
	page.Total, page.Unknown = figureText(view.Facts, name), ""
	if page.Total != tally.UnknownValue.Shown(tally.Pieces) {
		page.Total += d.Figure.Unit
	}
	page.Region = "县级政府报告的数字包括所属各机关已签发的报告。下面列出的是本机关登记簿的记录，合计" + own + "。"
	if _, isCell := view.Facts.Format.Cell(name); isCell && v.May(organ.RollUp) {
		page.Organs = rollupPlace(placeOf(key)).path("cells", name)
	}
	return nil
}

// behindTotal is the sum of the parts; unknown where the registers do not cover the
// year, whatever they hold of it.
func behindTotal(d annualreport.Drilldown) (string, string) {
	if !covered(d.Organ, d.Year) {
		return tally.UnknownValue.Shown(tally.Pieces), fmt.Sprintf("登记簿没有覆盖%d年全年，列出的只是已登记的部分。", d.Year)
	}
	return sumText(d, d.Parts...), ""
}

func sumText(d annualreport.Drilldown, parts ...int64) string {
	var sum int64
	for _, n := range parts {
		sum += n
	}
	return countText(d.Figure, sum) + d.Figure.Unit
}

func partsOf(d annualreport.Drilldown, address string) []ui.MenuItem {
	if len(d.Parts) < 2 {
		return nil
	}
	var items []ui.MenuItem
	counts := annualreport.CountsOf(formatOf(d.Year), d.Figure.Name)
	for i, n := range d.Parts {
		definition, _ := register.ByName(counts[i].Register)
		items = append(items, ui.MenuItem{
			Title: fmt.Sprintf("%s，%s：%s", definition.Title, periodText(definition, counts[i].Period, d.Year), sumText(d, n)),
			Href:  address + "?part=" + strconv.Itoa(i), Current: i == d.Part,
		})
	}
	return items
}

// formatOf is the format of a year that is known to have one.
func formatOf(year int) tally.Format {
	format, err := tally.FormatFor(year)
	if err != nil {
		return tally.Format{}
	}
	return format
}

func behindList(v visit, d annualreport.Drilldown, after string) ui.List {
	list := ui.List{Caption: "记录", Empty: ui.Empty{Title: "没有记录", Text: "登记簿中没有符合统计口径的记录。"}}
	fields := countedColumns(d.Register, d.Count)
	for _, f := range fields {
		kind := ui.TextColumn
		switch {
		case f.Name == register.NumberField:
			kind = ui.TitleColumn
		case f.Kind == register.Integer || f.Kind == register.Money:
			kind = ui.NumberColumn
		}
		list.Columns = append(list.Columns, ui.Column{Title: f.Label, Kind: kind})
	}
	place := reportPlace{d.Organ.ID, d.Year}
	for _, record := range d.Records {
		row := ui.Row{}
		for _, f := range fields {
			cell := ui.Cell{Text: shorten(f.Format(record.Value(f.Name)))}
			if f.Name == register.NumberField && v.May(organ.ReadRegister) {
				cell.Href = place.record(d.Register.Name, record.Number())
			}
			row.Cells = append(row.Cells, cell)
		}
		list.Rows = append(list.Rows, row)
	}
	address := place.figure(d.Figure.Name)
	query := url.Values{"part": {strconv.Itoa(d.Part)}}
	if after != "" {
		list.Pager.First = address + "?" + query.Encode()
	}
	if d.Next != "" {
		query.Set("after", d.Next)
		list.Pager.Next = address + "?" + query.Encode()
	}
	return list
}

// longestShown is how many characters of a field a list shows.
const longestShown = 60

func shorten(text string) string {
	runes := []rune(text)
	if len(runes) <= longestShown {
		return text
	}
	return string(runes[:longestShown]) + "……"
}

// addends shows what a sum of figures, or a group of results, is made of. refused
// is the answer for a name that is neither.
func (b *Workbench) addends(w http.ResponseWriter, r *http.Request, v visit, key annualreport.Key, name string, refused error) error {
	format := formatOf(key.Year)
	e, ok := narrate.ParseExpression(name)
	if !ok {
		return refused
	}
	if parts, isSum := format.Sum(name); isSum {
		e = nil
		for _, part := range parts {
			e = append(e, narrate.Term{Name: part})
		}
	} else if len(e) < 2 {
		return refused
	}
	view, err := b.Reports.Preview(r.Context(), v.Person, key)
	if err != nil {
		return err
	}
	place := placeOf(key)
	list := ui.List{Caption: "相加的各项", Columns: []ui.Column{{Title: "项目", Kind: ui.TitleColumn}, {Title: "数字", Kind: ui.NumberColumn}}}
	for _, term := range e {
		facts, at, plain := view.Facts, place, term.Name
		if rest, before := strings.CutPrefix(term.Name, narrate.LastYear); before {
			facts, at, plain = view.Last, reportPlace{place.organID, place.year - 1}, rest
		}
		row := ui.Row{Cells: []ui.Cell{{Text: termTitle(format, term.Name), Href: at.figure(plain)}, {Text: figureText(facts, plain)}}}
		if term.Minus {
			row.Cells[0].Note = "减去"
		}
		list.Rows = append(list.Rows, row)
	}
	total := narrate.Render("{{"+name+"}}", view.Values()).Text
	if total == narrate.Placeholder {
		total = tally.UnknownValue.Shown(tally.Pieces)
	}
	return b.show(w, "drilldown", drilldownPage{
		WorkFrame: v.frame("数字的来源", v.At("reports"), reportCrumbs(v, place, true)...),
		Figure:    figureTitle(format, name), Total: total, Terms: &list, Report: place.report(),
	})
}
