package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/xml"
	"fmt"
	"strings"
	"time"

	"gongkai/internal/document"
)

const producer = "Gongkai"

// information writes the document information dictionary. The document knows its day
// and not its hour; midnight in Beijing stands for it.
func information(doc *document.Document, day time.Time) string {
	date := "(D:" + day.Format("20060102") + "000000+08'00')"
	return fmt.Sprintf("<</Title%s/Author%s/Subject%s/Keywords%s/Creator(%s)/Producer(%s)/CreationDate%s/ModDate%s>>",
		textString(doc.Title), textString(doc.Organ), textString(doc.Subject), textString(strings.Join(doc.Keywords, ", ")),
		producer, producer, date, date)
}

// identity is the file identifier, made from the document's own.
func identity(doc *document.Document) string {
	sum := sha256.Sum256([]byte(doc.ID + "\x00" + doc.Title + "\x00" + doc.Date))
	return fmt.Sprintf("%X", sum[:16])
}

// xmp writes the same metadata as XMP, the form that archives read.
func xmp(doc *document.Document, day time.Time) []byte {
	date := day.Format(time.DateOnly) + "T00:00:00+08:00"
	var keywords strings.Builder
	for _, word := range doc.Keywords {
		keywords.WriteString("<rdf:li>" + escape(word) + "</rdf:li>")
	}
	var b bytes.Buffer
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" ` +
		`xmlns:xmp="http://ns.adobe.com/xap/1.0/">` + "\n")
	fmt.Fprintf(&b, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n", escape(doc.Title))
	fmt.Fprintf(&b, "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n", escape(doc.Organ))
	fmt.Fprintf(&b, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:description>\n", escape(doc.Subject))
	fmt.Fprintf(&b, "<dc:subject><rdf:Bag>%s</rdf:Bag></dc:subject>\n", keywords.String())
	b.WriteString("<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>\n")
	fmt.Fprintf(&b, "<pdf:Keywords>%s</pdf:Keywords><pdf:Producer>%s</pdf:Producer>\n", escape(strings.Join(doc.Keywords, ", ")), producer)
	fmt.Fprintf(&b, "<xmp:CreatorTool>%s</xmp:CreatorTool><xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate>\n",
		producer, date, date)
	b.WriteString("</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return b.Bytes()
}

func escape(text string) string {
	var b strings.Builder
	err := xml.EscapeText(&b, []byte(text))
	if err != nil {
		panic("escape into memory: " + err.Error()) // a strings.Builder takes everything
	}
	return b.String()
}
