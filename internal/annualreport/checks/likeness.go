package checks

import (
	"fmt"
	"slices"
)

// DefaultSimilarityLimit is the similarity from which two texts count as copied.
const DefaultSimilarityLimit = 0.8

// comparedChapters are those an organ writes in its own words.
var comparedChapters = []string{"overview", "improvement"}

// likeness looks for chapters that were copied from last year's report or from
// that of an organ beside this one.
var likeness = Check{
	ID: "N-08", Title: "内容雷同", Citation: reportContent, Severity: Warning, Since: sinceRegulation,
	Examine: func(l *Ledger) []Finding {
		limit := l.SimilarityLimit
		if limit <= 0 {
			limit = DefaultSimilarityLimit
		}
		var findings []Finding
		for _, key := range comparedChapters {
			chapter, ok := l.Chapter(key)
			if !ok {
				continue
			}
			own := shingles(ownWords(chapter), l.Organ.Names())
			if len(own) < fewestShingles {
				continue
			}
			f, alike := l.mostAlike(chapter, own, limit)
			if alike {
				findings = append(findings, f)
			}
		}
		return findings
	},
	Fails: func(l *Ledger) {
		chapter, _ := l.Chapter("overview")
		l.Siblings = append(l.Siblings, Sibling{Organ: "禾岭县枫林镇人民政府", Chapters: []Chapter{chapter}})
	},
	Passes: func(l *Ledger) {
		chapter, _ := l.Chapter("overview")
		for i := range chapter.Sections {
			chapter.Sections[i].Template = true // the ledger's own as well
		}
		l.Siblings = append(l.Siblings, Sibling{Organ: "禾岭县枫林镇人民政府", Chapters: []Chapter{chapter}})
	},
}

// ownWords is the text of a chapter without sections that are still the template.
func ownWords(c Chapter) string {
	kept := Chapter{Sections: slices.DeleteFunc(slices.Clone(c.Sections), func(s Section) bool { return s.Template })}
	return kept.Text()
}

// mostAlike compares a chapter with last year's and with those of the siblings and
// reports the one that is nearest, if it is too near.
func (l *Ledger) mostAlike(chapter Chapter, own map[uint64]struct{}, limit float64) (Finding, bool) {
	nearest, whose := 0.0, ""
	if l.Previous != nil {
		for _, c := range l.Previous.Chapters {
			if c.Key == chapter.Key {
				nearest, whose = similarity(own, shingles(ownWords(c), l.Organ.Names())), "本机关上年报告"
			}
		}
	}
	for _, sibling := range l.Siblings {
		for _, c := range sibling.Chapters {
			if c.Key != chapter.Key {
				continue
			}
			s := similarity(own, shingles(ownWords(c), append(l.Organ.Names(), sibling.Organ)))
			if s > nearest {
				nearest, whose = s, sibling.Organ+"的报告"
			}
		}
	}
	if nearest < limit {
		return Finding{}, false
	}
	return Finding{
		Text:  fmt.Sprintf("%s与%s的文字有%.0f%%相同，请按本年度实际情况重写，不要照抄。", l.chapterPlace(chapter), whose, nearest*100),
		Where: chapter.Key, Place: l.chapterPlace(chapter),
	}, true
}
