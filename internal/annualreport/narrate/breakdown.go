package narrate

import (
	"strings"

	"gongkai/internal/annualreport/checks"
	"gongkai/law/tally"
)

// part is one addend of a total, as prose names it.
type part struct {
	figure, label, unit string
	// within names the breakdown that follows in brackets, or is empty.
	within string
}

// breakdowns are the totals that prose can take apart, by the name after {{*.
var breakdowns = newBreakdowns()

func newBreakdowns() map[string][]part {
	all := map[string][]part{
		"item.total":     channelParts,
		"item.class":     classParts,
		"decisions":      decisionParts(""),
		"v19.decisions":  decisionParts("v19."),
		"suit":           nil,
		handledBreakdown: nil,
	}
	for _, column := range tally.RequestColumns {
		if column.Key != tally.TotalColumn {
			label := column.Label
			if column.Key == string(tally.OrgOther) {
				label = "其他组织"
			}
			total := tally.RequestCell(tally.RowReceivedNew, tally.TotalColumn)
			all[total] = append(all[total], part{tally.RequestCell(tally.RowReceivedNew, column.Key), label, "件", ""})
		}
	}
	requestParts(all)
	statisticsParts(all)
	for _, block := range tally.RemedyBlocks {
		total := tally.RemedyCell(block.Key, tally.TotalColumn)
		for _, column := range tally.RemedyColumns {
			if column.Key != tally.TotalColumn {
				all[total] = append(all[total], part{tally.RemedyCell(block.Key, column.Key), column.Label, "件", ""})
			}
		}
		if block.Group != "" {
			all["suit"] = append(all["suit"], part{total, block.Label, "件", total})
		}
	}
	return all
}

var handledBreakdown = tally.RequestCell(tally.RowHandledTotal, tally.TotalColumn)

// requestParts take the results of table three apart: by group, and each group by
// its rows, in the words of the table.
func requestParts(all map[string][]part) {
	for _, row := range tally.RequestRows {
		cell := tally.RequestCell(row.Key, tally.TotalColumn)
		switch {
		case !row.Result || row.Total:
		case row.Group == "":
			all[handledBreakdown] = append(all[handledBreakdown], part{cell, wording(row.Label), "件", ""})
		default:
			group := tally.RequestCell(row.Group, tally.TotalColumn)
			if all[group] == nil {
				all[handledBreakdown] = append(all[handledBreakdown], part{group, wording(row.GroupLabel), "件", group})
			}
			all[group] = append(all[group], part{cell, wording(row.Label), "件", ""})
		}
	}
}

// statisticsParts take the totals of the statistics table of 2014 apart.
func statisticsParts(all map[string][]part) {
	format, err := tally.ByID(tally.Format2014)
	if err != nil {
		return
	}
	for _, cell := range format.Cells {
		names, _ := format.Sum(cell.Name)
		for _, name := range names {
			addend, _ := format.Cell(name)
			label := addend.Label[strings.LastIndex(addend.Label, " ")+1:]
			label = strings.TrimSuffix(wording(strings.TrimPrefix(label, "其中：")), "数")
			all[cell.Name] = append(all[cell.Name], part{name, label, addend.Measure, ""})
		}
	}
}

// wording cuts number and note off a row's label: （二）部分公开（区分处理的…） is 部分公开.
func wording(label string) string {
	if strings.HasPrefix(label, "（") {
		_, label, _ = strings.Cut(label, "）")
	} else if number, rest, found := strings.Cut(label, "."); found && len(number) == 1 {
		label = rest
	}
	label, _, _ = strings.Cut(label, "（")
	return strings.TrimSuffix(label, "、行政机关不再处理其政府信息公开申请")
}

// channelParts name the channels of register 主动公开信息 (Art. 23, Art. 25).
var channelParts = []part{
	{"item.channel.platform", "政府信息公开平台", "条", ""},
	{"item.channel.wechat", "政务微信公众号", "条", ""},
	{"item.channel.app", "客户端专栏", "条", ""},
	{"item.channel.weibo", "政务微博", "条", ""},
	{"item.channel.video", "政务短视频", "条", ""},
	{"item.channel.media", "报刊广播电视及上级媒体", "条", ""},
	{"item.channel.gazette", "政府公报", "条", ""},
	{"item.channel.press_conference", "新闻发布会", "条", ""},
	{"item.channel.sms", "手机短信", "条", ""},
	{"item.channel.notice_board", "公开栏", "条", ""},
	{"item.channel.reading_point", "信息查阅点", "条", ""},
	{"item.channel.screen", "电子信息屏", "条", ""},
	{"item.channel.other", "其他渠道", "条", ""},
}

var classParts = []part{
	{"item.class.information", "一般信息", "条", ""},
	{"item.class.guide", "政府信息公开指南", "条", ""},
	{"item.class.profile", "机关简介", "条", ""},
	{"item.class.catalogue", "政府信息公开目录", "条", ""},
}

func decisionParts(prefix string) []part {
	return []part{
		{prefix + "licence_decisions", "行政许可", "件", ""},
		{prefix + "penalty_decisions", "行政处罚", "件", ""},
		{prefix + "coercion_decisions", "行政强制", "件", ""},
	}
}

// breakdown writes the parts that are not 0, with a comma between them. A part that
// the report's format does not have is left out; one that is unknown leaves a gap
// for the whole, because a list that may be incomplete must not look complete.
func (r *renderer) breakdown(p Piece) {
	lines, ok := r.parts(p.Name, p)
	if !ok {
		r.write(Placeholder, p.Name, p)
		return
	}
	for i, l := range lines {
		if i > 0 {
			r.write("，", "", p)
		}
		r.line(l, p)
		if len(l.within) == 0 {
			continue
		}
		r.write("（", "", p)
		for i, inner := range l.within {
			if i > 0 {
				r.write("，", "", p)
			}
			r.line(inner, p)
		}
		r.write("）", "", p)
	}
}

// line is a part with its figure.
type line struct {
	part
	value  Figure
	within []line
}

func (r *renderer) line(l line, p Piece) {
	r.write(l.label, "", p)
	start := r.text.Len()
	r.write(l.value.text(), l.figure, p)
	r.Spans = append(r.Spans, checks.Span{Start: start, End: r.text.Len(), Ref: l.figure, Value: l.value.N})
	r.write(l.unit, "", p)
}

func (r *renderer) parts(name string, p Piece) ([]line, bool) {
	var lines []line
	for _, part := range breakdowns[name] {
		value, exists := r.values.Figure(part.figure)
		if !exists {
			continue
		}
		if !value.Known {
			r.problem(UnknownFigure, p, part.figure)
			return nil, false
		}
		if value.N == 0 {
			continue
		}
		l := line{part: part, value: value}
		if part.within != "" {
			within, ok := r.parts(part.within, p)
			if !ok {
				return nil, false
			}
			l.within = within
		}
		lines = append(lines, l)
	}
	return lines, true
}
