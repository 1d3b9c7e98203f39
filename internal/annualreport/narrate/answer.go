package narrate

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"gongkai/internal/annualreport/checks"
)

// ToFill marks where a sentence waits for what only people know.
const ToFill = checks.ToFill

// Answer is one measure that last year's report announced, with a sentence to
// begin answering it (chapter 五).
type Answer struct {
	Measure  string // as last year's report has it, without its number
	Sentence string // a body; its numbers are marked as quoted
}

// Answers splits last year's text on improvements into its measures. Text before
// the first measure is left out; text without numbering is taken by paragraphs,
// and a single paragraph by sentences.
func Answers(previousMeasures string) []Answer {
	var answers []Answer
	for _, item := range measures(previousMeasures) {
		answers = append(answers, Answer{
			Measure:  item,
			Sentence: "针对上年提出的“" + quote(item) + "”，{{@self}}" + ToFill + "。",
		})
	}
	return answers
}

// numberings are the ways reports number their measures. Group 1 is the number; it
// stands at the beginning or behind a sign, so that 统一是 and 进一步 are none.
var numberings = []*regexp.Regexp{
	regexp.MustCompile(`(?:^|[\s。；;：:，,！])([一二三四五六七八九十]{1,3}是[要]?)`),
	regexp.MustCompile(`(?:^|[\s。；;：:！])([（(][一二三四五六七八九十]{1,3}[）)])`),
	regexp.MustCompile(`(?:^|[\s。；;：:！])([（(]\d{1,2}[）)])`),
	regexp.MustCompile(`(?:^|[\s。；;：:！])(\d{1,2}[.．、])(?:\D|$)`),
	regexp.MustCompile(`(?:^|[\s。；;：:！])([一二三四五六七八九十]{1,3}、)`),
	regexp.MustCompile(`([①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳])`),
	regexp.MustCompile(`(?:^|[\s。；;：:！])(第[一二三四五六七八九十]{1,3}[，,、])`),
}

// measures cuts a text at the outermost numbering that is used more than once, or
// else at the one that is used at all.
func measures(text string) []string {
	var chosen [][]int
	for _, numbering := range numberings {
		found := numbering.FindAllStringSubmatchIndex(text, -1)
		switch {
		case len(found) == 0:
		case chosen == nil, len(found) > 1 && len(chosen) == 1,
			(len(found) > 1) == (len(chosen) > 1) && found[0][2] < chosen[0][2]:
			chosen = found
		}
	}
	var items []string
	for i, at := range chosen {
		end := len(text)
		if i+1 < len(chosen) {
			end = chosen[i+1][2]
		}
		items = append(items, text[at[3]:end])
	}
	if chosen == nil {
		items = strings.Split(text, "\n")
		if !strings.Contains(strings.TrimSpace(text), "\n") {
			items = strings.FieldsFunc(text, func(r rune) bool { return r == '。' || r == '；' || r == '\n' })
		}
	}
	for i, item := range items {
		items[i] = strings.Trim(strings.Join(strings.Fields(item), " "), " 。；;，,：:")
	}
	return slices.DeleteFunc(items, func(item string) bool { return item == "" })
}

// longestQuote is how many characters of a measure are quoted.
const longestQuote = 40

// quote takes the first sentence of a measure, at most longestQuote characters and
// then up to a comma, with its numbers marked as last year's words.
func quote(measure string) string {
	// Braces and quotation marks of the old text are not ours to interpret.
	words := strings.NewReplacer("{", "｛", "}", "｝", "“", "‘", "”", "’").Replace(measure)
	if at := strings.IndexAny(words, "。；\n"); at > 0 {
		words = words[:at]
	}
	if utf8.RuneCountInString(words) > longestQuote {
		words = string([]rune(words)[:longestQuote])
		if at := strings.LastIndexAny(words, "，、"); at > 0 {
			words = words[:at]
		}
		words += "……"
	}
	numbers := Unbound(words, nil)
	for _, n := range slices.Backward(numbers) {
		marked, err := Justify(words, n.Start, "引自上年报告")
		if err == nil {
			words = marked
		}
	}
	return words
}
