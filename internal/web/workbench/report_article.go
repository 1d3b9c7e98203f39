package workbench

import (
	"fmt"
	"strings"

	"gongkai/internal/annualreport"
	"gongkai/internal/annualreport/narrate"
	"gongkai/internal/document"
	"gongkai/internal/web/ui"
	"gongkai/law/tally"
)

// reportChapter is a chapter as the page draws it: its table, then its sections.
type reportChapter struct {
	ID       string
	Heading  string // empty before the first chapter
	Sheets   []ui.Sheet
	Sections []reportSection
	Findings ui.Findings // about the table or the chapter as a whole
}

// reportSection is one section of the prose as it reads.
type reportSection struct {
	ID         string
	Title      string // in lists and on the link to its editor
	Heading    string // as printed
	Edit       string // address of the editor; empty for who may not edit
	Paragraphs []ui.Prose
	Template   bool // the untouched template
	Required   bool
	Plain      bool // all there is of its chapter: it needs no title of its own
	Findings   ui.Findings
}

// Empty reports whether nothing is written.
func (s reportSection) Empty() bool { return len(s.Paragraphs) == 0 }

// chaptersOf lays the report out in its chapters. Its sections are headed one
// level below them.
func chaptersOf(view annualreport.View, links figureLinks, findings findingsByPlace, editable bool) ([]reportChapter, error) {
	content := view.Content
	chapters := []reportChapter{{ID: chapterID("preamble")}}
	for _, c := range content.Format.Chapters {
		chapter := reportChapter{ID: chapterID(c.Key), Heading: content.Heading(c), Findings: findings.chapters[c.Key]}
		if c.Table != 0 {
			sheets, err := sheetsOf(content.Format, content.Cells, c.Table, links.cell)
			if err != nil {
				return nil, err
			}
			chapter.Sheets = sheets
		}
		chapters = append(chapters, chapter)
	}
	for _, p := range content.Sections {
		plain := view.Report.Source != "" && !editable
		if plain && (strings.TrimSpace(p.Text) == "" || annualreport.HoldsHeading(p.Spec)) {
			continue // the chapter's heading says it already
		}
		at := 0
		for i, c := range content.Format.Chapters {
			if c.Key == p.Spec.Chapter {
				at = i + 1
			}
		}
		section := sectionOf(p, links, findings, editable)
		section.Plain = plain && p.Spec.Chapter != ""
		chapters[at].Sections = append(chapters[at].Sections, section)
	}
	if len(chapters[0].Sections) == 0 {
		chapters = chapters[1:]
	}
	statistics, err := sheetsOf(content.Format, content.Cells, tally.StatisticsTable, links.cell)
	if err != nil {
		return nil, err
	}
	for _, s := range statistics {
		chapters = append(chapters, reportChapter{ID: chapterID("statistics"), Heading: s.Caption, Sheets: []ui.Sheet{s}})
	}
	return chapters, nil
}

// sheetsOf draws one table of the format, or nothing when the format has none of
// that number.
func sheetsOf(format tally.Format, cells tally.Cells, table int, link ui.RefLink) ([]ui.Sheet, error) {
	layout, ok := format.Layout(table)
	if !ok {
		return nil, nil
	}
	drawn := annualreport.Table(layout, format, cells)
	drawn.Caption = captionOf(drawn.Caption)
	sheet, err := ui.NewSheet(drawn, link)
	if err != nil {
		return nil, fmt.Errorf("draw table %d: %w", table, err)
	}
	return []ui.Sheet{sheet}, nil
}

func captionOf(title string) string {
	if title == "" {
		return "报告表格"
	}
	return title
}

func sectionOf(p annualreport.Passage, links figureLinks, findings findingsByPlace, editable bool) reportSection {
	s := reportSection{
		ID: sectionID(p.Spec.Key), Title: p.Spec.Title, Heading: p.Spec.Heading, Template: p.Template, Required: p.Spec.Required,
		Findings: findings.sections[p.Spec.Key],
	}
	if editable {
		s.Edit = links.place.section(p.Spec.Key)
	}
	if strings.TrimSpace(p.Text) != "" {
		s.Paragraphs = proseOf(p.Runs, links.prose)
	}
	return s
}

// proseOf breaks runs into paragraphs at line ends.
func proseOf(runs []document.Run, link ui.RefLink) []ui.Prose {
	var done []ui.Prose
	var current document.Paragraph
	end := func() {
		if strings.TrimSpace(current.String()) != "" {
			done = append(done, ui.NewProse(current, link))
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

// figureLinks leads from what a report states to what stands behind it: a known
// figure to its records, an unknown or typed cell to where it is entered.
type figureLinks struct {
	place  reportPlace
	format tally.Format
	cells  tally.Cells
	facts  annualreport.Facts // for the figures beside the tables
	report annualreport.Report
	enter  bool // this person may type cells now
}

func linksOf(view annualreport.View, place reportPlace, enter bool) figureLinks {
	return figureLinks{place: place, format: view.Content.Format, cells: view.Content.Cells, facts: view.Facts, report: view.Report, enter: enter}
}

// cell links a table's cell. Zeros have no records and lead nowhere.
func (l figureLinks) cell(ref string) (string, string) {
	title := termTitle(l.format, ref)
	value := l.cells[ref]
	entry, typed := l.report.Entry(ref)
	switch {
	case typed:
		return l.place.cell(ref), title + "：手工填写，" + entry.Reason
	case value.State == tally.Unknown && l.enter:
		return l.place.cell(ref), title + "：未知，点此填写"
	case value.State == tally.Number && value.N != 0 && l.traced(ref):
		return l.place.figure(ref), title + "：查看记录"
	}
	return "", ""
}

// traced tells whether a figure has records behind it, or parts that have.
func (l figureLinks) traced(name string) bool {
	_, isSum := l.format.Sum(name)
	return isSum || len(annualreport.CountsOf(l.format, name)) > 0
}

// prose links a bound number of the text.
func (l figureLinks) prose(ref string) (string, string) {
	title := figureTitle(l.format, ref)
	e, ok := narrate.ParseExpression(ref)
	if !ok {
		return "", title
	}
	if len(e) > 1 {
		return l.place.figure(ref), title
	}
	name := e[0].Name
	if plain, before := strings.CutPrefix(name, narrate.LastYear); before {
		return reportPlace{l.place.organID, l.place.year - 1}.figure(plain), title
	}
	if _, isCell := l.format.Cell(name); isCell {
		href, _ := l.cell(name)
		return href, title
	}
	if !l.traced(name) {
		return "", title
	}
	return l.place.figure(name), title
}
