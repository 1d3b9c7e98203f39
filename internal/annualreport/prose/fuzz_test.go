package prose

import (
	"testing"
	"unicode/utf8"
)

// onRunes reports whether offsets lie within a text and between its characters.
func onRunes(text string, start, end int) bool {
	return start >= 0 && start <= end && end <= len(text) &&
		(start == len(text) || utf8.RuneStart(text[start])) && (end == len(text) || utf8.RuneStart(text[end]))
}

func FuzzRead(f *testing.F) {
	for _, text := range []string{
		"全镇收到政府信息公开申请五件，上年结转１件（其中自然人1件），办结4件。", "行政复议、行政诉讼分别为2件、1件。", "未发生行政复议；没有5件。",
		"76+35+272+442=825", "主动公开政府信息1,234条，同比增长19.3%。", "999999999999999999999999万条", "几十万万元", "第1.（2）〔3〕4-5/6:7", "1.2.3，，、、（（））",
		"共0件=0+0", "\xff\xfe1件\xff", "零零零零件", "一二三四五件", "0,000,000件",
	} {
		f.Add(text, 2024)
	}
	f.Fuzz(func(t *testing.T, text string, year int) {
		r := Read(text, year)
		if !utf8.ValidString(text) {
			return // offsets into damaged text need only not panic
		}
		last := 0
		for _, n := range r.Numbers {
			if !onRunes(text, n.Start, n.End) || text[n.Start:n.End] != n.Text || n.Start < last {
				t.Errorf("Numbers(%q) gives %q at %d to %d", text, n.Text, n.Start, n.End)
			}
			if n.Low > n.High || n.Value < 0 {
				t.Errorf("Numbers(%q) gives %q between %d and %d", text, n.Text, n.Low, n.High)
			}
			last = n.End
		}
		for _, s := range r.Statements {
			if !onRunes(text, s.Start, s.End) || s.Sentence.Of(text) != s.Text || s.Start < s.Sentence.Start || s.End > s.Sentence.End {
				t.Errorf("Read(%q) gives a statement at %d to %d of sentence %v", text, s.Start, s.End, s.Sentence)
			}
			if s.Means != nil && len(s.Means) == 0 {
				t.Errorf("Read(%q) gives a statement that means an empty list", text)
			}
		}
		for _, c := range r.Clashes {
			if !onRunes(text, c.Start, c.End) {
				t.Errorf("Read(%q) gives a clash at %d to %d", text, c.Start, c.End)
			}
		}
		for _, s := range Sentences(text) {
			if !onRunes(text, s.Start, s.End) || s.Start == s.End {
				t.Errorf("Sentences(%q) gives %v", text, s)
			}
		}
	})
}
