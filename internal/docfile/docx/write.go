package docx

import (
	"archive/zip"
	"fmt"
	"io"
	"time"

	"gongkai/internal/document"
)

// epoch is the time stamped on every entry of the archive: the first one that a
// zip directory can hold. The real date is in the core properties.
var epoch = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// Write writes doc to w as a DOCX file. It fails when the document cannot be
// drawn faithfully: a table whose spans do not meet, a date that is none, a
// heading level without a style, text that is not UTF-8. Control characters,
// which XML cannot carry and a reader cannot see, are left out.
func Write(w io.Writer, doc *document.Document) error {
	parts, err := compose(doc)
	if err != nil {
		return fmt.Errorf("compose DOCX: %w", err)
	}
	archive := zip.NewWriter(w)
	for _, p := range parts {
		entry, err := archive.CreateHeader(&zip.FileHeader{Name: p.path, Method: zip.Deflate, Modified: epoch})
		if err != nil {
			return fmt.Errorf("add %s to DOCX: %w", p.path, err)
		}
		_, err = io.WriteString(entry, p.text)
		if err != nil {
			return fmt.Errorf("write %s to DOCX: %w", p.path, err)
		}
	}
	err = archive.Close()
	if err != nil {
		return fmt.Errorf("finish DOCX: %w", err)
	}
	return nil
}
