package source

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"gongkai/internal/annualreport/reading"
)

// readPage reads a web page or a piece of one; lines are counted on from first.
func readPage(b *builder, text string, first int) error {
	page, err := prepare(unixLines(text), first, b.limits.Cells)
	if err != nil {
		return err
	}
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return &Error{Code: Damaged, Err: fmt.Errorf("parse page: %w", err)}
	}
	w := walker{builder: b}
	w.node(root)
	w.flush()
	return nil
}

// walker turns a page's elements into blocks.
type walker struct {
	*builder
	flow
	line    int // on which the text under way begins
	at      int // of the element that is walked
	heading int // level of the heading that is walked
	lists   []int
}

// flush ends the line under way.
func (w *walker) flush() {
	w.builder.line(tidy(w.take()), w.heading, reading.Place{Line: w.line})
	w.line = 0
}

// say adds text to the line under way.
func (w *walker) say(text string) {
	if w.line == 0 {
		trimmed := strings.TrimLeft(text, " \t\n\r\f")
		if trimmed == "" {
			w.flow.write(text)
			return
		}
		w.line = w.at + strings.Count(text[:len(text)-len(trimmed)], "\n")
	}
	w.flow.write(text)
}

func (w *walker) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
}

func (w *walker) node(n *html.Node) {
	if w.full() {
		return
	}
	switch n.Type {
	case html.TextNode:
		w.say(n.Data)
		w.at += strings.Count(n.Data, "\n")
		return
	case html.DocumentNode:
		w.children(n)
		return
	case html.ElementNode:
	default:
		return
	}
	w.at = max(lineOf(n), w.at)
	switch n.DataAtom {
	case atom.Head:
		w.head(n)
	case atom.Nav:
	case atom.Br:
		w.flush()
	case atom.Hr:
		w.flush()
	case atom.Img:
		w.image(n)
	case atom.Table:
		w.flush()
		w.table(n)
	case atom.Pre:
		w.preformatted(n)
	case atom.Ul, atom.Ol, atom.Menu:
		w.list(n)
	case atom.Li:
		w.item(n)
	default:
		w.element(n)
	}
}

// element walks one that needs nothing special: a block stands on lines of its own.
func (w *walker) element(n *html.Node) {
	heading := level(n)
	if !blockElements[n.Data] {
		w.children(n)
		return
	}
	w.flush()
	if heading > 0 {
		w.heading = heading
	}
	w.children(n)
	w.flush()
	if heading > 0 {
		w.heading = 0
	}
}

// head reads the title and the meta tags, which carry the index number and dates on
// government sites.
func (w *walker) head(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.DataAtom {
		case atom.Title:
			if c.FirstChild != nil && w.source.Title == "" {
				w.source.Title = strings.Join(strings.Fields(c.FirstChild.Data), " ")
			}
		case atom.Meta:
			name := strings.ToLower(strings.TrimSpace(attribute(c, "name") + attribute(c, "property")))
			value := strings.TrimSpace(attribute(c, "content"))
			if name != "" && value != "" && w.source.Meta[name] == "" {
				w.source.Meta[name] = value
			}
		}
	}
}

// iconSize is the side in pixels up to which a picture is no table.
const iconSize = 48

// image notes a picture that may have held a table; icons are left out.
func (w *walker) image(n *html.Node) {
	for _, side := range []string{"width", "height"} {
		size, err := strconv.Atoi(strings.TrimSuffix(attribute(n, side), "px"))
		if err == nil && size <= iconSize {
			return
		}
	}
	w.flush()
	w.picture(reading.Place{Line: w.at})
}

func (w *walker) preformatted(n *html.Node) {
	w.flush()
	var text strings.Builder
	gather(n, &text)
	for i, line := range strings.Split(text.String(), "\n") {
		w.builder.line(line, 0, reading.Place{Line: w.at + i})
	}
}

// gather writes the plain text below a node.
func gather(n *html.Node, text *strings.Builder) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			text.WriteString(c.Data)
		case c.DataAtom == atom.Br:
			text.WriteByte('\n')
		default:
			gather(c, text)
		}
	}
}

// list walks a list unless it is a menu.
func (w *walker) list(n *html.Node) {
	w.flush()
	if menu(n) {
		return
	}
	number := 0
	if n.DataAtom == atom.Ol {
		number = 1
		start, err := strconv.Atoi(attribute(n, "start"))
		if err == nil {
			number = start
		}
	}
	w.lists = append(w.lists, number)
	w.children(n)
	w.lists = w.lists[:len(w.lists)-1]
	w.flush()
}

// item walks an entry of a list, with the number that a browser prints before it.
func (w *walker) item(n *html.Node) {
	w.flush()
	if last := len(w.lists) - 1; last >= 0 && w.lists[last] > 0 {
		w.say(strconv.Itoa(w.lists[last]) + ". ")
		w.lists[last]++
	}
	w.children(n)
	w.flush()
}

// menu reports whether a list only leads elsewhere: at least four entries, every
// word of them a short link.
func menu(n *html.Node) bool {
	links, letters, loose := 0, 0, 0
	var count func(n *html.Node, linked bool)
	count = func(n *html.Node, linked bool) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch {
			case c.Type == html.TextNode && linked:
				letters += len([]rune(strings.TrimSpace(c.Data)))
			case c.Type == html.TextNode:
				loose += len([]rune(strings.Trim(c.Data, " \t\r\n|·>›»/-")))
			case c.DataAtom == atom.A:
				links++
				count(c, true)
			default:
				count(c, linked)
			}
		}
	}
	count(n, false)
	return links >= 4 && loose == 0 && letters <= links*12
}
