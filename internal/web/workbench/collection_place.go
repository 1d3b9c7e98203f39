package workbench

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/annualreport/collection"
	"gongkai/internal/annualreport/reading"
	"gongkai/internal/fault"
	"gongkai/internal/web/ui"
)

// collectionKey reads which collection the address means.
func collectionKey(r *http.Request, v visit) collection.Key {
	return collection.Key{SiteID: v.Site.ID, OrganID: v.Organ.ID, ID: r.PathValue("collection")}
}

// collectedNumber reads which report of a collection the address means.
func collectedNumber(r *http.Request) (int, error) {
	n, err := strconv.Atoi(r.PathValue("number"))
	if err != nil || n < 1 {
		return 0, fmt.Errorf("number %q of a report: %w", r.PathValue("number"), fault.NotFound)
	}
	return n, nil
}

// collectionPlace makes the addresses of a collection.
type collectionPlace struct{ organID, id string }

func collectionAt(k collection.Key) collectionPlace { return collectionPlace{k.OrganID, k.ID} }

// path is an address below the collection's; without parts, its own.
func (p collectionPlace) path(parts ...string) string {
	return organPath(p.organID, append([]string{"collections", p.id}, parts...)...)
}

// file is an address below that of a report; without parts, its own.
func (p collectionPlace) file(number int, parts ...string) string {
	return p.path(append([]string{"files", strconv.Itoa(number)}, parts...)...)
}

// lines leads into the original.
func (p collectionPlace) lines(number int, anchor string) string {
	if anchor == "" {
		return p.file(number, "lines")
	}
	return p.file(number, "lines") + "#" + anchor
}

// compare leads to two reports side by side; 0 is not chosen yet.
func (p collectionPlace) compare(first, second int) string {
	values := url.Values{}
	for name, n := range map[string]int{"first": first, "second": second} {
		if n > 0 {
			values.Set(name, strconv.Itoa(n))
		}
	}
	return withQuery(p.path("compare"), values)
}

// collectionCrumbs leads from the list of collections to a page of one.
func collectionCrumbs(v visit, c collection.Collection, more ...ui.Link) []ui.Link {
	crumbs := []ui.Link{{Title: "年报检查", Href: v.At("collections")}, {Title: c.Title, Href: v.At("collections", c.ID)}}
	return append(crumbs, more...)
}

// nameOfCollected is what a report is called: as it names itself, or its file.
func nameOfCollected(f collection.File) string { return firstOf(f.Outline.Organ, f.Name) }

// spotAnchor is where on the page of an original a spot stands; empty for none.
func spotAnchor(s *checks.Spot) string {
	switch {
	case s == nil:
		return ""
	case s.Table > 0:
		return rowAnchor(s.Table, s.Row)
	}
	return lineAnchor(s.Page, s.Line)
}

func rowAnchor(table, row int) string { return fmt.Sprintf("table-%d-row-%d", table, row) }

// lineAnchor names a line; a PDF counts its lines page by page.
func lineAnchor(page, line int) string {
	switch {
	case line == 0:
		return ""
	case page > 0:
		return fmt.Sprintf("page-%d-line-%d", page, line)
	}
	return fmt.Sprintf("line-%d", line)
}

// placeText says a place of the original as findings do: 第2页表格1第3行第7列，原文第88行.
func placeText(p reading.Place) string {
	text := ""
	if p.Page > 0 {
		text = fmt.Sprintf("第%d页", p.Page)
	}
	if p.Table > 0 {
		text += fmt.Sprintf("表格%d第%d行第%d列", p.Table, p.Row, p.Column)
	}
	if p.Line == 0 {
		return text
	}
	if text != "" {
		text += "，"
	}
	return text + fmt.Sprintf("原文第%d行", p.Line)
}
