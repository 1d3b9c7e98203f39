package reading

import (
	"strings"

	"gongkai/law/tally"
)

// signals are words that only one generation of the format has.
var signals = []struct {
	format string
	words  []string
}{
	{tally.Format2021, []string{"本年制发件数", "本年废止件数", "现行有效件数", "申请人无正当理由逾期不补正", "申请人逾期未按收费通知"}},
	{tally.Format2019, []string{"本年新制作数量", "本年新公开数量", "对外公开总数量", "上一年项目数量", "政府集中采购", "其他对外管理服务事项"}},
	{tally.Format2014, []string{"不同渠道和方式公开相同信息计1条", "政府信息公开情况统计表", "属于已主动公开范围数", "申请信息不存在数"}},
}

// leastSignals is how many of its words tell a format that does not govern the year;
// one alone may stand in running text.
const leastSignals = 2

// detectFormat tells the generation of the format from the words of the report,
// failing that from its year. The second result is true when the words told.
func detectFormat(strips []strip, year int) (string, bool) {
	text := wholeText(strips)
	best, score := "", 0
	for _, s := range signals {
		n := 0
		for _, word := range s.words {
			if strings.Contains(text, word) {
				n++
			}
		}
		governing, err := tally.FormatFor(year)
		if n < leastSignals && err == nil && governing.ID != s.format {
			continue
		}
		if n > score {
			best, score = s.format, n
		}
	}
	if best != "" {
		return best, true
	}
	modern := strings.Contains(text, "收到和处理政府信息公开申请情况") || strings.Contains(text, "第二十条第")
	if !modern && (strings.Contains(text, "收费及减免") || strings.Contains(text, "收费和减免")) {
		governing, err := tally.FormatFor(year)
		if err == nil && governing.ID == tally.Format2014 {
			return governing.ID, false // the narrative went on beside the statistics table
		}
		return tally.Format2007, true
	}
	governing, err := tally.FormatFor(year)
	if err != nil {
		return "", false
	}
	return governing.ID, false
}

// wholeText is all text without blanks.
func wholeText(strips []strip) string {
	var b strings.Builder
	for _, s := range strips {
		b.WriteString(squeezed(s.text.text))
		b.WriteByte('\n')
	}
	return b.String()
}

// workingFormat is the format a report is read by when its own cannot be told: the
// one in force, by which every published table of today is laid out.
func workingFormat(id string) tally.Format {
	format, err := tally.ByID(id)
	if err != nil {
		return tally.Formats[0]
	}
	return format
}
