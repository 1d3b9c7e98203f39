package ui

// Meta is the statutory metadata of a page (Guidelines 2017 No. 47): the site
// group on every page, the column group on lists, the content group on articles.
// The site group comes from the frame's Site. Empty values are not written: an
// empty content attribute is itself a fault.
type Meta struct {
	ColumnName        string
	ColumnDescription string
	ColumnKeywords    string
	ColumnType        string
	ArticleTitle      string
	PubDate           string // YYYY-MM-DD HH:MM, the time the page shows
	ContentSource     string
	Keywords          string
	Author            string
	Description       string
	Image             string
	URL               string
}

// Tag is one meta element.
type Tag struct{ Name, Content string }

// Tags lists the meta elements of the page in the order of the Guidelines.
func (f PortalFrame) Tags() []Tag {
	m := f.Meta
	all := []Tag{
		{"SiteName", f.Site.Name},
		{"SiteDomain", f.Site.Domain},
		{"SiteIDCode", f.Site.Code},
		{"ColumnName", m.ColumnName},
		{"ColumnDescription", m.ColumnDescription},
		{"ColumnKeywords", m.ColumnKeywords},
		{"ColumnType", m.ColumnType},
		{"ArticleTitle", m.ArticleTitle},
		{"PubDate", m.PubDate},
		{"ContentSource", m.ContentSource},
		{"Keywords", m.Keywords},
		{"Author", m.Author},
		{"Description", m.Description},
		{"Image", m.Image},
		{"Url", m.URL},
	}
	tags := make([]Tag, 0, len(all))
	for _, t := range all {
		if t.Content != "" {
			tags = append(tags, t)
		}
	}
	return tags
}
