package corpus

import (
	"strings"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/annualreport/narrate"
)

// passage is a stretch of a report's prose with the figures it states.
type passage struct {
	chapter string // tally chapter key; empty before the first chapter
	heading string // such as （一）主动公开情况; empty for none
	body    string // with bindings, as package narrate has them
}

// voices are ways of writing a report, by name. Reports that differ only in their
// figures would try a reader on one wording.
var voices = map[string][]passage{
	"town": townVoice, "items": itemsVoice, "street": streetVoice, "bureau": bureauVoice, "county": countyVoice, "narrative": narrativeVoice,
}

// written is a passage with its figures put in.
type written struct {
	chapter, heading string
	text             string
	spans            []checks.Span
}

// write puts the figures of a report into the words of its voice. The voice "plain"
// has the words of the product itself.
func write(w wording) []written {
	passages := voices[w.voice]
	if w.voice == "plain" {
		for _, s := range narrate.Sections(w.figures.format, w.Kind) {
			passages = append(passages, passage{s.Chapter, s.Heading, ownWords(s)})
		}
	}
	var done []written
	for _, p := range passages {
		rendered := narrate.Render(p.body, w)
		if strings.TrimSpace(rendered.Text) == "" {
			continue
		}
		if strings.ContainsAny(rendered.Text, "{}") || strings.Contains(rendered.Text, narrate.Placeholder) {
			panic(w.Name + ": a passage with a gap: " + rendered.Text)
		}
		done = append(done, written{p.chapter, p.heading, rendered.Text, rendered.Spans})
	}
	return done
}

// ownWords is the product's template, or what an organ would write where the
// template waits for a person.
func ownWords(s narrate.SectionSpec) string {
	switch s.Key {
	case "improvement.problems":
		return "一是部分栏目更新间隔偏长。二是个别业务科室对公开属性的界定把握不准。三是图文解读的比重不高。"
	case "improvement.measures":
		return "一是按月通报栏目更新情况。二是由法制审核人员参与公开属性认定。三是凡涉及群众切身利益的文件同步编写图文解读。"
	}
	return s.Template
}
