package portal

import (
	"net/http"

	"gongkai/internal/web/ui"
)

// wordsPage is a page of plain words about the site itself.
type wordsPage struct {
	ui.PortalFrame
	Facts   ui.Definitions
	Records ui.Definitions
	Contact ui.Definitions
	Mail    string
	Phone   string
}

func (p *Portal) words(r *http.Request, v visit, title, path, about string) (wordsPage, error) {
	f, err := p.frame(r.Context(), v, title, v.to(path))
	if err != nil {
		return wordsPage{}, err
	}
	f = trail(f, ui.Link{Title: title})
	f.Wide = true
	f.Meta.ColumnType, f.Meta.ColumnDescription = "网站信息", about
	site := v.facts()
	page := wordsPage{PortalFrame: f, Contact: v.contact(), Mail: site.Email, Phone: site.Phone}
	page.Facts = ui.Definitions{Label: "主办和承办", Facts: append([]ui.Fact{{Label: "网站名称", Text: site.Name}, {Label: "网站域名", Text: site.Domain}}, site.Facts()...)}
	page.Records = ui.Definitions{Label: "网站备案", Facts: site.Records()}
	if page.Mail == "" {
		page.Mail = v.organ.Email
	}
	if page.Phone == "" {
		page.Phone = v.organ.Telephone
	}
	return page, nil
}

// about serves GET /about: who runs the site and how they are reached.
func (p *Portal) about(w http.ResponseWriter, r *http.Request, v visit) error {
	page, err := p.words(r, v, "关于我们", "/about", "网站的主办、承办单位、备案信息和联系方式。")
	if err != nil {
		return err
	}
	return p.send(w, r, "about", page)
}

// accessibility serves GET /accessibility: what the site does for readers who see,
// hear or move differently, and whom to tell when it fails.
func (p *Portal) accessibility(w http.ResponseWriter, r *http.Request, v visit) error {
	page, err := p.words(r, v, "无障碍声明", "/accessibility", "网站的无障碍和适老化功能、已知不足和反馈方式。")
	if err != nil {
		return err
	}
	return p.send(w, r, "accessibility", page)
}

// mistakes serves GET /mistakes: where a mistake of the site is reported.
func (p *Portal) mistakes(w http.ResponseWriter, r *http.Request, v visit) error {
	page, err := p.words(r, v, "我为政府网站找错", "/mistakes", "反映网站内容错误、链接失效、更新不及时等问题的方式。")
	if err != nil {
		return err
	}
	return p.send(w, r, "mistakes", page)
}
