package docx

import (
	"strings"
	"unicode"
)

// words are those of the statutory labels that a line end must not cut. A word
// list for all of Chinese would decide no more in these tables.
var words = []string{
	"申请人", "行政机关", "政府信息", "公开申请", "不再处理", "正当理由", "不补正", "逾期", "收费", "通知", "要求", "缴纳", "费用",
	"确认", "重新", "出具", "获取", "信息", "内容", "明确", "法律", "行政", "法规", "禁止", "保护", "权益", "内部", "事务",
	"公开", "提供", "处理", "情形", "数量", "项目", "金额", "单位", "决定", "办理", "结果", "数据", "勾稽关系",
}

// wrap breaks a label into as few lines as room (in characters) allows and then
// makes them as even as it can.
func wrap(label string, room float64) []string {
	letters := []rune(label)
	allowed := breakable(letters)
	best := greedy(letters, allowed, room)
	for narrow := room - 0.5; narrow > 1; narrow -= 0.5 {
		lines := greedy(letters, allowed, narrow)
		if len(lines) > len(best) || widest(lines) > narrow {
			break
		}
		best = lines
	}
	return best
}

func widest(lines []string) float64 { return measure(strings.Join(lines, "\n")) }

// greedy fills each line in turn. A stretch without an allowed break overruns.
func greedy(letters []rune, allowed []bool, room float64) []string {
	var lines []string
	start, last := 0, 0
	for i := 1; i <= len(letters); i++ {
		if measure(string(letters[start:i])) > room && last > start {
			lines = append(lines, string(letters[start:last]))
			start = last
		}
		if i < len(letters) && allowed[i] {
			last = i
		}
	}
	return append(lines, string(letters[start:]))
}

// breakable reports before which letters a line may begin: not inside a word or
// a number, not before closing punctuation, not after an opening bracket.
func breakable(letters []rune) []bool {
	allowed := make([]bool, len(letters))
	for i := 1; i < len(letters); i++ {
		before, after := letters[i-1], letters[i]
		allowed[i] = unicode.Is(unicode.Han, after) && before >= 0x2000 && !strings.ContainsRune("（〔《〈“‘「『【", before) ||
			strings.ContainsRune("（《〈“‘【", after) && before >= 0x2000
	}
	for _, word := range words {
		n := len([]rune(word))
		for i := 0; i+n <= len(letters); i++ {
			if string(letters[i:i+n]) != word {
				continue
			}
			for j := i + 1; j < i+n; j++ {
				allowed[j] = false
			}
		}
	}
	return allowed
}
