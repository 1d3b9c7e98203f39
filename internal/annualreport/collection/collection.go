package collection

import "time"

// Key names a collection, or the collections of an organ where ID is empty.
type Key struct{ SiteID, OrganID, ID string }

// State is how far the reading of a collection is.
type State string

// The states. A collection to which files are added is Reading again.
const (
	Reading State = "reading" // waits for, or is under, reading
	Read    State = "read"
	Failed  State = "failed" // the system gave up; the files are kept
)

// StateLabels names the states in Chinese.
var StateLabels = map[State]string{Reading: "正在读取", Read: "已读取", Failed: "读取失败"}

// Collection (收到的年报) is a set of published reports that were read and examined
// together.
type Collection struct {
	SiteID, ID string
	OrganID    string // the organ that collected them
	Title      string // such as 2025年度镇街年报
	Region     string // organ whose report is compared with the sum of the others; empty: none
	State      State
	Run        string // names the reading under way or done last; a job of another run stops
	Person     string // who collected them
	CreatedAt  time.Time
	ReadAt     time.Time // zero while Reading
	Files      int
	LeftOut    []LeftOut // files that were sent and could not be kept
	Remark     string    // what the reading has to say about the whole, in Chinese; empty: nothing
}

// LeftOut is a file that was sent with others and could not be kept, with the reason
// in Chinese: the others must not wait for it, and nobody may think it was read.
type LeftOut struct {
	Name string `json:"name"`
	Why  string `json:"why"`
}
