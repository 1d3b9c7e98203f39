package ui

// PortalFrame is everything around the content of a public page. A page embeds
// it: struct{ ui.PortalFrame; Item item }.
type PortalFrame struct {
	Site      Site
	Organ     string // name of the organ whose platform this is
	Home      string // front page of that platform; "/" when empty
	Title     string // what this page is; the window title adds the site's name
	Crumbs    []Link // from the front page down; the last is this page
	Nav       []MenuItem
	Menu      []MenuItem // the platform's column tree
	Search    Search
	Quick     Quick
	Meta      Meta
	Today     string // the date line, see DateLine
	View      View
	Path      string // path and query of this page; the view switches return to it
	FootLinks []Link // 网站地图, 无障碍声明, 网站纠错 …
	Notices   []Notice
	Wide      bool   // no column tree, as for a front page or a form
	Feed      string // address of an Atom feed of this page
}

// Search is the search box of the header.
type Search struct {
	Action      string // "/search" when empty
	Query       string
	Placeholder string // a useful default when empty
	Hot         []Link // words many people look for
}

// Quick is the box of direct entries (便民直达): the ways in first, then where
// to turn.
type Quick struct {
	Links []Link // the first is the main one
	Facts []Fact // 受理机构, 电话, 时间 …
}

// Page is a struct that embeds PortalFrame or WorkFrame.
type Page interface {
	layout() string
	withProblem(Problem) Page
}

func (f PortalFrame) layout() string { return "portal" }

// Frame gives the layout its frame even where a page has a field of the same
// name as one of the frame's.
func (f PortalFrame) Frame() PortalFrame { return f }

// HomePath is the front page of the organ's platform.
func (f PortalFrame) HomePath() string {
	if f.Home == "" {
		return "/"
	}
	return f.Home
}

// CurrentColumn names the column shown, for the closed tree of a phone.
func (f PortalFrame) CurrentColumn() string { return currentTitle(f.Menu) }

// WindowTitle is the title element: page first, then site (标题_网站名称).
func (f PortalFrame) WindowTitle() string { return windowTitle(f.Title, f.Site.Name) }

func windowTitle(page, site string) string {
	if page == "" || page == site {
		return site
	}
	return page + "_" + site
}

// ActionPath is where the search box sends its query.
func (s Search) ActionPath() string {
	if s.Action == "" {
		return "/search"
	}
	return s.Action
}

// Hint is the box's placeholder.
func (s Search) Hint() string {
	if s.Placeholder == "" {
		return "请输入标题、文号、索引号或关键词"
	}
	return s.Placeholder
}
