package checks

import (
	"fmt"
	"strconv"
	"strings"

	"gongkai/internal/annualreport/prose"
)

// statedSums adds up what the text lists as the parts of a number.
var statedSums = Check{
	ID: "N-02", Title: "正文分项相加等于总数", Citation: reportContent, Severity: Error, Since: sinceRegulation2008,
	Examine: func(l *Ledger) []Finding {
		var findings []Finding
		for _, p := range l.passages() {
			for _, b := range p.reading.Breakdowns {
				f, wrong := compareParts(l, p, b)
				if wrong {
					findings = append(findings, f)
				}
			}
		}
		return findings
	},
	Fails: func(l *Ledger) {
		l.append("overview.proactive", "全年编发材料12份，其中图解5份、视频4份、问答4份。")
		l.reason("overview.proactive", "12份", "5份", "4份")
	},
	Passes: func(l *Ledger) {
		l.append("overview.proactive", "全年编发材料12份，其中图解5份、视频4份、问答3份。")
		l.reason("overview.proactive", "12份", "5份", "4份", "3份")
	},
}

func compareParts(l *Ledger, p passage, b prose.Breakdown) (Finding, bool) {
	sum := b.Sum()
	total := b.Total.Value
	if sum == total {
		return Finding{}, false
	}
	severity, advice, wrong := l.sumSeverity(b, p.section.Text)
	if !wrong {
		return Finding{}, false
	}
	var parts []string
	for _, part := range b.Parts {
		parts = append(parts, strconv.FormatInt(part.Value, 10))
	}
	from, to := b.Total.Start, b.Total.End
	for _, part := range b.Parts {
		from, to = min(from, part.Start), max(to, part.End)
	}
	f := l.found(p, p.section.Text[from:to], fmt.Sprintf("正文总数写%d，所列分项%s相加为%d，%s", total, strings.Join(parts, "、"), sum, advice))
	f.Severity, f.Stated, f.Expected = severity, pointer(total), pointer(sum)
	return f, true
}

// sumSeverity judges parts that do not add up to their total. Where the words leave
// room for more parts (其中, 等), or one item may have gone out on several channels,
// it need not be a contradiction.
func (l *Ledger) sumSeverity(b prose.Breakdown, text string) (Severity, string, bool) {
	const check, complete = "请核对各分项和总数。", "如果没有列全，请补齐或者加“等”字。"
	if b.Sum() > b.Total.Value {
		if b.Open || l.outside() && (onChannels(b, text) || mixedParts(b)) {
			return Warning, check, true
		}
		return Error, check, true
	}
	switch {
	case b.Open, b.Some && l.outside() && !onChannels(b, text) && b.Sum() < b.Total.Value/10*9:
		return "", "", false
	case !b.Complete || b.Some && l.outside():
		return Warning, complete, true
	}
	return Error, check, true
}

// onChannels reports whether the parts are channels: the same information may be
// released on several of them and counts once in the total.
func onChannels(b prose.Breakdown, text string) bool {
	before := b.Total.End
	for _, p := range b.Parts {
		words := ""
		if before <= p.Number.Start {
			words = text[before:p.Number.Start]
		}
		before = p.End
		understood := len(p.Means) > 0 && strings.HasPrefix(p.Means[0], "item.channel.")
		if !understood && (p.Means != nil || !containsAny(words, channelWords...)) {
			return false
		}
	}
	return true
}

// channelWords stand before a number of a channel, understood or not.
var channelWords = []string{"网站", "公众号", "微信", "微博", "新媒体", "客户端", "抖音", "公开栏", "公示栏", "媒体"}

// mixedParts reports whether some parts are understood and others not: then they may
// divide the total in more than one way.
func mixedParts(b prose.Breakdown) bool {
	known := 0
	for _, p := range b.Parts {
		if p.Means != nil {
			known++
		}
	}
	return known > 0 && known < len(b.Parts)
}
