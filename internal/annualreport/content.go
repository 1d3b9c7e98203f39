package annualreport

import (
	"fmt"
	"slices"
	"strings"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/annualreport/narrate"
	"gongkai/internal/document"
	"gongkai/internal/organ"
	"gongkai/law/tally"
)

// Content is what a report says, whether it is still counted from the registers or
// read from its seal: the one source of page, PDF, DOCX, workbook and checks.
type Content struct {
	Organ    organ.Organ
	Title    string
	Year     int
	Format   tally.Format
	Cells    tally.Cells
	Sections []Passage
	Notes    []string // correction note of a later edition
	Signed   checks.Signature
	ID       string // hash of a sealed report, else its id and version
}

// Passage is one section with its text as it reads now.
type Passage struct {
	Spec     narrate.SectionSpec
	Body     string // as stored, with bindings
	Template bool   // the text is the untouched template
	narrate.Rendered
}

// Document composes the report's document (Art. 50; format notice of 2021).
func (c Content) Document() *document.Document {
	d := &document.Document{
		Title: c.Title, Organ: c.Organ.Name, Subject: fmt.Sprintf("%d年度政府信息公开工作情况", c.Year),
		Keywords: []string{"政府信息公开", "年度报告", c.Organ.Name, fmt.Sprint(c.Year)},
		Date:     c.Signed.Date, ID: c.ID, Notes: c.Notes,
	}
	if d.Date == "" {
		d.Date = fmt.Sprintf("%04d-12-31", c.Year)
	}
	d.Blocks = append(d.Blocks, c.passages("")...)
	for _, chapter := range c.Format.Chapters {
		d.Blocks = append(d.Blocks, document.Heading{Level: 1, Text: c.Heading(chapter)})
		if layout, ok := c.Format.Layout(chapter.Table); ok && chapter.Table != 0 {
			d.Blocks = append(d.Blocks, Table(layout, c.Format, c.Cells))
		}
		d.Blocks = append(d.Blocks, c.passages(chapter.Key)...)
	}
	if layout, ok := c.Format.Layout(tally.StatisticsTable); ok {
		d.Blocks = append(d.Blocks, document.Heading{Level: 2, Text: layout.Title}, Table(layout, c.Format, c.Cells))
	}
	signature := document.Signature{Organ: c.Organ.Name}
	if c.Signed.Date != "" {
		signature.Date = chineseDate(c.Signed.Date)
	}
	d.Blocks = append(d.Blocks, signature)
	return d
}

// Heading is a chapter's heading: the format's, or as a report that was read has it.
func (c Content) Heading(chapter tally.Chapter) string {
	for _, p := range c.Sections {
		if p.Spec.Key == headingKey(chapter.Key) && strings.TrimSpace(p.Text) != "" {
			return strings.TrimSpace(p.Text)
		}
	}
	return chapter.Heading()
}

func (c Content) passages(chapter string) []document.Block {
	var blocks []document.Block
	for _, p := range c.Sections {
		if p.Spec.Chapter != chapter || p.Spec.Key == headingKey(chapter) || strings.TrimSpace(p.Text) == "" {
			continue
		}
		if p.Spec.Heading != "" {
			blocks = append(blocks, document.Heading{Level: 2, Text: p.Spec.Heading})
		}
		for _, paragraph := range paragraphs(p.Runs) {
			blocks = append(blocks, paragraph)
		}
	}
	return blocks
}

// paragraphs breaks runs at line ends, keeping what each run refers to.
func paragraphs(runs []document.Run) []document.Paragraph {
	var done []document.Paragraph
	var current document.Paragraph
	end := func() {
		if strings.TrimSpace(current.String()) != "" {
			done = append(done, current)
		}
		current = document.Paragraph{}
	}
	for _, run := range runs {
		for i, line := range strings.Split(run.Text, "\n") {
			if i > 0 {
				end()
			}
			if line = strings.TrimRight(line, "\r"); line != "" {
				current.Runs = append(current.Runs, document.Run{Text: line, Strong: run.Strong, Ref: run.Ref})
			}
		}
	}
	end()
	return done
}

// Chapters gives the content in the form that the checks read.
func (c Content) Chapters() []checks.Chapter {
	var chapters []checks.Chapter
	add := func(key, heading string) {
		chapter := checks.Chapter{Key: key, Heading: heading}
		for _, p := range c.Sections {
			if p.Spec.Chapter == key && p.Spec.Key != headingKey(key) {
				chapter.Sections = append(chapter.Sections, checks.Section{Key: p.Spec.Key, Text: p.Text, Spans: p.Spans, Template: p.Template})
			}
		}
		chapters = append(chapters, chapter)
	}
	if slices.ContainsFunc(c.Sections, func(p Passage) bool { return p.Spec.Chapter == "" }) {
		add("", "")
		chapters[0].Key = preamble
	}
	for _, chapter := range c.Format.Chapters {
		add(chapter.Key, c.Heading(chapter))
	}
	return chapters
}

// preamble is what the checks call the text before the first chapter.
const preamble = "preamble"

func chineseDate(date string) string {
	var y, m, d int
	_, err := fmt.Sscanf(date, "%d-%d-%d", &y, &m, &d)
	if err != nil {
		return date
	}
	return fmt.Sprintf("%d年%d月%d日", y, m, d)
}
