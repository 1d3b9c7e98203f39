package pdf

import (
	"fmt"

	"gongkai/internal/docfile/page"
)

// drawPage writes a page's content stream. Neighbouring runs of one node form a
// marked sequence, whose number the tree learns; everything else is an artifact.
func drawPage(p *page.Page, number int, fonts *fontTable, tree *tree) []byte {
	c := &content{fonts: fonts}
	c.rules(p.Lines)
	for i := 0; i < len(p.Runs); {
		end := i + 1
		for end < len(p.Runs) && p.Runs[end].Node == p.Runs[i].Node {
			end++
		}
		if node := p.Runs[i].Node; node != nil {
			c.printf("/%s<</MCID %d>>BDC\n", node.Kind, tree.mark(node, number))
		} else {
			c.printf("/Artifact<</Type/Pagination>>BDC\n")
		}
		c.text(p.Runs[i:end])
		c.printf("EMC\n")
		i = end
	}
	return c.out
}

// content is a content stream under way, with the text state a viewer holds so far.
type content struct {
	fonts   *fontTable
	out     []byte
	font    int
	size    page.Length
	spacing page.Length
}

func (c *content) printf(format string, arguments ...any) {
	c.out = fmt.Appendf(c.out, format, arguments...)
}

func (c *content) number(l page.Length) {
	c.out = append(appendFixed(c.out, int(l), 1000), ' ')
}

func (c *content) rules(lines []page.Line) {
	if len(lines) == 0 {
		return
	}
	c.printf("/Artifact<</Type/Layout>>BDC\n2 J\n") // square ends close the corners
	width := page.Length(-1)
	for _, l := range lines {
		if l.Width != width {
			width = l.Width
			c.number(width)
			c.printf("w\n")
		}
		c.number(l.X1)
		c.number(page.Height - l.Y1)
		c.printf("m ")
		c.number(l.X2)
		c.number(page.Height - l.Y2)
		c.printf("l S\n")
	}
	c.printf("EMC\n")
}

func (c *content) text(runs []page.Run) {
	c.printf("BT\n")
	for i := range runs {
		c.run(&runs[i])
	}
	c.printf("ET\n")
}

func (c *content) run(r *page.Run) {
	number := c.fonts.number(r.Face)
	if number != c.font || r.Size != c.size {
		c.font, c.size = number, r.Size
		c.printf("/F%d ", number)
		c.number(r.Size)
		c.printf("Tf\n")
	}
	if spacing := c.commonSpacing(r); spacing != c.spacing {
		c.spacing = spacing
		c.number(spacing)
		c.printf("Tc\n")
	}
	c.printf("1 0 0 1 ")
	c.number(r.X)
	c.number(page.Height - r.Y)
	c.printf("Tm\n[<")
	for i, g := range r.Glyphs {
		c.printf("%04X", c.fonts.code(r.Face, g.Rune))
		off := c.spacingAfter(r, g) - c.spacing
		if off == 0 || i == len(r.Glyphs)-1 {
			continue
		}
		// The operator subtracts thousandths of an em; hundredths of these are written.
		c.out = append(c.out, '>')
		c.out = appendFixed(c.out, -int(off)*100000/int(r.Size), 100)
		c.out = append(c.out, '<')
	}
	c.printf(">]TJ\n")
}

// spacingAfter is how far the layout's advance differs from the glyph's own.
func (c *content) spacingAfter(r *page.Run, g page.Glyph) page.Length {
	own := page.Length(r.Face.Advance(g.ID)) * r.Size
	return g.Advance - (own+500)/1000
}

// commonSpacing is the spacing that most glyphs of the run share, so that it is said
// once.
func (c *content) commonSpacing(r *page.Run) page.Length {
	counts := map[page.Length]int{}
	best := page.Length(0)
	for _, g := range r.Glyphs[:max(len(r.Glyphs)-1, 0)] {
		spacing := c.spacingAfter(r, g)
		counts[spacing]++
		if counts[spacing] > counts[best] {
			best = spacing
		}
	}
	return best
}
