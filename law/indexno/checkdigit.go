package indexno

import "strings"

// usccAlphabet are the characters of a credit code by their value (GB 32100):
// the digits and the letters without I, O, S, V and Z.
const usccAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

var usccWeights = [17]int{1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28}

// ValidUSCC reports whether a text is a unified social credit code
// (统一社会信用代码): eighteen characters of its alphabet with the right check
// character.
func ValidUSCC(s string) bool {
	if len(s) != 18 {
		return false
	}
	sum := 0
	for i, weight := range usccWeights {
		value := strings.IndexByte(usccAlphabet, s[i])
		if value < 0 {
			return false
		}
		sum += value * weight
	}
	return s[17] == usccAlphabet[(31-sum%31)%31]
}

var orgCodeWeights = [8]int{3, 7, 9, 10, 5, 8, 4, 2}

// ValidOrgCode reports whether a text is an organisation code (组织机构代码,
// GB 11714): eight digits or capital letters and the right check character,
// written without the hyphen.
func ValidOrgCode(s string) bool {
	if len(s) != 9 || !upperAlphanumeric(s) {
		return false
	}
	sum := 0
	for i, weight := range orgCodeWeights {
		value := int(s[i] - '0')
		if s[i] >= 'A' {
			value = int(s[i]-'A') + 10
		}
		sum += value * weight
	}
	return s[8] == "0X987654321"[sum%11]
}
