package font

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

func TestEveryStyleDrawsTheStandardCharacters(t *testing.T) {
	list, err := os.ReadFile("testdata/standard.txt")
	if err != nil {
		t.Fatal(err)
	}
	standard := strings.TrimSpace(string(list))
	if n := utf8.RuneCountInString(standard); n != 8105 {
		t.Fatalf("testdata/standard.txt holds %d characters, want 8105", n)
	}
	signs := "𠮷䶮㛃𬭎堃“”‘’—…·①⑳〔〕〇□☐☑☒№℃㎡㎏％‰×÷±≤≥┌┐│─ⅠⅫ€￥¥āǎ0123456789ABCxyz （）《》【】"
	set := Embedded()
	for style, face := range set.styled {
		for _, r := range standard + signs {
			if _, ok := face.Glyph(r); !ok {
				t.Errorf("%s draws no %c (U+%04X)", fileNames[style], r, r)
			}
		}
	}
}

func TestNamesAvoidReservedOnes(t *testing.T) {
	for style, face := range Embedded().styled {
		for _, reserved := range []string{"Source", "Noto", "LXGW", "WenKai"} {
			if strings.Contains(face.Name, reserved) {
				t.Errorf("%s is named %s, want no %s", fileNames[style], face.Name, reserved)
			}
		}
		if !strings.HasPrefix(face.Name, "Gongkai") {
			t.Errorf("%s is named %s, want Gongkai…", fileNames[style], face.Name)
		}
	}
}

func TestAdvance(t *testing.T) {
	tests := []struct {
		r     rune
		style Style
		want  int
	}{
		{'中', Song, 1000}, {'—', Song, 1000}, {'“', Kai, 1000}, {'·', SongBold, 1000}, {'0', Song, 557}, {'𠮷', Hei, 1000},
	}
	for _, tt := range tests {
		face, glyph, ok := Embedded().Find(tt.style, tt.r)
		if !ok {
			t.Errorf("Find(%d, %c) found nothing", tt.style, tt.r)
			continue
		}
		if got := face.Advance(glyph); got != tt.want {
			t.Errorf("Advance of %c in style %d = %d, want %d", tt.r, tt.style, got, tt.want)
		}
	}
}

func TestMissing(t *testing.T) {
	got := Embedded().Missing("信息𪚥公开\u200b\ufeff한한\n")
	if string(got) != "𪚥한" {
		t.Errorf("Missing = %q, want %q", string(got), "𪚥한")
	}
	err := &MissingError{Runes: got}
	if !strings.Contains(err.Error(), "𪚥 (U+2A6A5)") {
		t.Errorf("Error() = %q, want the character and its code point", err.Error())
	}
}

// The subset is judged by a reader that is not ours.
func TestSubsetKeepsOutlines(t *testing.T) {
	const text = "政府信息公开𠮷0A。"
	for style, face := range Embedded().styled {
		var glyphs []uint16
		for _, r := range text {
			glyph, _ := face.Glyph(r)
			glyphs = append(glyphs, glyph)
		}
		subset := face.Subset(append(glyphs, glyphs[0])) // the first one twice
		small, err := sfnt.Parse(withCmap(subset.File))
		if err != nil {
			t.Fatalf("%s: parse subset: %v", fileNames[style], err)
		}
		whole, err := sfnt.Parse(embeddedFile(Style(style)))
		if err != nil {
			t.Fatal(err)
		}
		var buffer sfnt.Buffer
		for i, old := range append(glyphs, glyphs[0]) {
			want, err := whole.LoadGlyph(&buffer, sfnt.GlyphIndex(old), fixed.I(1000), nil)
			if err != nil {
				t.Fatal(err)
			}
			expected := append(sfnt.Segments(nil), want...)
			got, err := small.LoadGlyph(&buffer, sfnt.GlyphIndex(i+1), fixed.I(1000), nil)
			if err != nil {
				t.Fatalf("%s: load glyph %d of the subset: %v", fileNames[style], i+1, err)
			}
			if len(got) != len(expected) {
				t.Fatalf("%s: glyph %d has %d segments, want %d", fileNames[style], i+1, len(got), len(expected))
			}
			for k := range got {
				if got[k] != expected[k] {
					t.Fatalf("%s: glyph %d segment %d = %v, want %v", fileNames[style], i+1, k, got[k], expected[k])
				}
			}
		}
	}
}

func TestExtraFolder(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, content []byte) {
		t.Helper()
		err := os.WriteFile(filepath.Join(dir, name), content, 0o600)
		if err != nil {
			t.Fatal(err)
		}
	}
	write("song.ttf", kaiFile)
	write("readme.txt", []byte("not a font"))
	set, err := Embedded().Extra(dir)
	if err != nil {
		t.Fatal(err)
	}
	if face, _, _ := set.Find(Song, '中'); face.Name != "GongkaiKai-Regular" {
		t.Errorf("Find(Song, 中) draws with %s, want the operator's song.ttf", face.Name)
	}
	if face, _, _ := Embedded().Find(Song, '中'); face.Name != "GongkaiSong-Regular" {
		t.Errorf("the embedded set changed to %s", face.Name)
	}
	write("broken.ttf", kaiFile[:4000])
	_, err = Embedded().Extra(dir)
	if err == nil || !strings.Contains(err.Error(), "broken.ttf") {
		t.Errorf("Extra with a broken font: error = %v, want one that names broken.ttf", err)
	}
}

func FuzzParse(f *testing.F) {
	_, glyph, _ := Embedded().Find(Song, '府')
	small := Embedded().styled[Song].Subset([]uint16{glyph, 5, 6})
	f.Add(withCmap(small.File))
	f.Add([]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x01\x00\x00\x00\x10\x00\x01\x00\x00\x00\x01"))
	f.Fuzz(func(t *testing.T, file []byte) {
		face, err := Parse(file)
		if err != nil {
			return
		}
		for _, r := range "a府𠮷" {
			if glyph, ok := face.Glyph(r); ok {
				face.Advance(glyph)
				face.Subset([]uint16{glyph})
			}
		}
	})
}

func embeddedFile(style Style) []byte {
	return [styles][]byte{Song: songFile, SongBold: songBoldFile, Hei: heiFile, Kai: kaiFile}[style]
}

// withCmap adds the tables that PDF does without and general readers ask for.
func withCmap(file []byte) []byte {
	found, err := tables(file, 0)
	if err != nil {
		panic(err)
	}
	found["cmap"] = []byte("\x00\x00\x00\x01\x00\x03\x00\x0a\x00\x00\x00\x0c" +
		"\x00\x0c\x00\x00\x00\x00\x00\x1c\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x5e\x9c\x00\x00\x5e\x9c\x00\x00\x00\x01")
	found["name"] = []byte("\x00\x00\x00\x00\x00\x06")
	found["post"] = append([]byte("\x00\x03\x00\x00"), make([]byte, 28)...)
	found["OS/2"] = make([]byte, 96)
	return join(found)
}
