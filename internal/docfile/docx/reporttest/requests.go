package reporttest

import (
	"slices"
	"strconv"

	"gongkai/internal/document"
)

// outcome is a group of table three's third block, such as （三）不予公开; a group
// without items is a row of its own. figures hold the natural persons and the
// business enterprises of each row; everyone else asked nothing.
type outcome struct {
	label   string
	items   []string
	figures [][2]int
}

var outcomes = []outcome{
	{"（一）予以公开", nil, [][2]int{{4, 1}}},
	{"（二）部分公开（区分处理的，只计这一情形，不计其他情形）", nil, [][2]int{{2, 0}}},
	{"（三）不予公开", []string{
		"1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益",
		"5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项",
	}, make([][2]int, 8)},
	{
		"（四）无法提供",
		[]string{"1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确"},
		[][2]int{{2, 0}, {1, 0}, {0, 0}},
	},
	{"（五）不予处理", []string{
		"1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请",
		"5.要求行政机关确认或重新出具已获取信息",
	}, [][2]int{{1, 0}, {0, 0}, {0, 0}, {0, 0}, {0, 0}}},
	{"（六）其他处理", []string{
		"1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
		"2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3.其他",
	}, make([][2]int, 3)},
	{"（七）总计", nil, [][2]int{{10, 1}}},
}

// requests is table three: every span is counted from the lists.
func requests() *document.Table {
	rows := []document.Row{
		row(head("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3), head("申请人情况", 7, 1)),
		row(head("自然人", 1, 2), head("法人或其他组织", 5, 1), head("总计", 1, 2)),
		row(head("商业\n企业", 1, 1), head("科研\n机构", 1, 1), head("社会\n公益\n组织", 1, 1), head("法律\n服务\n机构", 1, 1), head("其他", 1, 1)),
		counted([2]int{11, 1}, label("一、本年新收政府信息公开申请数量", 3, 1)),
		counted([2]int{1, 0}, label("二、上年结转政府信息公开申请数量", 3, 1)),
	}
	total := 0
	for _, o := range outcomes {
		total += max(len(o.items), 1)
	}
	opening := []document.Cell{head("三、本年度办理结果", 1, total)}
	for _, o := range outcomes {
		if o.items == nil {
			rows = append(rows, counted(o.figures[0], append(opening, label(o.label, 2, 1))...))
			opening = nil
			continue
		}
		opening = append(opening, head(o.label, 1, len(o.items)))
		for i, item := range o.items {
			rows = append(rows, counted(o.figures[i], append(opening, label(item, 1, 1))...))
			opening = nil
		}
	}
	rows = append(rows, counted([2]int{2, 0}, label("四、结转下年度继续办理", 3, 1)))
	return &document.Table{
		Name: "requests", Caption: "申请办理", HeadRows: 3, Whole: true,
		Columns: slices.Concat([]float64{1, 1.6, 5.6}, slices.Repeat([]float64{1.15}, 7)),
		Rows:    rows,
	}
}

// counted puts the seven figures behind the labels of a row.
func counted(figures [2]int, labels ...document.Cell) document.Row {
	cells := slices.Clone(labels)
	for _, n := range []int{figures[0], figures[1], 0, 0, 0, 0, figures[0] + figures[1]} {
		cells = append(cells, number(strconv.Itoa(n), 1))
	}
	return document.Row{Cells: cells}
}
