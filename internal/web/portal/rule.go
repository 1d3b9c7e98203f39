package portal

import (
	"net/http"

	"gongkai/internal/register"
	"gongkai/internal/web/ui"
)

// rulePage shows one rule of the organ with its text.
type rulePage struct {
	ui.PortalFrame
	Head  ui.Definitions
	Body  string
	Close string
}

// rule serves GET /organs/{organ}/rules/{number}.
func (p *Portal) rule(w http.ResponseWriter, r *http.Request, v visit) error {
	number, err := typedNumber(r)
	if err != nil {
		return err
	}
	record, err := p.numberedRecord(r.Context(), v, register.DisclosureRule.Name, number, func(r register.Record) bool { return r.Value("opened_on") <= v.today })
	if err != nil {
		return err
	}
	f, err := p.frame(r.Context(), v, record.Value("title"), v.at("rules"))
	if err != nil {
		return err
	}
	f = trail(f, ui.Link{Title: "政府信息公开制度", Href: v.at("rules")}, ui.Link{Title: f.Title})
	f.Meta = v.content(f, "政府信息公开制度", "信息公开制度", record.Value("opened_on"))
	page := rulePage{PortalFrame: f, Body: record.Value("body"), Close: v.at("rules")}
	page.Head = ui.Definitions{Label: "文件信息", Facts: []ui.Fact{
		{Label: "发布机构", Text: v.organ.Name},
		{Label: "公开方式", Text: "主动公开"},
		{Label: "文号", Text: record.Value("document_number")},
		{Label: "施行日期", Text: record.Value("opened_on")},
		{Label: "废止日期", Text: record.Value("closed_on")},
		{Label: "组配分类", Text: "政府信息公开制度"},
	}}
	if closed := record.Value("closed_on"); closed != "" && closed <= v.today {
		page.Notices = append(page.Notices, ui.Notice{Tone: ui.Warn, Text: "本制度已于" + ui.Date(closed) + "废止。"})
	}
	return p.send(w, r, "rule", page)
}

// content is the metadata of a page that shows one thing of a column.
func (v visit) content(f ui.PortalFrame, columnTitle, columnType, published string) ui.Meta {
	return ui.Meta{
		ColumnName: columnTitle, ColumnType: columnType, ColumnKeywords: titleOfAll + "," + columnTitle, ColumnDescription: v.organ.Name + columnTitle,
		ArticleTitle: f.Title, PubDate: published, ContentSource: v.organ.Name, Keywords: columnTitle + "," + shortName(v.organ), Author: v.organ.WorkingBody,
		URL: v.absolute(v.path),
	}
}
