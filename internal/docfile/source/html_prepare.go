package source

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// lineAttribute carries an element's line through the parser, which has no positions.
const lineAttribute = "data-source-line"

// maxNesting is how deep blocks may stand in one another before their tags are
// ignored; the parser refuses a little more than that.
const maxNesting = 200

// inline are elements that only dress text. Word leaves a pair of them around every
// digit; without them the parser has a tenth of the work and cannot be made to
// rebuild badly closed ones over and over.
var inline = map[string]bool{
	"span": true, "font": true, "b": true, "strong": true, "i": true, "em": true, "u": true, "s": true, "big": true,
	"small": true, "tt": true, "nobr": true, "bdo": true, "abbr": true, "ins": true, "label": true, "mark": true,
	"o:p": true, "st1:chsdate": true, "st1:personname": true, "strike": true, "code": true, "cite": true, "wbr": true,
	"ucaptitle": true, "ucapcontent": true, "ucapsource": true, "founder-title": true, "founder-content": true,
}

// rawText are elements whose content is no text of the page.
var rawText = map[string]bool{
	"script": true, "style": true, "noscript": true, "iframe": true, "template": true, "svg": true, "select": true,
	"textarea": true, "object": true, "noframes": true, "xml": true, "button": true, "math": true, "del": true,
}

var hiddenStyle = regexp.MustCompile(`(?i)(display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)`)

// prepare rewrites a page for the parser: elements carry the line they begin on;
// tags that only dress text, content that is not shown and nesting beyond reason are
// gone. first is the number of lines before the text. It fails with an *Error for a
// page of more elements or cells than a parser should hold in memory.
func prepare(text string, first, cells int) ([]byte, error) {
	p := preparer{line: first + 1, cells: cells}
	z := html.NewTokenizer(strings.NewReader(text))
	z.SetMaxBuf(8 << 20)
	for {
		kind := z.Next()
		raw := z.Raw()
		if kind == html.ErrorToken {
			if !errors.Is(z.Err(), io.EOF) {
				p.out.WriteString(html.EscapeString(string(raw)))
			}
			return p.out.Bytes(), nil
		}
		p.token(kind, z, raw)
		if p.elements > maxElements || p.cells < 0 {
			return nil, &Error{Code: TooMuch, Err: errors.New("too many elements")}
		}
	}
}

type preparer struct {
	out    bytes.Buffer
	line   int
	hidden string // the element whose content is being left out
	inside int    // open elements of that name
	depth  int

	elements int // written so far
	cells    int // of tables that may still come
}

func (p *preparer) token(kind html.TokenType, z *html.Tokenizer, raw []byte) {
	line := p.line
	p.line += bytes.Count(raw, []byte{'\n'})
	switch kind {
	case html.TextToken:
		if p.hidden == "" {
			p.out.Write(raw)
		}
	case html.StartTagToken, html.SelfClosingTagToken:
		p.start(kind, z, line)
	case html.EndTagToken:
		name, _ := z.TagName()
		p.end(string(name))
	}
}

func (p *preparer) start(kind html.TokenType, z *html.Tokenizer, line int) {
	tag, more := z.TagName()
	name := string(tag)
	var attributes []html.Attribute
	hidden := rawText[name]
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		a := html.Attribute{Key: string(key), Val: string(value)}
		switch a.Key {
		case "style":
			hidden = hidden || hiddenStyle.MatchString(a.Val)
		case "hidden":
			hidden = true
		case "class", "id", "src", "alt", "width", "height", "colspan", "rowspan", "name", "content", "property", "href", "start", "type":
			attributes = append(attributes, a)
		}
	}
	void := kind == html.SelfClosingTagToken || voidElements[name]
	if p.hidden != "" {
		switch {
		case name == p.hidden && !void:
			p.inside++
		case inline[p.hidden] && blockElements[name]:
			// A hidden bit of text that is never closed does not hide the rest.
			p.hidden = ""
		}
		if p.hidden != "" {
			return
		}
	}
	if hidden && name != "body" && name != "html" {
		if !void {
			p.hidden, p.inside = name, 1
		}
		return
	}
	if inline[name] {
		return
	}
	if !void && blockElements[name] {
		p.depth++
		if p.depth > maxNesting {
			return
		}
	}
	p.write(name, attributes, line)
}

func (p *preparer) write(name string, attributes []html.Attribute, line int) {
	p.elements++
	if name == "td" || name == "th" {
		p.cells--
	}
	p.out.WriteByte('<')
	p.out.WriteString(name)
	p.out.WriteString(" " + lineAttribute + `="` + strconv.Itoa(line) + `"`)
	for _, a := range attributes {
		p.out.WriteString(" " + a.Key + `="` + html.EscapeString(a.Val) + `"`)
	}
	p.out.WriteByte('>')
}

func (p *preparer) end(name string) {
	if p.hidden != "" {
		if name == p.hidden {
			p.inside--
			if p.inside == 0 {
				p.hidden = ""
			}
			return
		}
		// The element around a hidden bit of text ends it too.
		if !inline[p.hidden] || !blockElements[name] {
			return
		}
		p.hidden = ""
	}
	if inline[name] {
		return
	}
	if blockElements[name] {
		p.depth = max(p.depth-1, 0)
		if p.depth >= maxNesting {
			return
		}
	}
	p.out.WriteString("</" + name + ">")
}

var voidElements = map[string]bool{
	"br": true, "img": true, "hr": true, "meta": true, "link": true, "input": true, "col": true, "base": true,
	"area": true, "embed": true, "param": true, "source": true, "track": true,
}

var blockElements = map[string]bool{
	"div": true, "p": true, "table": true, "tbody": true, "thead": true, "tfoot": true, "tr": true, "td": true, "th": true,
	"ul": true, "ol": true, "li": true, "dl": true, "dt": true, "dd": true, "section": true, "article": true, "main": true,
	"header": true, "footer": true, "aside": true, "nav": true, "form": true, "fieldset": true, "center": true, "blockquote": true,
	"h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "pre": true, "caption": true, "figure": true,
	"figcaption": true, "address": true, "body": true, "html": true, "head": true, "hr": true, "details": true, "summary": true,
}

// lineOf is the line that an element begins on, 0 for one that the parser put in.
func lineOf(n *html.Node) int {
	line, err := strconv.Atoi(attribute(n, lineAttribute))
	if err != nil {
		return 0
	}
	return line
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// level is the level of a heading element, 0 for others.
func level(n *html.Node) int {
	switch n.DataAtom {
	case atom.H1:
		return 1
	case atom.H2:
		return 2
	case atom.H3:
		return 3
	case atom.H4:
		return 4
	case atom.H5:
		return 5
	case atom.H6:
		return 6
	}
	return 0
}
