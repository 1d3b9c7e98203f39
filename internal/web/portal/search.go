package portal

import (
	"cmp"
	"context"
	"net/http"
	"slices"
	"strings"

	"gongkai/internal/organ"
	"gongkai/internal/register"
	"gongkai/internal/web/ui"
)

// searchPage shows what was found. An empty query shows how to search.
type searchPage struct {
	ui.PortalFrame
	Query string
	Asked bool
	More  bool // there was more than is shown
	Count int
	List  ui.List
	Ways  []ui.Door
}

// Bounds of a search: what is shown, and what is looked at in each register of an
// organ.
const (
	mostFound   = 100
	mostMatches = 200
)

// search serves GET /search?q=.
func (p *Portal) search(w http.ResponseWriter, r *http.Request, v visit) error {
	f, err := p.frame(r.Context(), v, "信息检索", v.to("/search"))
	if err != nil {
		return err
	}
	f = trail(f, ui.Link{Title: f.Title})
	f.Wide = true
	f.Meta.ColumnType, f.Meta.ColumnDescription = "信息检索", "按标题、文号、索引号检索本站政府信息。"
	h, err := p.holdings(r.Context(), v)
	if err != nil {
		return err
	}
	q := readQuery(typed(r, "q"))
	page := searchPage{PortalFrame: f, Query: q.text, Asked: len(q.words) > 0, Ways: v.doors(h)}
	page.Search.Query = q.text
	if page.Asked {
		w.Header().Set("X-Robots-Tag", "noindex")
		page.Meta.URL = v.absolute(v.to("/search"))
		found, err := p.find(r.Context(), v, q)
		if err != nil {
			return err
		}
		page.More = len(found) > mostFound
		found = found[:min(mostFound, len(found))]
		page.Count, page.List = len(found), v.foundList(found, q)
	}
	return p.send(w, r, "search", page)
}

// query is what a person typed, split at spaces; all words must be found.
type query struct {
	text  string
	words []string
}

// mostWords bounds the words of one search.
const mostWords = 8

func readQuery(text string) query {
	words := strings.Fields(text)
	return query{text, words[:min(mostWords, len(words))]}
}

// term is the word by which an organ's registers are asked: the longest finds the
// least. A word of the organ's name finds all it has, so it asks for nothing.
func (q query) term(o organ.Organ) string {
	names, longest := strings.ToLower(strings.Join(o.Names(), "\n")), ""
	for _, word := range q.words {
		if len(word) > len(longest) && !strings.Contains(names, strings.ToLower(word)) {
			longest = word
		}
	}
	return longest
}

// matches reports whether every word stands in one of the texts.
func (q query) matches(texts ...string) bool {
	all := strings.ToLower(strings.Join(texts, "\n"))
	for _, word := range q.words {
		if !strings.Contains(all, strings.ToLower(word)) {
			return false
		}
	}
	return true
}

// rank orders what was found: the exact number or title, then titles that hold the
// words as typed, then the rest.
func (q query) rank(e entry) int {
	title, whole := strings.ToLower(e.Title), strings.ToLower(q.text)
	switch {
	case strings.EqualFold(e.Number, q.text) || title == whole:
		return 0
	case strings.HasPrefix(title, whole):
		return 1
	case strings.Contains(title, whole):
		return 2
	}
	return 3
}

// find asks every organ's registers and the published reports.
func (p *Portal) find(ctx context.Context, v visit, q query) ([]entry, error) {
	var found []entry
	err := v.each(ctx, func(at visit) error {
		for _, number := range []string{q.text, ""} { // the exact number first: no bound of matches may hide it
			entries, err := p.findRecords(ctx, at, q, number)
			if err != nil {
				return err
			}
			found = append(found, entries...)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	reports, err := p.reportEntries(ctx, v, "", 0)
	if err != nil {
		return nil, err
	}
	for _, e := range reports {
		if q.matches(append(e.Organ.Names(), e.Title, e.Number, e.Note, e.Kind)...) {
			found = append(found, e)
		}
	}
	slices.SortStableFunc(found, func(a, b entry) int {
		return cmp.Or(cmp.Compare(q.rank(a), q.rank(b)), cmp.Compare(b.Date, a.Date), cmp.Compare(a.Href, b.Href))
	})
	return slices.CompactFunc(found, func(a, b entry) bool { return a.Href == b.Href }), nil
}

// findRecords asks one organ's items and documents: those of a number, or those in
// which the words stand.
func (p *Portal) findRecords(ctx context.Context, v visit, q query, number string) ([]entry, error) {
	ask := register.Query{Number: number}
	if number == "" {
		ask.Term = q.term(v.organ)
	}
	wanted := func(r register.Record) bool {
		return number != "" || q.matches(append(v.organ.Names(), r.Value("title"), r.Number(), r.Value("document_number"), r.Value("outlet"))...)
	}
	items, err := p.pick(ctx, v, register.DisclosureItem.Name, ask, mostMatches, func(r register.Record) bool { return itemVisible(r, v.today) && wanted(r) })
	if err != nil {
		return nil, err
	}
	documents, err := p.pick(ctx, v, register.NormativeDocument.Name, ask, mostMatches, func(r register.Record) bool { return documentVisible(r, v.today) && wanted(r) })
	if err != nil {
		return nil, err
	}
	var entries []entry
	for _, r := range items.Records {
		entries = append(entries, v.itemEntry(r))
	}
	for _, r := range documents.Records {
		entries = append(entries, v.documentEntry(r))
	}
	return entries, nil
}

func (v visit) foundList(found []entry, q query) ui.List {
	list := ui.List{Caption: "检索结果", Columns: []ui.Column{
		{Title: "标题", Kind: ui.TitleColumn}, {Title: "类别"}, {Title: "发布机构"}, {Title: "发布日期", Kind: ui.DateColumn},
	}}
	for _, e := range found {
		title := ui.Cell{Text: e.Title, Href: e.Href, Badge: e.Badge}
		if e.Number != "" {
			title.Note = "索引号或文号 " + e.Number
		}
		list.Rows = append(list.Rows, ui.Row{Cells: []ui.Cell{title, {Text: e.Kind}, {Text: shortName(e.Organ)}, {Text: e.Date}}})
	}
	list.Empty = ui.Empty{
		Title: "没有找到“" + q.text + "”",
		Text:  "请减少字数、换一个说法或者只输入文号中的数字再试；也可以从下面的栏目里查找。本站没有公开的信息，可以向制作或者保存它的机关提出申请。",
		Links: []ui.Link{{Title: "依申请公开", Href: v.at("request")}, {Title: "公开机构", Href: v.to("/organs/")}},
	}
	return list
}
