package gallery

import "gongkai/internal/web/ui"

// Samples makes this package's own samples: each component in its states.
func Samples(v ui.View) ([]Sample, error) {
	annual, err := report(v)
	if err != nil {
		return nil, err
	}
	return []Sample{
		{"front", "front", front(v)},
		{"list", "list", documents(v)},
		{"list-empty", "list", noDocuments(v)},
		{"item", "item", item(v, annual.Article)},
		{"report", "report", annual},
		{"form", "form", applicationForm(v)},
		{"desk", "desk", desk(v)},
		{"draft", "draft", draft(v)},
		{"sign-in", "signin", signIn(v)},
	}, nil
}

func item(v ui.View, body ui.Article) itemPage {
	p := itemPage{PortalFrame: portalFrame(v, "关于印发示例市最低生活保障实施细则的通知", "/documents", "/item"), Article: body}
	p.Meta.ArticleTitle, p.Meta.PubDate, p.Meta.ContentSource = p.Title, "2026-01-12 09:30", "示例市人民政府办公室"
	p.Article.Title, p.Article.Notes, p.Article.Blocks = p.Title, []string{"示政规〔2026〕1号"}, body.Blocks[:3]
	p.Head = ui.Definitions{Label: "信息要素", Facts: []ui.Fact{
		{Label: "索引号", Text: "11000000MB0001/2026-00128"},
		{Label: "主题分类", Text: "民政、扶贫、救灾"},
		{Label: "发布机构", Text: "示例市人民政府"},
		{Label: "成文日期", Text: "2026-01-10"},
		{Label: "发文字号", Text: "示政规〔2026〕1号"},
		{Label: "发布日期", Text: "2026-01-12 09:30"},
		{Label: "有效性", Text: "有效"},
		{Label: "废止日期"},
		{Label: "解读", Text: "《实施细则》政策解读", Href: "/items/9"},
	}}
	return p
}
