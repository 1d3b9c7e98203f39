package pdfsource

import (
	"regexp"
	"strings"
	"unicode"
)

// pageNumber is a line that only numbers the page: “— 3 —”, “第3页 共8页”, “3/8”.
var pageNumber = regexp.MustCompile(`^[\s\-—–－·.~～]*(第\s*)?[0-9０-９]{1,4}\s*(页|頁)?[\s\-—–－·.~～/／,，]*((共|of)?\s*[0-9０-９]{1,4}\s*(页|頁)?)?[\s\-—–－·.~～]*$`)

// margin is the part of a page's height at its top and bottom where running heads
// and page numbers stand.
const margin = 0.1

var digits = regexp.MustCompile(`[0-9０-９]+`)

// furnish marks running heads and page numbers. A mark by the file is believed
// unless most of the text has it.
func furnish(sheets []sheet) {
	marked, all := 0, 0
	for _, s := range sheets {
		for _, it := range s.items {
			if it.line != nil {
				all++
				if it.furniture {
					marked++
				}
			}
		}
	}
	believed := marked*2 <= all
	repeats := map[string]int{}
	for i := range sheets {
		s := &sheets[i]
		seen := map[string]bool{}
		for j := range s.items {
			it := &s.items[j]
			it.furniture = it.furniture && believed
			if key, ok := s.edge(it); ok && !seen[key] {
				seen[key] = true
				repeats[key]++
			}
		}
	}
	for i := range sheets {
		s := &sheets[i]
		for j := range s.items {
			it := &s.items[j]
			key, ok := s.edge(it)
			if ok && strings.ContainsFunc(it.line.text, unicode.IsLetter) && repeats[key] >= 2 && repeats[key]*5 >= len(sheets)*3 {
				it.furniture = true
			}
		}
		for _, it := range s.outermost() {
			_, ok := s.edge(it)
			if ok && pageNumber.MatchString(it.line.text) {
				it.furniture = true
			}
		}
	}
}

// outermost gives the first and the last line or table of a page. A figure elsewhere
// near the edge may be data.
func (s *sheet) outermost() []*item {
	var ends []*item
	for i := range s.items {
		it := &s.items[i]
		if it.furniture || it.picture {
			continue
		}
		if len(ends) < 2 {
			ends = append(ends, it)
			continue
		}
		ends[1] = it
	}
	return ends
}

// edge is what tells a line near the edge of a page from others: its text without
// figures, and on which edge.
func (s *sheet) edge(it *item) (string, bool) {
	if it.line == nil {
		return "", false
	}
	text := digits.ReplaceAllString(squeezed(it.line.text), "#")
	switch {
	case it.line.base < margin*s.size.y:
		return "top " + text, true
	case it.line.base > (1-margin)*s.size.y:
		return "bottom " + text, true
	}
	return "", false
}

// runningHeads are the texts of marked lines that say more than a page number, once
// each.
func runningHeads(sheets []sheet) []string {
	var heads []string
	seen := map[string]bool{}
	for _, s := range sheets {
		for _, it := range s.items {
			if it.line == nil || !it.furniture || pageNumber.MatchString(it.line.text) {
				continue
			}
			key := digits.ReplaceAllString(squeezed(it.line.text), "#")
			if strings.Trim(key, "#/-—") != "" && !seen[key] {
				seen[key] = true
				heads = append(heads, it.line.text)
			}
		}
	}
	return heads
}
