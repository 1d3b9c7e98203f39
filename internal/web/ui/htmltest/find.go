package htmltest

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// Parse reads a page.
func Parse(r io.Reader) (*html.Node, error) {
	doc, err := html.Parse(r)
	if err != nil {
		return nil, fmt.Errorf("read page: %w", err)
	}
	return doc, nil
}

// Find returns the elements a selector names, in the order of the page. It knows
// tag, .class, #id, [attribute] and [attribute=value], joined without spaces, and
// descendants by spaces: "nav.g-pager a[rel=next]". An attribute's value holds no
// space.
func Find(doc *html.Node, selector string) []*html.Node {
	found := []*html.Node{doc}
	for _, step := range strings.Fields(selector) {
		var next []*html.Node
		for _, from := range found {
			for n := range from.Descendants() {
				if matches(n, step) && !slices.Contains(next, n) {
					next = append(next, n)
				}
			}
		}
		found = next
	}
	return found
}

// Text returns the text inside an element with white space collapsed.
func Text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// Attr returns the value of an attribute, and whether the element has it.
func Attr(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

func matches(n *html.Node, step string) bool {
	if n.Type != html.ElementNode {
		return false
	}
	for step != "" {
		end := strings.IndexAny(step[1:], ".#[") + 1
		if end == 0 {
			end = len(step)
		}
		part := step[:end]
		if part[0] == '[' {
			close := strings.IndexByte(step, ']') + 1
			if close == 0 {
				return false
			}
			part, end = step[:close], close
		}
		if !matchesPart(n, part) {
			return false
		}
		step = step[end:]
	}
	return true
}

func matchesPart(n *html.Node, part string) bool {
	switch part[0] {
	case '.':
		class, _ := Attr(n, "class")
		return slices.Contains(strings.Fields(class), part[1:])
	case '#':
		id, _ := Attr(n, "id")
		return id == part[1:]
	case '[':
		name, want, exact := strings.Cut(part[1:len(part)-1], "=")
		got, ok := Attr(n, name)
		return ok && (!exact || got == strings.Trim(want, `"`))
	}
	return n.Data == part
}
