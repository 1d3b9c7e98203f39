package portal

import (
	"encoding/xml"
	"fmt"
	"net/http"
	"time"

	"gongkai/internal/web/ui"
)

type atomFeed struct {
	XMLName xml.Name    `xml:"feed"`
	Space   string      `xml:"xmlns,attr"`
	Lang    string      `xml:"xml:lang,attr"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Links   []atomLink  `xml:"link"`
	Author  atomAuthor  `xml:"author"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Href string `xml:"href,attr"`
}

type atomAuthor struct {
	Name string `xml:"name"`
}

type atomEntry struct {
	ID       string       `xml:"id"`
	Title    string       `xml:"title"`
	Updated  string       `xml:"updated"`
	Link     atomLink     `xml:"link"`
	Author   atomAuthor   `xml:"author"`
	Category atomCategory `xml:"category"`
}

type atomCategory struct {
	Term string `xml:"term,attr"`
}

const feedEntries = 40

// feed serves GET /feed.atom: the newest reports and items of the site, or of one
// organ.
func (p *Portal) feed(w http.ResponseWriter, r *http.Request, v visit) error {
	organID := ""
	gather := func() ([]entry, error) { return p.siteItems(r.Context(), v, feedEntries) }
	title, home, self := v.site.Name+"最新公开", v.to("/"), v.to("/feed.atom")
	if !v.whole {
		organID, title, home, self = v.organ.ID, v.organ.Name+"最新公开", v.at(""), v.at("feed.atom")
		gather = func() ([]entry, error) { return p.newestItems(r.Context(), v, feedEntries) }
	}
	entries, err := gather()
	if err != nil {
		return err
	}
	reports, err := p.reportEntries(r.Context(), v, organID, 0)
	if err != nil {
		return err
	}
	entries = newestFirst(append(entries, reports...), feedEntries)
	feed := atomFeed{
		Space: "http://www.w3.org/2005/Atom", Lang: "zh-CN", ID: v.absolute(home), Title: title, Updated: atomDate(v.today),
		Links: []atomLink{{"self", v.absolute(self)}, {"alternate", v.absolute(home)}}, Author: atomAuthor{v.organ.Name},
	}
	if len(entries) > 0 {
		feed.Updated = atomDate(entries[0].Date)
	}
	for _, e := range entries {
		feed.Entries = append(feed.Entries, atomEntry{
			ID: v.absolute(e.Href), Title: e.Title, Updated: atomDate(e.Date), Link: atomLink{"alternate", v.absolute(e.Href)},
			Author: atomAuthor{e.Organ.Name}, Category: atomCategory{e.Kind},
		})
	}
	content, err := xml.MarshalIndent(feed, "", " ")
	if err != nil {
		return fmt.Errorf("write feed: %w", err)
	}
	ui.SecureHeaders(w.Header())
	return p.serve(w, r, "application/atom+xml; charset=utf-8", append([]byte(xml.Header), content...))
}

// atomDate is the first moment of a civil date; a damaged date becomes the first
// moment of all.
func atomDate(civil string) string {
	day, err := time.ParseInLocation(time.DateOnly, civil, china)
	if err != nil {
		day = time.Unix(0, 0).In(china)
	}
	return day.Format(time.RFC3339)
}
