package tally

import "strings"

// RequestRow is one row of table three, 收到和处理政府信息公开申请情况.
type RequestRow struct {
	Key   string
	Label string
	// Group is the key of the derived group the row belongs to (denied, unable,
	// refused, other), or empty.
	Group string
	// GroupLabel is the label of the group as printed beside its rows; empty
	// where the group has no sub-rows.
	GroupLabel string
	// Result marks the rows under 三、本年度办理结果, the total （七） included.
	Result bool
	// Total marks （七）总计, which adds up the other results.
	Total bool
	// Unsplit marks the row （六）其他处理 of 2019, one row for what are three
	// rows since 2021; its figure stands in other_misc.
	Unsplit bool
}

// Keys of the rows that other rules refer to.
const (
	RowReceivedNew  = "received_new"
	RowCarriedIn    = "carried_in"
	RowHandledTotal = "handled_total"
	RowCarriedOut   = "carried_out"
	rowOtherMisc    = "other_misc"
)

// Keys and labels of the groups of results that have sub-rows.
const (
	groupDenied  = "denied"
	groupUnable  = "unable"
	groupRefused = "refused"
	groupOther   = "other"

	labelDenied  = "（三）不予公开"
	labelUnable  = "（四）无法提供"
	labelRefused = "（五）不予处理"
	labelOther   = "（六）其他处理"
)

const labelResults = "三、本年度办理结果"

// RequestRows lists the 25 rows of table three in the format of 2021, in order.
// Format.RequestRows has those of each format. Not to be modified.
var RequestRows = []RequestRow{
	{Key: RowReceivedNew, Label: "一、本年新收政府信息公开申请数量"},
	{Key: RowCarriedIn, Label: "二、上年结转政府信息公开申请数量"},
	{Key: "granted", Label: "（一）予以公开", Result: true},
	{Key: "partly_granted", Label: "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", Result: true},
	denied("denied_state_secret", "1.属于国家秘密"),
	denied("denied_law_prohibited", "2.其他法律行政法规禁止公开"),
	denied("denied_security_stability", "3.危及“三安全一稳定”"),
	denied("denied_third_party", "4.保护第三方合法权益"),
	denied("denied_internal_affairs", "5.属于三类内部事务信息"),
	denied("denied_process_info", "6.属于四类过程性信息"),
	denied("denied_enforcement_file", "7.属于行政执法案卷"),
	denied("denied_admin_query", "8.属于行政查询事项"),
	unable("unable_not_held", "1.本机关不掌握相关政府信息"),
	unable("unable_needs_making", "2.没有现成信息需要另行制作"),
	unable("unable_still_unclear", "3.补正后申请内容仍不明确"),
	refused("refused_petition", "1.信访举报投诉类申请"),
	refused("refused_repeat", "2.重复申请"),
	refused("refused_publication", "3.要求提供公开出版物"),
	refused("refused_excessive", "4.无正当理由大量反复申请"),
	refused("refused_reissue", "5.要求行政机关确认或重新出具已获取信息"),
	other("other_not_corrected", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
	other("other_fee_unpaid", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
	other(rowOtherMisc, "3.其他"),
	{Key: RowHandledTotal, Label: "（七）总计", Result: true, Total: true},
	{Key: RowCarriedOut, Label: "四、结转下年度继续办理"},
}

func denied(key, label string) RequestRow {
	return RequestRow{Key: key, Label: label, Group: groupDenied, GroupLabel: labelDenied, Result: true}
}

func unable(key, label string) RequestRow {
	return RequestRow{Key: key, Label: label, Group: groupUnable, GroupLabel: labelUnable, Result: true}
}

func refused(key, label string) RequestRow {
	return RequestRow{Key: key, Label: label, Group: groupRefused, GroupLabel: labelRefused, Result: true}
}

func other(key, label string) RequestRow {
	return RequestRow{Key: key, Label: label, Group: groupOther, GroupLabel: labelOther, Result: true}
}

// requestRows2019 are the 23 rows of the trial format: as in 2021, but
// （六）其他处理 is a single row.
func requestRows2019() []RequestRow {
	var rows []RequestRow
	for _, row := range RequestRows {
		switch {
		case row.Key == rowOtherMisc:
			row.Label, row.GroupLabel, row.Unsplit = labelOther, "", true
			rows = append(rows, row)
		case row.Group != groupOther:
			rows = append(rows, row)
		}
	}
	return rows
}

// RequestCell is the name of a cell of table three, or of a derived group in it.
func RequestCell(row, column string) string { return "req." + row + "." + column }

// requestCells are the cells of table three, row by row.
func requestCells(rows []RequestRow) []Cell {
	var cells []Cell
	for _, row := range rows {
		for _, column := range RequestColumns {
			cells = append(cells, Cell{
				Name:    RequestCell(row.Key, column.Key),
				Table:   3,
				Row:     row.Key,
				Column:  column.Key,
				Label:   joinLabels(row.GroupLabel, row.Label) + " · " + column.path(),
				Measure: "件",
				Block:   row.GroupLabel,
				Derived: row.Total || column.Key == TotalColumn,
			})
		}
	}
	return cells
}

// joinLabels joins the labels of a path, leaving out empty ones.
func joinLabels(labels ...string) string {
	var kept []string
	for _, label := range labels {
		if label != "" {
			kept = append(kept, label)
		}
	}
	return strings.Join(kept, " ")
}
