package lawdocs

import (
	"fmt"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"testing"
)

// citation is a provision cited in a source file.
type citation struct {
	provision
	line int
	why  string // why it cannot be resolved; empty when the table must decide
}

var (
	// An article number, or after Arts. a list or range of them.
	citing = regexp.MustCompile(`\bArts?\. (\d+)((?:(?:, | and | or | to |, and |–|-)\d+)*)( para\. \d+)?( items? \d+(?:(?:, | and | to |–|-)\d+)*)?`)
	digits = regexp.MustCompile(`\d+`)

	// A name in front that ends so is meant to be an instrument.
	instrumentBefore = regexp.MustCompile(`(?:(?:[A-Z0-9][\w’']* (?:on the |on |of the |of )?)*(?:Law|Regulations?|Measures|Rules|Interpretation|Provisions|Guidelines|Notice)|[\p{Han}〔〕0-9]*(?:法|条例|办法|规定|解释|号))》?,? $`)
	instrumentAfter  = regexp.MustCompile(`^ of (?:the )?((?:[A-Z0-9]\w* )*(?:Law|Regulation|Measures|Rules|Interpretation)(?: of \d{4})?|《?[\p{Han}〔〕0-9]*(?:法|条例|办法|规定|解释|号))`)

	// Where a line comment goes on in the next line, a citation may be broken.
	commentBreak = regexp.MustCompile(`\n[ \t]*//[ \t]*`)
)

// citations reports the citations in a source text. Line breaks inside a comment
// are blanked to spaces of the same length, so that offsets keep their lines.
func (a articleTable) citations(source string) []citation {
	flat := commentBreak.ReplaceAllStringFunc(source, func(s string) string { return strings.Repeat("\x00", len(s)-1) + " " })
	// A run of NUL stands for nothing; offsets map back through it.
	text, offsets := squeeze(flat)
	var found []citation
	for _, m := range citing.FindAllStringSubmatchIndex(text, -1) {
		line := 1 + strings.Count(source[:offsets[m[0]]], "\n")
		instrument, why := a.instrumentOf(text[max(0, m[0]-200):m[0]], text[m[1]:])
		paragraph := numbers(part(text, m, 3))
		for _, article := range numbers(part(text, m, 1) + part(text, m, 2)) {
			p := provision{instrument: instrument, article: article}
			if len(paragraph) > 0 {
				p.paragraph = paragraph[0]
			}
			list := numbers(part(text, m, 4))
			if len(list) == 0 {
				found = append(found, citation{p, line, why})
			}
			for _, item := range list {
				p.item = item
				found = append(found, citation{p, line, why})
			}
		}
	}
	return found
}

// instrumentOf reports the instrument that a citation between two texts belongs
// to: the longest name right before it, one named after it with "of", or the
// Regulation. A name that looks like an instrument but is not listed is refused.
func (a articleTable) instrumentOf(before, after string) (string, string) {
	if m := instrumentAfter.FindStringSubmatch(after); m != nil {
		name := strings.TrimPrefix(m[1], "《")
		if known, ok := a.names[name]; ok {
			return known, ""
		}
		return name, "the instrument is not listed in docs/law/articles.md"
	}
	trimmed := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(before, " "), ","), "》")
	longest := ""
	for name := range a.names {
		if strings.HasSuffix(trimmed, name) && len(name) > len(longest) {
			longest = name
		}
	}
	if longest != "" {
		return a.names[longest], ""
	}
	if m := instrumentBefore.FindString(before); m != "" {
		return strings.Trim(m, "》, "), "the instrument is not listed in docs/law/articles.md"
	}
	return regulation, ""
}

// numbers reports the numbers of a list such as "14 to 16" or "4, 5 and 7".
func numbers(list string) []int {
	var found []int
	end := 0
	for _, at := range digits.FindAllStringIndex(list, -1) {
		n, err := strconv.Atoi(list[at[0]:at[1]])
		if err != nil {
			n = -1 // longer than any article number: the table refuses it
		}
		between := list[end:at[0]]
		if len(found) > 0 && (between == " to " || between == "–" || between == "-") {
			for i := found[len(found)-1] + 1; i < n && i < 1000; i++ {
				found = append(found, i)
			}
		}
		found = append(found, n)
		end = at[1]
	}
	return found
}

func part(text string, match []int, group int) string {
	if match[2*group] < 0 {
		return ""
	}
	return text[match[2*group]:match[2*group+1]]
}

// squeeze drops NUL bytes and reports where each byte left stood.
func squeeze(s string) (string, []int) {
	var text strings.Builder
	offsets := make([]int, 0, len(s)+1)
	for i := range len(s) {
		if s[i] != 0 {
			text.WriteByte(s[i])
			offsets = append(offsets, i)
		}
	}
	return text.String(), append(offsets, len(s))
}

func TestCitationsAreListed(t *testing.T) {
	table := readArticles(t, articlesText)
	goFiles(t, func(path, source string) {
		for _, c := range table.citations(source) {
			why := c.why
			if why == "" {
				why = table.refuse(c.provision)
			}
			if why != "" {
				t.Errorf("%s:%d: %s: %s", path, c.line, c.provision, why)
			}
		}
	})
}

func TestCitationScanner(t *testing.T) {
	table := readArticles(t, articlesText)
	const elsewhere = "the instrument is not listed"
	for _, c := range []struct{ source, found, refused string }{
		{"// Art. 33 para. 3", "1 Art. 33 para. 3", ""},
		{"// Art. 33\n// para. 3 and so on", "1 Art. 33 para. 3", ""},
		{"\n\n// see Art. 36 items 4 and 5", "3 Art. 36 item 4; 3 Art. 36 item 5", ""},
		{"// Arts. 14 to 16, or Arts. 26, 30 and 32", "1 Art. 14; 1 Art. 15; 1 Art. 16; 1 Art. 26; 1 Art. 30; 1 Art. 32", ""},
		{"`Regulation Art. 49 para. 1`", "1 Art. 49 para. 1", ""},
		{"// Art. 50 item 4", "1 Art. 50 item 4", ""},
		{"// Administrative Reconsideration Law Art. 88", "1 Administrative Reconsideration Law Art. 88", ""},
		{"// Administrative Reconsideration\n\t// Law Art. 88 para. 2", "2 Administrative Reconsideration Law Art. 88 para. 2", ""},
		{"// 《行政复议法》 Art. 23 para. 1 item 4", "1 Administrative Reconsideration Law Art. 23 para. 1 item 4", ""},
		{"// Fee Measures Art. 4 para. 2 item 3", "1 Fee Measures Art. 4 para. 2 item 3", ""},
		{"// Art. 28 of the Regulation of 2007", "1 2007 Regulation Art. 28", ""},
		{"// 2007 Regulation Art. 28", "1 2007 Regulation Art. 28", ""},
		{"// Art. 20 of the Regulation", "1 Art. 20", ""},
		{"// no citation: art 33, Article 33, Part. 33", "", ""},
		{"// Art. 57", "1 Art. 57", "not listed"},
		{"// Art. 33 para. 4", "1 Art. 33 para. 4", "not listed"},
		{"// Art. 14 para. 1", "1 Art. 14 para. 1", "not listed"},
		{"// Art. 20 item 16", "1 Art. 20 item 16", "not listed"},
		{"// Art. 29 para. 1 item 3", "1 Art. 29 para. 1 item 3", "it lists Art. 29 para. 2 item 3"},
		{"// Art. 99999999999999999999", "1 Art. -1", "not listed"},
		{"// Law of the Sea Law Art. 3", "1 Law of the Sea Law Art. 3", elsewhere},
		{"// 海商法 Art. 3", "1 海商法 Art. 3", elsewhere},
		{"// Art. 3 of the Maritime Law", "1 Maritime Law Art. 3", elsewhere},
		{"// Administrative Reconsideration Law Art. 1", "1 Administrative Reconsideration Law Art. 1", "not listed"},
	} {
		var found, refused []string
		for _, got := range table.citations(c.source) {
			found = append(found, fmt.Sprintf("%d %s", got.line, got.provision))
			why := got.why
			if why == "" {
				why = table.refuse(got.provision)
			}
			if why != "" {
				refused = append(refused, why)
			}
		}
		if got := strings.Join(found, "; "); got != c.found {
			t.Errorf("citations(%q) = %s, want %s", c.source, got, c.found)
		}
		got := strings.Join(refused, "; ")
		if (got == "") != (c.refused == "") || !strings.Contains(got, c.refused) {
			t.Errorf("refusal of %q = %q, want %q", c.source, got, c.refused)
		}
	}
}

// TestInstrumentsCanBeCited guards the table: a name the scanner cannot see in
// front of an article would count as the Regulation.
func TestInstrumentsCanBeCited(t *testing.T) {
	table := readArticles(t, articlesText)
	var names []string
	for name := range table.names {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		found := table.citations("// the " + name + " Art. 1")
		if len(found) != 1 || found[0].instrument != table.names[name] {
			t.Errorf("%s Art. 1 is read as %v, want %s", name, found, table.names[name])
		}
	}
}
