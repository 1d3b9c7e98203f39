package checks

import (
	"strings"

	"gongkai/law/tally"
)

var tableNames = map[int]string{2: "表二", 3: "表三", 4: "表四", tally.StatisticsTable: "统计表"}

// groupLabels name the groups of table three that are no cells.
var groupLabels = map[string]string{"denied": "（三）不予公开", "unable": "（四）无法提供", "refused": "（五）不予处理", "other": "（六）其他处理"}

// countLabels name the figures beside the tables.
var countLabels = map[string]string{
	"item.total": "主动公开政府信息总数", "item.class.information": "主动公开一般信息", "item.class.guide": "政府信息公开指南",
	"item.class.profile": "机关简介", "item.class.catalogue": "政府信息公开目录",
	"item.channel.platform": "政府信息公开平台公开数", "item.channel.wechat": "政务微信公众号公开数", "item.channel.app": "客户端专栏公开数",
	"item.channel.weibo": "政务微博公开数", "item.channel.video": "政务短视频公开数", "item.channel.media": "新闻媒体公开数",
	"item.channel.gazette": "政府公报公开数", "item.channel.press_conference": "新闻发布会公开数", "item.channel.sms": "手机短信公开数",
	"item.channel.notice_board": "公开栏公开数", "item.channel.reading_point": "信息查阅点公开数", "item.channel.screen": "电子信息屏公开数",
	"fee_notice.count": "信息处理费收费通知件数", "fee_notice.amount": "信息处理费通知金额", "fee_received.amount": "信息处理费实收金额",
	"clarification.count": "补正告知件数", "consultation.count": "征求意见件数", "inquiry.count": "咨询件数", "request.extended": "延期答复件数",
	"training.sessions": "培训次数", "training.attendees": "培训人次", "meeting.count": "会议次数", "inspection.count": "检查次数",
	"inspection.findings": "检查发现问题数", "rectification.done": "完成整改问题数", "rectification.open": "年末未完成整改问题数",
	"accountability.count": "责任追究件数", "staff.full_time": "专职工作人员数", "staff.part_time": "兼职工作人员数",
	"service_point.reception": "申请受理点数", "service_point.reading": "信息查阅点数", "media_account.count": "政务新媒体账号数",
}

// cellPlace says in Chinese where a figure stands, such as 表三“（一）予以公开”自然人栏.
func (l *Ledger) cellPlace(name string) string {
	alias, renamed := aliases[l.Format.ID][name]
	if renamed {
		name = alias
	}
	cell, ok := l.Format.Cell(name)
	if !ok {
		cell, ok = tally.CellByName(name)
	}
	if ok {
		return placeOf(cell)
	}
	row, column, _ := strings.Cut(strings.TrimPrefix(name, "req."), ".")
	group, isGroup := groupLabels[row]
	if isGroup {
		return "表三“" + group + "”" + columnLabel(column) + "栏"
	}
	title, known := countLabels[name]
	if known && l.outside() {
		return "“" + title + "”"
	}
	if known {
		return "登记簿“" + title + "”"
	}
	return "登记簿“" + name + "”"
}

func placeOf(cell tally.Cell) string {
	table := tableNames[cell.Table]
	switch cell.Table {
	case 3:
		return table + "“" + rowLabel(cell.Row) + "”" + columnLabel(cell.Column) + "栏"
	case 4:
		column := strings.TrimSpace(strings.TrimPrefix(cell.Label, cell.Block))
		return table + "“" + cell.Block + "”" + column + "栏"
	case tally.StatisticsTable:
		return table + "“" + cell.Label + "”"
	}
	row, column, _ := strings.Cut(cell.Label, " ")
	column, _, _ = strings.Cut(column, "（单位")
	return table + "“" + row + "”" + column + "栏"
}

// rowLabel is the label of a row of table three without its explanation.
func rowLabel(key string) string {
	for _, row := range tally.RequestRows {
		if row.Key == key {
			label, _, _ := strings.Cut(row.Label, "（区分处理的")
			label, _, _ = strings.Cut(label, "、行政机关不再处理")
			return label
		}
	}
	return key
}

func columnLabel(key string) string {
	for _, column := range tally.RequestColumns {
		if column.Key == key {
			return column.Label
		}
	}
	return key
}

// placesOf joins the places of figures that are added up.
func (l *Ledger) placesOf(names []string) string {
	var places []string
	for _, name := range names {
		places = append(places, l.cellPlace(name))
	}
	return strings.Join(places, "加")
}

var chapterNumbers = map[string]string{
	"overview": "第一章", "proactive": "第二章", "requests": "第三章", "remedies": "第四章", "improvement": "第五章", "other": "第六章",
	"preamble": "引言",
}

// sectionLabels name the sections of chapter one (2021 format notice, chapter one).
var sectionLabels = map[string]string{
	"proactive": "主动公开", "on_request": "依申请公开", "management": "政府信息管理", "platform": "平台建设", "safeguard": "监督保障",
	"supervision": "监督保障", "problems": "存在的主要问题", "measures": "改进情况", "fees": "信息处理费",
	"results": "考核、评议和责任追究", "matters": "其他事项", "work": "工作概况",
}

// chapterPlace says in Chinese which chapter it is.
func (l *Ledger) chapterPlace(c Chapter) string {
	chapter, known := l.Format.Chapter(c.Key)
	if known {
		return "第" + chapter.Number + "章"
	}
	number, known := chapterNumbers[c.Key]
	if known {
		return number
	}
	return c.Heading
}

// sectionPlace says in Chinese which section it is, such as 第一章“依申请公开”.
func (l *Ledger) sectionPlace(c Chapter, s Section) string {
	place := l.chapterPlace(c)
	_, key, _ := strings.Cut(s.Key, ".")
	label, known := sectionLabels[key]
	if known {
		place += "“" + label + "”"
	}
	return place
}
