package docfile

import (
	"gongkai/internal/docfile/font"
	"gongkai/internal/document"
)

// Exports lists the forms in the order they are offered. fonts may be nil for the
// embedded ones. A new form is its own file here and a line in this list.
func Exports(fonts *font.Set) []document.Export {
	return []document.Export{
		asPDF(fonts),
		asDOCX(),
		asXLSX(),
		asJSON(),
	}
}
