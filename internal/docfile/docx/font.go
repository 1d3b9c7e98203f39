package docx

import "strings"

// The typefaces that GB/T 9704-2012 and local practice ask for, by the names
// under which offices install them.
const (
	fontTitle   = "方正小标宋简体"
	fontChapter = "黑体"
	fontSection = "楷体_GB2312"
	fontBody    = "仿宋_GB2312"
	fontTableCn = "宋体"
	fontLatin   = "Times New Roman"
)

// fontTable gives each typeface the name of one that stands in for it where an
// office has not installed the original.
func fontTable() string {
	var b strings.Builder
	b.WriteString(declaration + `<w:fonts ` + wordSpace + `>`)
	for _, f := range []struct{ name, substitute, family string }{
		{fontTitle, "宋体", "roman"},
		{fontChapter, "SimHei", "swiss"},
		{fontSection, "楷体", "script"},
		{fontBody, "仿宋", "modern"},
		{fontTableCn, "SimSun", "roman"},
	} {
		b.WriteString(`<w:font w:name="` + f.name + `"><w:altName w:val="` + f.substitute + `"/>` +
			`<w:charset w:val="86"/><w:family w:val="` + f.family + `"/></w:font>`)
	}
	b.WriteString(`<w:font w:name="` + fontLatin + `"><w:charset w:val="00"/><w:family w:val="roman"/></w:font></w:fonts>`)
	return b.String()
}

// typeface draws the fonts of a style: Latin letters and digits, Chinese text.
func typeface(latin, chinese string) string {
	return `<w:rFonts w:ascii="` + latin + `" w:eastAsia="` + chinese + `" w:hAnsi="` + latin + `" w:cs="` + latin + `" w:hint="eastAsia"/>`
}
