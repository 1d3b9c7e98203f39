package docx

import (
	"fmt"
	"strings"
)

// style is one paragraph style. paragraph and text are the inside of w:pPr and
// w:rPr in the order that the schema fixes.
type style struct {
	id, name, based, next string
	shown                 bool // listed in the style gallery
	paragraph, text       string
}

// twoChars indents a first line by two characters; Word prefers the Chars value,
// readers without it take the twips.
const twoChars = `<w:ind w:firstLineChars="200" w:firstLine="632"/>`

func size(points float64) string {
	half := int(points*2 + 0.5)
	return fmt.Sprintf(`<w:sz w:val="%d"/><w:szCs w:val="%d"/>`, half, half)
}

// tracking changes the distance between characters by twips.
func tracking(twips int) string { return fmt.Sprintf(`<w:spacing w:val="%d"/>`, twips) }

// exactly fixes the line height, so that a substitute font with taller lines
// does not push a table off its page.
func exactly(twips, before, after int) string {
	return fmt.Sprintf(`<w:spacing w:before="%d" w:after="%d" w:line="%d" w:lineRule="exact"/>`, before, after, twips)
}

func heading(level int, font, text string) style {
	return style{
		id: fmt.Sprintf("Heading%d", level), name: fmt.Sprintf("heading %d", level),
		based: "Normal", next: "BodyText", shown: true,
		paragraph: `<w:keepNext/><w:keepLines/>` + twoChars + fmt.Sprintf(`<w:outlineLvl w:val="%d"/>`, level-1),
		text:      typeface(font, font) + text,
	}
}

// styleSheet lists the styles that the writer uses, and no others.
var styleSheet = []style{
	{
		id: "Title", name: "Title", based: "Normal", next: "BodyText", shown: true,
		paragraph: `<w:keepNext/><w:keepLines/><w:snapToGrid w:val="0"/>` + exactly(700, 0, linePitch) + `<w:jc w:val="center"/>`,
		text:      typeface(fontTitle, fontTitle) + tracking(0) + size(22),
	},
	{
		id: "TitleNote", name: "Title Note", based: "Normal", next: "BodyText", shown: true,
		paragraph: `<w:snapToGrid w:val="0"/>` + exactly(420, 0, 0) + `<w:jc w:val="center"/>`,
		text:      typeface(fontLatin, fontSection) + tracking(0) + size(14),
	},
	heading(1, fontChapter, ""),
	heading(2, fontSection, ""),
	heading(3, fontBody, `<w:b/><w:bCs/>`),
	{id: "BodyText", name: "Body Text", based: "Normal", shown: true, paragraph: twoChars},
	{
		id: "TableText", name: "Table Text", based: "Normal", shown: true,
		paragraph: `<w:snapToGrid w:val="0"/><w:jc w:val="center"/>`,
		text:      typeface(fontLatin, fontTableCn) + tracking(0),
	},
	{id: "Signature", name: "Signature", based: "Normal", shown: true, paragraph: `<w:keepLines/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:jc w:val="right"/>`},
	{
		id: "OddFooter", name: "Odd Footer", based: "Normal",
		paragraph: `<w:snapToGrid w:val="0"/>` + exactly(320, 0, 0) + `<w:ind w:rightChars="100" w:right="280"/><w:jc w:val="right"/>`,
		text:      typeface(fontTableCn, fontTableCn) + tracking(0) + size(14),
	},
	{
		id: "EvenFooter", name: "Even Footer", based: "Normal",
		paragraph: `<w:snapToGrid w:val="0"/>` + exactly(320, 0, 0) + `<w:ind w:leftChars="100" w:left="280"/><w:jc w:val="left"/>`,
		text:      typeface(fontTableCn, fontTableCn) + tracking(0) + size(14),
	},
}

func styles() string {
	var b strings.Builder
	b.WriteString(declaration + `<w:styles ` + wordSpace + `>`)
	b.WriteString(`<w:docDefaults><w:rPrDefault><w:rPr>` + typeface(fontLatin, fontBody) + size(bodySize) +
		`<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
		`<w:pPrDefault><w:pPr><w:widowControl/><w:kinsoku/><w:overflowPunct/></w:pPr></w:pPrDefault></w:docDefaults>`)
	b.WriteString(`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>` +
		exactly(linePitch, 0, 0) + `<w:jc w:val="both"/></w:pPr>` +
		`<w:rPr>` + tracking(bodyTracking) + size(bodySize) + `</w:rPr></w:style>`)
	b.WriteString(`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>` +
		`<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>`)
	for _, s := range styleSheet {
		fmt.Fprintf(&b, `<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="%s"/>`, s.id, s.name, s.based)
		if s.next != "" {
			fmt.Fprintf(&b, `<w:next w:val="%s"/>`, s.next)
		}
		if s.shown {
			b.WriteString(`<w:qFormat/>`)
		}
		b.WriteString(`<w:pPr>` + s.paragraph + `</w:pPr>`)
		if s.text != "" {
			b.WriteString(`<w:rPr>` + s.text + `</w:rPr>`)
		}
		b.WriteString(`</w:style>`)
	}
	b.WriteString(`</w:styles>`)
	return b.String()
}
