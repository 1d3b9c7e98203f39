package reportfile

import (
	"fmt"
	"strconv"
	"strings"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/document"
	"gongkai/internal/message"
	"gongkai/law/tally"
)

// Sender is the supervising organ that returns reports, and the day it does.
type Sender struct {
	Organ string
	Date  string // YYYY-MM-DD
}

// Returned reports whether a report has to go back: it has a finding of severity E.
func (e Entry) Returned() bool { return checks.Blocking(e.Findings) }

// Notice is the letter with which a report goes back to its organ (Art. 47): every
// error and warning with its place, what the report says and what it should say.
// Information stays out, nothing has to be done about it.
func Notice(e Entry, from Sender) *document.Document {
	errors, warnings := e.Count(checks.Error), e.Count(checks.Warning)
	subject := "政府信息公开工作年度报告"
	if e.Year != 0 {
		subject = strconv.Itoa(e.Year) + "年" + subject
	}
	addressee := e.Organ
	if addressee == "" {
		addressee = "文件“" + e.File + "”的报送单位"
	}
	d := &document.Document{
		Title: subject + "退回修改通知", Organ: from.Organ, Subject: addressee + subject + "检查结果",
		Keywords: []string{"政府信息公开", "年度报告", "退回修改"}, Date: from.Date,
		ID: strings.Join([]string{from.Organ, from.Date, e.Organ, strconv.Itoa(e.Year), e.File}, "/"),
	}
	greeting := document.Text(addressee + "：")
	greeting.NoIndent = true
	var found []string
	if errors > 0 {
		found = append(found, fmt.Sprintf("必须改正的错误%d处", errors))
	}
	if warnings > 0 {
		found = append(found, fmt.Sprintf("需要核对的问题%d处", warnings))
	}
	opening := fmt.Sprintf("你单位的%s经检查，发现%s", subject, strings.Join(found, "，"))
	d.Blocks = append(d.Blocks, greeting,
		document.Text(opening+"，现予退回。请对照下表逐项核对，改正后重新报送；“应为”一栏是按报告自身的数字或者上年报告推算的，与实际不符的，以登记资料为准。"),
		noticeTable(e), document.Signature{Organ: from.Organ, Date: chineseDate(from.Date)})
	return d
}

func noticeTable(e Entry) *document.Table {
	t := &document.Table{Name: "findings", Caption: "检查发现的问题", HeadRows: 1, FontSize: 10.5, Columns: []float64{0.6, 0.9, 5, 2.6, 0.9, 0.9}}
	head := document.Row{}
	for _, title := range []string{"序号", "级别", "问题", "位置", "填写", "应为"} {
		head.Cells = append(head.Cells, document.Cell{Text: title, Head: true})
	}
	t.Rows = append(t.Rows, head)
	for _, severity := range []checks.Severity{checks.Error, checks.Warning} {
		for _, f := range e.Findings {
			if f.Severity != severity {
				continue
			}
			text := f.Text
			if f.Citation != "" {
				text += "（依据：" + message.Citation(f.Citation) + "）"
			}
			t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
				{Text: strconv.Itoa(len(t.Rows)), Number: true},
				{Text: SeverityLabels[severity]},
				{Text: text, Align: document.Left},
				{Text: f.Place, Align: document.Left},
				{Text: figureText(f.Where, f.Stated)},
				{Text: figureText(f.Where, f.Expected)},
			}})
		}
	}
	return t
}

func figureText(where string, n *int64) string {
	if n == nil {
		return "—"
	}
	unit := tally.Pieces
	if cell, ok := tally.CellByName(where); ok {
		unit = cell.Unit
	}
	return tally.Count(*n).Text(unit)
}

// chineseDate writes a civil date as letters do.
func chineseDate(date string) string {
	var y, m, d int
	_, err := fmt.Sscanf(date, "%d-%d-%d", &y, &m, &d)
	if err != nil {
		return date
	}
	return fmt.Sprintf("%d年%d月%d日", y, m, d)
}
