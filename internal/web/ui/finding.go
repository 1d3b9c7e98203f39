package ui

// Finding is one thing a check found.
type Finding struct {
	ID       string // stable name of the check, such as "T3-SUM-01"
	Severity Severity
	Text     string
	Citation string // provision or rule behind it
	Place    string // where, such as “表三 第3行”
	Href     string // leads to the place
	Fix      Link   // how to put it right
}

// Severity orders findings: E blocks, W asks for a look, I informs.
type Severity string

// The severities.
const (
	SeverityError Severity = "E"
	SeverityWarn  Severity = "W"
	SeverityInfo  Severity = "I"
)

// Findings is what a check found, worst first as given.
type Findings struct {
	Label string
	Items []Finding
	Empty string // said when there is nothing; “未发现问题” when empty
}

// Tone is the severity's colour.
func (s Severity) Tone() Tone {
	switch s {
	case SeverityError:
		return Bad
	case SeverityWarn:
		return Warn
	}
	return Plain
}

// Word is the severity in Chinese.
func (s Severity) Word() string {
	switch s {
	case SeverityError:
		return "错误"
	case SeverityWarn:
		return "提醒"
	}
	return "说明"
}

// Tally is how many findings there are of a severity.
type Tally struct {
	Severity Severity
	Count    int
}

// Counts tallies the findings by severity, worst first, without the empty ones.
func (f Findings) Counts() []Tally {
	var out []Tally
	for _, s := range []Severity{SeverityError, SeverityWarn, SeverityInfo} {
		n := 0
		for _, item := range f.Items {
			if item.Severity == s {
				n++
			}
		}
		if n > 0 {
			out = append(out, Tally{s, n})
		}
	}
	return out
}

// Nothing is the sentence for an empty list.
func (f Findings) Nothing() string {
	if f.Empty == "" {
		return "未发现问题"
	}
	return f.Empty
}
