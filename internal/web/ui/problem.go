package ui

// problemPage is the built-in page that shows a Problem.
const problemPage = "problem"

// Problem is what a page says when it cannot do what was asked.
type Problem struct {
	Status    int    // HTTP status
	Title     string // short heading, such as “没有找到”
	Text      string // what happened
	Article   string // provision behind a refusal; may be empty
	Do        string // what the reader can do now
	Reference string // identity of the log entry of an unforeseen fault; may be empty
	Back      Link   // way on; the front page when empty
}

type portalProblem struct {
	PortalFrame
	Problem Problem
}

type workProblem struct {
	WorkFrame
	Problem Problem
}

func (f PortalFrame) withProblem(p Problem) Page {
	f.Title, f.Wide = p.Title, true
	if p.Back == (Link{}) {
		p.Back = Link{Title: "返回首页", Href: f.HomePath()}
	}
	return portalProblem{f, p}
}

func (f WorkFrame) withProblem(p Problem) Page {
	f.Title = p.Title
	if p.Back == (Link{}) {
		p.Back = Link{Title: "返回工作台首页", Href: f.HomePath()}
	}
	return workProblem{f, p}
}
