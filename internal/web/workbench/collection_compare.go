package workbench

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"gongkai/internal/annualreport/collection"
	"gongkai/internal/annualreport/reading"
	"gongkai/internal/fault"
	"gongkai/internal/web/ui"
	"gongkai/law/tally"
)

// comparePage sets two reports of a collection side by side.
type comparePage struct {
	ui.WorkFrame
	Action     string
	Filter     ui.Form
	Choices    ui.Form
	Lead       string
	Heads      ui.List
	Chapters   ui.List
	Cells      ui.List
	Statements ui.List
	Note       string
	Problem    string
}

// choices is how many reports are offered at a time.
const choices = 300

// compare serves GET …/compare?first=…&second=….
func (b *Workbench) compare(w http.ResponseWriter, r *http.Request, v visit) error {
	key, query := collectionKey(r, v), r.URL.Query()
	c, err := b.Collections.Get(r.Context(), v.Person, key)
	if err != nil {
		return err
	}
	page := comparePage{WorkFrame: v.frame("两份对照", v.At("collections"), collectionCrumbs(v, c)...), Action: collectionAt(key).path("compare")}
	first, err := b.chosen(r.Context(), v, key, query.Get("first"))
	if err != nil {
		return err
	}
	second, err := b.chosen(r.Context(), v, key, query.Get("second"))
	if err != nil {
		return err
	}
	page.Choices, page.Note, err = b.choiceForm(r.Context(), v, key, query, first, second)
	if err != nil {
		return err
	}
	switch {
	case first == nil || second == nil:
	case first.Number == second.Number:
		page.Problem = "选的是同一份报告，请选择不同的两份。"
	default:
		page.fill(collectionAt(key), *first, *second)
	}
	return b.show(w, "collection_compare", page)
}

// comparedReport is one side of a comparison.
type comparedReport struct {
	collection.File
	read reading.Result
}

// chosen loads a side; nil when none is chosen yet.
func (b *Workbench) chosen(ctx context.Context, v visit, k collection.Key, number string) (*comparedReport, error) {
	if number == "" {
		return nil, nil
	}
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 {
		return nil, fmt.Errorf("number %q of a report: %w", number, fault.NotFound)
	}
	f, content, err := b.Collections.Original(ctx, v.Person, k, n)
	if err != nil {
		return nil, err
	}
	_, read := b.Originals.Open(f.Name, content)
	return &comparedReport{f, read}, nil
}

// choiceForm offers the reports of the collection on both sides; where they are
// many a word of the name narrows them.
func (b *Workbench) choiceForm(ctx context.Context, v visit, k collection.Key, query url.Values, first, second *comparedReport) (ui.Form, string, error) {
	text := trimmed(query.Get("text"))
	files, err := b.Collections.Files(ctx, v.Person, k, collection.Filter{Text: text}, collection.File{}, choices+1)
	if err != nil {
		return ui.Form{}, "", err
	}
	note := ""
	if len(files) > choices {
		files = files[:choices]
		note = fmt.Sprintf("这一批很多，只列出%d份；请填写机关或文件名的一部分来缩小范围。", choices)
	}
	options := func(chosen *comparedReport) []ui.Option {
		list := []ui.Option{{Value: "", Label: "请选择"}}
		if chosen != nil {
			list = append(list, ui.Option{Value: strconv.Itoa(chosen.Number), Label: choiceLabel(chosen.File), Selected: true})
		}
		for _, f := range files {
			if chosen == nil || f.Number != chosen.Number {
				list = append(list, ui.Option{Value: strconv.Itoa(f.Number), Label: choiceLabel(f)})
			}
		}
		return list
	}
	return ui.Form{Action: collectionAt(k).path("compare"), Submit: "对照", Groups: []ui.Group{{Fields: []ui.Field{
		{Name: "first", Label: "第一份", Kind: ui.SelectField, Options: options(first)},
		{Name: "second", Label: "第二份", Kind: ui.SelectField, Options: options(second)},
		{Name: "text", Label: "缩小范围", Kind: ui.SearchField, Value: text, Length: 100},
	}}}}, note, nil
}

func choiceLabel(f collection.File) string {
	label := titleOfCollected(f)
	if f.Outline.Organ != "" {
		label += "（" + f.Name + "）"
	}
	return label
}

func (p *comparePage) fill(place collectionPlace, first, second comparedReport) {
	c := reading.Compare(first.read, second.read)
	p.Lead = fmt.Sprintf("相同的单元格%d个，不同的%d个；%d个单元格至少在一份里是未知，无法比较。", c.Same, len(c.Cells), c.Undecided)
	p.Heads = headList(place, first, second)
	p.Chapters = chapterPairs(c)
	p.Cells = cellPairs(place, c, first, second)
	p.Statements = statementPairs(c)
}

func headList(place collectionPlace, first, second comparedReport) ui.List {
	list := ui.List{Caption: "对照的两份报告", Columns: []ui.Column{
		{Title: "报告", Kind: ui.TitleColumn}, {Title: "机关"}, {Title: "年度"}, {Title: "格式"}, {Title: "文件"},
	}}
	for i, side := range []comparedReport{first, second} {
		year := ""
		if side.read.Year > 0 {
			year = strconv.Itoa(side.read.Year)
		}
		list.Rows = append(list.Rows, ui.Row{Cells: []ui.Cell{
			{Text: []string{"第一份", "第二份"}[i], Href: place.file(side.Number)}, {Text: firstOf(side.read.Organ, "没有读到")}, {Text: year}, {Text: side.read.Format}, {Text: side.Name},
		}})
	}
	return list
}

func chapterPairs(c reading.Comparison) ui.List {
	list := ui.List{Caption: "章节", Columns: []ui.Column{
		{Title: "第一份的标题", Kind: ui.TitleColumn}, {Title: "第二份的标题"}, {Title: "文字", Kind: ui.StateColumn}, {Title: "相似度", Kind: ui.NumberColumn},
	}, Empty: ui.Empty{Title: "没有读到章节"}}
	for _, pair := range c.Chapters {
		row := ui.Row{Cells: []ui.Cell{{Text: headingShown(pair.Key, pair.First)}, {Text: headingShown(pair.Key, pair.Second)}, {}, {}}}
		switch {
		case pair.Key != "preamble" && (pair.First == "" || pair.Second == ""):
			row.Cells[2].Text = "只有一份有"
		case pair.Empty:
			row.Cells[2].Text = "都没有文字"
		case pair.Same:
			row.Cells[2].Badge = ui.Badge{Text: "完全相同", Tone: ui.Warn}
		case pair.Similarity == nil:
			row.Cells[2].Text = "文字太少，不作比较"
		}
		if pair.Similarity != nil {
			row.Cells[3].Text = strconv.FormatFloat(*pair.Similarity*100, 'f', 0, 64) + "%"
		}
		list.Rows = append(list.Rows, row)
	}
	return list
}

func headingShown(key, heading string) string {
	switch {
	case heading != "":
		return heading
	case key == "preamble":
		return "（引言）"
	}
	return "没有这一章"
}

func cellPairs(place collectionPlace, c reading.Comparison, first, second comparedReport) ui.List {
	list := ui.List{Caption: "填写不同的单元格", Columns: []ui.Column{
		{Title: "单元格", Kind: ui.TitleColumn}, {Title: "第一份", Kind: ui.NumberColumn}, {Title: "第二份", Kind: ui.NumberColumn}, {Title: "相差", Kind: ui.NumberColumn}, {Title: "第一份的位置"}, {Title: "第二份的位置"},
	}, Empty: ui.Empty{Title: "没有填写不同的单元格"}}
	for _, pair := range c.Cells {
		cell, _ := tally.CellByName(pair.Name)
		difference := pair.Difference
		if difference != "" && !strings.HasPrefix(difference, "-") {
			difference = "+" + difference
		}
		list.Rows = append(list.Rows, ui.Row{Cells: []ui.Cell{
			{Text: pair.Label},
			{Text: comparedCell(first.read, cell)},
			{Text: comparedCell(second.read, cell)},
			{Text: difference},
			placed(place, first.File, first.read.Read[pair.Name].Place), placed(place, second.File, second.read.Read[pair.Name].Place),
		}})
	}
	return list
}

func comparedCell(read reading.Result, cell tally.Cell) string {
	return firstOf(read.Cells[cell.Name].Shown(cell.Unit), "空白")
}

func statementPairs(c reading.Comparison) ui.List {
	list := ui.List{Caption: "正文里的数字", Columns: []ui.Column{
		{Title: "含义", Kind: ui.TitleColumn}, {Title: "第一份"}, {Title: "第二份"}, {Title: "比较", Kind: ui.StateColumn},
	}, Empty: ui.Empty{Title: "正文里没有读到可以比较的数字"}}
	for _, pair := range c.Statements {
		first, second := pair.Shown()
		row := ui.Row{Cells: []ui.Cell{{Text: meaningText(tally.Formats[0], strings.Split(pair.Means, "+"))}, {Text: first}, {Text: second}, {}}}
		switch {
		case pair.First == nil || pair.Second == nil:
			row.Cells[3].Badge = ui.Badge{Text: "只有一份写了", Tone: ui.Plain}
		case pair.Same:
			row.Cells[3].Badge = ui.Badge{Text: "相同", Tone: ui.Good}
		default:
			row.Cells[3].Badge = ui.Badge{Text: "不同", Tone: ui.Warn}
		}
		list.Rows = append(list.Rows, row)
	}
	return list
}
