package portal

import (
	"net/http"

	"gongkai/internal/register"
	"gongkai/internal/web/ui"
)

// requestPage says how to ask for information: what an application contains
// (Art. 29), where it goes, what follows and when (Art. 33), what it costs
// (Art. 42) and how to complain (Art. 51).
type requestPage struct {
	ui.PortalFrame
	Contact ui.Definitions
	Points  ui.List
	Steps   ui.Steps
	Links   guideLinks
	Close   string
}

// request serves GET /organs/{organ}/request.
func (p *Portal) request(w http.ResponseWriter, r *http.Request, v visit) error {
	f, err := p.frame(r.Context(), v, "依申请公开", v.at("request"))
	if err != nil {
		return err
	}
	f = trail(f, ui.Link{Title: f.Title})
	f.Meta.ColumnType = "依申请公开"
	f.Meta.ColumnDescription = "向" + v.organ.Name + "申请公开政府信息的方式、内容、期限和救济途径。"
	points, err := p.standingRecords(r.Context(), v, register.ServicePoint.Name)
	if err != nil {
		return err
	}
	var reception []register.Record
	for _, point := range points {
		if point.Value("kind") == "reception" {
			reception = append(reception, point)
		}
	}
	page := requestPage{PortalFrame: f, Close: v.at(""), Contact: v.contact(), Points: pointList(reception)}
	page.Links = guideLinks{v.at("items"), v.at("documents"), v.at("reports"), v.at("request"), v.to("/search"), v.at("rules")}
	page.Steps = ui.Steps{Label: "办理流程", Items: []ui.Step{
		{Title: "先检索", State: ui.StepAhead, Note: "已公开的可以直接取得"},
		{Title: "提交申请", State: ui.StepAhead, Note: "当面、邮寄或者电子邮件等"},
		{Title: "登记受理", State: ui.StepAhead, Note: "不明确的7个工作日内告知补正"},
		{Title: "审查处理", State: ui.StepAhead, Note: "必要时征求第三方意见"},
		{Title: "书面答复", State: ui.StepAhead, Note: "20个工作日，可延长20个工作日"},
	}}
	return p.send(w, r, "request", page)
}
