package ui

// Steps is where a thing stands on its way, such as 编制→校核→签发→报送→审核→发布.
type Steps struct {
	Label string
	Items []Step
}

// Step is one station of the way.
type Step struct {
	Title string
	State StepState
	Note  string // who and when, or why it stopped
}

// StepState is how far a step is.
type StepState string

// The states of a step.
const (
	StepAhead   StepState = "ahead"
	StepDone    StepState = "done"
	StepCurrent StepState = "current"
	StepStopped StepState = "stopped" // returned or refused
)

// Word says the state in a word for those who do not see the drawing.
func (s Step) Word() string {
	switch s.State {
	case StepDone:
		return "已完成"
	case StepCurrent:
		return "进行中"
	case StepStopped:
		return "已退回"
	}
	return "未开始"
}

// Progress is how far a long task is.
type Progress struct {
	Label string
	Done  int64
	Total int64 // 0: not known yet
	Unit  string
	Note  string
}

// Percent is Done of Total in whole percent, at most 100; 0 when the total is unknown.
func (p Progress) Percent() int64 {
	if p.Total <= 0 || p.Done <= 0 {
		return 0
	}
	return min(100, int64(float64(p.Done)/float64(p.Total)*100))
}
