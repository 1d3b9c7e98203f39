package workbench

import (
	"slices"
	"strings"

	"gongkai/internal/annualreport"
	"gongkai/internal/annualreport/narrate"
	"gongkai/law/tally"
)

// offer is a figure that a section's text may state.
type offer struct {
	Name  string
	Title string
	Now   string // its value, or “未知”
	n     int64
	known bool
}

// Label is the figure as people write it.
func (o offer) Label() string { return narrate.ShowLabel(o.Name) }

// Braced is the figure as a binding of the text.
func (o offer) Braced() string { return "{{" + o.Label() + "}}" }

// offerGroup is a titled group of figures.
type offerGroup struct {
	Title   string
	Offers  []offer
	Current bool // shown open
}

// countGroups sort the figures beside the tables by the beginning of their names.
var countGroups = []struct {
	title    string
	prefixes []string
}{
	{"主动公开", []string{"item."}},
	{"依申请公开的办理", []string{"inquiry.", "clarification.", "consultation.", "request.", "fee_notice.", "fee_received."}},
	{"监督保障", []string{"training.", "meeting.", "inspection.", "rectification.", "appraisal.", "accountability."}},
	{"机构与队伍", []string{"staff.", "service_point.", "leading_group.", "task_force.", "media_account.", "disclosure_rule.", "internal_office."}},
}

// offersOf lists every figure that a text may state: those of its template first,
// then the counts, the tables with their totals before their columns, and last
// year's.
func offersOf(view annualreport.View, spec narrate.SectionSpec, body string) []offerGroup {
	facts := view.Facts
	here := offerGroup{Title: "本部分常用", Current: true}
	for _, name := range narrate.FigureNames(spec.Template + "\n" + body) {
		here.add(view, name)
	}
	groups := []offerGroup{here}
	names := countNames(view)
	for _, g := range countGroups {
		group := offerGroup{Title: g.title}
		for _, name := range names {
			if slices.ContainsFunc(g.prefixes, func(p string) bool { return strings.HasPrefix(name, p) }) {
				group.add(view, name)
			}
		}
		groups = append(groups, group)
	}
	groups = append(groups, tableOffers(view)...)
	last := offerGroup{Title: "上年数字"}
	for _, name := range append(slices.Clone(names), totalNames(facts.Format)...) {
		if _, _, known, _ := view.Last.Figure(name); known {
			last.add(view, narrate.LastYear+name)
		}
	}
	groups = append(groups, last)
	return slices.DeleteFunc(groups, func(g offerGroup) bool { return len(g.Offers) == 0 })
}

func (g *offerGroup) add(view annualreport.View, name string) {
	facts, plain := view.Facts, name
	if rest, before := strings.CutPrefix(name, narrate.LastYear); before {
		facts, plain = view.Last, rest
	}
	n, figure, known, exists := facts.Figure(plain)
	if !exists && facts.Format.ID != "" {
		return
	}
	o := offer{Name: name, Title: figureTitle(view.Facts.Format, name), Now: figureText(facts, plain), n: n, known: known && !figure.Money}
	if known && figure.Unit != "" && o.Now != "/" {
		o.Now += figure.Unit
	}
	g.Offers = append(g.Offers, o)
}

// countNames lists the figures beside the tables, sorted: those the registers
// give, or, where they cover no part of the year, those the templates speak of.
func countNames(view annualreport.View) []string {
	var names []string
	for name := range view.Facts.Counts {
		names = append(names, name)
	}
	for _, p := range view.Content.Sections {
		for _, name := range narrate.FigureNames(p.Spec.Template) {
			_, isCell := tally.CellByName(name)
			_, isCount := annualreport.FigureByName(name)
			if isCount && !isCell {
				names = append(names, name)
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// totalNames lists the cells of table three's last column and the totals of table
// four: what reports compare with the year before.
func totalNames(format tally.Format) []string {
	var names []string
	for _, cell := range format.Cells {
		if cell.Table == 2 || cell.Column == tally.TotalColumn {
			names = append(names, cell.Name)
		}
	}
	return names
}

func tableOffers(view annualreport.View) []offerGroup {
	format := view.Facts.Format
	two, three := offerGroup{Title: "表二"}, offerGroup{Title: "表三总计"}
	applicants, four, statistics := offerGroup{Title: "表三各类申请人"}, offerGroup{Title: "表四"}, offerGroup{Title: "统计表"}
	for _, row := range format.RequestRows {
		group := tally.RequestCell(row.Group, tally.TotalColumn)
		if row.Group != "" && !slices.ContainsFunc(three.Offers, func(o offer) bool { return o.Name == group }) {
			three.add(view, group)
		}
		three.add(view, tally.RequestCell(row.Key, tally.TotalColumn))
	}
	for _, cell := range format.Cells {
		switch {
		case cell.Table == 2:
			two.add(view, cell.Name)
		case cell.Table == 3 && cell.Column != tally.TotalColumn:
			applicants.add(view, cell.Name)
		case cell.Table == 4:
			four.add(view, cell.Name)
		case cell.Table == tally.StatisticsTable:
			statistics.add(view, cell.Name)
		}
	}
	return []offerGroup{two, three, four, applicants, statistics}
}

// mostCandidates bounds the figures offered beside one typed number.
const mostCandidates = 3

// candidates lists the figures whose value is n, those named first coming first.
func candidates(groups []offerGroup, n int64) []offer {
	var found []offer
	for _, g := range groups {
		for _, o := range g.Offers {
			known := slices.ContainsFunc(found, func(f offer) bool { return f.Name == o.Name })
			if o.known && o.n == n && n != 0 && !known && len(found) < mostCandidates {
				found = append(found, o)
			}
		}
	}
	return found
}
