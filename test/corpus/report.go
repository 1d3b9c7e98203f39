package corpus

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"strings"

	"gongkai/internal/annualreport"
	"gongkai/internal/annualreport/checks"
	"gongkai/internal/document"
	"gongkai/law/tally"
)

// report is a report as its organ would publish it, together with what a person can
// read in it. Forms and slips change both alike.
type report struct {
	base
	figures
	title  string
	head   [][2]string // the statutory head: label and content
	blocks []document.Block
	signed checks.Signature
	want   Want
}

// seeded is a source of chance that a name fixes, so that a report stays the same
// when others are added.
func seeded(name string) *rand.Rand {
	h := fnv.New64a()
	h.Write([]byte(name))
	return rand.New(rand.NewPCG(h.Sum64(), 20190515))
}

// compose writes the report of a base. The figures depend on the base alone.
func compose(b base) *report { return composeWith(b, nil) }

// composeWith composes a report whose figures are changed before its text states
// them.
func composeWith(b base, change func(figures)) *report {
	r := &report{base: b, figures: fill(b, seeded(b.Name))}
	if change != nil {
		change(r.figures)
	}
	r.title = r.figures.format.Title(b.Name, b.year)
	r.signed = checks.Signature{Organ: b.Name, Date: b.signed}
	r.head = [][2]string{
		{"索引号", b.index}, {"发布机构", b.ShortName}, {"公开方式", "主动公开"}, {"成文日期", b.signed}, {"主题分类", "政务公开"},
	}
	passages := write(wording{b, r.figures})
	r.want = wanted(r, passages)
	r.lay(passages)
	return r
}

// lay puts the passages and tables under the chapters of the format.
func (r *report) lay(passages []written) {
	under := func(chapter string) {
		for _, p := range passages {
			if p.chapter != chapter {
				continue
			}
			if p.heading != "" {
				r.blocks = append(r.blocks, document.Heading{Level: 2, Text: p.heading})
			}
			for line := range strings.SplitSeq(p.text, "\n") {
				r.blocks = append(r.blocks, document.Text(line))
			}
		}
	}
	under("")
	for _, chapter := range r.figures.format.Chapters {
		r.blocks = append(r.blocks, document.Heading{Level: 1, Text: chapter.Heading()})
		layout, has := r.figures.format.Layout(chapter.Table)
		if has && chapter.Table != 0 {
			r.blocks = append(r.blocks, annualreport.Table(layout, r.figures.format, r.cells))
		}
		under(chapter.Key)
	}
	layout, has := r.figures.format.Layout(tally.StatisticsTable)
	if has {
		r.blocks = append(r.blocks, document.Heading{Level: 2, Text: layout.Title}, annualreport.Table(layout, r.figures.format, r.cells))
	}
	r.blocks = append(r.blocks, document.Signature{Organ: r.signed.Organ, Date: chineseDate(r.signed.Date)})
}

// chineseDate writes 2025-01-16 as 2025年1月16日.
func chineseDate(date string) string {
	var y, m, d int
	_, err := fmt.Sscanf(date, "%d-%d-%d", &y, &m, &d)
	if err != nil {
		return date
	}
	return fmt.Sprintf("%d年%d月%d日", y, m, d)
}

// document is the report as the writers of the product take it.
func (r *report) document() *document.Document {
	return &document.Document{
		Title: r.title, Organ: r.Name, Subject: fmt.Sprintf("%d年度政府信息公开工作情况", r.year), Date: fmt.Sprintf("%d-01-05", r.year+1),
		ID: "corpus-" + r.index, Blocks: r.blocks,
	}
}

// tables are the tables in order.
func (r *report) tables() []*document.Table {
	var tables []*document.Table
	for _, b := range r.blocks {
		table, ok := b.(*document.Table)
		if ok {
			tables = append(tables, table)
		}
	}
	return tables
}

// table finds a table by its name (proactive, requests, remedies, statistics).
func (r *report) table(name string) *document.Table {
	for _, t := range r.tables() {
		if t.Name == name {
			return t
		}
	}
	return nil
}
