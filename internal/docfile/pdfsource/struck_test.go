package pdfsource

import "testing"

func TestStruckOut(t *testing.T) {
	at := func(x float64, text string) glyph {
		return glyph{text: text, size: 10, start: point{x, 100}, stop: point{x + 5, 100}}
	}
	for _, test := range []struct {
		name string
		line rule
		want string
	}{
		{"through the middle", rule{at: 97, from: 10, to: 15}, "2"},
		{"through both", rule{at: 97, from: 9, to: 21}, ""},
		{"under them", rule{at: 101, from: 9, to: 21}, "92"},
		{"above them", rule{at: 92, from: 9, to: 21}, "92"},
		{"beside them", rule{at: 97, from: 40, to: 90}, "92"},
		{"upright", rule{upright: true, at: 12, from: 80, to: 120}, "92"},
	} {
		d := drawing{glyphs: []glyph{at(10, "9"), at(15, "2")}, rules: []rule{test.line}}
		struck := d.unstruck()
		got := ""
		for _, g := range d.glyphs {
			got += g.text
		}
		if got != test.want || struck != 2-len(test.want) {
			t.Errorf("a line %s leaves %q with %d struck out, want %q", test.name, got, struck, test.want)
		}
	}
}

func TestMarkOfANoteIsNoFigure(t *testing.T) {
	l := newLine([]glyph{
		{text: "0", size: 12, start: point{10, 100}, stop: point{16, 100}},
		{text: "1", size: 7, start: point{16, 95}, stop: point{19, 95}},
	})
	if l.text != "0" {
		t.Errorf("0 with a raised 1 behind it reads %q, want 0", l.text)
	}
	l = newLine([]glyph{
		{text: "1", size: 12, start: point{10, 100}, stop: point{16, 100}},
		{text: "0", size: 12, start: point{16, 100}, stop: point{22, 100}},
	})
	if l.text != "10" {
		t.Errorf("1 and 0 on one line read %q, want 10", l.text)
	}
}
