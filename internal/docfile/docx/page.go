package docx

import "fmt"

// The page of GB/T 9704-2012 (5.1, 5.2): A4 with 37 mm above, 35 mm below, 28 mm
// at the binding edge and 26 mm at the cut; 22 lines of 28 characters. Lengths
// are twips, twentieths of a point.
const (
	pageWidth    = 11906
	pageHeight   = 16838
	marginTop    = 2098
	marginBottom = 1984
	marginLeft   = 1587
	marginRight  = 1474
	textWidth    = pageWidth - marginLeft - marginRight
	textHeight   = pageHeight - marginTop - marginBottom

	linePitch = 579 // 28.95 pt, 22 lines to the page
	lineChars = 28
	bodySize  = 16 // points, 三号
	// 28 characters of 16 pt are wider than the text area: each gives up 0.25 pt.
	// The styles say so, not a character grid of the section, which LibreOffice
	// spreads to twenty characters a line.
	bodyTracking = -5
	// The page number stands 7 mm below the text area and is 16 pt high.
	footerFromEdge = marginBottom - 397 - 320
)

const (
	oddFooter  = "oddFooter"
	evenFooter = "evenFooter"
)

// section closes the body with the page it is set on.
func section() string {
	return fmt.Sprintf(`<w:sectPr>`+
		`<w:footerReference w:type="default" r:id="%s"/><w:footerReference w:type="even" r:id="%s"/>`+
		`<w:pgSz w:w="%d" w:h="%d"/>`+
		`<w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="851" w:footer="%d" w:gutter="0"/>`+
		`<w:pgNumType w:start="1"/><w:docGrid w:type="lines" w:linePitch="%d"/></w:sectPr>`,
		oddFooter, evenFooter, pageWidth, pageHeight,
		marginTop, marginRight, marginBottom, marginLeft, footerFromEdge, linePitch)
}

// footer draws the page number between two dashes in the given style, which
// places it: right on odd pages, left on even ones (GB/T 9704-2012, 7.5).
func footer(style string) string {
	field := func(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }
	return declaration + `<w:ftr ` + wordSpace + `><w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>` +
		`<w:r><w:t xml:space="preserve">— </w:t></w:r>` +
		field("begin") + `<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>` +
		field("separate") + `<w:r><w:t>1</w:t></w:r>` + field("end") +
		`<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>`
}
