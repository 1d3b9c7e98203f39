package corpus

import (
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// wordForms write the words in other characters.
var wordForms = []Form{
	{Key: "traditional-pinyin", Title: "traditional characters with pinyin in brackets", End: ".txt", of: []int{3, 9, 0}, write: func(r *report) []byte {
		return []byte(withPinyin(traditional.Replace(string(barText(r)))))
	}},
	{Key: "traditional", Title: "traditional characters", End: ".html", of: []int{12}, write: func(r *report) []byte {
		return []byte(traditional.Replace(string(plainPage(r))))
	}},
	{Key: "latin-signs", Title: "Latin punctuation and stray blanks in the text", End: ".txt", of: []int{8, 3}, damage: func(r *report) {
		signs := strings.NewReplacer("，", ",", "；", ";", "：", ":", "（", "(", "）", ")", "“", "\"", "”", "\"")
		r.eachParagraph(func(text string) string { return signs.Replace(text) })
	}, write: plainText},
}

// charsetForms write the bytes in other encodings.
var charsetForms = []Form{
	{Key: "gb18030", Title: "GB18030", End: ".html", of: []int{7}, write: func(r *report) []byte {
		return encoded(simplifiedchinese.GB18030, string(markup{meta: "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\">\n"}.page(r)))
	}},
	{Key: "gb18030-text", Title: "GB18030 text that does not say so", End: ".txt", of: []int{12, 9}, write: func(r *report) []byte {
		return encoded(simplifiedchinese.GB18030, string(plainText(r)))
	}},
	{Key: "big5", Title: "Big5", End: ".html", of: []int{3, 0}, write: func(r *report) []byte {
		page := markup{meta: "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=big5\">\n"}.page(r)
		return encoded(traditionalchinese.Big5, traditional.Replace(string(page)))
	}},
	{Key: "utf16", Title: "UTF-16 with a mark", End: ".txt", of: []int{3, 8}, write: func(r *report) []byte {
		return encoded(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), string(plainText(r)))
	}},
	{Key: "utf16-big", Title: "UTF-16, the other order of bytes", End: ".txt", of: []int{12}, write: func(r *report) []byte {
		return encoded(unicode.UTF16(unicode.BigEndian, unicode.UseBOM), strings.ReplaceAll(string(plainText(r)), "\n", "\r\n"))
	}},
}

// encoded writes a text in another encoding. A character that it lacks is a fault
// of the fixture.
func encoded(e encoding.Encoding, text string) []byte {
	data, err := e.NewEncoder().Bytes([]byte(text))
	if err != nil {
		panic("write a fixture in another encoding: " + err.Error())
	}
	return data
}

// oldForms are reports of other generations.
var oldForms = []Form{
	{Key: "old-form", Title: "the form of 2019 in a later year", End: ".html", of: []int{12, 1}, old: "2019", write: plainPage},
	{Key: "narrative", Title: "a narrative report of 2013 and one with the statistics table of 2014", End: ".txt", of: []int{11, 10}, write: plainText},
	{Key: "statistics-lines", Title: "the statistics table of 2014 with a cell to a line", End: ".txt", of: []int{10}, write: func(r *report) []byte {
		return []byte(textual{table: cellLines}.file(r))
	}},
}
