package narrate

import (
	"regexp"
	"strings"

	"gongkai/law/tally"
)

// People read and write bindings by Chinese labels, {{新收申请总数}}; what is stored
// has the stable names, {{req.received_new.total}}. ShowLabels and ReadLabels turn one
// into the other. No label holds a sign that means something in a binding.

// lastYearLabel begins the label of a figure of the year before.
const lastYearLabel = "上年·"

// figureLabels name what no table of the report has, and the breakdowns that are no
// figure. The figures of the tables are labelled from law/tally.
var figureLabels = map[string]string{
	"item.total": "主动公开总数", "item.class": "信息类别",
	"fee_notice.count": "收费通知件数", "fee_notice.amount": "收费通知金额", "fee_received.amount": "实收信息处理费",
	"clarification.count": "补正告知件数", "consultation.count": "征求意见件数", "inquiry.count": "咨询件数",
	"request.extended":  "延期答复件数",
	"training.sessions": "培训次数", "training.attendees": "培训人次", "meeting.count": "会议次数",
	"inspection.count": "检查次数", "inspection.findings": "检查发现问题数",
	"rectification.done": "完成整改问题数", "rectification.open": "未完成整改问题数",
	"appraisal.assessment": "工作考核次数", "appraisal.social": "社会评议次数", "accountability.count": "责任追究件数",
	"staff.full_time": "专职工作人员", "staff.part_time": "兼职工作人员",
	"service_point.reception": "申请受理点", "service_point.reading": "信息查阅点",
	"leading_group.count": "领导小组", "task_force.count": "工作专班", "media_account.count": "政务新媒体账号",
	"disclosure_rule.count": "公开制度", "internal_office.count": "内设机构",
	"decisions": "行政许可处罚强制", "v19.decisions": "行政许可处罚强制2019", "suit": "行政诉讼",
}

// factLabels name the facts.
var factLabels = map[string]string{
	"organ": "机关全称", "short": "机关简称", "self": "机关自称", "year": "报告年度", "next_year": "下一年度", "last_year": "上一年度",
	"working_body": "工作机构", "address": "办公地址", "telephone": "联系电话",
}

// vocabulary leads from names to labels and back.
type vocabulary struct{ labels, names map[string]string }

var (
	figureWords = newFigureWords()
	factWords   = newVocabulary(factLabels)
)

func newVocabulary(labels map[string]string) vocabulary {
	v := vocabulary{map[string]string{}, map[string]string{}}
	for name, label := range labels {
		v.add(name, label)
	}
	return v
}

// add gives a name its label. A name that has one keeps it, and a label that is
// taken is not given twice: the name then stands for itself.
func (v vocabulary) add(name, label string) {
	_, named := v.labels[name]
	_, taken := v.names[label]
	if named || taken || label == "" || strings.ContainsAny(label, "{}+-|:=@*? \t\n") {
		return
	}
	v.labels[name], v.names[label] = label, name
}

func newFigureWords() vocabulary {
	v := newVocabulary(figureLabels)
	for _, part := range classParts {
		v.add(part.figure, "信息类别·"+part.label)
	}
	for _, part := range channelParts {
		v.add(part.figure, "公开渠道·"+part.label)
	}
	for _, row := range tally.RequestRows {
		for _, column := range tally.RequestColumns {
			v.add(tally.RequestCell(row.Key, column.Key), requestRowLabel(row)+requestColumnLabel(column))
			if row.Group != "" {
				v.add(tally.RequestCell(row.Group, column.Key), wording(row.GroupLabel)+requestColumnLabel(column))
			}
		}
	}
	for _, block := range tally.RemedyBlocks {
		for _, column := range tally.RemedyColumns {
			label := block.Label + "·" + column.Label
			if column.Key == tally.TotalColumn {
				label = block.Label + "总数"
			}
			v.add(tally.RemedyCell(block.Key, column.Key), label)
		}
	}
	for _, format := range tally.Formats {
		for _, cell := range format.Cells {
			v.add(cell.Name, cellLabel(cell, format))
		}
	}
	return v
}

// requestRows are the rows of table three whose printed label is a sentence.
var requestRows = map[string]string{
	tally.RowReceivedNew: "新收申请", tally.RowCarriedIn: "上年结转申请", tally.RowHandledTotal: "办理结果", tally.RowCarriedOut: "结转下年申请",
	"refused_reissue": "确认或者重新出具信息", "other_not_corrected": "逾期不补正", "other_fee_unpaid": "逾期不缴费",
}

func requestRowLabel(row tally.RequestRow) string {
	label, short := requestRows[row.Key]
	if !short {
		label = strings.NewReplacer("“", "", "”", "").Replace(wording(row.Label))
	}
	if row.Group == "" {
		return label
	}
	return wording(row.GroupLabel) + "·" + label
}

func requestColumnLabel(column tally.RequestColumn) string {
	switch column.Key {
	case tally.TotalColumn:
		return "总数"
	case string(tally.OrgOther):
		return "·其他组织"
	}
	return "·" + column.Label
}

// chapterNumber is the number before an item of the statistics table: 四、行政复议数量.
var chapterNumber = regexp.MustCompile(`^[一二三四五六七八九]、`)

// cellLabel is the row and the column of a cell of table two. An item of the
// statistics table is labelled by its last words, after those of its chapter where
// two items end alike.
func cellLabel(cell tally.Cell, format tally.Format) string {
	words := labelWords(cell)
	if cell.Table != tally.StatisticsTable {
		return strings.Join(words, "·")
	}
	last := words[len(words)-1]
	for _, other := range format.Cells {
		others := labelWords(other)
		if other.Name != cell.Name && others[len(others)-1] == last {
			return words[0] + "·" + last
		}
	}
	return last
}

func labelWords(cell tally.Cell) []string {
	words := strings.Fields(cell.Label)
	for i, word := range words {
		words[i] = wording(chapterNumber.ReplaceAllString(strings.TrimPrefix(word, "其中："), ""))
	}
	return words
}

// ShowLabels writes the names in the bindings of a body as their labels. A name
// without a label, and everything that is no name, stays as it is.
func ShowLabels(body string) string { return rewrite(body, showWord, plainSigns) }

// ReadLabels writes the labels in the bindings of a body as the names they stand for:
// ReadLabels(ShowLabels(body)) is the body. Names are taken as well, and so are the
// full-width signs that a Chinese keyboard types between labels. An unknown label
// stays as it is; Parse reports it.
func ReadLabels(body string) string { return rewrite(body, readWord, wideSigns) }

// ShowLabel and ReadLabel do the same to what stands between the braces.
func ShowLabel(inner string) string { return within(inner, ShowLabels) }

// ReadLabel is ReadLabels for what stands between the braces.
func ReadLabel(inner string) string { return within(inner, ReadLabels) }

func within(inner string, change func(string) string) string {
	if strings.Contains(inner, opening) || strings.Contains(inner, closing) {
		return change(inner)
	}
	return strings.TrimSuffix(strings.TrimPrefix(change(opening+inner+closing), opening), closing)
}

// wordOf turns one name or label into the other; false leaves it as it is.
type wordOf func(word string, fact bool) (string, bool)

func showWord(name string, fact bool) (string, bool) {
	if fact {
		label, ok := factWords.labels[name]
		return label, ok
	}
	plain, before := strings.CutPrefix(name, LastYear)
	label, ok := figureWords.labels[plain]
	if before {
		label = lastYearLabel + label
	}
	return label, ok
}

func readWord(label string, fact bool) (string, bool) {
	if fact {
		name, ok := factWords.names[label]
		return name, ok
	}
	plain, before := strings.CutPrefix(label, lastYearLabel)
	name, ok := figureWords.names[plain]
	if before {
		name = LastYear + name
	}
	return name, ok
}
