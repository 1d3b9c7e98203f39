package checks

// Severity says what a finding does to the report.
type Severity string

// The severities: an error blocks signing, a warning is shown, an information is
// only mentioned.
const (
	Error       Severity = "E"
	Warning     Severity = "W"
	Information Severity = "I"
)

// Check is one cross-check.
type Check struct {
	ID       string // "T3-01"
	Title    string // Chinese, as the findings list shows it
	Citation string // article, notice or table note that it reads
	Severity Severity
	Since    string // first day in force of what it reads, YYYY-MM-DD
	// Applies reports whether the check has anything to say about this report; nil
	// means always.
	Applies func(*Ledger) bool
	Examine func(*Ledger) []Finding
	// Fails and Passes alter a sound ledger (see Sound) into one that the check
	// must object to and one near to it that it must not.
	Fails, Passes func(*Ledger)
}

// Finding is one thing a check objects to.
type Finding struct {
	ID       string   `json:"id"`
	Severity Severity `json:"severity"`
	Text     string   `json:"text"`               // one Chinese sentence: what is wrong and what to do
	Where    string   `json:"where"`              // cell name, "overview.on_request" (a section), "title" …
	Place    string   `json:"place,omitempty"`    // where in Chinese: 表三 第1行 自然人, 第一章
	Quote    string   `json:"quote,omitempty"`    // the words objected to
	Stated   *int64   `json:"stated,omitempty"`   // what the report says
	Expected *int64   `json:"expected,omitempty"` // what the register or the equation says
	Title    string   `json:"title,omitempty"`
	Citation string   `json:"citation,omitempty"`
	At       *Spot    `json:"at,omitempty"` // Place for programs, in a report that was read from a file
}

// Spot is where in a file a finding stands. Numbers count from 1; 0 is not known.
type Spot struct {
	Page   int `json:"page,omitempty"`
	Line   int `json:"line,omitempty"`
	Table  int `json:"table,omitempty"`
	Row    int `json:"row,omitempty"`
	Column int `json:"column,omitempty"`
	Start  int `json:"start,omitempty"` // characters within the line or cell, counted from 1
	End    int `json:"end,omitempty"`
}

// Run examines the ledger with every check that applies, in order of All. A
// finding takes id, severity, title and citation from its check unless it set a
// severity of its own.
func Run(l *Ledger) []Finding {
	findings := []Finding{}
	examined := *l // the text is read once for all checks, without touching the caller's ledger
	examined.read = readPassages(l)
	l = &examined
	for _, c := range All {
		if c.Applies != nil && !c.Applies(l) {
			continue
		}
		for _, f := range c.Examine(l) {
			f.ID, f.Title, f.Citation = c.ID, c.Title, c.Citation
			if f.Severity == "" {
				f.Severity = c.Severity
			}
			findings = append(findings, f)
		}
	}
	return findings
}

// Blocking reports whether any finding keeps the report from being signed.
func Blocking(findings []Finding) bool {
	for _, f := range findings {
		if f.Severity == Error {
			return true
		}
	}
	return false
}
