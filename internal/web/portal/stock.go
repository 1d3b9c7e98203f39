package portal

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"gongkai/internal/register"
)

// stock remembers what an organ's platform holds: the columns that have items,
// the years, how many. It costs a walk through the register, so it may be a few
// seconds old; lists themselves are always read afresh.
type stock struct {
	now  func() time.Time
	mu   sync.Mutex
	kept map[stockKey]stockTaken
}

const stockFresh = 3 * time.Second

// stockKey holds the base because what is kept has addresses.
type stockKey struct{ site, organ, today, base string }

type stockTaken struct {
	at       time.Time
	holdings holdings
}

// holdings is what one organ has published.
type holdings struct {
	Items     int
	Columns   map[string]int // items by column code
	Years     []int          // of items, newest first
	Documents int
	InForce   int
	GuideOn   string             // last day on which a guide was issued
	Partly    bool               // there is more than was walked through: numbers are lower bounds
	newest    map[string][]entry // by column code, in the order of the register
	carriers  map[string][]entry // by the document number that an item carries
}

// Shown of a column on the platform's first page, looked at for their order by
// date, and shown beside a document.
const (
	columnNews    = 6
	columnLooked  = 3 * columnNews
	carriersShown = 6
)

// add counts one visible item.
func (h *holdings) add(v visit, r register.Record) {
	code, document := r.Value("category"), r.Value("document_number")
	h.Items++
	h.Columns[code]++
	if len(h.newest[code]) < columnLooked {
		h.newest[code] = append(h.newest[code], v.itemEntry(r))
	}
	if document != "" && len(h.carriers[document]) < carriersShown {
		h.carriers[document] = append(h.carriers[document], v.itemEntry(r))
	}
	if r.Value("class") == "guide" || code == "guide" {
		h.GuideOn = max(h.GuideOn, r.Value("published_on"))
	}
}

// latest lists the newest items of a column, latest first.
func (h holdings) latest(code string) []entry {
	return newestFirst(slices.Clone(h.newest[code]), columnNews)
}

// holdings takes stock of the organ of a visit.
func (p *Portal) holdings(ctx context.Context, v visit) (holdings, error) {
	key, now := stockKey{v.site.ID, v.organ.ID, v.today, v.base}, p.stock.now()
	p.stock.mu.Lock()
	taken, ok := p.stock.kept[key]
	p.stock.mu.Unlock()
	if ok && now.Sub(taken.at) < stockFresh {
		return taken.holdings, nil
	}
	h, err := p.takeStock(ctx, v)
	if err != nil {
		return h, err
	}
	p.stock.mu.Lock()
	defer p.stock.mu.Unlock()
	for other := range p.stock.kept {
		if other.site == key.site && other.organ == key.organ && other.today != key.today {
			delete(p.stock.kept, other) // of an earlier day
		}
	}
	p.stock.kept[key] = stockTaken{now, h}
	return h, nil
}

func (p *Portal) takeStock(ctx context.Context, v visit) (holdings, error) {
	h := holdings{Columns: map[string]int{}, newest: map[string][]entry{}, carriers: map[string][]entry{}}
	years := map[string]bool{}
	items, err := p.pick(ctx, v, register.DisclosureItem.Name, register.Query{}, mostRead, func(r register.Record) bool {
		if itemVisible(r, v.today) {
			h.add(v, r)
			year, _, _ := strings.Cut(r.Value("published_on"), "-")
			years[year] = true
		}
		return false
	})
	if err != nil {
		return h, err
	}
	documents, err := p.pick(ctx, v, register.NormativeDocument.Name, register.Query{}, mostRead, func(r register.Record) bool {
		if documentVisible(r, v.today) {
			h.Documents++
			if validity(r, v.today).Text == "有效" {
				h.InForce++
			}
		}
		return false
	})
	if err != nil {
		return h, err
	}
	for year := range years {
		if y, ok := parseYear(year); ok {
			h.Years = append(h.Years, y)
		}
	}
	slices.SortFunc(h.Years, func(a, b int) int { return b - a })
	h.Partly = items.Next != "" || documents.Next != ""
	return h, nil
}

// count writes a number of the holdings: a lower bound is shown as one.
func (h holdings) count(n int) string {
	if h.Partly {
		return fmt.Sprintf("%d以上", n)
	}
	return fmt.Sprint(n)
}
