package corpus

import (
	"fmt"
	"strconv"
	"strings"

	"gongkai/internal/document"
	"gongkai/law/tally"
)

// slip is a known error in a sound report.
type slip struct {
	key  string
	of   int    // number of the base
	form string // key of the form that carries it
	// figures changes the figures before the text states them; text changes what was
	// composed. Either may be nil.
	figures func(figures)
	text    func(*report)
	finds   []string // ids of the findings it must lead to
	allows  []string // and those it may lead to
}

// slipped are the fixtures with a slip.
func slipped() []Fixture {
	var all []Fixture
	for _, s := range slips {
		b := bases[s.of]
		name := fmt.Sprintf("slip-%s %s %d", s.key, b.Name, b.year)
		r := composeWith(b, s.figures)
		r.want.find(s.finds...)
		r.want.allow(s.allows...)
		if s.text != nil {
			s.text(r)
		}
		for _, f := range Forms {
			if f.Key == s.form {
				all = append(all, Fixture{Name: name, Form: "slip", File: strings.ReplaceAll(name, " ", "-") + f.End, Data: f.write(r), Want: r.want})
			}
		}
	}
	return all
}

// add changes a cell.
func (f figures) add(name string, n int64) {
	_, exists := f.format.Cell(name)
	if !exists {
		panic("a slip in a cell that the format does not have: " + name)
	}
	f.cells[name] = tally.Count(f.cells[name].N + n)
}

// replace changes the running text, where it must say so.
func (r *report) replace(old, other string) {
	found := false
	r.eachParagraph(func(text string) string {
		found = found || strings.Contains(text, old)
		return strings.Replace(text, old, other, 1)
	})
	if !found {
		panic(r.title + " does not say " + old)
	}
}

// restate writes another number where a sentence states a figure; words hold its
// place as %d.
func (r *report) restate(words, figure string, more int64) {
	n, counted := r.counts[figure]
	if !counted {
		n = r.figures.format.Value(r.cells, figure).N
	}
	r.replace(fmt.Sprintf(words, n), fmt.Sprintf(words, n+more))
	for i, s := range r.want.Stated {
		if s.Means == figure {
			r.want.Stated[i].Value += more
			return
		}
	}
}

// say adds a sentence to the first paragraph that holds some words.
func (r *report) say(after, sentence string) {
	done := false
	r.eachParagraph(func(text string) string {
		if done || !strings.Contains(text, after) {
			return text
		}
		done = true
		return text + sentence
	})
	if !done {
		panic(r.title + " does not say " + after)
	}
}

// loseChapter loses a chapter with its text.
func (r *report) loseChapter(number string) {
	var kept []document.Block
	inside := false
	for _, b := range r.blocks {
		h, ok := b.(document.Heading)
		if ok && h.Level == 1 {
			inside = strings.HasPrefix(h.Text, number+"、")
		}
		_, signature := b.(document.Signature)
		if !inside || signature {
			kept = append(kept, b)
		}
	}
	r.blocks = kept
}

// sign changes the signature.
func (r *report) sign(organ, date string) {
	for i, b := range r.blocks {
		_, ok := b.(document.Signature)
		if ok {
			r.blocks[i] = document.Signature{Organ: organ, Date: chineseDate(date)}
		}
	}
	delete(r.want.Head, "signed")
	if date != "" {
		r.want.Head["signed"] = date
	}
}

// dateHead puts another date into the statutory head.
func (r *report) dateHead(label, date string) {
	for i := range r.head {
		if r.head[i][0] == "成文日期" {
			r.head[i] = [2]string{label, date}
		}
	}
	delete(r.want.Head, "dated")
}

// show writes another text into the cell of a figure; the text says what it reads as.
func (r *report) show(name, text string, value tally.Value) {
	r.eachFigure(func(c *document.Cell) {
		if c.Ref == name {
			c.Text = text
		}
	})
	r.want.Cells[name] = value
}

func itoa(n int) string { return strconv.Itoa(n) }
