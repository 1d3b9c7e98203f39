package workbench

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"

	"gongkai/internal/annualreport"
	"gongkai/internal/organ"
	"gongkai/internal/register"
	"gongkai/internal/web/ui"
	"gongkai/law/clock"
	"gongkai/law/workday"
)

// todo is one thing that waits for the visitor.
type todo struct {
	What string // what to do, as a verb phrase
	Note string // what it is about
	Href string
	Do   string // the words on the link
	Due  string // civil date; may be empty
	Mark ui.Badge
	Tone ui.Tone
}

// The lists that todos looks through are bounded: somebody with more work than
// this sees the most urgent part.
const (
	todosShown      = 100
	requestsLooked  = 2000
	soonWorkingDays = 5
)

// todos gathers what waits for the visitor in the organ, most urgent first.
func (b *Workbench) todos(ctx context.Context, v visit) ([]todo, error) {
	var all []todo
	for _, gather := range []func(context.Context, visit) ([]todo, error){b.reportTodos, b.reviewTodos, b.requestTodos, b.importTodos} {
		found, err := gather(ctx, v)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	slices.SortStableFunc(all, func(x, y todo) int {
		return cmp.Or(cmp.Compare(rank(x), rank(y)), cmp.Compare(x.Due, y.Due))
	})
	return all[:min(len(all), todosShown)], nil
}

func rank(t todo) int {
	switch {
	case t.Tone == ui.Bad:
		return 0
	case t.Tone == ui.Warn:
		return 1
	case t.Due != "":
		return 2
	}
	return 3
}

// reportTodos says which step of the organ's own reports waits for the visitor.
func (b *Workbench) reportTodos(ctx context.Context, v visit) ([]todo, error) {
	if !v.May(organ.ReadReport) {
		return nil, nil
	}
	headers, err := b.Desk.Headers(ctx, annualreport.HeaderFilter{SiteID: v.Site.ID, OrganID: v.Organ.ID})
	if err != nil {
		return nil, fmt.Errorf("list reports of %s: %w", v.Organ.ID, err)
	}
	newest := map[int]annualreport.Report{}
	for _, h := range headers {
		if h.Edition > newest[h.Year].Edition {
			newest[h.Year] = h
		}
	}
	var found []todo
	last := v.ReportYear()
	if _, begun := newest[last]; !begun && v.May(organ.DrawUpReport) && v.Organ.ExistedIn(last) {
		t := v.reportTodo(last, "编制年度报告", "还没有开始", "开始编制")
		t.Href = v.At("reports") // a report that was not begun has no page
		found = append(found, t)
	}
	for _, h := range newest {
		t, waits := v.reportStep(h)
		if waits {
			found = append(found, t)
		}
	}
	slices.SortFunc(found, func(x, y todo) int { return cmp.Compare(x.Due, y.Due) })
	return found, nil
}

// reportStep is the step that a report waits for, if the visitor is the one.
func (v visit) reportStep(h annualreport.Report) (todo, bool) {
	switch {
	case h.State == annualreport.Returned && v.May(organ.DrawUpReport):
		t := v.reportTodo(h.Year, "修改被退回的年度报告", "退回理由："+h.ReturnReason, "去修改")
		t.Tone, t.Mark = ui.Bad, ui.Badge{Text: "已退回", Tone: ui.Bad}
		return t, true
	case h.State == annualreport.Draft && v.May(organ.CheckReport) && !h.DrewUp(v.Person.ID):
		return v.reportTodo(h.Year, "校核年度报告", "已经编制，等待第二个人校核", "去校核"), true
	case h.State == annualreport.Draft && v.May(organ.DrawUpReport):
		return v.reportTodo(h.Year, "编制年度报告", "正在编制", "继续编制"), true
	case h.State == annualreport.Checked && v.May(organ.SignReport):
		return v.reportTodo(h.Year, "签发年度报告", "已经校核，等待签发", "去签发"), true
	case h.State == annualreport.Signed && v.May(organ.SubmitReport):
		return v.reportTodo(h.Year, "报送年度报告", "已经签发，等待报送", "去报送"), true
	case h.State == annualreport.Accepted && v.May(organ.PublishReport):
		return v.reportTodo(h.Year, "发布年度报告", "审核已经通过，等待发布", "去发布"), true
	}
	return todo{}, false
}

func (v visit) reportTodo(year int, what, note, do string) todo {
	due := annualreport.DueOn(v.Organ.Kind, year)
	t := todo{
		What: strconv.Itoa(year) + "年：" + what, Note: note, Do: do, Due: due,
		Href: v.At("reports", strconv.Itoa(year)), Tone: ui.Plain,
	}
	switch {
	case v.Today > due:
		t.Tone, t.Mark = ui.Bad, ui.Badge{Text: "已过期限", Tone: ui.Bad}
	case v.Today >= due[:4]:
		t.Tone, t.Mark = ui.Warn, ui.Badge{Text: "临近期限", Tone: ui.Warn}
	}
	return t
}

// reviewTodos lists what organs below have submitted and nobody has accepted or
// returned.
func (b *Workbench) reviewTodos(ctx context.Context, v visit) ([]todo, error) {
	if !v.May(organ.ReviewReport) {
		return nil, nil
	}
	headers, err := b.Desk.Headers(ctx, annualreport.HeaderFilter{SiteID: v.Site.ID, States: []annualreport.State{annualreport.Submitted}})
	if err != nil {
		return nil, fmt.Errorf("list submitted reports: %w", err)
	}
	below := map[string]organ.Organ{}
	for _, o := range organ.Below(v.Organs, v.Organ.ID) {
		below[o.ID] = o
	}
	var found []todo
	for _, h := range headers {
		o, ours := below[h.OrganID]
		if !ours {
			continue
		}
		year := strconv.Itoa(h.Year)
		found = append(found, todo{
			What: year + "年：审核" + o.ShortName + "的年度报告", Note: ui.Date(h.SubmittedOn) + "报送",
			Href: organPath(o.ID, "reports", year), Do: "去审核", Due: annualreport.DueOn(o.Kind, h.Year),
			Tone: ui.Warn, Mark: ui.Badge{Text: "待审核", Tone: ui.Warn},
		})
	}
	return found, nil
}

// requestTodos lists the requests whose last day for the reply (Art. 33) has passed
// or is near.
func (b *Workbench) requestTodos(ctx context.Context, v visit) ([]todo, error) {
	if !v.May(organ.WriteRegister) {
		return nil, nil
	}
	open, err := b.Desk.OpenRequests(ctx, v.Site.ID, v.Organ.ID, v.ThisYear(), requestsLooked)
	if err != nil {
		return nil, fmt.Errorf("list open requests of %s: %w", v.Organ.ID, err)
	}
	var found []todo
	for _, o := range open {
		t, near := b.requestTodo(v, o)
		if near {
			found = append(found, t)
		}
	}
	return found, nil
}

func (b *Workbench) requestTodo(v visit, o annualreport.OpenRequest) (todo, bool) {
	t := todo{What: "答复申请 " + o.Number, Href: v.recordPath(register.Request.Name, o.Number), Do: "去办理"}
	due, err := replyDue(b.Calendar, o, v.Today)
	if err != nil {
		t.Note, t.Tone = "登记的日期互相矛盾，算不出答复期限", ui.Bad
		t.Mark = ui.Badge{Text: "请核对", Tone: ui.Bad}
		return t, true
	}
	t.Due, t.Note = string(due.Date), ui.Date(o.ReceivedOn)+"收到"
	if due.Provisional {
		t.Note += "；期限跨入放假安排尚未公布的年份，暂按现有日历推算"
	}
	today := workday.Date(v.Today)
	left := clock.Remaining(b.Calendar, due.Date, today)
	switch {
	case o.Waiting:
		return t, false // waits for the applicant: the count begins anew
	case clock.Overdue(due.Date, today):
		t.Tone, t.Mark = ui.Bad, ui.Badge{Text: fmt.Sprintf("超期%d个工作日", clock.Lateness(b.Calendar, due.Date, today)), Tone: ui.Bad}
	case left <= soonWorkingDays:
		t.Tone, t.Mark = ui.Warn, ui.Badge{Text: fmt.Sprintf("还剩%d个工作日", left), Tone: ui.Warn}
	default:
		return t, false
	}
	return t, true
}

// replyDue derives the last day for the reply. A consultation that is not answered
// pauses the count up to today.
func replyDue(cal workday.Calendar, o annualreport.OpenRequest, today string) (clock.Deadline, error) {
	request := clock.Request{
		Received: workday.Date(o.ReceivedOn), Term: clock.ReplyTerm, Extension: o.Extension,
		Correction: workday.Date(o.Corrected), FeePaid: workday.Date(o.FeePaid),
	}
	for _, p := range o.Pauses {
		through := p[1]
		if through == "" {
			through = today
		}
		if through >= p[0] {
			request.Pauses = append(request.Pauses, clock.Pause{After: workday.Date(p[0]), Through: workday.Date(through)})
		}
	}
	return request.Deadline(cal)
}

func todoList(todos []todo) ui.List {
	l := ui.List{Caption: "待办事项", Columns: []ui.Column{
		{Title: "事项", Kind: ui.TitleColumn},
		{Title: "状态", Kind: ui.StateColumn},
		{Title: "期限", Kind: ui.DateColumn},
		{Title: "操作", Kind: ui.ActionColumn},
	}, Empty: ui.Empty{Title: "没有待办事项", Text: "需要您办理的申请、报告和导入会出现在这里。"}}
	for _, t := range todos {
		row := ui.Row{Cells: []ui.Cell{
			{Text: t.What, Href: t.Href, Note: t.Note},
			{Badge: t.Mark},
			{Text: t.Due},
			{Links: []ui.Link{{Title: t.Do, Href: t.Href}}},
		}}
		if t.Tone != ui.Plain {
			row.Tone = t.Tone
		}
		l.Rows = append(l.Rows, row)
	}
	return l
}

// yearFigures are the numbers of this year, with those of the last.
func (b *Workbench) yearFigures(ctx context.Context, v visit) ([]ui.Figure, error) {
	var figures []ui.Figure
	now, err := b.Desk.Holdings(ctx, v.Site.ID, v.Organ.ID, v.ThisYear())
	if err != nil {
		return nil, fmt.Errorf("count the records of %s: %w", v.Organ.ID, err)
	}
	before, err := b.Desk.Holdings(ctx, v.Site.ID, v.Organ.ID, v.ReportYear())
	if err != nil {
		return nil, fmt.Errorf("count the records of %s: %w", v.Organ.ID, err)
	}
	for _, name := range homeRegisters {
		d, _ := register.ByName(name)
		figures = append(figures, ui.Figure{
			Label: d.Title, Value: strconv.FormatInt(now[name], 10), Unit: "条",
			Href: v.At("registers", name) + yearQuery(v.ThisYear()), Note: fmt.Sprintf("%d年：%d条", v.ReportYear(), before[name]),
		})
	}
	return figures, nil
}
