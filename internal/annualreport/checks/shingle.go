package checks

import (
	"strings"
	"unicode"

	"gongkai/internal/annualreport/prose"
)

// shingleRunes is how many characters make a shingle; fewestShingles is how much
// wording a text must have to be compared at all.
const (
	shingleRunes   = 5
	fewestShingles = 40
)

// boilerplate marks sentences that every report has to have in much the same words:
// the preamble, the sentence on fees, statements that there was none.
var boilerplate = []string{
	"政府信息公开条例", "年度报告格式", "收费通知", "信息处理费", "处理费", "现将", "现公布", "现发布", "统计期限", "数据的统计", "责任追究", "未发生", "没有发生",
	"电子版可以", "如有疑问", "其他需要报告的事项", "需要报告的其他事项",
}

// shingles are the hashes of every five characters of a text in a row. Signs, digits
// and the names given are left out, so that a copy with other names and numbers is
// still a copy.
func shingles(text string, names []string) map[uint64]struct{} {
	set := make(map[uint64]struct{})
	for _, span := range prose.Sentences(text) {
		sentence := span.Of(text)
		if containsAny(sentence, boilerplate...) {
			continue
		}
		for _, name := range names {
			if name != "" {
				sentence = strings.ReplaceAll(sentence, name, "")
			}
		}
		addShingles(set, sentence)
	}
	return set
}

func addShingles(set map[uint64]struct{}, sentence string) {
	var window [shingleRunes]rune
	filled := 0
	for _, r := range sentence {
		if !unicode.Is(unicode.Han, r) {
			continue
		}
		copy(window[:], window[1:])
		window[shingleRunes-1] = r
		filled++
		if filled >= shingleRunes {
			set[hash(window)] = struct{}{}
		}
	}
}

// hash is FNV-1a over the characters.
func hash(window [shingleRunes]rune) uint64 {
	h := uint64(14695981039346656037)
	for _, r := range window {
		h ^= uint64(r)
		h *= 1099511628211
	}
	return h
}

// similarity is the share of common shingles among all shingles of two texts; 0
// when either is too short to compare.
func similarity(a, b map[uint64]struct{}) float64 {
	if len(a) < fewestShingles || len(b) < fewestShingles {
		return 0
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	common := 0
	for h := range a {
		_, shared := b[h]
		if shared {
			common++
		}
	}
	return float64(common) / float64(len(a)+len(b)-common)
}
