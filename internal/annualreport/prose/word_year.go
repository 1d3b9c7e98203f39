package prose

import "strconv"

// wordsOfYear are the words that name the years beside the report's: 2023年结转 in the
// report for 2024 is what was carried in, 结转至2025年 what was carried out, and 较2023年
// says what a change is measured against.
func wordsOfYear(year int) vocabulary {
	if year == 0 {
		return newVocabulary()
	}
	last, next := strconv.Itoa(year-1)+"年", strconv.Itoa(year+1)+"年"
	in := term{kind: label, topic: requestTopic, act: carriedIn}
	out := term{kind: label, topic: requestTopic, act: carriedOut}
	list := make(map[string]term)
	for _, end := range []string{"", "度"} {
		for _, middle := range []string{"", "未办结", "未办理完毕"} {
			list[last+end+middle+"结转"] = in
		}
		list["结转"+last+end] = in
		for _, verb := range []string{"结转", "结转至", "结转到", "转入", "转至", "顺延至", "顺延到"} {
			list[verb+next+end] = out
			list[verb+next+end+"继续办理"] = out
		}
	}
	for _, end := range []string{"", "度"} {
		list["转"+next+end+"继续办理"] = out
	}
	// What this year is held against.
	against := term{kind: changed}
	for _, end := range []string{"", "度", "同期"} {
		for _, word := range []string{"较", "比", "相较", "相较于", "同比", "较之"} {
			list[word+last+end] = against
			list[word+last+end+"的"] = term{kind: limiting} // 较2023年的90条增长 gives last year's
		}
		for _, word := range []string{"与", "同", "和"} {
			list[word+last+end+"相比"] = against
		}
	}
	return newVocabulary(list)
}
