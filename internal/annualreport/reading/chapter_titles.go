package reading

import (
	"strings"
	"unicode/utf8"
)

// modernTitles are the chapters since 2019 with the slips and variants met in reports.
var modernTitles = []wordingOfChapter{
	{"overview", []string{"本年度政府信息公开工作总体情况", "年度政府信息公开工作概述", "政府信息公开工作概述", "主要工作概述", "政府信息公开工作总体情况", "政府信息公开总体情况", "总体工作情况", "工作总体情况", "总体情况", "政府信息公开的基本概况", "基本情况", "基本概况", "总体概况", "概述", "概况"}},
	{"proactive", []string{"行政机关主动公开政府信息情况", "主动公开政府信息的情况", "主动公开政府信息情况", "政府信息主动公开情况", "主动公开政府信息", "主动公开信息情况", "主动公开信息的情况"}},
	{"requests", []string{
		"行政机关收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请的情况", "收到和处理政府信息公开申请情况", "收到和处理政府信息公开情况", "收到和处理信息公开申请情况", "政府信息公开申请收到和处理情况", "政府信息公开申请办理情况",
	}},
	{"remedies", []string{
		"因政府信息公开工作被申请行政复议、提起行政诉讼情况", "政府信息公开行政复议、行政诉讼情况", "政府信息公开行政复议和行政诉讼情况", "政府信息公开行政复议行政诉讼情况", "政府信息公开行政复议、诉讼情况", "政府信息公开复议、诉讼情况", "因政府信息公开被申请行政复议和提起行政诉讼情况", "行政复议、行政诉讼情况", "行政复议和行政诉讼情况",
	}},
	{"improvement", []string{"存在的主要问题及改进情况", "存在的主要问题及改进措施", "政府信息公开工作存在的主要问题及改进情况", "存在问题及改进措施", "存在的主要问题"}},
	{"other", []string{"其他需要报告的事项", "其它需要报告的事项", "其他需要报告事项", "其他需报告的事项", "其他应当报告的事项", "其他报告的事项", "其他报告事项", "需要报告的其他事项", "其他需要说明的事项", "其他有关情况", "其他事项"}},
}

// numberedTitles are titles so short that only the number of their chapter tells them
// from those of its sections: 三、依申请公开情况, but not （二）依申请公开情况.
var numberedTitles = map[string]wordingOfChapter{
	"二": {"proactive", []string{"主动公开情况", "主动公开", "政府信息主动公开"}},
	"三": {"requests", []string{"依申请公开情况", "依申请公开政府信息情况", "政府信息依申请公开情况", "依申请公开", "依申请公开工作情况"}},
	"四": {"remedies", []string{"行政复议诉讼情况", "复议诉讼情况", "行政复议和诉讼情况", "行政复议、诉讼情况"}},
	"六": {"other", []string{"其他情况", "其它情况", "其他", "其它"}},
}

// legacyTitles are the subjects of the Regulation of 2007 as reports name them.
var legacyTitles = []wordingOfChapter{
	{"overview", []string{"本年度政府信息公开工作总体情况", "年度政府信息公开工作概述", "政府信息公开工作概述", "主要工作概述", "政府信息公开工作总体情况", "政府信息公开工作的基本概况", "政府信息公开的基本概况", "政府信息公开工作基本情况", "政府信息公开基本情况", "组织领导", "概述", "概况", "基本概况", "基本情况", "总体情况"}},
	{"proactive", []string{"主动公开政府信息的情况", "主动公开政府信息情况", "政府信息主动公开情况", "政府信息主动公开的情况", "主动公开信息情况", "主动公开信息的情况", "主动公开情况", "政府信息公开情况"}},
	{"requests", []string{
		"依申请公开政府信息和不予公开政府信息的情况", "依申请公开政府信息和不予公开政府信息情况", "依申请公开政府信息办理情况", "政府信息依申请公开办理情况", "政府信息依申请公开情况", "依申请公开政府信息的情况", "依申请公开政府信息情况", "政府依申请公开政府信息和不予公开信息情况", "政府依申请公开政府信息和不予公开政府信息情况", "依申请公开和不予公开政府信息情况", "依申请公开信息的情况和不予公开信息的情况", "依申请公开政府信息情况和不予公开政府信息的情况", "依申请公开情况", "公民、法人和其他组织申请公开政府信息情况",
	}},
	{"fees", []string{"政府信息公开的收费及减免情况", "政府信息公开收费及减免情况", "政府信息公开的收费和减免情况", "依申请公开政府信息收费及减免情况", "政府信息公开收费和减免情况", "信息公开的收费及减免情况", "工作人员、收费及减免情况", "依申请信息公开收费情况", "依申请公开信息收费情况", "政府信息公开支出与收费", "政府信息公开支出与收费情况", "政府信息公开支出和收费情况", "政府信息公开收费情况", "收费及减免情况", "收费和减免情况"}},
	{"remedies", []string{
		"因政府信息公开申请行政复议、提起行政诉讼的情况", "因政府信息公开申请行政复议、提起行政诉讼情况", "因政府信息公开申请行政复议和提起行政诉讼的情况", "申请行政复议、提起行政诉讼的情况", "申请行政复议、提起行政诉讼情况", "政府信息公开申请行政复议、行政诉讼情况", "因信息公开申请行政复议、提起行政诉讼的情况", "政府信息公开行政复议、行政诉讼情况", "政府信息公开复议、诉讼情况", "政府信息公开复议、诉讼和申诉情况", "行政复议、诉讼和申诉情况", "复议、诉讼和申诉情况", "复议和诉讼情况", "复议、诉讼情况", "行政复议、行政诉讼情况", "行政复议和行政诉讼情况",
	}},
	{"improvement", []string{"存在的主要问题及改进情况", "存在的主要问题及改进措施", "政府信息公开工作存在的主要问题及改进情况", "存在问题及改进措施", "存在的主要问题"}},
	{"other", []string{"其他需要报告的事项", "其它需要报告的事项", "需要说明的其他事项", "需要说明的事项与附表", "需要说明的事项", "其他事项"}},
}

// improvementTitles are the ways of naming the chapter on faults and remedies, which
// reports put together from the same words in every manner, by their first character.
// All of them hold one of improvementCores.
var improvementTitles = func() map[rune][]string {
	titles := make(map[rune][]string)
	for _, of := range []string{"", "工作", "政府信息公开工作", "政府信息公开工作中", "政府信息公开中", "信息公开工作"} {
		for _, there := range []string{"存在的主要问题", "存在主要问题", "主要问题", "存在的问题", "存在问题", "存在的不足", "存在的主要不足", "问题"} {
			for _, and := range []string{"及", "和", "与", "、"} {
				for _, better := range []string{"改进情况", "改进措施", "整改情况", "整改措施", "改进的措施", "下一步改进措施", "下步工作安排", "下一步工作安排", "下一步工作打算", "下步工作打算", "工作打算", "今后打算", "下一步打算", "下步打算", "下一步措施", "改进方向", "改进"} {
					title := of + there + and + better
					first, _ := utf8.DecodeRuneInString(title)
					titles[first] = append(titles[first], title)
				}
			}
		}
	}
	return titles
}()

var improvementCores = []string{"问题", "不足"}

// improvementTitle is the longest such title that a text begins with, with its
// length in bytes of the text.
func improvementTitle(text string) (string, int) {
	const longest = 150 // bytes, blanks inside included
	head := squeezed(text[:min(len(text), longest)])
	if !strings.Contains(head, improvementCores[0]) && !strings.Contains(head, improvementCores[1]) {
		return "", 0
	}
	first, _ := utf8.DecodeRuneInString(head)
	title, length := "", 0
	for _, wording := range improvementTitles[first] {
		n := prefixLength(text, wording)
		if n > 0 && len(wording) > len(title) {
			title, length = wording, n
		}
	}
	return title, length
}
