package htmltest

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// Complaints lists what is wrong with a page whatever it shows: no language, no
// or several first headings, headings that skip a level, ids used twice,
// references to ids that are not there, fields without a label, images without a
// text, tables without a caption, empty links, and anything the content policy
// forbids (inline style and script).
func Complaints(doc *html.Node) []string {
	var out []string
	complain := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	ids := map[string]bool{}
	for _, n := range Find(doc, "[id]") {
		id, _ := Attr(n, "id")
		if ids[id] {
			complain("id %q is used twice", id)
		}
		ids[id] = true
	}
	for _, root := range Find(doc, "html") {
		if lang, _ := Attr(root, "lang"); lang == "" {
			complain("the page has no language")
		}
	}
	for tag, want := range map[string]int{"h1": 1, "main": 1, "title": 1} {
		n := 0
		for _, e := range Find(doc, tag) {
			if e.Namespace == "" { // SVG drawings have titles of their own
				n++
			}
		}
		if n != want {
			complain("the page has %d <%s>, want %d", n, tag, want)
		}
	}
	level := 1
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' && within(n, "main") {
			next := int(n.Data[1] - '0')
			if next > level+1 {
				complain("heading %q is level %d after level %d", Text(n), next, level)
			}
			level = next
		}
		for _, reference := range []string{"for", "headers", "aria-describedby", "aria-labelledby"} {
			value, _ := Attr(n, reference)
			for _, id := range strings.Fields(value) {
				if !ids[id] {
					complain("<%s %s> names id %q, which is not there", n.Data, reference, id)
				}
			}
		}
		if href, ok := Attr(n, "href"); ok && len(href) > 1 && href[0] == '#' && !ids[href[1:]] {
			complain("link %q leads nowhere on the page", href)
		}
		out = append(out, element(doc, n)...)
	}
	return out
}

// element lists the complaints about one element by itself.
func element(doc, n *html.Node) []string {
	var out []string
	for _, a := range n.Attr {
		if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
			out = append(out, fmt.Sprintf("<%s> has %s, which the content policy forbids", n.Data, a.Key))
		}
		if a.Key == "content" && strings.TrimSpace(a.Val) == "" {
			out = append(out, fmt.Sprintf("<%s> has an empty content", n.Data))
		}
	}
	switch n.Data {
	case "a":
		if _, label := Attr(n, "aria-label"); Text(n) == "" && !label {
			out = append(out, "a link has no words")
		}
	case "script", "style":
		if Text(n) != "" {
			out = append(out, fmt.Sprintf("<%s> is written into the page", n.Data))
		}
	case "img":
		if _, ok := Attr(n, "alt"); !ok {
			out = append(out, "an image has no alt")
		}
	case "table":
		if len(Find(n, "caption")) == 0 {
			out = append(out, "a table has no caption")
		}
	case "input", "select", "textarea":
		kind, _ := Attr(n, "type")
		id, _ := Attr(n, "id")
		_, named := Attr(n, "aria-label")
		free := slices.Contains([]string{"hidden", "submit", "button"}, kind)
		if !free && !named && (id == "" || !labelled(doc, id)) {
			name, _ := Attr(n, "name")
			out = append(out, fmt.Sprintf("field %q has no label", name))
		}
	}
	return out
}

func labelled(doc *html.Node, id string) bool {
	for _, l := range Find(doc, "label") {
		if target, _ := Attr(l, "for"); target == id {
			return true
		}
	}
	return false
}

func within(n *html.Node, tag string) bool {
	for p := range n.Ancestors() {
		if p.Type == html.ElementNode && p.Data == tag {
			return true
		}
	}
	return false
}
