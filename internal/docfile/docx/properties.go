package docx

import (
	"fmt"
	"strings"
	"time"

	"gongkai/internal/document"
)

// coreProperties draws who made the document, what it is called and when. The
// date is the document's own, so that writing it again changes nothing.
func coreProperties(doc *document.Document) (string, error) {
	var b strings.Builder
	b.WriteString(declaration + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	for _, p := range []struct{ element, value string }{
		{"dc:title", doc.Title},
		{"dc:subject", doc.Subject},
		{"dc:creator", doc.Organ},
		{"cp:keywords", strings.Join(doc.Keywords, "；")},
		{"cp:lastModifiedBy", doc.Organ},
		{"dc:identifier", doc.ID},
		{"dc:language", "zh-CN"},
	} {
		value, err := escape(p.value)
		if err != nil {
			return "", fmt.Errorf("%s: %w", p.element, err)
		}
		if value != "" {
			b.WriteString("<" + p.element + ">" + value + "</" + p.element + ">")
		}
	}
	if doc.Date != "" {
		day, err := time.Parse(time.DateOnly, doc.Date)
		if err != nil {
			return "", fmt.Errorf("document date: %w", err)
		}
		for _, element := range []string{"dcterms:created", "dcterms:modified"} {
			b.WriteString("<" + element + ` xsi:type="dcterms:W3CDTF">` + day.Format(time.RFC3339) + "</" + element + ">")
		}
	}
	b.WriteString(`</cp:coreProperties>`)
	return b.String(), nil
}

// extendedProperties names the organ as the company, where file managers look.
func extendedProperties(doc *document.Document) (string, error) {
	organ, err := escape(doc.Organ)
	if err != nil {
		return "", fmt.Errorf("organ: %w", err)
	}
	return declaration + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
		`<Application>Gongkai</Application><Company>` + organ + `</Company></Properties>`, nil
}
