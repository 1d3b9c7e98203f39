package pdf

import (
	"fmt"

	"gongkai/internal/docfile/page"
)

// bookmark is an entry of the outline with the entries below it.
type bookmark struct {
	entry page.Entry
	kids  []*bookmark
}

// writeOutline adds the bookmarks and returns their root, false when there are none.
func writeOutline(f *file, entries []page.Entry, pages []object) (object, bool) {
	if len(entries) == 0 {
		return 0, false
	}
	root := &bookmark{}
	open := []*bookmark{root} // the chain of entries that may still get kids
	for _, entry := range entries {
		for len(open) > 1 && open[len(open)-1].entry.Level >= entry.Level {
			open = open[:len(open)-1]
		}
		b := &bookmark{entry: entry}
		above := open[len(open)-1]
		above.kids = append(above.kids, b)
		open = append(open, b)
	}
	o := f.reserve()
	f.put(o, "<</Type/Outlines%s/Count %d>>", writeKids(f, root, o, pages), len(entries))
	return o, true
}

// writeKids adds the bookmarks below b and returns the links to the first and last.
func writeKids(f *file, b *bookmark, o object, pages []object) string {
	if len(b.kids) == 0 {
		return ""
	}
	objects := make([]object, len(b.kids))
	for i := range objects {
		objects[i] = f.reserve()
	}
	for i, kid := range b.kids {
		links := ""
		if i > 0 {
			links += fmt.Sprintf("/Prev %v", objects[i-1])
		}
		if i+1 < len(objects) {
			links += fmt.Sprintf("/Next %v", objects[i+1])
		}
		below := writeKids(f, kid, objects[i], pages)
		if below != "" {
			below += fmt.Sprintf("/Count %d", kid.size())
		}
		f.put(objects[i], "<</Title%s/Parent %v%s%s/Dest[%v/XYZ 0 %s 0]>>", textString(kid.entry.Text), o, links, below,
			pages[kid.entry.Page], points(page.Height-kid.entry.Y))
	}
	return fmt.Sprintf("/First %v/Last %v", objects[0], objects[len(objects)-1])
}

// size counts the bookmarks below b.
func (b *bookmark) size() int {
	n := len(b.kids)
	for _, kid := range b.kids {
		n += kid.size()
	}
	return n
}
