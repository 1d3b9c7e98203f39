package pagetest

import (
	"strconv"

	"gongkai/internal/document"
)

// Requests returns the table of received and handled requests: 28 rows, ten columns,
// row heads that span 22, 8, 3, 5 and 3 rows.
func Requests() *document.Table {
	t := &document.Table{
		Name: "requests", Caption: "收到和处理政府信息公开申请情况", HeadRows: 3, Whole: true,
		Columns: []float64{1, 1.6, 5.6, 1.15, 1.15, 1.15, 1.15, 1.15, 1.15, 1.15},
	}
	t.Rows = []document.Row{
		row([]document.Cell{head("（本列数据的勾稽关系为：第一项加第二项之和，\n等于第三项加第四项之和）", 3, 3), head("申请人情况", 7, 1)}),
		row([]document.Cell{head("自然人", 1, 2), head("法人或其他组织", 5, 1), head("总计", 1, 2)}),
		row([]document.Cell{head("商业企业", 1, 1), head("科研机构", 1, 1), head("社会公益组织", 1, 1), head("法律服务机构", 1, 1), head("其他", 1, 1)}),
	}
	add := func(persons, companies int, heads ...document.Cell) {
		values := figures(strconv.Itoa(persons), strconv.Itoa(companies), "0", "0", "0", "0", strconv.Itoa(persons+companies))
		t.Rows = append(t.Rows, row(heads, values...))
	}
	add(7, 2, label("一、本年新收政府信息公开申请数量", 3, 1))
	add(1, 0, label("二、上年结转政府信息公开申请数量", 3, 1))
	add(3, 1, head("三、本年度办理结果", 1, 22), label("（一）予以公开", 2, 1))
	add(1, 0, label("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", 2, 1))
	groups := []struct {
		name    string
		reasons []string
		counts  []int
	}{
		{"（三）不予公开", []string{
			"1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益",
			"5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项",
		}, make([]int, 8)},
		{"（四）无法提供", []string{"1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确"}, []int{2, 0, 1}},
		{"（五）不予处理", []string{
			"1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请",
			"5.要求行政机关确认或重新出具已获取信息",
		}, make([]int, 5)},
		{"（六）其他处理", []string{
			"1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
			"2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3.其他",
		}, []int{1, 0, 0}},
	}
	for _, g := range groups {
		for i, reason := range g.reasons {
			if i == 0 {
				add(g.counts[i], 0, head(g.name, 1, len(g.reasons)), label(reason, 1, 1))
			} else {
				add(g.counts[i], 0, label(reason, 1, 1))
			}
		}
	}
	add(8, 1, label("（七）总计", 2, 1))
	add(0, 1, label("四、结转下年度继续办理", 3, 1))
	return t
}
