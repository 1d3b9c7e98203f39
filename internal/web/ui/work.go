package ui

// WorkFrame is everything around the content of a staff page. A page embeds it.
type WorkFrame struct {
	Site    Site
	System  string // name shown at the top left; a default when empty
	Home    string // first page of the workbench; "/work" when empty
	Organ   string // the organ the user works for now
	User    Person
	Title   string
	Crumbs  []Link
	Nav     []NavGroup
	Notices []Notice
	Token   string // anti-forgery token of the session, sent by the part "token"
	Today   string
	View    View
	Path    string // path and query of this page
	Links   []Link // entries at the top right, such as help or another face
	Bare    bool   // no left menu, as for the sign-in page
}

// Person is the signed-in user as the frame shows them. A zero Person is nobody.
type Person struct {
	Name  string
	Roles []string // names of the roles held in this organ
}

// NavGroup is a titled part of the left menu.
type NavGroup struct {
	Title string
	Items []MenuItem
}

// Tone colours a notice, a badge or a step.
type Tone string

// The tones. The word beside the colour always says the same thing.
const (
	Plain Tone = "plain"
	Good  Tone = "good"
	Warn  Tone = "warn"
	Bad   Tone = "bad"
)

// Notice is a message at the head of a page: what was done, or what must be known.
type Notice struct {
	Tone Tone
	Text string
	Link Link // optional next step
}

func (f WorkFrame) layout() string { return "work" }

// Frame gives the layout its frame even where a page has a field of the same
// name as one of the frame's.
func (f WorkFrame) Frame() WorkFrame { return f }

// SystemName is the name at the top left.
func (f WorkFrame) SystemName() string {
	if f.System == "" {
		return "政府信息公开工作台"
	}
	return f.System
}

// HomePath is the first page of the workbench.
func (f WorkFrame) HomePath() string {
	if f.Home == "" {
		return "/work"
	}
	return f.Home
}

// WindowTitle is the title element.
func (f WorkFrame) WindowTitle() string { return windowTitle(f.Title, f.SystemName()) }

// CurrentEntry names the menu entry shown, for the closed menu of a phone.
func (f WorkFrame) CurrentEntry() string {
	for _, g := range f.Nav {
		if title := currentTitle(g.Items); title != "" {
			return title
		}
	}
	return ""
}

// Role returns "polite" or "alert" urgency for a screen reader.
func (n Notice) Role() string {
	if n.Tone == Bad {
		return "alert"
	}
	return "status"
}

// Word names the tone, so that colour is never the only sign.
func (t Tone) Word() string {
	switch t {
	case Good:
		return "成功"
	case Warn:
		return "注意"
	case Bad:
		return "错误"
	}
	return "提示"
}
