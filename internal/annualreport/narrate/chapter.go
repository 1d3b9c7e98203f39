package narrate

import (
	"gongkai/internal/organ"
	"gongkai/law/tally"
)

// Keys of the chapters, as law/tally has them.
const (
	chapterOverview    = "overview"
	chapterProactive   = "proactive"
	chapterRequests    = "requests"
	chapterFees        = "fees"
	chapterRemedies    = "remedies"
	chapterImprovement = "improvement"
	chapterOther       = "other"
)

// sixChapters are the sections under the six chapters in use since 2019.
func sixChapters(format tally.Format, kind organ.Kind) []SectionSpec {
	sections := []SectionSpec{preamble(format)}
	sections = append(sections, overview(format, kind)...)
	sections = append(sections, tableNotes()...)
	sections = append(sections, improvement(format)...)
	return append(sections, other(format)...)
}

// who is the subject of a sentence about the year's work: a government at county
// level reports for all organs under it.
func who(kind organ.Kind) string {
	if kind == organ.CountyGovernment {
		return "{{@self}}各级行政机关"
	}
	return "{{@self}}"
}

// byKind picks the wording for a kind of organ; "" holds that of all others.
func byKind(kind organ.Kind, wording map[organ.Kind]string) string {
	if words, ok := wording[kind]; ok {
		return words
	}
	return wording[""]
}
