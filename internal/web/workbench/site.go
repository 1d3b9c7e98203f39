package workbench

import (
	"net/http"
	"net/url"
	"strings"

	"gongkai/internal/fault"
	"gongkai/internal/organ"
	"gongkai/internal/web/ui"
	"gongkai/law/sitecode"
)

// site serves GET …/site: the facts at the foot of every public page.
func (b *Workbench) site(w http.ResponseWriter, _ *http.Request, v visit) error {
	if !v.MayAt(organ.ManageOrgans, v.Site.RootID) {
		return errNoPage
	}
	return b.show(w, "form", sitePage(v, v.Site))
}

func sitePage(v visit, s organ.Site) formPage {
	text := func(name, label, value, help string) ui.Field {
		return ui.Field{Name: name, Label: label, Value: value, Help: help, Length: 200}
	}
	name := text("name", "网站规范名称", s.Name, "")
	name.Required = true
	published := ui.Field{
		Name: "publish_unaccepted", Label: "年度报告签发后即可发布，不等主管部门审核", Kind: ui.CheckField,
		Help: "《条例》第四十九条要求在1月31日前向主管部门提交并向社会公布；本地要求先审核后公布的，不要勾选。",
	}
	if s.PublishUnaccepted {
		published.Value = "1"
	}
	return formPage{
		WorkFrame: v.frame("网站信息", v.At("site")), Lead: "显示在公开网站每一页的页脚",
		Form: ui.Form{
			Token: v.Token, Guard: true, Submit: "保存", Action: v.At("site"), Cancel: ui.Link{Title: "返回工作台", Href: v.At()},
			Groups: []ui.Group{
				{Title: "网站", Fields: []ui.Field{
					name,
					text("host", "域名", s.Host, "不带端口，如 www.example.gov.cn；有几个的，用空格分开，主域名在前。改动后要用新域名访问。"),
					text("site_code", "网站标识码", s.SiteCode, "10位数字，前6位是行政区划代码。"),
					text("icp", "ICP备案号", s.ICP, "如 浙ICP备11041973号-1。"),
					text("police_record", "公安备案号", s.PoliceRecord, "只填14位数字。"),
				}},
				{Title: "主办和联系", Fields: []ui.Field{
					text("sponsor", "主办单位", s.Sponsor, ""), text("operator", "承办单位", s.Operator, ""),
					text("address", "地址", s.Address, ""), text("telephone", "联系电话", s.Telephone, ""), text("email", "电子邮箱", s.Email, ""),
				}},
				{Title: "年度报告", Fields: []ui.Field{published}},
			},
		},
	}
}

// saveSite serves POST …/site.
func (b *Workbench) saveSite(w http.ResponseWriter, r *http.Request, v visit) error {
	if !v.MayAt(organ.ManageOrgans, v.Site.RootID) {
		return errNoPage
	}
	s, err := siteTyped(v.Site, r.PostForm)
	if err == nil {
		err = b.Organs.SaveSite(r.Context(), v.Person, s)
	}
	if err != nil {
		page := sitePage(v, v.Site)
		form, shown := page.Form.Fill(r.PostForm).Refused(err)
		if !shown {
			return err
		}
		page.Form = form
		return b.showRefused(w, err, "form", page)
	}
	return b.done(w, r, v.At("site"), "网站信息已保存。")
}

// siteTyped reads the form. Register numbers are checked as far as their own digits
// tell; whether they were given out no form can know.
func siteTyped(s organ.Site, sent url.Values) (organ.Site, error) {
	get := func(name string) string { return trimmed(sent.Get(name)) }
	s.Name, s.Host, s.Sponsor, s.Operator = get("name"), strings.Join(strings.Fields(strings.ToLower(get("host"))), " "), get("sponsor"), get("operator")
	s.Address, s.Telephone, s.Email = get("address"), get("telephone"), get("email")
	s.SiteCode, s.ICP, s.PoliceRecord = get("site_code"), get("icp"), get("police_record")
	s.PublishUnaccepted = sent.Get("publish_unaccepted") == "1"
	var problems fault.Problems
	if s.Name == "" {
		problems.Add("name", "required", "", "label", "网站规范名称")
	}
	if strings.ContainsAny(s.Host, "/:,，、") {
		problems.Add("host", "host-wrong", "", "value", s.Host)
	}
	if _, err := sitecode.ParseSite(s.SiteCode); s.SiteCode != "" && err != nil {
		problems.Add("site_code", "site-code-wrong", "", "value", s.SiteCode)
	}
	if _, err := sitecode.ParseICP(s.ICP); s.ICP != "" && err != nil {
		problems.Add("icp", "icp-wrong", "", "value", s.ICP)
	}
	if _, err := sitecode.ParsePolice(s.PoliceRecord); s.PoliceRecord != "" && err != nil {
		problems.Add("police_record", "police-record-wrong", "", "value", s.PoliceRecord)
	}
	return s, problems.Err()
}
