package pdf

import (
	"fmt"
	"strings"

	"gongkai/internal/docfile/page"
)

// tree is the structure tree under way: which marked sequences belong to which node.
type tree struct {
	root  *page.Node
	marks map[*page.Node][]mark
	pages [][]*page.Node // by page, then by number of the marked sequence
}

// mark is one marked sequence: a page and a number on it.
type mark struct{ page, number int }

func newTree(root *page.Node) *tree {
	return &tree{root: root, marks: map[*page.Node][]mark{}}
}

// mark opens a marked sequence of the node on a page and returns its number there.
func (t *tree) mark(node *page.Node, number int) int {
	for len(t.pages) <= number {
		t.pages = append(t.pages, nil)
	}
	id := len(t.pages[number])
	t.pages[number] = append(t.pages[number], node)
	t.marks[node] = append(t.marks[node], mark{page: number, number: id})
	return id
}

// write adds the structure elements and the map from marked sequences to them, and
// returns the root of the tree.
func (t *tree) write(f *file, pages []object) object {
	root := f.reserve()
	objects := map[*page.Node]object{}
	top := t.element(f, t.root, root, pages, objects)
	var numbers strings.Builder
	for i := range pages {
		var owners []object
		if i < len(t.pages) {
			for _, node := range t.pages[i] {
				owners = append(owners, objects[node])
			}
		}
		fmt.Fprintf(&numbers, "%d %s", i, list(owners))
	}
	parents := f.add("<</Nums[%s]>>", numbers.String())
	f.put(root, "<</Type/StructTreeRoot/K %v/ParentTree %v/ParentTreeNextKey %d>>", top, parents, len(pages))
	return root
}

// element adds a node and all below it.
func (t *tree) element(f *file, node *page.Node, parent object, pages []object, objects map[*page.Node]object) object {
	o := f.reserve()
	objects[node] = o
	var kids strings.Builder
	for _, m := range t.marks[node] {
		fmt.Fprintf(&kids, "<</Type/MCR/Pg %v/MCID %d>>", pages[m.page], m.number)
	}
	for _, kid := range node.Kids {
		kids.WriteString(" " + t.element(f, kid, o, pages, objects).String())
	}
	f.put(o, "<</Type/StructElem/S/%s/P %v%s/K[%s]>>", node.Kind, parent, attributes(node), strings.TrimSpace(kids.String()))
	return o
}

// attributes writes what a table or a cell says about itself.
func attributes(node *page.Node) string {
	said := ""
	if node.Summary != "" {
		said += "/Summary" + textString(node.Summary)
	}
	if node.Scope != "" {
		said += "/Scope/" + node.Scope
	}
	if node.Rowspan > 1 {
		said += fmt.Sprintf("/RowSpan %d", node.Rowspan)
	}
	if node.Colspan > 1 {
		said += fmt.Sprintf("/ColSpan %d", node.Colspan)
	}
	if said == "" {
		return ""
	}
	return "/A<</O/Table" + said + ">>"
}
