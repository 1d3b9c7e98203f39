package xlsx

import (
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Kind is what a column of a template takes.
type Kind uint8

// The kinds of column. Dates are written as text, YYYY-MM-DD: Excel must not
// turn them into serial numbers.
const (
	Text Kind = iota
	Date
	Number
)

// Column is one column of a template.
type Column struct {
	Name     string
	Help     string   // what the column means, a sentence for the clerk
	Example  string   // a value as it should look
	Choices  []string // the only values allowed, where there are few
	Required bool
	Kind     Kind
}

// RequiredMark stands before the name of a required column in the header; an
// import takes it off again.
const RequiredMark = "*"

// The sheets of a template.
const (
	fillSheet   = "填写"
	helpSheet   = "填写说明"
	choiceSheet = "选项"
)

// Template writes a workbook to be filled in: the sheet 填写 with nothing but the
// header, drop-down lists and formats, and the sheet 填写说明 that explains each
// column. It has no date, so that the same columns give the same file.
func Template(w io.Writer, title string, columns []Column) error {
	err := checkColumns(columns)
	if err != nil {
		return fmt.Errorf("compose template: %w", err)
	}
	b, err := newBook(fillSheet, about{title: title})
	if err != nil {
		return fmt.Errorf("compose template: %w", err)
	}
	err = b.fillIn(title, columns)
	if err == nil {
		err = b.explain(title, columns)
	}
	if err == nil {
		err = b.offer(columns)
	}
	if err != nil {
		b.Close()
		return fmt.Errorf("compose template: %w", err)
	}
	return b.finish(w)
}

func checkColumns(columns []Column) error {
	if len(columns) == 0 {
		return fmt.Errorf("a template needs columns")
	}
	seen := map[string]bool{}
	for i, c := range columns {
		if strings.TrimSpace(c.Name) == "" || seen[c.Name] {
			return fmt.Errorf("column %d: name %q is empty or used twice", i+1, c.Name)
		}
		seen[c.Name] = true
	}
	return nil
}

// fillIn writes the header and gives every column its format.
func (b *book) fillIn(title string, columns []Column) error {
	for i, c := range columns {
		letter, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return fmt.Errorf("column %s: %w", c.Name, err)
		}
		body := look{size: tableSize, horizontal: "left", format: textFormat}
		if c.Kind == Number {
			body = look{size: tableSize, horizontal: "right"}
		}
		header, name := look{size: tableSize, bold: true, fill: headFill, border: true, horizontal: "center"}, c.Name
		if c.Required {
			header.fill, header.ink, name = requiredFill, requiredInk, RequiredMark+c.Name
		}
		err = b.column(letter, name, header, body)
		if err != nil {
			return fmt.Errorf("column %s: %w", c.Name, err)
		}
	}
	return b.page(fillSheet, title, "landscape", 1, false)
}

func (b *book) column(letter, name string, header, body look) error {
	text, err := plain(name)
	if err != nil {
		return err
	}
	bodyStyle, err := b.style(body)
	if err != nil {
		return err
	}
	headerStyle, err := b.style(header)
	if err != nil {
		return err
	}
	err = b.SetColStyle(fillSheet, letter, bodyStyle)
	if err != nil {
		return err
	}
	err = b.SetColWidth(fillSheet, letter, letter, min(max(measure(text)+4, 14), 40))
	if err != nil {
		return err
	}
	err = b.SetCellStr(fillSheet, letter+"1", text)
	if err != nil {
		return err
	}
	return b.SetCellStyle(fillSheet, letter+"1", letter+"1", headerStyle)
}

// offer gives the columns with choices their drop-down lists. The choices stand
// on a hidden sheet: a list inside the rule may not be longer than 255 characters
// or contain a comma.
func (b *book) offer(columns []Column) error {
	column := 0
	for i, c := range columns {
		if len(c.Choices) == 0 {
			continue
		}
		if column == 0 {
			_, err := b.NewSheet(b.sheetName(choiceSheet))
			if err != nil {
				return fmt.Errorf("add sheet of choices: %w", err)
			}
		}
		for r, choice := range c.Choices {
			text, err := plain(choice)
			if err != nil {
				return fmt.Errorf("choices of %s: %w", c.Name, err)
			}
			err = b.SetCellStr(choiceSheet, address(r, column), text)
			if err != nil {
				return fmt.Errorf("choices of %s: %w", c.Name, err)
			}
		}
		err := b.restrict(i, column, c)
		if err != nil {
			return fmt.Errorf("choices of %s: %w", c.Name, err)
		}
		column++
	}
	if column == 0 {
		return nil
	}
	return b.SetSheetVisible(choiceSheet, false)
}

// restrict allows in a column to be filled in only what a column of the sheet of
// choices lists.
func (b *book) restrict(target, source int, c Column) error {
	from, err := excelize.ColumnNumberToName(source + 1)
	if err != nil {
		return err
	}
	to, err := excelize.ColumnNumberToName(target + 1)
	if err != nil {
		return err
	}
	rule := excelize.NewDataValidation(true)
	rule.SetSqref(fmt.Sprintf("%s2:%s%d", to, to, maxRows))
	rule.SetSqrefDropList(fmt.Sprintf("'%s'!$%s$1:$%s$%d", choiceSheet, from, from, len(c.Choices)))
	rule.SetError(excelize.DataValidationErrorStyleStop, "不在选项中", "请从下拉列表中选择。")
	rule.SetInput(clip(c.Name, 32), clip(c.Help, 255))
	return b.AddDataValidation(fillSheet, rule)
}
