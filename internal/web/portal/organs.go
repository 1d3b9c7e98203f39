package portal

import (
	"net/http"

	"gongkai/internal/web/ui"
)

// organsPage lists the platforms of all organs of the site (A town without a
// website of its own has its platform here).
type organsPage struct {
	ui.PortalFrame
	Groups []organGroup
}

// organs serves GET /organs/.
func (p *Portal) organs(w http.ResponseWriter, r *http.Request, v visit) error {
	f, err := p.frame(r.Context(), v, "公开机构", v.to("/organs/"))
	if err != nil {
		return err
	}
	f = trail(f, ui.Link{Title: f.Title})
	f.Wide = true
	f.Meta.ColumnType = "机构职能"
	f.Meta.ColumnDescription = "本站各行政机关的政府信息公开平台。"
	return p.send(w, r, "organs", organsPage{f, v.organGroups()})
}
