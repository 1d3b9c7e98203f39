package portal

import (
	"fmt"
	"net/http"

	"gongkai/internal/organ"
	"gongkai/internal/register"
	"gongkai/internal/web/ui"
)

// profilePage says what the organ is: name, place, offices, accounts and history
// (Art. 20 item 2).
type profilePage struct {
	ui.PortalFrame
	Head     ui.Definitions
	Offices  ui.List
	Accounts ui.List
	History  ui.List
	Close    string
}

// profile serves GET /organs/{organ}/profile.
func (p *Portal) profile(w http.ResponseWriter, r *http.Request, v visit) error {
	f, err := p.frame(r.Context(), v, "机构概况", v.at("profile"))
	if err != nil {
		return err
	}
	f = trail(f, ui.Link{Title: "法定主动公开内容", Href: v.at("items")}, ui.Link{Title: f.Title})
	f.Meta.ColumnType, f.Meta.ColumnDescription = "机构职能", columnAbout["organ_profile"]
	page := profilePage{PortalFrame: f, Close: v.at("")}
	o := v.organ
	page.Head = ui.Definitions{Label: "机构概况", Facts: append([]ui.Fact{
		{Label: "机构名称", Text: o.Name},
		{Label: "机构类别", Text: organ.KindLabels[o.Kind]},
		{Label: "成立日期", Text: ui.Date(o.EstablishedOn)},
		{Label: "撤销日期", Text: ui.Date(o.AbolishedOn)},
	}, v.contact().Facts...)}
	offices, err := p.standingRecords(r.Context(), v, register.InternalOffice.Name)
	if err != nil {
		return err
	}
	page.Offices = ui.List{Caption: "内设机构", Columns: []ui.Column{{Title: "名称", Kind: ui.TitleColumn}, {Title: "联系电话", Kind: ui.CodeColumn}}}
	for _, office := range offices {
		cell := ui.Cell{Text: office.Value("title")}
		if office.Value("leads") == "yes" {
			cell.Badge = ui.Badge{Text: "信息公开工作机构", Tone: ui.Good}
		}
		page.Offices.Rows = append(page.Offices.Rows, ui.Row{Cells: []ui.Cell{cell, {Text: office.Value("telephone")}}})
	}
	accounts, err := p.standingRecords(r.Context(), v, register.MediaAccount.Name)
	if err != nil {
		return err
	}
	page.Accounts = ui.List{Caption: "政务新媒体", Columns: []ui.Column{{Title: "账号名称", Kind: ui.TitleColumn}, {Title: "平台"}, {Title: "开设日期", Kind: ui.DateColumn}}}
	platform, _ := register.MediaAccount.Field("kind")
	for _, a := range accounts {
		page.Accounts.Rows = append(page.Accounts.Rows, ui.Row{Cells: []ui.Cell{
			{Text: a.Value("title")}, {Text: platform.Format(a.Value("kind"))}, {Text: a.Value("opened_on")},
		}})
	}
	changes, err := p.places.organs.Changes(r.Context(), v.site.ID, v.organ.ID)
	if err != nil {
		return fmt.Errorf("list the history of %s: %w", v.organ.ID, err)
	}
	page.History = ui.List{Caption: "机构沿革", Columns: []ui.Column{{Title: "事项", Kind: ui.TitleColumn}, {Title: "种类"}, {Title: "依据", Kind: ui.CodeColumn}, {Title: "日期", Kind: ui.DateColumn}}}
	for _, c := range changes {
		page.History.Rows = append(page.History.Rows, ui.Row{Cells: []ui.Cell{{Text: c.Detail}, {Text: organ.ChangeLabels[c.Kind]}, {Text: c.Document}, {Text: c.On}}})
	}
	return p.send(w, r, "profile", page)
}
