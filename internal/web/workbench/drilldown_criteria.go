package workbench

import (
	"fmt"
	"slices"
	"strings"

	"gongkai/internal/register"
	"gongkai/internal/web/ui"
)

// criteria says in words which records a figure counts in a year.
func criteria(d register.Definition, c register.Count, year int) ui.Definitions {
	facts := []ui.Fact{{Label: "登记簿", Text: d.Title}, {Label: "期间", Text: periodText(d, c.Period, year)}}
	for _, w := range c.Where {
		field, _ := d.Field(w.Field)
		facts = append(facts, ui.Fact{Label: fieldLabel(d, w.Field), Text: valuesText(field, w.Values)})
	}
	how := "每条记录计1"
	if c.Sum != "" {
		how = "把各条记录的“" + fieldLabel(d, c.Sum) + "”相加"
	}
	return ui.Definitions{Label: "统计口径", Facts: append(facts, ui.Fact{Label: "计算", Text: how})}
}

// periodText says when a record belongs to the year.
func periodText(d register.Definition, p register.Period, year int) string {
	first, last := register.Bounds(year)
	from, until := fieldLabel(d, p.From), fieldLabel(d, p.Until)
	switch p.Kind {
	case register.Within:
		return fmt.Sprintf("%s在%s至%s", from, ui.Date(first), ui.Date(last))
	case register.OpenBefore:
		return fmt.Sprintf("%s早于%s，到上年年末“%s”为空或者在此之后", from, ui.Date(first), until)
	case register.OpenAfter:
		return fmt.Sprintf("%s不晚于%s，到年末“%s”为空或者在此之后", from, ui.Date(last), until)
	}
	return fmt.Sprintf("%s为%d", from, year)
}

func fieldLabel(d register.Definition, name string) string {
	field, known := d.Field(name)
	if !known {
		return name
	}
	return field.Label
}

func valuesText(field register.Field, values []string) string {
	var words []string
	for _, value := range values {
		word := field.Format(value)
		if value == "" {
			word = "未填写"
		}
		words = append(words, word)
	}
	return strings.Join(words, "、")
}

// countedColumns are the fields a drill-down shows: the number, what the list of the
// register shows, and every field that decides the count. Personal data stay out:
// whoever may see them opens the record.
func countedColumns(d register.Definition, c register.Count) []register.Field {
	decides := c.Fields()
	return slices.DeleteFunc(slices.Clone(d.Fields), func(f register.Field) bool {
		return f.Private || !f.Listed && f.Name != register.NumberField && !slices.Contains(decides, f.Name)
	})
}
