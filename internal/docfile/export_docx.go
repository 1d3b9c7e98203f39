package docfile

import (
	"io"

	"gongkai/internal/docfile/docx"
	"gongkai/internal/document"
)

// asDOCX is the document to be worked on.
func asDOCX() document.Export {
	return document.Export{
		Name: "docx", Label: "Word 文档", MediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		Write: func(w io.Writer, d *document.Document, _ any) error { return docx.Write(w, d) },
	}
}
