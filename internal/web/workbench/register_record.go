package workbench

import (
	"context"
	"fmt"
	"net/http"
	"net/url"

	"gongkai/internal/fault"
	"gongkai/internal/organ"
	"gongkai/internal/register"
	"gongkai/internal/web/ui"
	"gongkai/law/clock"
	"gongkai/law/workday"
)

type recordPage struct {
	ui.WorkFrame
	Register register.Definition
	Number   string
	Facts    ui.Definitions
	Actions  []action
	Trail    ui.List
}

// record serves GET …/record?number=: one record with its trail.
func (b *Workbench) record(w http.ResponseWriter, r *http.Request, v visit) error {
	number := r.URL.Query().Get("number")
	d, record, err := b.Registers.Record(r.Context(), v.Person, v.Site.ID, v.Organ.ID, r.PathValue("register"), number)
	if err != nil {
		return err
	}
	trail, err := b.recordTrail(r.Context(), v, d, number)
	if err != nil {
		return err
	}
	due, err := b.dueNotice(r.Context(), v, d, record)
	if err != nil {
		return err
	}
	v.notices = append(v.notices, due...)
	crumb := ui.Link{Title: d.Title, Href: v.ledgerPath(d.Name)}
	page := recordPage{
		WorkFrame: v.frame(number, v.ledgerPath(d.Name), crumb), Register: d, Number: number,
		Facts: recordFacts(d, record), Trail: trail,
	}
	if v.May(organ.WriteRegister) {
		page.Actions = v.recordActions(d, record)
	}
	return b.show(w, "record", page)
}

// recordActions are what can be done to a record; an open request's next steps
// come first.
func (v visit) recordActions(d register.Definition, r register.Record) []action {
	edit := v.numbered(d.Name, "edit", r.Number())
	open := d.Name == register.Request.Name && r.Value("decided_on") == ""
	var actions []action
	if open {
		actions = append(actions, action{ui.Link{Title: "登记答复", Href: edit + "#f-decided_on"}, true})
		for _, step := range []register.Definition{register.Clarification, register.Consultation, register.FeeNotice} {
			href := v.ledgerPath(step.Name, "new") + "?" + url.Values{requestNumberField: {r.Number()}}.Encode()
			actions = append(actions, action{ui.Link{Title: "登记" + step.Title, Href: href}, false})
		}
	}
	return append(actions,
		action{ui.Link{Title: "修改", Href: edit}, !open},
		action{ui.Link{Title: "作废", Href: v.numbered(d.Name, "void", r.Number())}, false})
}

// requestNumberField is the field by which what happens to a request names it.
const requestNumberField = "request_number"

func recordFacts(d register.Definition, r register.Record) ui.Definitions {
	facts := ui.Definitions{Label: d.Title}
	for _, f := range d.Fields {
		facts.Facts = append(facts.Facts, ui.Fact{Label: f.Label, Text: orNone(f.Format(r.Value(f.Name)))})
	}
	return facts
}

// dueNotice says until when a request that is not answered must be (Art. 33).
func (b *Workbench) dueNotice(ctx context.Context, v visit, d register.Definition, r register.Record) ([]ui.Notice, error) {
	if d.Name != register.Request.Name || r.Value("received_on") == "" || r.Value("decided_on") != "" {
		return nil, nil
	}
	open, err := b.Desk.OpenRequests(ctx, v.Site.ID, v.Organ.ID, v.ThisYear(), requestsLooked)
	if err != nil {
		return nil, fmt.Errorf("list open requests: %w", err)
	}
	for _, o := range open {
		if o.Number != r.Number() {
			continue
		}
		due, err := replyDue(b.Calendar, o, v.Today)
		if err != nil {
			//nolint:nilerr // dates that contradict each other are the reader's to mend, not a failure
			return []ui.Notice{{Tone: ui.Bad, Text: "登记的日期互相矛盾，算不出答复期限，请核对。"}}, nil
		}
		return []ui.Notice{dueSentence(b.Calendar, due, v.Today, o.Waiting)}, nil
	}
	return nil, nil
}

func dueSentence(cal workday.Calendar, due clock.Deadline, today string, waiting bool) ui.Notice {
	if waiting {
		return ui.Notice{Tone: ui.Plain, Text: "正在等待申请人补正或者缴费，答复期限从收到补正或者缴费之日起重新计算。"}
	}
	text := "最迟" + ui.Date(string(due.Date)) + "答复"
	n := ui.Notice{Tone: ui.Plain}
	on := workday.Date(today)
	switch left := clock.Remaining(cal, due.Date, on); {
	case clock.Overdue(due.Date, on):
		n.Tone = ui.Bad
		text += fmt.Sprintf("，已经超期%d个工作日", clock.Lateness(cal, due.Date, on))
	default:
		if left <= soonWorkingDays {
			n.Tone = ui.Warn
		}
		text += fmt.Sprintf("，还剩%d个工作日", left)
	}
	if due.Provisional {
		text += "；期限跨入放假安排尚未公布的年份，暂按现有日历推算"
	}
	n.Text = text + "。"
	return n
}

// voidForm serves GET …/void?number=.
func (b *Workbench) voidForm(w http.ResponseWriter, r *http.Request, v visit) error {
	page, err := b.voidPage(r, v)
	if err != nil {
		return err
	}
	return b.show(w, "form", page)
}

func (b *Workbench) voidPage(r *http.Request, v visit) (formPage, error) {
	number := r.URL.Query().Get("number")
	d, record, err := b.Registers.Record(r.Context(), v.Person, v.Site.ID, v.Organ.ID, r.PathValue("register"), number)
	if err != nil {
		return formPage{}, err
	}
	f := v.frame("作废"+d.Title, v.ledgerPath(d.Name), ui.Link{Title: d.Title, Href: v.ledgerPath(d.Name)},
		ui.Link{Title: number, Href: v.recordPath(d.Name, number)})
	return formPage{WorkFrame: f, Lead: number, Form: ui.Form{
		Action: v.numbered(d.Name, "void", number), Token: v.Token, Submit: "作废这条记录",
		Cancel: ui.Link{Title: "不作废，返回", Href: v.recordPath(d.Name, number)},
		Groups: []ui.Group{{Note: "作废后不再计数，也不能恢复；内容和操作记录仍会保留。只有重复登记、登记错编号时才需要作废。", Fields: []ui.Field{
			{Name: versionName, Kind: ui.HiddenField, Value: fmt.Sprint(record.Version)},
			{Name: "reason", Label: "作废原因", Kind: ui.LongField, Rows: 3, Required: true, Length: 500},
		}}},
	}}, nil
}

// voidRecord serves POST …/void?number=.
func (b *Workbench) voidRecord(w http.ResponseWriter, r *http.Request, v visit) error {
	d, err := definition(r)
	if err != nil {
		return err
	}
	number := r.URL.Query().Get("number")
	version := 0
	_, err = fmt.Sscan(r.PostForm.Get(versionName), &version)
	if err != nil {
		return errNoPage
	}
	reason := trimmed(r.PostForm.Get("reason"))
	if reason == "" {
		err = fault.Problems{{Field: "reason", Code: "void-reason-required", Args: []fault.Arg{{Key: "number", Value: number}}}}
	} else {
		err = b.Registers.Void(r.Context(), v.Person, register.Change{
			SiteID: v.Site.ID, OrganID: v.Organ.ID,
			Register: d.Name, Number: number, Version: version, Reason: reason,
		})
	}
	if err == nil {
		return b.done(w, r, v.ledgerPath(d.Name), "已作废"+d.Title+" "+number+"。")
	}
	page, pageErr := b.voidPage(r, v)
	if pageErr != nil {
		return pageErr
	}
	form, shown := page.Form.Fill(r.PostForm).Refused(err)
	if !shown {
		return err
	}
	page.Form = form
	return b.showRefused(w, err, "form", page)
}
