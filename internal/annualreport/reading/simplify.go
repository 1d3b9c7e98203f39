package reading

import (
	_ "embed"
	"strings"
	"sync"
)

// The tables say where they come from in opencc/SOURCE.md.
var (
	//go:embed opencc/characters.txt
	traditionalCharacters string
	//go:embed opencc/phrases.txt
	traditionalPhrases string
)

// simplifier turns traditional characters into simplified ones. Phrases go first,
// the longest that fits, so that 乾隆 keeps its 乾 while 乾淨 becomes 干净. A phrase
// and what it becomes have the same number of characters.
type simplifier struct {
	characters map[rune]rune
	phrases    map[rune][]phrase // by first character, longest first
}

type phrase struct{ from, to []rune }

var simplified = sync.OnceValue(func() simplifier {
	s := simplifier{characters: make(map[rune]rune), phrases: make(map[rune][]phrase)}
	for line := range strings.Lines(traditionalCharacters) {
		pair := []rune(strings.TrimSpace(line))
		if len(pair) == 2 {
			s.characters[pair[0]] = pair[1]
		}
	}
	for line := range strings.Lines(traditionalPhrases) {
		from, to, _ := strings.Cut(strings.TrimSpace(line), " ")
		p := phrase{[]rune(from), []rune(to)}
		if len(p.from) == 0 || len(p.from) != len(p.to) {
			continue
		}
		list := s.phrases[p.from[0]]
		at := len(list)
		for at > 0 && len(list[at-1].from) < len(p.from) {
			at--
		}
		list = append(list, phrase{})
		copy(list[at+1:], list[at:])
		list[at] = p
		s.phrases[p.from[0]] = list
	}
	return s
})

// apply simplifies characters in place.
func (s simplifier) apply(text []rune) {
	for i := 0; i < len(text); {
		if text[i] < 0x2E80 {
			i++
			continue
		}
		if p, ok := s.phraseAt(text[i:]); ok {
			copy(text[i:], p.to)
			i += len(p.to)
			continue
		}
		plain, ok := s.characters[text[i]]
		if ok {
			text[i] = plain
		}
		i++
	}
}

func (s simplifier) phraseAt(text []rune) (phrase, bool) {
	for _, p := range s.phrases[text[0]] {
		if len(p.from) <= len(text) && equalRunes(p.from, text[:len(p.from)]) {
			return p, true
		}
	}
	return phrase{}, false
}

func equalRunes(a, b []rune) bool {
	for i, r := range a {
		if b[i] != r {
			return false
		}
	}
	return len(a) == len(b)
}
