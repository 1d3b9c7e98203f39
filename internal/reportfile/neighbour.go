package reportfile

import (
	"cmp"
	"slices"
)

// neighbour is a report of the same year whose chapter may be like this one's.
type neighbour struct {
	entry    int
	likeness float64 // about how much
}

// Three thousand towns may all have copied one text. Of those that agree with a
// report in a band it looks at so many on either side, and it keeps the best few:
// it has to be told of one.
const (
	reach     = 16
	keptClose = 3
)

// neighbours finds for every report the reports of other organs of its year whose
// chapter is most like its own, by their sketches: only those that agree in a whole
// band are looked at. The answer is by number of the entry, most alike first, and
// the same in every run.
func (b *Batch) neighbours(key string) map[int][]neighbour {
	years := make(map[int][]drawn)
	for i := range b.Entries {
		e := &b.Entries[i]
		c, ok := e.chapter(key)
		if ok && e.Year != 0 && e.Organ != "" && isReport(*e) {
			years[e.Year] = append(years[e.Year], drawn{i, c.wording})
		}
	}
	near := make(map[int][]neighbour)
	for _, reports := range years {
		// Sorted by their sketches equal texts stand side by side, within reach.
		slices.SortFunc(reports, func(a, b drawn) int {
			return cmp.Or(slices.Compare(a.wording, b.wording), cmp.Compare(a.entry, b.entry))
		})
		for band := range bands {
			b.sameBand(reports, band, near)
		}
	}
	return near
}

// drawn is a report with the sketch of the chapter that is being looked at.
type drawn struct {
	entry   int
	wording sketch
}

// sameBand introduces to each other the reports that agree in one band.
func (b *Batch) sameBand(reports []drawn, band int, near map[int][]neighbour) {
	buckets := make(map[uint64][]int)
	for at, r := range reports {
		h := r.wording.band(band)
		buckets[h] = append(buckets[h], at)
	}
	for _, bucket := range buckets {
		for n, at := range bucket {
			for _, other := range bucket[n+1 : min(len(bucket), n+1+reach)] {
				b.introduce(reports[at], reports[other], near)
			}
		}
	}
}

func (b *Batch) introduce(first, second drawn, near map[int][]neighbour) {
	known := slices.ContainsFunc(near[first.entry], func(n neighbour) bool { return n.entry == second.entry }) &&
		slices.ContainsFunc(near[second.entry], func(n neighbour) bool { return n.entry == first.entry })
	if known || maybeSame(b.Entries[first.entry].Organ, b.Entries[second.entry].Organ) {
		return
	}
	likeness := first.wording.likeness(second.wording)
	near[first.entry] = closest(near[first.entry], neighbour{second.entry, likeness})
	near[second.entry] = closest(near[second.entry], neighbour{first.entry, likeness})
}

// closest puts a neighbour into a list of the most alike; of equals the one whose
// file came first goes first.
func closest(list []neighbour, n neighbour) []neighbour {
	if slices.ContainsFunc(list, func(has neighbour) bool { return has.entry == n.entry }) {
		return list
	}
	at, _ := slices.BinarySearchFunc(list, n, func(a, b neighbour) int {
		return cmp.Or(cmp.Compare(b.likeness, a.likeness), cmp.Compare(a.entry, b.entry))
	})
	list = slices.Insert(list, at, n)
	return list[:min(len(list), keptClose)]
}
