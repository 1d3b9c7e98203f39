package source

import "strings"

// style is what a paragraph style says of outline and numbering.
type style struct {
	heading int // 0 for running text
	numbers listing
	based   string
}

// listing is the list that a paragraph belongs to, and the level in it.
type listing struct {
	id    string
	level int
}

type styleSheet map[string]style

// readStyles reads the paragraph styles; a document without them has none.
func readStyles(found parts) styleSheet {
	sheet := styleSheet{}
	root, err := found.tree("word/styles.xml")
	if err != nil {
		return sheet
	}
	for _, e := range root.child("styles").all("style") {
		s := style{based: e.child("basedOn").attr("val")}
		name := strings.ToLower(e.child("name").attr("val"))
		if level, ok := strings.CutPrefix(name, "heading "); ok {
			s.heading = number(level, 0)
		}
		if name == "title" {
			s.heading = 1
		}
		p := e.child("pPr")
		if outline := p.child("outlineLvl"); outline != nil {
			s.heading = outlineLevel(outline)
		}
		s.numbers = listed(p)
		sheet[e.attr("styleId")] = s
	}
	return sheet
}

// outlineLevel counts from 1; level 9 and beyond is running text.
func outlineLevel(e *element) int {
	level := number(e.attr("val"), 9) + 1
	if level < 1 || level > 9 {
		return 0
	}
	return level
}

func listed(properties *element) listing {
	n := properties.child("numPr")
	if n == nil {
		return listing{}
	}
	return listing{id: n.child("numId").attr("val"), level: number(n.child("ilvl").attr("val"), 0)}
}

// lookUp walks a style and those it is based on until each says so.
func (s styleSheet) lookUp(id string, each func(style) bool) {
	for range 20 { // styles that are based on one another in a circle
		found, ok := s[id]
		if !ok || each(found) {
			return
		}
		id = found.based
	}
}

// heading is the outline level of a paragraph, its own or its style's.
func (s styleSheet) heading(p *element) int {
	properties := p.child("pPr")
	if outline := properties.child("outlineLvl"); outline != nil {
		return outlineLevel(outline)
	}
	level := 0
	s.lookUp(properties.child("pStyle").attr("val"), func(found style) bool {
		level = found.heading
		return level > 0
	})
	return level
}

// numbered is the list that a paragraph belongs to, its own or its style's.
func (s styleSheet) numbered(p *element) listing {
	properties := p.child("pPr")
	own := listed(properties)
	if own.id != "" {
		return own
	}
	s.lookUp(properties.child("pStyle").attr("val"), func(found style) bool {
		if found.numbers.id != "" {
			own = found.numbers
		}
		return own.id != ""
	})
	return own
}
