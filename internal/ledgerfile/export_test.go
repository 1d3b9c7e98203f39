package ledgerfile

import (
	"bytes"
	"io"
	"maps"
	"testing"

	"gongkai/internal/docfile/sheet"
	"gongkai/internal/message"
	"gongkai/internal/organ"
	"gongkai/internal/register"
)

// sample fills every field of a register with a value of its kind.
func sample(d register.Definition) map[string]string {
	values := map[string]string{}
	for _, f := range d.Fields {
		switch f.Kind {
		case register.Date:
			values[f.Name] = "2025-01-16"
		case register.Integer:
			values[f.Name] = "12"
		case register.Year:
			values[f.Name] = "2024"
		case register.Money:
			values[f.Name] = "123456789029"
		case register.Choice:
			values[f.Name] = f.Choices[0].Code
		case register.LongText:
			values[f.Name] = "第一行\n“第二行”，𠮷"
		default:
			values[f.Name] = "=2+3 " + f.Label
		}
	}
	values[register.NumberField] = "洲政规〔2024〕1号/001"
	return values
}

func TestWhatIsExportedIsImportedUnchanged(t *testing.T) {
	for _, d := range register.All {
		for _, format := range []string{"xlsx", "csv"} {
			want := sample(d)
			given := false
			var file bytes.Buffer
			err := Files{}.Export(&file, format, d, organ.Organ{Name: "乙镇人民政府"}, "2025-01-16", func() (register.Record, error) {
				if given {
					return register.Record{}, io.EOF
				}
				given = true
				return register.Record{Values: want}, nil
			})
			if err != nil {
				t.Fatalf("%s %s: %v", d.Name, format, err)
			}
			read, err := sheet.Read("a."+format, bytes.NewReader(file.Bytes()), int64(file.Len()), sheet.Limit{})
			if err != nil {
				t.Fatalf("%s %s: %v", d.Name, format, err)
			}
			got := map[string]string{}
			line := 0
			err = book{read}.Rows(func(row register.SheetRow) error {
				line++
				for i, c := range row.Cells {
					if line == 2 {
						value, problem := d.Fields[i].Parse(c.Text)
						if problem != nil {
							t.Errorf("%s %s: %v", d.Name, format, problem)
						}
						got[d.Fields[i].Name] = value
					}
				}
				return nil
			})
			if err != nil || line != 2 || !maps.Equal(got, want) {
				t.Errorf("%s %s: %d rows, %v, %v, want %v", d.Name, format, line, err, got, want)
			}
		}
	}
}

func TestTemplatesHaveTheColumnsOfAnImport(t *testing.T) {
	for _, d := range register.All {
		var file bytes.Buffer
		err := Files{}.Template(&file, d)
		if err != nil {
			t.Fatalf("Template(%s): %v", d.Name, err)
		}
		read, err := sheet.Read("a.xlsx", bytes.NewReader(file.Bytes()), int64(file.Len()), sheet.Limit{})
		if err != nil {
			t.Fatalf("read template of %s: %v", d.Name, err)
		}
		found := 0
		err = book{read}.Rows(func(row register.SheetRow) error {
			if row.Sheet == "填写" && row.Line == 1 {
				found = len(row.Cells)
			}
			return nil
		})
		if err != nil || found != len(d.Fields) {
			t.Errorf("template of %s has %d columns, %v, want %d", d.Name, found, err, len(d.Fields))
		}
	}
}

func TestEveryRefusalOfAFileHasItsSentence(t *testing.T) {
	for _, c := range []sheet.Code{
		sheet.TooLarge, sheet.UnpacksLarge, sheet.Empty, sheet.LegacyFormat, sheet.Protected, sheet.UnknownFormat,
		sheet.Damaged, sheet.Charset, sheet.Quote, sheet.TooManyRows, sheet.TooManyColumns,
	} {
		p, refused := refusal(&sheet.Error{Code: c, Sheet: "S", Row: 3}, "a.csv")
		if !refused || !message.Known(p.Code) || p.Sheet != "S" || p.Line != 3 {
			t.Errorf("refusal(%s) = %+v, %v, want a problem with a sentence at row 3", c, p, refused)
		}
	}
}
