package reportfile

import (
	"math"
	"strings"
	"unicode"

	"gongkai/internal/annualreport/prose"
)

// A sketch stands for the wording of a text in half a kilobyte: of each of many
// hash functions the least value over all runs of five Chinese characters
// (MinHash). The share of equal places of two sketches is about the share of runs
// that the texts have in common.
type sketch []uint32

// runLength is that of the shingles of N-08. The sketch is cut into bands: texts
// that agree in one band are looked at. Four places a band find a pair with four
// fifths in common practically always, and one with three tenths one time in four.
const (
	runLength  = 5
	bands      = 32
	bandPlaces = 4
	sketchSize = bands * bandPlaces
)

// fewestRuns is how much wording a text must have to be compared; it is that of
// N-08, which leaves out more of the text than the sketch does.
const fewestRuns = 40

// drawSketch draws the sketch of a text without the names given; nil when the text is
// too short to be compared.
func drawSketch(text string, names []string) sketch {
	for _, name := range names {
		text = strings.ReplaceAll(text, name, "")
	}
	s := make(sketch, sketchSize)
	for i := range s {
		s[i] = math.MaxUint32
	}
	seen := make(map[uint64]struct{})
	for _, sentence := range prose.Sentences(text) {
		s.takeSentence(sentence.Of(text), seen)
	}
	if len(seen) < fewestRuns {
		return nil
	}
	return s
}

func (s sketch) takeSentence(sentence string, seen map[uint64]struct{}) {
	var window [runLength]rune
	filled := 0
	for _, r := range sentence {
		if !unicode.Is(unicode.Han, r) {
			continue
		}
		copy(window[:], window[1:])
		window[runLength-1] = r
		filled++
		if filled < runLength {
			continue
		}
		h := hashRun(window)
		_, again := seen[h]
		if !again {
			seen[h] = struct{}{}
			s.take(h)
		}
	}
}

// take lowers the places that a run is the least of. Two halves of one hash give
// all functions: h1 + i·h2.
func (s sketch) take(h uint64) {
	step := uint32(h>>32) | 1
	value := uint32(h)
	for i := range s {
		s[i] = min(s[i], scatter(value))
		value += step
	}
}

// scatter spreads the bits of a value, so that neighbours do not stay neighbours.
func scatter(x uint32) uint32 {
	x ^= x >> 16
	x *= 0x7feb352d
	x ^= x >> 15
	x *= 0x846ca68b
	return x ^ x>>16
}

// hashRun is FNV-1a over the characters, stirred.
func hashRun(window [runLength]rune) uint64 {
	h := uint64(14695981039346656037)
	for _, r := range window {
		h ^= uint64(r)
		h *= 1099511628211
	}
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	return h ^ h>>33
}

// likeness is about the share of runs that two texts have in common, 0 to 1.
func (s sketch) likeness(other sketch) float64 {
	same := 0
	for i, value := range s {
		if value == other[i] {
			same++
		}
	}
	return float64(same) / sketchSize
}

// band is the hash of one band.
func (s sketch) band(n int) uint64 {
	h := uint64(n) + 1
	for _, value := range s[n*bandPlaces : (n+1)*bandPlaces] {
		h = (h ^ uint64(value)) * 0x9e3779b97f4a7c15
		h ^= h >> 29
	}
	return h
}
