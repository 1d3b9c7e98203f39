package checks

import "strings"

// headings wants the chapters of the format, with their exact titles and in their
// order (reading R-73).
var headings = Check{
	ID: "N-11", Title: "章节标题和顺序", Citation: noticeChapters, Severity: Error, Since: sinceRegulation2008,
	Applies: func(l *Ledger) bool { return len(l.Format.Chapters) > 0 },
	Examine: func(l *Ledger) []Finding {
		if !hasTables(l) {
			return subjectsMissing(l)
		}
		findings := wrongHeadings(l)
		for _, p := range l.passages() {
			findings = append(findings, mixedNumbering(l, p)...)
		}
		return findings
	},
	Fails: func(l *Ledger) { l.Chapters[0].Heading = "一、基本情况" },
	Passes: func(l *Ledger) {
		l.Chapters = append([]Chapter{{Key: preambleKey, Sections: []Section{{Key: "preamble", Text: "根据条例要求，现公布本年度报告。"}}}}, l.Chapters...)
	},
}

// wrongHeadings compares the chapters one by one with those of the format.
func wrongHeadings(l *Ledger) []Finding {
	var findings []Finding
	present := make(map[string]int)
	var order []string
	for _, c := range l.Chapters {
		if c.Key == preambleKey || c.Heading == "" && c.Key == "" {
			continue
		}
		wanted, known := l.Format.Chapter(c.Key)
		if !known {
			findings = append(findings, Finding{
				Text:  "“" + c.Heading + "”不是格式规定的章节，请并入六章之中。",
				Where: c.Key, Place: c.Heading, Quote: c.Heading,
			})
			continue
		}
		present[c.Key]++
		order = append(order, c.Key)
		if strings.TrimSpace(c.Heading) != wanted.Heading() {
			f := Finding{
				Text:  "章节标题写作“" + c.Heading + "”，格式规定为“" + wanted.Heading() + "”，请改正。",
				Where: c.Key, Place: "第" + wanted.Number + "章", Quote: c.Heading,
			}
			if l.outside() { // the chapter is there, under a wording that is known for it
				f.Severity = Warning
			}
			findings = append(findings, f)
		}
	}
	next := 0
	for _, wanted := range l.Format.Chapters {
		place := "第" + wanted.Number + "章"
		switch {
		case present[wanted.Key] == 0:
			findings = append(findings, Finding{
				Text: "缺少“" + wanted.Heading() + "”，请补齐；没有内容的也要保留标题。", Where: wanted.Key, Place: place,
			})
			continue
		case present[wanted.Key] > 1:
			findings = append(findings, Finding{Text: "“" + wanted.Heading() + "”出现了不止一次，请合并。", Where: wanted.Key, Place: place})
		}
		at := indexFrom(order, wanted.Key, next)
		if at < 0 {
			findings = append(findings, Finding{Text: "“" + wanted.Heading() + "”的位置不对，请按格式规定的顺序排列。", Where: wanted.Key, Place: place})
			continue
		}
		next = at + 1
	}
	return findings
}

func indexFrom(list []string, word string, from int) int {
	for i := from; i < len(list); i++ {
		if list[i] == word {
			return i
		}
	}
	return -1
}

// subjectsMissing reads the older formats, whose subjects were laid down but not
// their headings (Art. 32 of the Regulation of 2007).
func subjectsMissing(l *Ledger) []Finding {
	if len(l.Chapters) == 0 {
		return nil
	}
	var findings []Finding
	for _, wanted := range l.Format.Chapters {
		_, ok := l.Chapter(wanted.Key)
		if ok {
			continue
		}
		findings = append(findings, Finding{
			Severity: Warning, Text: "报告没有单列“" + wanted.Title + "”，请确认是否写在其他部分。", Where: wanted.Key, Place: wanted.Title,
		})
	}
	return findings
}

// mixedNumbering looks at the ordinals at the beginning of paragraphs: within a
// section they are of one kind at each level and run without a gap.
func mixedNumbering(l *Ledger, p passage) []Finding {
	var bracketed, plain []int
	first := ""
	for _, line := range strings.Split(p.section.Text, "\n") {
		line = strings.TrimSpace(line)
		n, isBracketed := bracketedOrdinal(line)
		if isBracketed {
			if first == "" {
				first = "（一）"
			}
			bracketed = append(bracketed, n)
			continue
		}
		if startsPlainOrdinal(line) {
			if first == "" {
				first = "1."
			}
			plain = append(plain, 0)
		}
	}
	if first == "1." && len(bracketed) > 0 && len(plain) > 0 {
		f := l.found(p, first, "序号混用：“1.”出现在“（一）”之前，请按“（一）”“1.”的层次统一编号。")
		f.Severity = Warning
		return []Finding{f}
	}
	for i, n := range bracketed {
		if i > 0 && n != bracketed[i-1]+1 {
			f := l.found(p, "", "“（一）（二）”的序号不连续，请重新编号。")
			f.Severity = Warning
			return []Finding{f}
		}
	}
	return nil
}

// bracketedOrdinal reads （三） at the beginning of a line.
func bracketedOrdinal(line string) (int, bool) {
	rest, ok := strings.CutPrefix(line, "（")
	if !ok {
		return 0, false
	}
	numeral, _, ok := strings.Cut(rest, "）")
	if !ok {
		return 0, false
	}
	for i, word := range []string{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"} {
		if numeral == word {
			return i + 1, true
		}
	}
	return 0, false
}

func startsPlainOrdinal(line string) bool {
	digits := strings.TrimLeft(line, "0123456789")
	return len(digits) < len(line) && len(line)-len(digits) <= 2 &&
		(strings.HasPrefix(digits, ".") || strings.HasPrefix(digits, "．") || strings.HasPrefix(digits, "、"))
}
