package portal

import (
	"gongkai/internal/register"
	"gongkai/internal/web/ui"
)

// A record is public from the day it names until the day it was withdrawn: what
// lies in the future was typed in advance and is not said yet.

func itemVisible(r register.Record, today string) bool {
	published, withdrawn := r.Value("published_on"), r.Value("withdrawn_on")
	return published != "" && published <= today && (withdrawn == "" || withdrawn > today)
}

func documentVisible(r register.Record, today string) bool { return r.Value("issued_on") <= today }

// standing reports whether a standing record, such as a service point, exists on
// the day.
func standing(r register.Record, today string) bool {
	closed := r.Value("closed_on")
	return r.Value("opened_on") <= today && (closed == "" || closed > today)
}

// validity says whether a normative document is in force on the day.
func validity(r register.Record, today string) ui.Badge {
	ended, until, from := r.Value("ended_on"), r.Value("valid_until"), r.Value("effective_on")
	switch {
	case ended != "" && ended <= today && (r.Value("ended_by") == "repealed" || r.Value("ended_by") == "replaced"):
		return ui.Badge{Text: "废止", Tone: ui.Bad}
	case ended != "" && ended <= today, until != "" && until < today:
		return ui.Badge{Text: "失效", Tone: ui.Bad}
	case from > today:
		return ui.Badge{Text: "尚未施行", Tone: ui.Warn}
	}
	return ui.Badge{Text: "有效", Tone: ui.Good}
}
