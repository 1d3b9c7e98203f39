package docfile

import (
	"errors"
	"io"

	"gongkai/internal/docfile/font"
	"gongkai/internal/docfile/pdf"
	"gongkai/internal/document"
	"gongkai/internal/fault"
)

// asPDF is the page as it prints, tagged and with selectable text.
func asPDF(fonts *font.Set) document.Export {
	return document.Export{
		Name: "pdf", Label: "PDF 版式文件", MediaType: "application/pdf",
		Write: func(w io.Writer, d *document.Document, _ any) error { return named(pdf.Write(w, d, fonts)) },
	}
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
