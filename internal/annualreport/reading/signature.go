package reading

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// signature is the 落款 with the place in the text where it begins.
type signature struct {
	organ, date string
	begins      position
	place       Place
}

const (
	dateWords  = `(?:\d{4}[ ]*年[ ]*\d{1,2}[ ]*月[ ]*\d{1,2}[ ]*日|[二一][〇○零O0九][〇○零O0一二三四五六七八九]{2}[ ]*年[ ]*[一二三四五六七八九十]{1,2}[ ]*月[ ]*[一二三四五六七八九十]{1,3}[ ]*日|\d{4}[-./]\d{1,2}[-./]\d{1,2})`
	organWords = `([^\s。；;，,：:、！]{2,40})`
)

var (
	organThenDate = regexp.MustCompile(`(?:^|[\s。；;：:）)])` + organWords + `?\s*[(（]?(` + dateWords + `)[)）]?\s*$`)
	dateThenOrgan = regexp.MustCompile(`(?:^|[\s。])(` + dateWords + `)\s+` + organWords + `\s*$`)
	organAlone    = regexp.MustCompile(`(?:\n|[。]\s*| )` + organWords + `\s*$`)
)

// signatureStrips is how many strips at the end may hold the signature.
const signatureStrips = 5

// readSignature looks for the organ's name and the date at the very end of the
// report. from is where its last chapter begins, until the first strip of the foot.
func readSignature(strips []strip, from position, until int, leave func(int) bool) (signature, bool) {
	var text []byte
	var origin []position
	first := until
	for kept := 0; first > from.strip && kept < signatureStrips; {
		first--
		if !leave(first) {
			kept++
		}
	}
	for i := max(first, from.strip); i < until; i++ {
		if leave(i) {
			continue
		}
		start := 0
		line := strings.TrimRight(withoutPrintButton(strips[i].text.text), " |\t")
		if i == from.strip {
			start = min(from.byte, len(line))
		}
		const longestTail = 400
		if len(line)-start > longestTail {
			start = len(line) - longestTail
			for start < len(line) && !utf8.RuneStart(line[start]) {
				start++
			}
		}
		for k := start; k < len(line); k++ {
			b := line[k]
			if b == '|' || b == '\t' {
				b = ' '
			}
			text = append(text, b)
			origin = append(origin, position{i, k})
		}
		text = append(text, '\n')
		origin = append(origin, position{i, len(line)})
	}
	s, start := signatureIn(string(text))
	if start < 0 {
		return signature{}, false
	}
	s.begins = origin[start]
	p := strips[s.begins.strip]
	s.place = placeIn(p, min(s.begins.byte, len(p.text.text)), len(p.text.text))
	return s, true
}

// printButton is what a page puts behind its last line.
var printButton = regexp.MustCompile(`[【\[]?(?:打印本页|关闭窗口|打印|关闭|返回顶部)[】\]]`)

func withoutPrintButton(line string) string {
	at := printButton.FindStringIndex(line)
	if at == nil {
		return line
	}
	return line[:at[0]]
}

// signatureIn reads the end of a text as a signature; start is negative when it is
// none.
func signatureIn(text string) (signature, int) {
	m := organThenDate.FindStringSubmatchIndex(text)
	if m != nil {
		s := signature{date: dateIn(text[m[4]:m[5]])}
		start := m[4]
		if m[2] >= 0 && isOrganName(text[m[2]:m[3]]) {
			s.organ = strings.Trim(text[m[2]:m[3]], "（）()")
			s.organ += bracketLeftOpen(s.organ)
			start = m[2]
		}
		labelled := endsWithAny(strings.TrimRight(text[:m[4]], " ：:"), "日期", "时间", "至", "截至", "到")
		if s.date != "" && !labelled {
			return s, start
		}
	}
	m = dateThenOrgan.FindStringSubmatchIndex(text)
	if m != nil && isOrganName(text[m[4]:m[5]]) {
		return signature{date: dateIn(text[m[2]:m[3]]), organ: text[m[4]:m[5]]}, m[2]
	}
	m = organAlone.FindStringSubmatchIndex(text)
	if m != nil && isOrganName(text[m[2]:m[3]]) && !endsWithAny(strings.TrimRight(text[:m[2]], " \n"), "：", ":") {
		return signature{organ: text[m[2]:m[3]]}, m[2]
	}
	return signature{}, -1
}

func endsWithAny(text string, endings ...string) bool {
	for _, e := range endings {
		if strings.HasSuffix(text, e) {
			return true
		}
	}
	return false
}

func isOrganName(text string) bool {
	n := utf8.RuneCountInString(text)
	return n >= 3 && n <= 40 && organEnding.MatchString(strings.Trim(text, "（）()")) && !strings.ContainsAny(text, "0123456789")
}
