package reading

import (
	"strings"

	"gongkai/law/tally"
)

// skeletonOf is the statutory table with its rows that carry figures; of the
// statistics table also the headings, whose marks must not pass for figures.
func skeletonOf(format tally.Format, table int) []skeletonRow {
	layout, ok := format.Layout(table)
	if !ok {
		return nil
	}
	var rows []skeletonRow
	groups := groupsOf(format)
	for _, cells := range layout.Rows() {
		row := skeletonRow{}
		label := ""
		for _, cell := range cells {
			switch {
			case cell.Ref != "":
				row.names = append(row.names, cell.Ref)
			case cell.Head && (table != tally.StatisticsTable || label == ""):
				label = cell.Text // of several, the last is the row's own
			}
		}
		if len(row.names) == 0 && (table != tally.StatisticsTable || label == "统计指标") {
			continue
		}
		if len(row.names) > 0 {
			first, _ := format.Cell(row.names[0])
			row.key = first.Row
			row.group = labelRunes(groups[row.key])
		}
		row.wordings = wordings(label, groups[row.key], table)
		rows = append(rows, row)
	}
	return rows
}

func groupsOf(format tally.Format) map[string]string {
	groups := make(map[string]string)
	for _, row := range format.RequestRows {
		groups[row.Key] = row.GroupLabel
	}
	return groups
}

// wordings are the ways in which the label of a row is printed.
func wordings(label, group string, table int) []wording {
	texts := []string{label}
	if group != "" {
		texts = append(texts, group+label)
	}
	short, _, hasNote := strings.Cut(label, "（区分")
	if hasNote {
		texts = append(texts, short)
	}
	clause, _, hasClause := strings.Cut(label, "、行政机关不再")
	if hasClause {
		texts = append(texts, clause)
	}
	if table != tally.StatisticsTable {
		texts = append(texts, unnumbered(label))
	}
	if table == 2 {
		texts = append(texts, strings.Replace(label, "行政规范性文件", "规范性文件", 1))
	}
	if table == tally.StatisticsTable {
		note, _, found := strings.Cut(label, "（不")
		if found {
			texts = append(texts, note)
		}
	}
	var found []wording
	for _, text := range texts {
		w := newWording(text)
		if len(w.runes) > 0 {
			found = append(found, w)
		}
	}
	return found
}

// unnumbered is a label without 一、, （一） or 1. in front.
func unnumbered(label string) string {
	for _, sign := range []string{"、", "）", "."} {
		number, rest, found := strings.Cut(label, sign)
		if found && len([]rune(number)) <= 2 && rest != "" {
			return rest
		}
	}
	return label
}
