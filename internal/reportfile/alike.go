package reportfile

import (
	"cmp"
	"fmt"
	"slices"

	"gongkai/internal/annualreport/checks"
)

// alike is the check on copied chapters. Reading one report cannot make it: it needs
// the reports beside it.
const alike = "N-08"

// compareWording tells every report of the one among the files that its chapters
// are most alike to, if they are too much so: its organ's report of the year
// before, or another organ's of the same year.
func (b *Batch) compareWording() error {
	check, ok := checks.ByID(alike)
	if !ok {
		return nil
	}
	files := b.byOrganYear()
	for _, key := range ownChapters {
		near := b.neighbours(key)
		shared := make(map[[2]int]float64) // what was compared word for word
		for i := range b.Entries {
			nearest, share, err := b.mostAlike(i, key, near[i], files, shared)
			if err != nil {
				return err
			}
			if share >= checks.DefaultSimilarityLimit {
				f := b.copied(i, nearest, key, share)
				f.ID, f.Severity, f.Title, f.Citation = check.ID, check.Severity, check.Title, check.Citation
				b.Entries[i].Findings = append(b.Entries[i].Findings, f)
			}
		}
	}
	for i := range b.Entries {
		b.Entries[i].chapters = nil // nobody asks for the sketches again
	}
	return nil
}

// doubt is by how much a sketch may be mistaken about two texts.
const doubt = 0.1

// mostAlike compares a chapter with those that may be like it word for word. It
// gives the nearest report and the share of common wording, 0 where there is none
// to compare with.
func (b *Batch) mostAlike(i int, key string, near []neighbour, files map[organYear][]int, shared map[[2]int]float64) (int, float64, error) {
	e := &b.Entries[i]
	own, ok := e.chapter(key)
	if !ok {
		return 0, 0, nil
	}
	before, found := b.yearBefore(i, files)
	if found {
		last, has := b.Entries[before].chapter(key)
		if has {
			near = append([]neighbour{{before, own.wording.likeness(last.wording)}}, near...)
		}
	}
	nearest, most := 0, 0.0
	for _, n := range near {
		if n.likeness+doubt < max(most, checks.DefaultSimilarityLimit-doubt) {
			continue // not this one, or not enough
		}
		share, err := b.share(i, n.entry, key, shared)
		if err != nil {
			return 0, 0, err
		}
		if share > most {
			nearest, most = n.entry, share
		}
	}
	return nearest, most, nil
}

// share is the share of common wording of a chapter of two reports, as N-08
// measures it.
func (b *Batch) share(i, j int, key string, shared map[[2]int]float64) (float64, error) {
	pair := [2]int{min(i, j), max(i, j)}
	share, known := shared[pair]
	if known {
		return share, nil
	}
	var texts [2]string
	var names []string
	for side, at := range pair {
		e := &b.Entries[at]
		c, _ := e.chapter(key)
		text, err := b.kept.fetch(c.text)
		if err != nil {
			return 0, err
		}
		texts[side] = string(text)
		names = append(names, ownNames(e.Organ)...)
	}
	slices.SortStableFunc(names, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	share, _ = checks.Similarity(texts[0], texts[1], names...)
	shared[pair] = share
	return share, nil
}

// copied is the finding on a chapter of report i that is like that of report j.
func (b *Batch) copied(i, j int, key string, share float64) checks.Finding {
	e, other := &b.Entries[i], &b.Entries[j]
	own, _ := e.chapter(key)
	whose := other.Organ + "同年度的报告"
	if other.Year != e.Year {
		whose = "本机关上年的报告"
	}
	return checks.Finding{
		Text:  fmt.Sprintf("“%s”的文字与%s（文件“%s”）有%.0f%%相同，请按本年度实际情况重写，不要照抄。", own.heading, whose, other.File, share*100),
		Where: key, Place: own.heading + standsAt(own.at), At: own.at,
	}
}
