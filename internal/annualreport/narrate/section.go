package narrate

import (
	"gongkai/internal/organ"
	"gongkai/law/tally"
)

// SectionSpec is one section of the prose of a report.
type SectionSpec struct {
	Key      string // "overview.on_request"; stored with the text
	Chapter  string // tally chapter key; empty before the first chapter
	Heading  string // as printed, such as “（一）主动公开”; empty for none
	Title    string // in the editor's list
	Hint     string // what belongs here by law
	Template string // body to begin with; may be empty
	Required bool   // the report is incomplete while the text is empty
	Topic    Topic
}

// Topic is what a section is about, by which an editor groups the figures it offers.
type Topic string

// The topics.
const (
	TopicBasis       Topic = "basis"
	TopicItem        Topic = "item"
	TopicRequest     Topic = "request"
	TopicManagement  Topic = "management"
	TopicPlatform    Topic = "platform"
	TopicSafeguard   Topic = "safeguard"
	TopicResult      Topic = "result" // 工作考核、社会评议、责任追究
	TopicRemedy      Topic = "remedy"
	TopicFee         Topic = "fee"
	TopicImprovement Topic = "improvement"
	TopicOther       Topic = "other"
)

// Sections lists the sections of a report of the format, in reading order, worded
// for the kind of organ.
func Sections(format tally.Format, kind organ.Kind) []SectionSpec {
	switch format.ID {
	case tally.Format2007:
		return narrative2007(kind)
	case tally.Format2014:
		return narrative2014(kind)
	}
	return sixChapters(format, kind)
}
