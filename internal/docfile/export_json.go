package docfile

import (
	"encoding/json"
	"io"

	"gongkai/internal/document"
)

// asJSON is the machine-readable value. Bytes that are JSON already, such as a
// sealed report, go out as they are, so that their hash can be checked.
func asJSON() document.Export {
	return document.Export{
		Name: "json", Label: "JSON 数据", MediaType: "application/json",
		Write: func(w io.Writer, _ *document.Document, data any) error {
			sealed, ok := data.(json.RawMessage)
			if ok {
				_, err := w.Write(sealed)
				return err
			}
			encoder := json.NewEncoder(w)
			encoder.SetEscapeHTML(false)
			return encoder.Encode(data)
		},
	}
}
