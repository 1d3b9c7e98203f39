package page

import "gongkai/internal/document"

// tableNodes adds the table's structure to the tree and returns each cell's node.
func (l *layout) tableNodes(source *document.Table) map[*document.Cell]*Node {
	nodes := map[*document.Cell]*Node{}
	node := l.book.Root.add(Table)
	node.Summary = source.Caption
	for r := range source.Rows {
		row := node.add(TableRow)
		heads := true
		for i := range source.Rows[r].Cells {
			heads = heads && source.Rows[r].Cells[i].Head
		}
		for i := range source.Rows[r].Cells {
			cell := &source.Rows[r].Cells[i]
			kid := row.add(ContentCell)
			kid.Rowspan, kid.Colspan = max(cell.Rowspan, 1), max(cell.Colspan, 1)
			if cell.Head {
				kid.Kind, kid.Scope = HeadCell, "Row"
				if heads || r < source.HeadRows {
					kid.Scope = "Column"
				}
			}
			nodes[cell] = kid
		}
	}
	return nodes
}
