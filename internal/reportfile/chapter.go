package reportfile

import (
	"strings"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/annualreport/reading"
)

// ownChapters are the chapters that an organ writes in its own words (N-08):
// 总体情况, 存在的主要问题及改进情况.
var ownChapters = []string{"overview", "improvement"}

// chapter is one of them: its wording in short, its text out of memory.
type chapter struct {
	key, heading string
	at           *checks.Spot
	text         record
	wording      sketch
}

// keepChapters puts the texts of the chapters away that may be compared. A chapter
// that comes twice is not: the file holds two reports, or a table of contents.
func (b *Batch) keepChapters(e *Entry, r reading.Result) error {
	names := ownNames(r.Organ)
	for _, key := range ownChapters {
		var found []reading.Chapter
		for _, c := range r.Chapters {
			if c.Key == key {
				found = append(found, c)
			}
		}
		if len(found) != 1 {
			continue
		}
		wording := drawSketch(found[0].Text, names)
		if wording == nil {
			continue
		}
		text, err := b.kept.add([]byte(found[0].Text))
		if err != nil {
			return err
		}
		e.chapters = append(e.chapters, chapter{key, strings.Clone(found[0].Heading), found[0].Place.Spot(), text, wording})
	}
	return nil
}

// chapter finds a chapter by its key.
func (e *Entry) chapter(key string) (chapter, bool) {
	for _, c := range e.chapters {
		if c.key == key {
			return c, true
		}
	}
	return chapter{}, false
}
