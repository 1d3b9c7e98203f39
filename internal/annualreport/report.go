package annualreport

import (
	"slices"
	"strings"
	"time"

	"gongkai/internal/fault"
)

// State is how far a report has come.
type State string

// The states in order of work: 编制, 校核, 签发, 报送, 退回 or 通过, 发布. A published
// report that a correction replaced is superseded and stays readable.
const (
	Draft      State = "draft"
	Checked    State = "checked"
	Signed     State = "signed"
	Submitted  State = "submitted"
	Returned   State = "returned"
	Accepted   State = "accepted"
	Published  State = "published"
	Superseded State = "superseded"
)

// StateLabels names the states in Chinese.
var StateLabels = map[State]string{
	Draft: "编制中", Checked: "已校核", Signed: "已签发", Submitted: "已报送", Returned: "已退回",
	Accepted: "审核通过", Published: "已发布", Superseded: "已被更正",
}

// Step is one act of the workflow.
type Step string

// The steps.
const (
	DrawUp  Step = "draw_up" // 编制: open the report or take it back into drafting
	Check   Step = "check"   // 校核
	Sign    Step = "sign"    // 签发
	Submit  Step = "submit"  // 报送
	Return  Step = "return"  // 退回
	Accept  Step = "accept"  // 通过
	Publish Step = "publish" // 发布
	Correct Step = "correct" // 更正: opens the next edition
	Adopt   Step = "adopt"   // 导入: takes in a report that was published elsewhere
)

// StepLabels names the steps in Chinese.
var StepLabels = map[Step]string{
	DrawUp: "编制", Check: "校核", Sign: "签发", Submit: "报送", Return: "退回", Accept: "审核通过", Publish: "发布", Correct: "更正", Adopt: "导入",
}

// moves is the whole workflow: what each step starts from and leads to. Drawing
// up again is possible until the report is submitted, and after it was returned:
// a report that has been signed then loses its seal.
var moves = map[Step]struct {
	from []State
	to   State
}{
	DrawUp:  {[]State{Draft, Checked, Signed, Returned}, Draft},
	Check:   {[]State{Draft}, Checked},
	Sign:    {[]State{Checked}, Signed},
	Submit:  {[]State{Signed}, Submitted},
	Return:  {[]State{Submitted}, Returned},
	Accept:  {[]State{Submitted}, Accepted},
	Publish: {[]State{Accepted}, Published},
	Correct: {[]State{Published}, Superseded},
}

// Report is one edition of one organ's report for one year.
type Report struct {
	SiteID, ID     string
	OrganID        string
	Year           int
	Edition        int    // 1, and one more with each published correction
	Format         string // tally.Format.ID
	State          State
	Version        int // raised by each change of text or state
	IndexNumber    string
	CorrectionNote string // why this edition replaces the one before
	SignedOn       string
	SubmittedOn    string
	PublishedOn    string
	ReturnReason   string
	DrawnUpBy      string // ids of everyone who wrote in this edition, apart by spaces
	CheckedBy      string
	SignedBy       string
	Source         string // where an imported report was read; empty for one made here
	Original       string // SHA-256 of the file it was read from, in hexadecimal; empty where no file was kept
	OriginalName   string // of that file

	Sections     map[string]string // body by section key, with bindings
	Entries      []Entry
	Attestations []Attestation
}

// Entry is a cell typed by hand, for what no register gives.
type Entry struct {
	Cell   string
	Value  string // as tally writes it: "3", "", "/"
	Reason string
}

// Attestation is a person's word that a register is complete for the year.
type Attestation struct {
	Register string
	Records  int64 // how many it held
	PersonID string
	Person   string
	At       time.Time
}

// Taken is one step that was taken.
type Taken struct {
	ID       string
	ReportID string
	Step     Step
	PersonID string
	Person   string
	At       time.Time
	On       string // civil date
	Note     string
}

// Sealed reports whether the report is signed and has not been taken back.
func (r Report) Sealed() bool {
	switch r.State {
	case Signed, Submitted, Accepted, Published, Superseded:
		return true
	}
	return false
}

// Editable reports whether text and entries may change.
func (r Report) Editable() bool { return r.State == Draft || r.State == Returned }

// DrewUp reports whether the person wrote in this edition: who did may not check it.
func (r Report) DrewUp(personID string) bool {
	return slices.Contains(strings.Fields(r.DrawnUpBy), personID)
}

// writtenBy notes who wrote in the report.
func (r *Report) writtenBy(personID string) {
	if !r.DrewUp(personID) {
		r.DrawnUpBy = strings.TrimSpace(r.DrawnUpBy + " " + personID)
	}
}

// Entry returns the entry of a cell.
func (r Report) Entry(cell string) (Entry, bool) {
	for _, e := range r.Entries {
		if e.Cell == cell {
			return e, true
		}
	}
	return Entry{}, false
}

// Attested returns the attestation of a register.
func (r Report) Attested(ledger string) (Attestation, bool) {
	for _, a := range r.Attestations {
		if a.Register == ledger {
			return a, true
		}
	}
	return Attestation{}, false
}

// Take returns the report after a step. It refuses a step that the state does not
// allow. publishUnaccepted lets a report be published before its superior has
// accepted it, as Art. 49 para. 1 does for departments.
func (r Report) Take(step Step, publishUnaccepted bool) (Report, error) {
	move := moves[step]
	for _, from := range move.from {
		if r.State == from {
			r.State = move.to
			return r, nil
		}
	}
	if step == Publish && publishUnaccepted && (r.State == Signed || r.State == Submitted) {
		r.State = Published
		return r, nil
	}
	return r, fault.Refuse(fault.Conflict, "report-state", "Art. 49", "step", StepLabels[step], "state", StateLabels[r.State])
}

// Allows reports whether the step is open in the report's state.
func (r Report) Allows(step Step, publishUnaccepted bool) bool {
	_, err := r.Take(step, publishUnaccepted)
	return err == nil
}
