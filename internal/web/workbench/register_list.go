package workbench

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strconv"

	"gongkai/internal/organ"
	"gongkai/internal/register"
	"gongkai/internal/web/ui"
)

const recordsPerPage = 20

// yearsOffered is how many years back the year filter reaches.
const yearsOffered = 10

type ledgerPage struct {
	ui.WorkFrame
	Register register.Definition
	Actions  []action
	Filter   ui.Form
	List     ui.List
	Exports  []ui.Link
}

// action is a link drawn as a button.
type action struct {
	ui.Link
	Main bool
}

// ledger serves GET …/registers/{register}: the records, newest number first.
func (b *Workbench) ledger(w http.ResponseWriter, r *http.Request, v visit) error {
	d, err := definition(r)
	if err != nil {
		return err
	}
	q := v.listQuery(d, r.URL.Query())
	_, records, next, err := b.Registers.List(r.Context(), v.Person, d.Name, q)
	if err != nil {
		return err
	}
	note, err := b.countNote(r.Context(), v, d, q)
	if err != nil {
		return err
	}
	page := ledgerPage{
		WorkFrame: v.frame(d.Title, v.ledgerPath(d.Name)), Register: d,
		Filter: v.listFilter(d, q), List: v.recordList(d, records), Exports: v.exportLinks(d, q),
	}
	if note == "" && q.After == "" && next == "" && len(records) > 0 { // all of them are on the page
		note = fmt.Sprintf("共%d条", len(records))
	}
	page.List.Pager = v.listPager(d, q, next, note)
	page.List.Empty = v.nothingListed(d, q)
	if v.May(organ.WriteRegister) {
		page.Actions = []action{
			{ui.Link{Title: "登记一条", Href: v.ledgerPath(d.Name, "new")}, true},
			{ui.Link{Title: "从表格导入", Href: v.ledgerPath(d.Name, "import")}, false},
			{ui.Link{Title: "下载导入模板", Href: v.ledgerPath(d.Name, "template")}, false},
		}
	}
	return b.show(w, "ledger", page)
}

// listQuery reads the filter; what makes no sense is left out.
func (v visit) listQuery(d register.Definition, sent url.Values) register.Query {
	q := register.Query{SiteID: v.Site.ID, OrganID: v.Organ.ID, Term: sent.Get("term"), After: sent.Get("after"), Limit: recordsPerPage}
	year, err := strconv.Atoi(sent.Get("year"))
	if err == nil && d.YearField != "" {
		q.Year = year
	}
	return q
}

func filterValues(q register.Query) url.Values {
	values := url.Values{}
	if q.Year != 0 {
		values.Set("year", strconv.Itoa(q.Year))
	}
	if q.Term != "" {
		values.Set("term", q.Term)
	}
	return values
}

func withQuery(path string, values url.Values) string {
	if len(values) == 0 {
		return path
	}
	return path + "?" + values.Encode()
}

func (v visit) listFilter(d register.Definition, q register.Query) ui.Form {
	var fields []ui.Field
	if d.YearField != "" {
		years := []ui.Option{{Value: "", Label: "全部年份"}}
		for year := v.ThisYear(); year > v.ThisYear()-yearsOffered; year-- {
			years = append(years, ui.Option{Value: strconv.Itoa(year), Label: strconv.Itoa(year) + "年"})
		}
		fields = append(fields, ui.Field{Name: "year", Label: "年份", Kind: ui.SelectField, Options: ui.Choose(years, filterValues(q).Get("year"))})
	}
	fields = append(fields, ui.Field{Name: "term", Label: "查找", Kind: ui.SearchField, Value: q.Term, Length: 100})
	form := ui.Form{Action: v.ledgerPath(d.Name), Submit: "查找", Groups: []ui.Group{{Fields: fields}}}
	if len(filterValues(q)) > 0 {
		form.Cancel = ui.Link{Title: "清除条件", Href: v.ledgerPath(d.Name)}
	}
	return form
}

func (v visit) listPager(d register.Definition, q register.Query, next, note string) ui.Pager {
	p := ui.Pager{Note: note}
	values := filterValues(q)
	if q.After != "" {
		p.First = withQuery(v.ledgerPath(d.Name), values)
	}
	if next != "" {
		values.Set("after", next)
		p.Next = withQuery(v.ledgerPath(d.Name), values)
	}
	return p
}

// countNote says how many records the year has. Searches, standing registers and
// those that no figure counts say nothing.
func (b *Workbench) countNote(ctx context.Context, v visit, d register.Definition, q register.Query) (string, error) {
	if q.Term != "" || d.YearField == "" || q.Year == 0 {
		return "", nil
	}
	holdings, err := b.Desk.Holdings(ctx, v.Site.ID, v.Organ.ID, q.Year)
	if err != nil {
		return "", fmt.Errorf("count %s of %d: %w", d.Name, q.Year, err)
	}
	n, counted := holdings[d.Name]
	if !counted {
		return "", nil
	}
	return fmt.Sprintf("%d年共%d条", q.Year, n), nil
}

func (v visit) nothingListed(d register.Definition, q register.Query) ui.Empty {
	e := ui.Empty{Title: "还没有登记", Text: d.Purpose}
	if len(filterValues(q)) > 0 || q.After != "" {
		return ui.Empty{Title: "没有符合条件的记录", Links: []ui.Link{{Title: "查看全部", Href: v.ledgerPath(d.Name)}}}
	}
	if v.May(organ.WriteRegister) {
		e.Links = []ui.Link{{Title: "登记第一条", Href: v.ledgerPath(d.Name, "new")}, {Title: "从表格导入", Href: v.ledgerPath(d.Name, "import")}}
	}
	return e
}

// titleField is the field that tells a reader best what a record is about: the
// first listed text, or the number.
func titleField(d register.Definition) string {
	for _, f := range d.Listed() {
		if f.Name != register.NumberField && (f.Kind == register.Text || f.Kind == register.LongText) {
			return f.Name
		}
	}
	return register.NumberField
}

func (v visit) recordList(d register.Definition, records []register.Record) ui.List {
	title := titleField(d)
	fields := d.Listed()
	l := ui.List{Caption: d.Title}
	for _, f := range fields {
		l.Columns = append(l.Columns, ui.Column{Title: f.Label, Kind: columnKind(f, title)})
	}
	writes := v.May(organ.WriteRegister)
	if writes {
		l.Columns = append(l.Columns, ui.Column{Title: "操作", Kind: ui.ActionColumn})
	}
	for _, r := range records {
		var row ui.Row
		for _, f := range fields {
			cell := ui.Cell{Text: shortened(f.Format(r.Value(f.Name)))}
			if f.Name == title || f.Name == register.NumberField {
				cell.Href = v.recordPath(d.Name, r.Number())
			}
			if cell.Text == "" && f.Name == title {
				cell.Text = "（没有填写）"
			}
			row.Cells = append(row.Cells, cell)
		}
		if writes {
			row.Cells = append(row.Cells, ui.Cell{Links: []ui.Link{{Title: "修改", Href: v.numbered(d.Name, "edit", r.Number())}}})
		}
		l.Rows = append(l.Rows, row)
	}
	return l
}

func columnKind(f register.Field, title string) ui.Kind {
	switch {
	case f.Name == title:
		return ui.TitleColumn
	case f.Name == register.NumberField:
		return ui.CodeColumn
	case f.Kind == register.Date:
		return ui.DateColumn
	case f.Kind == register.Integer || f.Kind == register.Money:
		return ui.NumberColumn
	}
	return ui.TextColumn
}

// listedLength bounds a text in a list, in characters.
const listedLength = 60

func shortened(s string) string {
	runes := []rune(s)
	if len(runes) <= listedLength {
		return s
	}
	return string(runes[:listedLength]) + "…"
}
