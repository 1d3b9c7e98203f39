package checks

import (
	"strings"

	"gongkai/internal/annualreport/prose"
)

// governmentTopic is one of the three results that a people's government reports.
type governmentTopic struct {
	name  string
	words []string
}

var governmentTopicList = []governmentTopic{
	{"工作考核", []string{"考核", "考评"}},
	{"社会评议", []string{"社会评议", "公众评议", "民主评议", "评议结果", "群众评议", "公众满意度", "满意度测评", "满意度调查", "满意度评价", "行风评议"}},
	{"责任追究", []string{"责任追究", "追究责任", "追责", "问责", "责任的追究", "被追究"}},
}

// governmentTopics wants a people's government to report the results of appraisal,
// social appraisal and accountability (Art. 50 item 4).
var governmentTopics = Check{
	ID: "N-12", Title: "考核、社会评议、责任追究结果", Citation: "Art. 50 item 4", Severity: Error, Since: sinceRegulation,
	Applies: func(l *Ledger) bool { return hasTables(l) && l.Organ.Kind.IsGovernment() },
	Examine: func(l *Ledger) []Finding {
		chapter, ok := l.Chapter("overview")
		if !ok {
			return nil // the check of headings says so
		}
		text := chapter.Text()
		var findings []Finding
		for _, topic := range governmentTopicList {
			if statesResult(text, topic) {
				continue
			}
			f := Finding{
				Text:  "第一章没有写" + topic.name + "结果，各级人民政府的报告应当写明，请补写；没有开展或者没有发生的，也要如实写明。",
				Where: "overview", Place: "第一章“监督保障”",
			}
			if l.outside() && (containsAny(text, topic.words...) || l.statesElsewhere(topic)) {
				f.Severity = Warning // it is spoken of, if not as a result or not in this chapter
			}
			findings = append(findings, f)
		}
		return findings
	},
	Fails:  func(l *Ledger) { l.rewrite("overview.safeguard", "社会评议", "座谈走访") },
	Passes: func(l *Ledger) { l.rewrite("overview.safeguard", "社会评议", "公众评议") },
}

// statesElsewhere reports whether another chapter gives the result.
func (l *Ledger) statesElsewhere(topic governmentTopic) bool {
	for _, p := range l.passages() {
		if p.chapter.Key != "overview" && statesResult(p.section.Text, topic) {
			return true
		}
	}
	return false
}

// systemWords follow a topic where a text speaks of the system and not of a result.
var systemWords = []string{"机制", "制度", "体系", "办法", "范围", "指标", "内容"}

// resultWords stand in a sentence that gives a result.
var resultWords = []string{
	"结果", "得分", "优秀", "良好", "合格", "等次", "名列", "位列", "排名", "满意", "未", "没有", "无", "开展", "接受", "组织", "进行", "通报", "评为", "评定", "反馈", "受到", "零",
}

// statesResult reports whether a sentence speaks of the topic as something that
// took place or did not.
func statesResult(text string, topic governmentTopic) bool {
	for _, span := range prose.Sentences(text) {
		sentence := span.Of(text)
		for _, word := range topic.words {
			rest := sentence
			for {
				_, after, found := strings.Cut(rest, word)
				if !found {
					break
				}
				if !startsWithAny(after, systemWords) && containsAny(sentence, resultWords...) {
					return true
				}
				rest = after
			}
		}
	}
	return false
}

func startsWithAny(text string, words []string) bool {
	for _, w := range words {
		if strings.HasPrefix(text, w) {
			return true
		}
	}
	return false
}
