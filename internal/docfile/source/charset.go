package source

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// decoded is text as UTF-8 with how it was written.
type decoded struct {
	text    string
	charset string // as reading.Source has it
	faults  int    // characters that could not be read, U+FFFD in text
}

// declaration is how a page or an XML file names its charset.
var declaration = regexp.MustCompile(`(?i)(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_\-]+)`)

// decode reads text by its mark; then by what it declares, unless the bytes speak
// against that; then as UTF-8, GB18030 or Big5. It reports false where the file is
// no text.
func decode(data []byte, declared string) (decoded, bool) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return fromUTF8(data[3:]), true
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return through(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "UTF-16LE", data[2:]), true
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return through(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "UTF-16BE", data[2:]), true
	}
	if order, ok := unmarkedUTF16(data); ok {
		name := "UTF-16LE"
		if order == unicode.BigEndian {
			name = "UTF-16BE"
		}
		return through(unicode.UTF16(order, unicode.IgnoreBOM), name, data), true
	}
	if bytes.Count(data, []byte{0}) > len(data)/1000 {
		return decoded{}, false
	}
	asUTF8 := fromUTF8(data)
	// Text in GB18030 or Big5 is never valid UTF-8 by chance, but a page saved as
	// UTF-8 often keeps the old declaration.
	if asUTF8.faults == 0 {
		return asUTF8, true
	}
	if asUTF8.faults*50 < wide(asUTF8.text) {
		return asUTF8, true // UTF-8 with a few damaged bytes
	}
	simplified := through(simplifiedchinese.GB18030, "GB18030", data)
	traditional := through(traditionalchinese.Big5, "Big5", data)
	switch strings.ToLower(declared) {
	case "gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "cp936":
		return simplified, simplified.legible()
	case "big5", "big5-hkscs", "cp950":
		return traditional, traditional.legible()
	}
	best := simplified
	if traditional.score() > simplified.score() {
		best = traditional
	}
	return best, best.legible()
}

// declared is the charset that the start of a page names, empty if none.
func declared(data []byte) string {
	found := declaration.FindSubmatch(data[:min(len(data), sniffSize)])
	if found == nil {
		return ""
	}
	return string(found[1])
}

func fromUTF8(data []byte) decoded {
	if utf8.Valid(data) {
		return decoded{text: string(data), charset: "UTF-8"}
	}
	text := strings.ToValidUTF8(string(data), "\ufffd")
	return decoded{text: text, charset: "UTF-8", faults: strings.Count(text, "\ufffd")}
}

func through(e encoding.Encoding, name string, data []byte) decoded {
	text, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return decoded{charset: name, faults: len(data)}
	}
	return decoded{text: string(text), charset: name, faults: bytes.Count(text, []byte("\ufffd"))}
}

// legible reports whether nearly everything could be read.
func (d decoded) legible() bool {
	return d.faults*20 <= utf8.RuneCountInString(d.text)
}

// frequent are characters that a report in either script is full of. In the wrong
// charset they become rare ones.
const frequent = "的政府信息公開开申請请年度報报告不人一二三四五六工作情況况本機机關关，。、（）；0123456789總总計计"

// score is how much the text looks like Chinese.
func (d decoded) score() int {
	n := -20 * d.faults
	for _, r := range d.text {
		if r >= 0x80 && strings.ContainsRune(frequent, r) {
			n++
		}
	}
	return n
}

// wide counts characters beyond Latin.
func wide(text string) int {
	n := 0
	for _, r := range text {
		if r >= 0x800 && r != utf8.RuneError {
			n++
		}
	}
	return n
}

// unmarkedUTF16 recognizes UTF-16 without a mark: every other byte is the upper half
// of a Latin letter, a Chinese character or a Chinese mark.
func unmarkedUTF16(data []byte) (unicode.Endianness, bool) {
	sample := data[:min(len(data), 64<<10)&^1]
	var zeros, upper [2]int
	for i, b := range sample {
		switch {
		case b == 0:
			zeros[i%2]++
			upper[i%2]++
		case b >= 0x4e && b <= 0x9f, b == 0x20, b == 0x30, b == 0xff:
			upper[i%2]++
		}
	}
	for odd := range 2 {
		if zeros[odd] > len(sample)/200 && zeros[1-odd] < zeros[odd] && upper[odd]*100 >= len(sample)/2*95 {
			if odd == 1 {
				return unicode.LittleEndian, true
			}
			return unicode.BigEndian, true
		}
	}
	return unicode.LittleEndian, false
}

// printable reports text without more control characters than damage explains.
func (d decoded) printable() bool {
	controls := 0
	for _, r := range d.text {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\f' || r >= 0x7f && r < 0xa0 {
			controls++
		}
	}
	return controls*20 <= len(d.text)
}
