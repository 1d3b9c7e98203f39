package docfile

import (
	"encoding/json"
	"errors"
	"io"

	"gongkai/internal/docfile/docx"
	"gongkai/internal/docfile/font"
	"gongkai/internal/docfile/pdf"
	"gongkai/internal/docfile/xlsx"
	"gongkai/internal/document"
	"gongkai/internal/fault"
)

// Exports lists the forms in the order they are offered. fonts may be nil for the
// embedded ones.
func Exports(fonts *font.Set) []document.Export {
	return []document.Export{
		{Name: "pdf", Label: "PDF 版式文件", MediaType: "application/pdf", Write: func(w io.Writer, d *document.Document, _ any) error {
			return named(pdf.Write(w, d, fonts))
		}},
		{Name: "docx", Label: "Word 文档", MediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Write: func(w io.Writer, d *document.Document, _ any) error {
			return docx.Write(w, d)
		}},
		{Name: "xlsx", Label: "Excel 工作簿", MediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Write: func(w io.Writer, d *document.Document, _ any) error {
			return xlsx.Write(w, d)
		}},
		{Name: "json", Label: "JSON 数据", MediaType: "application/json", Write: writeJSON},
	}
}

// writeJSON writes the machine-readable value; bytes that are JSON already, such
// as a sealed report, go out as they are.
func writeJSON(w io.Writer, _ *document.Document, data any) error {
	if sealed, ok := data.(json.RawMessage); ok {
		_, err := w.Write(sealed)
		return err
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(data)
}

// named turns a missing glyph into a refusal that names the characters: an empty
// box in somebody's name is worse than no file.
func named(err error) error {
	var missing *font.MissingError
	if !errors.As(err, &missing) {
		return err
	}
	return fault.Refuse(fault.Invalid, "glyph-missing", "", "characters", string(missing.Runes))
}
