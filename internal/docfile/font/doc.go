// Package font finds, measures and subsets the glyphs that documents are drawn
// with. It embeds four typefaces: 宋体 for text, bold 宋体 for titles, 黑体 for
// chapters and 楷体 for sections, each with the 8,105 characters of
// 通用规范汉字表, GB 2312 and the signs official documents use. An operator may
// add a folder of further fonts. A character that no font draws is reported by
// name, never drawn as an empty box.
//
// The package leaves line breaking to its callers and shapes nothing: one
// character is one glyph, which Chinese and Latin text of this kind allows.
// The embedded fonts are renamed subsets under the SIL Open Font License; the
// licences lie beside them and make/ holds the recipe.
//
// Provisions: 通用规范汉字表 (国发〔2013〕23号).
package font
