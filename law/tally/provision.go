package tally

import "strconv"

// Provision is a place in the Regulation in force since 2019-05-15. Paragraph and
// Item are 0 where the citation does not go that far.
type Provision struct{ Article, Paragraph, Item int }

// String is the citation as the project writes it, such as "Art. 36 item 3".
func (p Provision) String() string {
	text := "Art. " + strconv.Itoa(p.Article)
	if p.Paragraph > 0 {
		text += " para. " + strconv.Itoa(p.Paragraph)
	}
	if p.Item > 0 {
		text += " item " + strconv.Itoa(p.Item)
	}
	return text
}

// Chinese is the citation as letters and pages quote it, such as
// "第三十六条第（三）项" or "第十六条第二款".
func (p Provision) Chinese() string {
	text := "第" + chineseNumeral(p.Article) + "条"
	if p.Paragraph > 0 {
		text += "第" + chineseNumeral(p.Paragraph) + "款"
	}
	if p.Item > 0 {
		text += "第（" + chineseNumeral(p.Item) + "）项"
	}
	return text
}

const numeralBase = 10

var chineseDigits = []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}

// chineseNumeral writes 1 to 99 in Chinese; other numbers, which no provision of
// the Regulation has, stay in digits.
func chineseNumeral(n int) string {
	if n < 1 || n >= numeralBase*numeralBase {
		return strconv.Itoa(n)
	}
	tens, ones := n/numeralBase, n%numeralBase
	switch tens {
	case 0:
		return chineseDigits[ones]
	case 1:
		return "十" + chineseDigits[ones]
	default:
		return chineseDigits[tens] + "十" + chineseDigits[ones]
	}
}
