package xlsx

import (
	"fmt"
	"math"
	"strings"
)

// guidance is what holds for every template.
var guidance = []string{
	"在工作表“填写”中从第2行起每行填写一条；请勿改动、增删表头。",
	"表头为红色并带“" + RequiredMark + "”的列必须填写，其余各列没有内容的留空。",
	"日期写作 2025-01-16。身份证号码、统一社会信用代码等长号码按文本填写，不要使用科学记数。",
	"有下拉列表的列请从列表中选择。",
}

var kindHint = map[Kind]string{Text: "文本", Date: "日期，如 2025-01-16", Number: "数字"}

// explain writes the sheet that says what each column means.
func (b *book) explain(title string, columns []Column) error {
	_, err := b.NewSheet(b.sheetName(helpSheet))
	if err != nil {
		return fmt.Errorf("add sheet %s: %w", helpSheet, err)
	}
	widths := []float64{22, 8, 50, 36, 26}
	for i, width := range widths {
		letter := string(rune('A' + i))
		err := b.SetColWidth(helpSheet, letter, letter, width)
		if err != nil {
			return fmt.Errorf("set width of column %s: %w", letter, err)
		}
	}
	row := 0
	for i, text := range append([]string{title}, guidance...) {
		l := look{size: tableSize, horizontal: "left"}
		if i == 0 {
			l = look{size: 16, bold: true, horizontal: "left"}
		}
		err := b.helpRow(row, []string{text}, l, nil)
		if err != nil {
			return err
		}
		err = b.MergeCell(helpSheet, address(row, 0), address(row, len(widths)-1))
		if err != nil {
			return fmt.Errorf("merge row %d: %w", row+1, err)
		}
		row++
	}
	err = b.helpRow(row, []string{"列名", "必填", "含义", "填写要求", "示例"},
		look{size: tableSize, bold: true, fill: headFill, border: true, horizontal: "center"}, widths)
	if err != nil {
		return err
	}
	for _, c := range columns {
		row++
		required, hint := "否", kindHint[c.Kind]
		if c.Required {
			required = "是"
		}
		if len(c.Choices) > 0 {
			hint = "从列表中选择：" + strings.Join(c.Choices, "、")
		}
		err := b.helpRow(row, []string{c.Name, required, c.Help, hint, c.Example},
			look{size: tableSize, border: true, horizontal: "left", format: textFormat}, widths)
		if err != nil {
			return fmt.Errorf("column %s: %w", c.Name, err)
		}
	}
	return b.page(helpSheet, title, "landscape", 0, false)
}

// helpRow writes texts into a row high enough for columns of the given widths.
func (b *book) helpRow(row int, texts []string, l look, widths []float64) error {
	style, err := b.style(l)
	if err != nil {
		return err
	}
	lines := 1.0
	for i, text := range texts {
		text, err := plain(text)
		if err != nil {
			return err
		}
		cell := address(row, i)
		err = b.SetCellStr(helpSheet, cell, text)
		if err != nil {
			return fmt.Errorf("set %s: %w", cell, err)
		}
		err = b.SetCellStyle(helpSheet, cell, cell, style)
		if err != nil {
			return fmt.Errorf("style %s: %w", cell, err)
		}
		if i < len(widths) {
			lines = max(lines, math.Ceil(measure(text)/(widths[i]-2)))
		}
	}
	return b.SetRowHeight(helpSheet, row+1, min(lines*l.size*1.4+5, tallestRow))
}
