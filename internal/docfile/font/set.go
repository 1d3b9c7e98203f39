package font

import (
	"embed"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// Style is the part a typeface plays in an official document.
type Style uint8

// The four styles of GB/T 9704 documents.
const (
	Song     Style = iota // 宋体: running text and tables
	SongBold              // bold 宋体: the title and emphasis
	Hei                   // 黑体: chapter headings
	Kai                   // 楷体: section headings and notes
	styles
)

// The embedded fonts stay where the program was loaded; only the pages of memory
// that a document needs are read.
var (
	//go:embed ttf/song.ttf
	songFile []byte
	//go:embed ttf/song-bold.ttf
	songBoldFile []byte
	//go:embed ttf/hei.ttf
	heiFile []byte
	//go:embed ttf/kai.ttf
	kaiFile []byte
)

var fileNames = [styles]string{Song: "song.ttf", SongBold: "song-bold.ttf", Hei: "hei.ttf", Kai: "kai.ttf"}

// Licences holds the licence texts of the embedded fonts, to be shown or shipped with them.
//
//go:embed OFL-cjk.txt OFL-kai.txt
var Licences embed.FS

// Set is the fonts a document may be drawn with: one face for each style and
// further faces for characters the styles lack.
type Set struct {
	styled [styles]*Face
	extra  []*Face
}

// Embedded returns the set of the four embedded fonts. They are read on first use.
var Embedded = sync.OnceValue(func() *Set {
	set := &Set{}
	for style, file := range [styles][]byte{Song: songFile, SongBold: songBoldFile, Hei: heiFile, Kai: kaiFile} {
		face, err := Parse(file)
		if err != nil {
			panic("embedded font " + fileNames[style] + ": " + err.Error()) // a fault of the build
		}
		set.styled[style] = face
	}
	return set
})

// Extra returns the set with the TrueType fonts of a folder added, in order of
// their file names. A file named song.ttf, song-bold.ttf, hei.ttf or kai.ttf takes
// the place of that style (a 仿宋 for running text, say); the former face and every
// other font draw the characters that the styles lack. It fails when the folder or
// one of its fonts cannot be read.
func (s *Set) Extra(dir string) (*Set, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("list font folder: %w", err)
	}
	grown := &Set{styled: s.styled, extra: slices.Clone(s.extra)}
	for _, entry := range entries {
		name := strings.ToLower(entry.Name())
		if entry.IsDir() || !slices.Contains([]string{".ttf", ".ttc", ".otf"}, filepath.Ext(name)) {
			continue
		}
		file, err := os.ReadFile(filepath.Join(dir, entry.Name()))
		if err != nil {
			return nil, fmt.Errorf("read font: %w", err)
		}
		face, err := Parse(file)
		if err != nil {
			return nil, fmt.Errorf("read font %s: %w", entry.Name(), err)
		}
		if style := slices.Index(fileNames[:], name); style >= 0 {
			face, grown.styled[style] = grown.styled[style], face
		}
		grown.extra = append(grown.extra, face)
	}
	return grown, nil
}

// Find returns the face and glyph that draw r in the given style: the style's own
// face, else 宋体, else any other. It reports whether there is one.
func (s *Set) Find(style Style, r rune) (*Face, uint16, bool) {
	if style >= styles {
		style = Song
	}
	if glyph, ok := s.styled[style].Glyph(r); ok {
		return s.styled[style], glyph, true
	}
	for _, face := range s.styled {
		if glyph, ok := face.Glyph(r); ok {
			return face, glyph, true
		}
	}
	for _, face := range s.extra {
		if glyph, ok := face.Glyph(r); ok {
			return face, glyph, true
		}
	}
	return nil, 0, false
}

// Missing lists the characters of text that no font of the set can draw, each
// once, in order of appearance. Characters that are never drawn are not missing.
func (s *Set) Missing(text string) []rune {
	var missing []rune
	for _, r := range text {
		if Invisible(r) || slices.Contains(missing, r) {
			continue
		}
		if _, _, ok := s.Find(Song, r); !ok {
			missing = append(missing, r)
		}
	}
	return missing
}

// Invisible reports whether r leaves no mark and takes no room: control
// characters, byte order marks, joiners and variation selectors.
func Invisible(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r)
}

// MissingError says that a document holds characters which no font can draw.
type MissingError struct{ Runes []rune }

// Error names the characters and their code points.
func (e *MissingError) Error() string {
	named := make([]string, len(e.Runes))
	for i, r := range e.Runes {
		named[i] = fmt.Sprintf("%c (U+%04X)", r, r)
	}
	return "字库中没有以下字符，无法排版：" + strings.Join(named, "、")
}
