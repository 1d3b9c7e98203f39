package ledgerfile

import (
	"fmt"
	"io"

	"gongkai/internal/docfile/xlsx"
	"gongkai/internal/register"
)

// Files writes the files of registers.
type Files struct{}

// Template writes a workbook to be filled in: the columns of the definition with
// their explanations, examples and drop-down lists.
func (Files) Template(w io.Writer, d register.Definition) error {
	columns := make([]xlsx.Column, len(d.Fields))
	for i, f := range d.Fields {
		columns[i] = column(f)
	}
	err := xlsx.Template(w, d.Title, columns)
	if err != nil {
		return fmt.Errorf("template of %s: %w", d.Name, err)
	}
	return nil
}

func column(f register.Field) xlsx.Column {
	c := xlsx.Column{Name: f.Label, Help: f.Help, Example: f.Example, Required: f.Required && f.Default == ""}
	switch f.Kind {
	case register.Date:
		c.Kind = xlsx.Date
	case register.Integer, register.Money, register.Year:
		c.Kind = xlsx.Number
	}
	for _, o := range f.Choices {
		c.Choices = append(c.Choices, o.Label)
	}
	return c
}
