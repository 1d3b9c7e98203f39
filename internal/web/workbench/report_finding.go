package workbench

import (
	"fmt"
	"slices"

	"gongkai/internal/annualreport"
	"gongkai/internal/annualreport/checks"
	"gongkai/internal/message"
	"gongkai/internal/web/ui"
)

// findingsByPlace is what the checks found, sorted to where it is shown: beside a
// section, under a table, or above the report.
type findingsByPlace struct {
	sections map[string]ui.Findings // by section key
	chapters map[string]ui.Findings // by chapter key
	whole    ui.Findings
	index    []findingIndex
}

// findingIndex leads from one severity to the places of its findings.
type findingIndex struct {
	Badge  ui.Badge
	Note   string
	Places []ui.Link
	count  int
}

// lead adds a place, each once.
func (i *findingIndex) lead(place, anchor string) {
	link := ui.Link{Title: place, Href: anchor}
	if !slices.Contains(i.Places, link) {
		i.Places = append(i.Places, link)
	}
}

var severities = []struct {
	of   checks.Severity
	as   ui.Severity
	note string
}{
	{checks.Error, ui.SeverityError, "处理后才能校核、签发"},
	{checks.Warning, ui.SeverityWarn, "请核对，不影响签发"},
	{checks.Information, ui.SeverityInfo, "供参考"},
}

// sortFindings sorts the findings to their places, worst first in each, with the
// way to where each is put right.
func sortFindings(view annualreport.View, links figureLinks, editable bool) findingsByPlace {
	at := findingsByPlace{sections: map[string]ui.Findings{}, chapters: map[string]ui.Findings{}, whole: ui.Findings{Label: "报告整体的检查结果"}}
	passages := map[string]annualreport.Passage{}
	for _, p := range view.Content.Sections {
		passages[p.Spec.Key] = p
	}
	for _, severity := range severities {
		index := findingIndex{Note: severity.note}
		for _, f := range view.Findings {
			if f.Severity != severity.of {
				continue
			}
			item := ui.Finding{ID: f.ID + " " + f.Title, Severity: severity.as, Text: f.Text, Citation: message.Citation(f.Citation), Place: f.Place}
			var anchor string
			anchor, item.Fix = findingPlace(f, passages, links, editable)
			at.put(f, passages, links, item)
			if item.Place == "" {
				item.Place = f.Title
			}
			index.count++
			index.lead(item.Place, anchor)
		}
		if index.count > 0 {
			index.Badge = ui.Badge{Text: fmt.Sprintf("%s %d", severity.as.Word(), index.count), Tone: severity.as.Tone()}
			at.index = append(at.index, index)
		}
	}
	return at
}

func (at *findingsByPlace) put(f checks.Finding, passages map[string]annualreport.Passage, links figureLinks, item ui.Finding) {
	if p, ok := passages[f.Where]; ok {
		group := at.sections[f.Where]
		group.Label = "“" + p.Spec.Title + "”的检查结果"
		group.Items = append(group.Items, item)
		at.sections[f.Where] = group
		return
	}
	for _, c := range links.format.Chapters {
		cell, isCell := links.format.Cell(f.Where)
		if c.Key == f.Where || isCell && c.Table != 0 && c.Table == cell.Table {
			group := at.chapters[c.Key]
			group.Label = "第" + c.Number + "章的检查结果"
			group.Items = append(group.Items, item)
			at.chapters[c.Key] = group
			return
		}
	}
	at.whole.Items = append(at.whole.Items, item)
}

// findingPlace leads to where a finding is: a section with its editor, or a table
// with the records or the entry of the cell.
func findingPlace(f checks.Finding, sections map[string]annualreport.Passage, links figureLinks, editable bool) (string, ui.Link) {
	if p, ok := sections[f.Where]; ok {
		if editable {
			return "#" + sectionID(f.Where), ui.Link{Title: "编辑“" + p.Spec.Title + "”", Href: links.place.section(f.Where)}
		}
		return "#" + sectionID(f.Where), ui.Link{}
	}
	if cell, ok := links.format.Cell(f.Where); ok {
		href, _ := links.cell(f.Where)
		title := "查看记录"
		if href == links.place.cell(f.Where) {
			title = "填写或者更正"
		}
		return "#" + tableAnchor(cell.Table), ui.Link{Title: title, Href: href}
	}
	for _, c := range links.format.Chapters {
		if c.Key == f.Where {
			return "#" + chapterID(c.Key), ui.Link{}
		}
	}
	return "#whole", ui.Link{}
}

// tableAnchor is the id that the table has on the page.
func tableAnchor(table int) string {
	switch table {
	case 2:
		return "proactive"
	case 3:
		return "requests"
	case 4:
		return "remedies"
	}
	return "statistics"
}

// errorCount counts the findings that block checking and signing.
func errorCount(findings []checks.Finding) int {
	n := 0
	for _, f := range findings {
		if f.Severity == checks.Error {
			n++
		}
	}
	return n
}
