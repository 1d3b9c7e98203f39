package portal

import (
	"context"
	"fmt"
	"net/http"
	"strconv"

	"gongkai/internal/annualreport"
	"gongkai/internal/fault"
	"gongkai/internal/web/ui"
)

// reportPage shows one published report as it was sealed (Art. 50).
type reportPage struct {
	ui.PortalFrame
	Head     ui.Definitions
	Contents []ui.Link
	Article  ui.Article
	Files    []reportFile
	Hash     string
	DataHref string // the bytes whose hash it is
	Editions []reportEdition
	Note     string // why this edition replaced the one before
	Close    string
}

// reportFile is one form in which the report can be taken away.
type reportFile struct{ Label, Href, Size, Kind string }

// reportEdition is one published edition of the report.
type reportEdition struct {
	Title, Href, Date, Note string
	Current                 bool // the edition shown
}

// report serves GET /organs/{organ}/reports/{year}/?edition=. An edition that was
// never published does not exist here, whatever its number.
func (p *Portal) report(w http.ResponseWriter, r *http.Request, v visit) error {
	published, edition, err := p.published(r, v)
	if err != nil {
		return err
	}
	report := published.Report
	f, err := p.frame(r.Context(), v, published.Content.Title, v.at("reports"))
	if err != nil {
		return err
	}
	f.Crumbs = append(f.Crumbs, ui.Link{Title: "政府信息公开年报", Href: v.at("reports")})
	f = trail(f, ui.Link{Title: fmt.Sprintf("%d年度", report.Year)})
	f.Meta = v.content(f, "政府信息公开年报", "信息公开年报", report.PublishedOn)
	f.Meta.ContentSource = published.Content.Organ.Name
	f.Meta.Description = fmt.Sprintf("%s%d年度政府信息公开工作情况", published.Content.Organ.Name, report.Year)
	page := reportPage{PortalFrame: f, Head: reportHead(published), Hash: published.Seal.Hash, Note: report.CorrectionNote, Close: v.at("reports")}
	page.Article, err = ui.NewArticle(published.Content.Document(), nil)
	if err != nil {
		return fmt.Errorf("lay out report %d of %s: %w", report.Year, v.organ.ID, err)
	}
	page.Contents = page.Article.Headings()
	page.Files = p.files(v, published, edition)
	page.DataHref = v.exportPath(report.Year, edition, dataFile)
	if len(published.Editions) > 1 {
		page.Editions = v.editions(published)
	}
	if report.State == annualreport.Superseded {
		w.Header().Set("X-Robots-Tag", "noindex")
		page.Notices = append(page.Notices, ui.Notice{
			Tone: ui.Warn, Text: fmt.Sprintf("这是已被更正的第%d版，仅供查考，请以最新一版为准。", report.Edition),
			Link: ui.Link{Title: "查看最新一版", Href: v.reportPath(report.Year, 0)},
		})
	}
	return p.send(w, r, "report", page)
}

// published loads the edition that the address names; edition is 0 for the newest.
func (p *Portal) published(r *http.Request, v visit) (annualreport.Edition, int, error) {
	year, ok := parseYear(r.PathValue("year"))
	if !ok {
		return annualreport.Edition{}, 0, v.notFound("report of year " + r.PathValue("year"))
	}
	edition := 0
	if asked := typed(r, "edition"); asked != "" {
		n, err := strconv.Atoi(asked)
		if err != nil || n < 1 {
			return annualreport.Edition{}, 0, v.notFound("edition " + asked)
		}
		edition = n
	}
	published, err := p.edition(r.Context(), v, year, edition)
	return published, edition, err
}

func (p *Portal) edition(ctx context.Context, v visit, year, edition int) (annualreport.Edition, error) {
	published, err := p.reports.Public(ctx, annualreport.Key{SiteID: v.site.ID, OrganID: v.organ.ID, Year: year}, edition)
	if err != nil {
		return published, err
	}
	if published.Report.PublishedOn > v.today {
		return annualreport.Edition{}, fmt.Errorf("report %d of %s before its day: %w", year, v.organ.ID, fault.NotFound)
	}
	return published, nil
}

func reportHead(e annualreport.Edition) ui.Definitions {
	facts := []ui.Fact{
		{Label: "索引号", Text: e.Report.IndexNumber},
		{Label: "发布机构", Text: e.Content.Organ.Name},
		{Label: "公开方式", Text: "主动公开"},
		{Label: "成文日期", Text: e.Content.Signed.Date},
		{Label: "发文日期", Text: e.Report.PublishedOn},
		{Label: "组配分类", Text: "政府信息公开年报"},
	}
	if e.Report.Edition > 1 {
		facts = append(facts, ui.Fact{Label: "版次", Text: fmt.Sprintf("第%d版（更正）", e.Report.Edition)})
	}
	return ui.Definitions{Label: "信息要素", Facts: facts}
}

// files lists what can be taken away: every export, then the sealed data.
func (p *Portal) files(v visit, e annualreport.Edition, edition int) []reportFile {
	var files []reportFile
	for _, x := range p.exports {
		if x.Name != dataFile {
			files = append(files, reportFile{Label: x.Label, Href: v.exportPath(e.Report.Year, edition, x.Name), Kind: x.MediaType})
		}
	}
	if e.Report.Original != "" {
		href := v.at("reports/"+strconv.Itoa(e.Report.Year)+"/original") + editionQuery(edition)
		files = append(files, reportFile{Label: "原公布文件", Href: href, Kind: originalType})
	}
	return append(files, reportFile{
		Label: dataLabel, Href: v.exportPath(e.Report.Year, edition, dataFile), Size: ui.Bytes(int64(len(e.Seal.Canonical))), Kind: dataType,
	})
}

func (v visit) editions(e annualreport.Edition) []reportEdition {
	var list []reportEdition
	for _, h := range e.Editions {
		item := reportEdition{
			Title: fmt.Sprintf("第%d版", h.Edition), Href: v.reportPath(h.Year, h.Edition), Date: h.PublishedOn, Note: h.CorrectionNote,
			Current: h.Edition == e.Report.Edition,
		}
		if h.State == annualreport.Published {
			item.Href = v.reportPath(h.Year, 0)
		}
		list = append(list, item)
	}
	return list
}
