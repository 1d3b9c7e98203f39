package portal

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"gongkai/internal/annualreport"
	"gongkai/internal/fault"
	"gongkai/internal/organ"
	"gongkai/internal/register"
	"gongkai/internal/web/ui"
	"gongkai/law/tally"
)

// entry is a published thing of any kind as lists across registers show it.
type entry struct {
	Title  string
	Href   string
	Date   string // of publication
	Number string // index number, or document number
	Organ  organ.Organ
	Kind   string // what it is, in words
	Note   string
	Badge  ui.Badge
}

// news is the entry as a dated link.
func (e entry) news() ui.News { return ui.News{Title: e.Title, Href: e.Href, Date: e.Date} }

// newestItems reads the organ's newest disclosure items, latest first. Numbers
// rise with time, so the newest are among the highest numbers; a few more are read
// for the order by date.
func (p *Portal) newestItems(ctx context.Context, v visit, n int) ([]entry, error) {
	found, err := p.pick(ctx, v, register.DisclosureItem.Name, register.Query{}, 3*n, func(r register.Record) bool {
		return itemVisible(r, v.today)
	})
	if err != nil {
		return nil, err
	}
	entries := make([]entry, 0, len(found.Records))
	for _, r := range found.Records {
		entries = append(entries, v.itemEntry(r))
	}
	return newestFirst(entries, n), nil
}

func (v visit) itemEntry(r register.Record) entry {
	kind := "政府信息"
	if c, ok := columnOf(r.Value("category")); ok {
		kind = c.Title
	}
	return entry{
		Title: r.Value("title"), Href: v.itemPath(r.Number()), Date: r.Value("published_on"), Number: r.Number(), Organ: v.organ, Kind: kind,
	}
}

func (v visit) documentEntry(r register.Record) entry {
	return entry{
		Title: r.Value("title"), Href: v.documentPath(r.Number()), Date: r.Value("issued_on"), Number: r.Number(), Organ: v.organ,
		Kind: register.NormativeDocument.Title, Badge: validity(r, v.today),
	}
}

// reportEntries lists published reports, latest first; "" and 0 are any organ and
// any year. Reports that a correction replaced are not among them.
func (p *Portal) reportEntries(ctx context.Context, v visit, organID string, year int) ([]entry, error) {
	reports, err := p.reports.PublishedList(ctx, v.site.ID, organID, year)
	if err != nil {
		return nil, err
	}
	entries := make([]entry, 0, len(reports))
	for _, r := range reports {
		o, ok := v.place.organ(r.OrganID)
		if !ok || r.PublishedOn > v.today {
			continue
		}
		entries = append(entries, v.reportEntry(r, o))
	}
	return newestFirst(entries, len(entries)), nil
}

func (v visit) reportEntry(r annualreport.Report, o organ.Organ) entry {
	v.organ = o
	e := entry{
		Title: reportTitle(o, r.Year), Href: v.reportPath(r.Year, 0), Date: r.PublishedOn, Number: r.IndexNumber, Organ: o, Kind: "政府信息公开年报",
		Note: fmt.Sprintf("%d年度", r.Year),
	}
	if r.Edition > 1 {
		e.Badge = ui.Badge{Text: "已更正", Tone: ui.Warn}
	}
	return e
}

// reportTitle is the standard title; the report itself carries the one it was
// signed with.
func reportTitle(o organ.Organ, year int) string {
	format, err := tally.FormatFor(year)
	if err != nil {
		return fmt.Sprintf("%s%d年政府信息公开工作年度报告", o.Name, year)
	}
	return format.Title(o.Name, year)
}

// newestFirst orders entries by date, latest first, and keeps n.
func newestFirst(entries []entry, n int) []entry {
	slices.SortStableFunc(entries, func(a, b entry) int {
		return cmp.Or(cmp.Compare(b.Date, a.Date), cmp.Compare(b.Number, a.Number))
	})
	return entries[:min(n, len(entries))]
}

// newsOf turns entries into a panel's links, the organ's name before each title
// where several organs meet and the title does not begin with it.
func newsOf(entries []entry) []ui.News {
	news := make([]ui.News, 0, len(entries))
	for _, e := range entries {
		news = append(news, e.news())
	}
	return news
}

// siteItems reads the newest items of every organ of the site, latest first.
func (p *Portal) siteItems(ctx context.Context, v visit, n int) ([]entry, error) {
	var all []entry
	err := v.each(ctx, func(at visit) error {
		entries, err := p.newestItems(ctx, at, n)
		all = append(all, entries...)
		return err
	})
	return newestFirst(all, n), err
}

// notFound is the error for a thing of the visited organ that is not there.
func (v visit) notFound(what string) error {
	return fmt.Errorf("%s of %s: %w", what, v.organ.ID, fault.NotFound)
}
