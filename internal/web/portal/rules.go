package portal

import (
	"net/http"

	"gongkai/internal/register"
	"gongkai/internal/web/ui"
)

// rulesPage lists the rules on disclosure: those of the land by name, those of the
// organ with their text (Art. 17).
type rulesPage struct {
	ui.PortalFrame
	Own  ui.List
	Laws ui.List
}

// law is a provision of the land on disclosure. Its text is the official one's to
// give; only what identifies it stands here.
type law struct{ title, number, from string }

var laws = []law{
	{"中华人民共和国政府信息公开条例", "国务院令第711号", "2019-05-15"},
	{"政府信息公开信息处理费管理办法", "国办函〔2020〕109号", "2021-01-01"},
	{"国务院办公厅政府信息与政务公开办公室关于规范政府信息公开平台有关事项的通知", "国办公开办函〔2019〕61号", ""},
	{"中华人民共和国政府信息公开工作年度报告格式", "国办公开办函〔2021〕30号", "2021-09-26"},
	{"最高人民法院关于审理政府信息公开行政案件适用法律若干问题的解释", "法释〔2025〕8号", "2025-06-01"},
	{"中华人民共和国行政复议法", "2023年修订", "2024-01-01"},
	{"中华人民共和国行政诉讼法", "2017年修正", "2017-07-01"},
	{"中华人民共和国保守国家秘密法", "2024年修订", "2024-05-01"},
	{"中华人民共和国无障碍环境建设法", "", "2023-09-01"},
	{"政府网站发展指引", "国办发〔2017〕47号", ""},
}

// rules serves GET /organs/{organ}/rules.
func (p *Portal) rules(w http.ResponseWriter, r *http.Request, v visit) error {
	f, err := p.frame(r.Context(), v, "政府信息公开制度", v.at("rules"))
	if err != nil {
		return err
	}
	f = trail(f, ui.Link{Title: f.Title})
	f.Meta.ColumnType = "信息公开制度"
	f.Meta.ColumnDescription = "政府信息公开的法律法规、国家规定和本机关制度。"
	records, err := p.standingRecords(r.Context(), v, register.DisclosureRule.Name)
	if err != nil {
		return err
	}
	page := rulesPage{PortalFrame: f}
	page.Own = ui.List{
		Caption: "本机关制度", Columns: []ui.Column{{Title: "制度名称", Kind: ui.TitleColumn}, {Title: "文号", Kind: ui.CodeColumn}, {Title: "施行日期", Kind: ui.DateColumn}},
		Empty: ui.Empty{Title: "本机关尚未登记自行制定的制度", Text: "适用下列法律法规和国家规定。"},
	}
	for _, rule := range records {
		page.Own.Rows = append(page.Own.Rows, ui.Row{Cells: []ui.Cell{
			{Text: rule.Value("title"), Href: v.rulePath(rule.Number())}, {Text: rule.Value("document_number")}, {Text: rule.Value("opened_on")},
		}})
	}
	page.Laws = ui.List{Caption: "法律法规和国家规定", Columns: []ui.Column{{Title: "名称", Kind: ui.TitleColumn}, {Title: "文号", Kind: ui.CodeColumn}, {Title: "施行日期", Kind: ui.DateColumn}}}
	for _, l := range laws {
		if l.from <= v.today {
			page.Laws.Rows = append(page.Laws.Rows, ui.Row{Cells: []ui.Cell{{Text: l.title}, {Text: l.number}, {Text: l.from}}})
		}
	}
	return p.send(w, r, "rules", page)
}
