package message

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

var citation = regexp.MustCompile(`^Art\. (\d+)(?: para\. (\d+))?(?: item (\d+))?$`)

const regulation = "《中华人民共和国政府信息公开条例》"

// Article writes a citation as Chinese readers know it: “Art. 33 para. 2” is
// 《中华人民共和国政府信息公开条例》第三十三条第二款, and “Art. 33; Art. 36” names both under one
// title. A citation of another text comes back as it is.
func Article(cited string) string {
	parts := strings.Split(cited, "; ")
	for i, part := range parts {
		m := citation.FindStringSubmatch(part)
		if m == nil {
			return cited
		}
		parts[i] = "第" + numeral(m[1]) + "条"
		if m[2] != "" {
			parts[i] += "第" + numeral(m[2]) + "款"
		}
		if m[3] != "" {
			parts[i] += "第（" + numeral(m[3]) + "）项"
		}
	}
	return regulation + strings.Join(parts, "、")
}

var digits = []rune("零一二三四五六七八九")

// numeral writes 1 to 99 in Chinese and leaves any other number in digits.
func numeral(arabic string) string {
	n, err := strconv.Atoi(arabic)
	if err != nil || n < 1 || n > 99 {
		return arabic
	}
	tens, ones := n/10, n%10
	s := ""
	if tens > 1 {
		s += string(digits[tens])
	}
	if tens > 0 {
		s += "十"
	}
	if ones > 0 {
		s += string(digits[ones])
	}
	return s
}

// size writes a limit in bytes as whole MB, or KB below one.
func size(bytes int64) string {
	if bytes < 1<<20 {
		return fmt.Sprintf("%d KB", bytes>>10)
	}
	return fmt.Sprintf("%d MB", bytes>>20)
}
