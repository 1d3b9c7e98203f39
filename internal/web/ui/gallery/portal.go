package gallery

import (
	"fmt"
	"math"

	"gongkai/internal/web/ui"
)

type frontPage struct {
	ui.PortalFrame
	Panels  []ui.Panel
	Doors   []ui.Door
	Figures []ui.Figure
}

type listPage struct {
	ui.PortalFrame
	Filter ui.Form
	List   ui.List
}

type itemPage struct {
	ui.PortalFrame
	Head    ui.Definitions
	Article ui.Article
}

type reportPage struct {
	ui.PortalFrame
	Article ui.Article
	Chart   ui.Chart
	Bars    ui.Chart
}

type formPage struct {
	ui.PortalFrame
	Form ui.Form
}

var site = ui.Site{
	Name: "示例市人民政府门户网站", Host: "www.example.gov.cn", Domain: "www.example.gov.cn", Code: "0000000000",
	ICP: "示ICP备00000000号-1", PoliceRecord: "示公网安备00000000000000号", PoliceURL: "https://beian.mps.gov.cn/",
	Sponsor: "示例市人民政府", Operator: "示例市人民政府办公室", Phone: "0000-12345678", Address: "示例市人民路1号",
	Postcode: "000000", Email: "xxgk@example.gov.cn", Demo: true,
}

var columns = []ui.MenuItem{
	{Title: "政府信息公开指南", Href: "/guide", Mark: "指"},
	{Title: "政府信息公开制度", Href: "/rules", Mark: "制"},
	{Title: "法定主动公开内容", Href: "/statutory", Mark: "法", Items: []ui.MenuItem{
		{Title: "机构职能", Href: "/organs"},
		{Title: "规章", Href: "/regulations"},
		{Title: "行政规范性文件", Href: "/documents"},
		{Title: "财政预算决算", Href: "/budget"},
		{Title: "行政许可", Href: "/licences"},
		{Title: "行政处罚和行政强制", Href: "/penalties"},
		{Title: "行政事业性收费", Href: "/fees"},
		{Title: "重大建设项目", Href: "/projects"},
		{Title: "政府采购", Href: "/procurement"},
	}},
	{Title: "政府信息公开年报", Href: "/reports", Mark: "年"},
	{Title: "依申请公开", Href: "/requests", Mark: "申"},
}

func portalFrame(v ui.View, title, column, path string) ui.PortalFrame {
	return ui.PortalFrame{
		Site: site, Organ: "示例市人民政府", Title: title, Today: "2026年1月13日 星期二", View: v, Path: path,
		Crumbs: []ui.Link{{Title: "首页", Href: "/"}, {Title: "政府信息公开", Href: "/"}, {Title: title}},
		Nav: ui.MarkCurrent([]ui.MenuItem{
			{Title: "首页", Href: "/home"},
			{Title: "政府信息公开", Href: "/"},
			{Title: "政策文件", Href: "/policy"},
			{Title: "政策解读", Href: "/readings"},
			{Title: "依申请公开", Href: "/requests"},
			{Title: "公报", Href: "/gazette"},
			{Title: "互动交流", Href: "/talk"},
		}, "/"),
		Menu:   ui.MarkCurrent(columns, column),
		Search: ui.Search{Hot: []ui.Link{{Title: "低保标准", Href: "/search?q=1"}, {Title: "征地补偿", Href: "/search?q=2"}, {Title: "义务教育招生", Href: "/search?q=3"}, {Title: "财政预算", Href: "/search?q=4"}}},
		Quick: ui.Quick{
			Links: []ui.Link{{Title: "提交公开申请", Href: "/requests/new"}, {Title: "查询办理进度", Href: "/requests/track"}},
			Facts: []ui.Fact{{Label: "受理机构", Text: "市政府办公室"}, {Label: "电话", Text: "0000-12345678"}, {Label: "时间", Text: "工作日 8:30–12:00 14:00–17:30"}},
		},
		FootLinks: []ui.Link{{Title: "网站地图", Href: "/map"}, {Title: "关于我们", Href: "/about"}, {Title: "隐私政策", Href: "/privacy"}, {Title: "无障碍声明", Href: "/access"}, {Title: "我为政府网站找错", Href: "/mistakes"}},
		Meta:      ui.Meta{ColumnName: title, ColumnType: "政府信息公开"},
	}
}

func front(v ui.View) frontPage {
	news := []ui.News{
		{Title: "关于印发示例市最低生活保障实施细则的通知", Href: "/items/1", Date: "2026-01-12"},
		{Title: "关于加强农村宅基地审批管理工作的实施意见", Href: "/items/2", Date: "2025-12-30"},
		{Title: "示例市国有土地上房屋征收与补偿办法", Href: "/items/3", Date: "2025-12-19"},
		{Title: "关于调整2026年度城乡居民基本医疗保险缴费标准的通知", Href: "/items/4", Date: "2025-12-08"},
	}
	p := frontPage{PortalFrame: portalFrame(v, "政府信息公开", "", "/front")}
	p.Crumbs = p.Crumbs[:1]
	p.Panels = []ui.Panel{
		{Title: "最新公开", More: ui.Link{Title: "更多", Href: "/statutory"}, Items: news},
		{Title: "政策解读", More: ui.Link{Title: "更多", Href: "/readings"}, Items: news[1:]},
		{Title: "意见征集", More: ui.Link{Title: "更多", Href: "/opinions"}},
	}
	p.Doors = []ui.Door{
		{Title: "行政规范性文件库", Href: "/documents", Note: "现行有效96件"},
		{Title: "财政预算决算", Href: "/budget"},
		{Title: "政府信息公开年报", Href: "/reports", Note: "2008年至今"},
		{Title: "依申请公开", Href: "/requests", Note: "20个工作日内答复"},
	}
	p.Figures = []ui.Figure{
		{Label: "主动公开信息", Value: "825", Unit: "条", Href: "/statutory"},
		{Label: "现行规范性文件", Value: "96", Unit: "件", Href: "/documents"},
		{Label: "本年答复申请", Value: "41", Unit: "件", Href: "/requests"},
	}
	return p
}

func documents(v ui.View) listPage {
	p := listPage{PortalFrame: portalFrame(v, "行政规范性文件", "/documents", "/list")}
	p.Feed = "/documents/feed"
	p.Filter = ui.Form{ID: "filter", Groups: []ui.Group{{Fields: []ui.Field{
		{Name: "year", Label: "年份", Kind: ui.SelectField, Options: []ui.Option{{Label: "全部"}, {Value: "2026", Label: "2026年"}, {Value: "2025", Label: "2025年", Selected: true}}},
		{Name: "topic", Label: "主题分类", Kind: ui.SelectField, Options: []ui.Option{{Label: "全部主题"}, {Value: "1", Label: "民政、扶贫、救灾"}}},
		{Name: "organ", Label: "发布机构", Kind: ui.SelectField, Options: []ui.Option{{Label: "全部机构"}, {Value: "1", Label: "市政府办公室"}}},
		{Name: "force", Label: "有效性", Kind: ui.SelectField, Options: []ui.Option{{Label: "全部"}, {Value: "1", Label: "有效"}}},
	}}}, Cancel: ui.Link{Title: "清除条件", Href: "/list"}}
	valid, gone := ui.Badge{Text: "有效", Tone: ui.Good}, ui.Badge{Text: "废止", Tone: ui.Bad}
	p.List = ui.List{
		Caption: "行政规范性文件目录", Columns: []ui.Column{
			{Title: "标题", Kind: ui.TitleColumn},
			{Title: "文号", Kind: ui.CodeColumn},
			{Title: "发布机构"},
			{Title: "有效性", Kind: ui.StateColumn},
			{Title: "发布日期", Kind: ui.DateColumn},
		},
		Pager: ui.Pager{First: "/list", Previous: "/list?before=1", Next: "/list?after=9", Note: "本页8条，共128条"},
	}
	for i, r := range [][4]string{
		{"关于印发示例市最低生活保障实施细则的通知", "示政规〔2026〕1号", "市人民政府", "2026-01-12"},
		{"关于加强农村宅基地审批管理工作的实施意见", "示政办规〔2025〕18号", "市政府办公室", "2025-12-30"},
		{"示例市国有土地上房屋征收与补偿办法", "示政规〔2025〕9号", "市人民政府", "2025-12-19"},
		{"关于调整2026年度城乡居民基本医疗保险缴费标准的通知", "示医保规〔2025〕3号", "市医疗保障局", "2025-12-08"},
		{"示例市优化营商环境若干措施", "示政办规〔2025〕17号", "市政府办公室", "2025-11-25"},
		{"关于进一步规范义务教育阶段招生入学工作的通知", "示教规〔2025〕5号", "市教育局", "2025-11-11"},
		{"示例市被征地农民参加基本养老保险实施办法", "示政规〔2021〕4号", "市人民政府", "2025-09-30"},
		{"示例市小型农田水利工程建设管理办法", "", "市水务局", "2025-09-12"},
	} {
		force := valid
		if i > 5 {
			force = gone
		}
		p.List.Rows = append(p.List.Rows, ui.Row{Cells: []ui.Cell{
			{Text: r[0], Href: fmt.Sprintf("/items/%d", i), Note: fmt.Sprintf("索引号 11000000MB0001/2025-%05d", 128-i)},
			{Text: r[1]},
			{Text: r[2]},
			{Badge: force},
			{Text: r[3]},
		}})
	}
	return p
}

func noDocuments(v ui.View) listPage {
	p := documents(v)
	p.List.Rows, p.List.Pager = nil, ui.Pager{}
	p.List.Empty = ui.Empty{
		Title: "没有符合条件的文件", Text: "可以放宽年份或者主题再试；没有公开的信息可以提出申请。",
		Links: []ui.Link{{Title: "清除条件", Href: "/list"}, {Title: "提交公开申请", Href: "/requests/new"}},
	}
	return p
}

func report(v ui.View) (reportPage, error) {
	p := reportPage{PortalFrame: portalFrame(v, "2025年政府信息公开工作年度报告", "/reports", "/report")}
	var err error
	p.Article, err = ui.NewArticle(reportDocument(), func(ref string) (string, string) { return "/figures/" + ref, "这个数字的出处：" + ref })
	p.Chart = ui.Chart{
		ID: "c1", Title: "历年依申请公开受理量", Desc: "2021年至2025年受理和办结的件数，2022年办结数未知。", Unit: "件",
		Labels: []string{"2021", "2022", "2023", "2024", "2025"},
		Series: []ui.Series{{Name: "受理", Values: []float64{12, 19, 23, 35, 41}}, {Name: "办结", Values: []float64{12, math.NaN(), 22, 33, 41}}},
	}
	p.Bars = p.Chart
	p.Bars.ID, p.Bars.Bars, p.Bars.Title = "c2", true, "受理与办结对比"
	return p, err
}

func applicationForm(v ui.View) formPage {
	p := formPage{PortalFrame: portalFrame(v, "提交公开申请", "/requests", "/form")}
	p.Form = ui.Form{
		ID: "apply", Token: "t", Submit: "提交申请", Guard: true, Upload: true, Cancel: ui.Link{Title: "放弃并返回", Href: "/"},
		Groups: []ui.Group{
			{Title: "申请人信息", Note: "姓名、证件名称和号码、联系方式是法定必填项。", Fields: []ui.Field{
				{Name: "kind", Label: "申请人类型", Kind: ui.RadioField, Required: true, Options: ui.Choose([]ui.Option{{Value: "person", Label: "公民"}, {Value: "body", Label: "法人或者其他组织", Note: "企业、社会组织、律师事务所等"}}, "person")},
				{Name: "name", Label: "姓名", Required: true, Complete: "name", Error: "姓名没有填写。请填写后再提交。"},
				{Name: "phone", Label: "联系电话", Kind: ui.PhoneField, Required: true, Complete: "tel", Value: "13800000000", Help: "只用于与您联系这件申请。", Short: true},
			}},
			{Title: "所需信息", Fields: []ui.Field{
				{Name: "content", Label: "所需政府信息的内容", Kind: ui.LongField, Required: true, Help: "写明信息的名称、文号或者便于查询的其他特征。", Length: 2000},
				{Name: "delivery", Label: "获取方式", Kind: ui.SelectField, Options: []ui.Option{{Value: "mail", Label: "电子邮件"}, {Value: "post", Label: "邮寄"}}, Short: true},
				{Name: "forms", Label: "介质", Kind: ui.ChecksField, Options: []ui.Option{{Value: "paper", Label: "纸质"}, {Value: "file", Label: "电子文件", Selected: true}}},
				{Name: "since", Label: "信息起始日期", Kind: ui.DateField, Value: "2025-02-30", Error: "“2025-02-30”不是一个存在的日期。", Short: true},
				{Name: "fee", Label: "已知费用", Kind: ui.NumberField, Unit: "元", Short: true},
				{Name: "file", Label: "附件", Kind: ui.FileField, Accept: ".pdf,.docx", Help: "PDF或DOCX，不超过10 MB。"},
				{Name: "agree", Label: "我已阅读个人信息保护说明", Kind: ui.CheckField, Required: true},
			}},
		},
	}
	return p
}
