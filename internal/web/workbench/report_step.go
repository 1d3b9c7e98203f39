package workbench

import (
	"slices"

	"gongkai/internal/annualreport"
	"gongkai/internal/organ"
	"gongkai/internal/web/ui"
)

// stations are the steps every report goes through, in order.
var stations = []struct {
	title string
	steps []annualreport.Step // whose last taking is shown
}{
	{"编制", []annualreport.Step{annualreport.DrawUp, annualreport.Correct}},
	{"校核", []annualreport.Step{annualreport.Check}},
	{"签发", []annualreport.Step{annualreport.Sign}},
	{"报送", []annualreport.Step{annualreport.Submit}},
	{"审核", []annualreport.Step{annualreport.Accept, annualreport.Return}},
	{"发布", []annualreport.Step{annualreport.Publish}},
}

// reached is the station that a report in a state waits at; past the last one it
// is done.
var reached = map[annualreport.State]int{
	annualreport.Draft: 0, annualreport.Returned: 0, annualreport.Checked: 2, annualreport.Signed: 3,
	annualreport.Submitted: 4, annualreport.Accepted: 5, annualreport.Published: 6, annualreport.Superseded: 6,
}

// stepsOf shows how far a report is, with who took each step and when.
func stepsOf(report annualreport.Report, taken []annualreport.Taken) ui.Steps {
	steps := ui.Steps{Label: "办理进度"}
	at := reached[report.State]
	for i, station := range stations {
		last, has := lastTaken(taken, station.steps)
		step := ui.Step{Title: station.title, State: ui.StepAhead}
		switch {
		case i < at && has:
			step.State = ui.StepDone
			step.Note = last.Person + " " + last.On
		case i < at:
			step.Note = "未经此步" // read from a file, or published before it was accepted
			if report.Source != "" {
				step.Note = "系统外办理"
			}
		case i == at:
			step.State = ui.StepCurrent
		}
		if report.State == annualreport.Returned && station.title == "审核" {
			step.State = ui.StepStopped
			step.Note = last.Person + " " + last.On + " 退回"
		}
		if i == 0 && at == 0 && has {
			step.Note = last.Person + " " + last.On
		}
		steps.Items = append(steps.Items, step)
	}
	return steps
}

// lastTaken finds the last taking of any of the steps in the present round: after
// the report was last drawn up or returned.
func lastTaken(taken []annualreport.Taken, steps []annualreport.Step) (annualreport.Taken, bool) {
	var last annualreport.Taken
	for _, t := range taken {
		if slices.Contains(steps, t.Step) {
			last = t
		}
	}
	return last, last.ID != ""
}

// stepAction is a step that this person may take now.
type stepAction struct {
	Step  annualreport.Step
	Title string
	Quiet bool
	// Note asks for words; such a step has a form of its own.
	Note      string
	NoteLabel string
}

// actions lists every step with the permission it needs and its words.
var actions = []struct {
	stepAction
	needs organ.Action
	from  []annualreport.State // narrower than the workflow allows; nil for all
}{
	{stepAction{Step: annualreport.Check, Title: "校核通过"}, organ.CheckReport, nil},
	{stepAction{Step: annualreport.Sign, Title: "签发"}, organ.SignReport, nil},
	{stepAction{Step: annualreport.Submit, Title: "报送主管部门"}, organ.SubmitReport, nil},
	{stepAction{Step: annualreport.Accept, Title: "审核通过"}, organ.ReviewReport, nil},
	{stepAction{Step: annualreport.Publish, Title: "发布"}, organ.PublishReport, nil},
	{
		stepAction{Step: annualreport.DrawUp, Title: "撤回修改", Quiet: true},
		organ.DrawUpReport,
		[]annualreport.State{annualreport.Checked, annualreport.Signed, annualreport.Returned},
	},
	{stepAction{Step: annualreport.Return, Title: "退回修改", Quiet: true, NoteLabel: "退回理由"}, organ.ReviewReport, nil},
	{stepAction{Step: annualreport.Correct, Title: "更正报告", Quiet: true, NoteLabel: "更正说明"}, organ.DrawUpReport, nil},
}

// actionsOf lists the steps open to a person in the report's state.
func actionsOf(report annualreport.Report, may func(organ.Action) bool, publishUnaccepted bool) []stepAction {
	var open []stepAction
	for _, a := range actions {
		if !may(a.needs) || !report.Allows(a.Step, publishUnaccepted) || a.from != nil && !slices.Contains(a.from, report.State) {
			continue
		}
		action := a.stepAction
		if action.Step == annualreport.DrawUp && report.State == annualreport.Returned {
			action.Title, action.Quiet = "开始修改", false
		}
		open = append(open, action)
	}
	return open
}

// waitsFor says who takes the next step, for people who cannot.
func waitsFor(report annualreport.Report) string {
	switch report.State {
	case annualreport.Draft:
		return "编制完成后，由校核人校核；编制人不能校核自己编制的报告。"
	case annualreport.Returned:
		return "报告已被退回，由经办人修改后重新校核、签发、报送。"
	case annualreport.Checked:
		return "等待签发人签发。"
	case annualreport.Signed:
		return "等待经办人或者签发人报送主管部门。"
	case annualreport.Submitted:
		return "等待主管部门审核。"
	case annualreport.Accepted:
		return "审核已通过，等待发布。"
	}
	return ""
}

// stateTone colours a state's badge.
func stateTone(s annualreport.State) ui.Tone {
	switch s {
	case annualreport.Returned:
		return ui.Bad
	case annualreport.Accepted, annualreport.Published:
		return ui.Good
	case annualreport.Submitted, annualreport.Signed:
		return ui.Warn
	}
	return ui.Plain
}

func stateBadge(r annualreport.Report) ui.Badge {
	if r.ID == "" {
		return ui.Badge{Text: "未编制"}
	}
	return ui.Badge{Text: annualreport.StateLabels[r.State], Tone: stateTone(r.State)}
}
