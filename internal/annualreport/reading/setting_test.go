package reading

import (
	"strings"

	"gongkai/law/tally"
)

func asGrid(p *paper, s sheet, _ int) {
	grid := s.grid
	p.blocks = append(p.blocks, Block{Table: &grid})
}

func asLines(sep string, blanks bool) func(*paper, sheet, int) {
	return func(p *paper, s sheet, _ int) {
		for _, row := range s.rows(blanks) {
			p.line(strings.Join(row, sep))
		}
	}
}

func onePerLine(p *paper, s sheet, _ int) {
	for _, row := range s.rows(false) {
		for _, text := range row {
			p.line(text)
		}
	}
}

// barsBetween sets every cell and every bar on a line of its own, as pages come that
// were turned into text cell by cell.
func barsBetween(p *paper, s sheet, _ int) {
	for _, row := range s.rows(false) {
		for _, text := range row {
			p.lines(text, "|")
		}
	}
}

// barsBehind sets every cell on a line of its own with a bar behind it.
func barsBehind(p *paper, s sheet, _ int) {
	for _, row := range s.rows(true) {
		p.line("| ")
		for _, text := range row {
			if text != "" {
				p.line(" " + text + "  | ")
			}
		}
	}
}

// wrapped breaks long labels over two lines; around puts the figures between the
// halves, as PDF text does.
func wrapped(around bool) func(*paper, sheet, int) {
	return func(p *paper, s sheet, table int) {
		for _, row := range s.rows(false) {
			figures := fullRow
			if table != 3 || len(row) <= figures {
				p.line(strings.Join(row, " "))
				continue
			}
			label := row[len(row)-figures-1]
			before := strings.Join(row[:len(row)-figures-1], " ")
			if before != "" {
				p.line(before)
			}
			runes := []rune(label)
			values := strings.Join(row[len(row)-figures:], " ")
			switch {
			case len(runes) < 16:
				p.line(label + " " + values)
			case around:
				p.lines(string(runes[:14]), values, string(runes[14:]))
			default:
				p.lines(string(runes[:14]), string(runes[14:])+" "+values)
			}
		}
	}
}

func rowByRow(p *paper, s sheet, _ int) {
	for r := range s.grid.Rows {
		var grid Grid
		for _, cell := range s.grid.Cells {
			if cell.Row == r {
				cell.Row, cell.Rowspan = 0, 1
				grid.Cells = append(grid.Cells, cell)
			}
		}
		grid.Rows, grid.Columns = 1, s.grid.Columns
		if len(grid.Cells) > 0 {
			p.blocks = append(p.blocks, Block{Table: &grid})
		}
	}
}

// paged breaks table three in the middle, with the head again on the second page.
func paged(p *paper, s sheet, table int) {
	if table != 3 {
		asGrid(p, s, table)
		return
	}
	for _, part := range [][2]int{{0, 14}, {14, s.grid.Rows}} {
		var grid Grid
		for _, cell := range s.grid.Cells {
			head := cell.Row < 3
			if !head && (cell.Row < part[0] || cell.Row >= part[1]) {
				continue
			}
			if !head && part[0] > 0 {
				cell.Row += 3 - part[0]
			}
			grid.Cells = append(grid.Cells, cell)
			grid.Rows = max(grid.Rows, cell.Row+1)
		}
		grid.Columns = s.grid.Columns
		p.blocks = append(p.blocks, Block{Table: &grid})
		p.line("— 3 —")
	}
}

// slips are what recognition makes of labels.
var slips = strings.NewReplacer("上年结转", "上生F结转", "总计", "总 +", "予以公开", "予!以公开", "续办理", "续 办埋", "属于国家秘密", "属干国家秘密", "不计其他情形", "不计其他小")

func slipped(p *paper, s sheet, _ int) {
	for i := range s.grid.Cells {
		s.grid.Cells[i].Text = slips.Replace(s.grid.Cells[i].Text)
	}
	for _, row := range s.rows(true) {
		p.line(strings.Join(row, "\t"))
	}
}

func replaceAll(pairs ...string) func(*paper) {
	replacer := strings.NewReplacer(pairs...)
	return func(p *paper) {
		for i := range p.blocks {
			p.blocks[i].Text = replacer.Replace(p.blocks[i].Text)
			if p.blocks[i].Table == nil {
				continue
			}
			for k := range p.blocks[i].Table.Cells {
				p.blocks[i].Table.Cells[k].Text = replacer.Replace(p.blocks[i].Table.Cells[k].Text)
			}
		}
	}
}

var (
	traditionalWords = []string{
		"開", "发", "信息公开", "信息公開(kāi)", "申请", "申請(qǐng)", "报告", "報(bào)告", "总计", "總計(jì)", "结转", "結(jié)轉(zhuǎn)", "处理", "處(chǔ)理",
		"规范性", "規(guī)範(fàn)性", "数量", "數(shù)量", "机关", "機(jī)關(guān)", "机构", "機(jī)構(gòu)", "诉讼", "訴訟", "复议", "復(fù)議", "国家", "國(guó)家",
	}
	fullWidth = []string{"0", "０", "1", "１", "2", "２", "3", "３", "4", "４", "5", "５", "6", "６", "7", "７", "8", "８", "9", "９"}
)

func isThree(cell tally.Cell) bool { return cell.Table == 3 }

// withoutColumn leaves a column of table three out; head says whether its head stays.
func withoutColumn(key string, head bool, sep string) func(*paper, sheet, int) {
	return func(p *paper, s sheet, table int) {
		if table != 3 {
			asLines(sep, false)(p, s, table)
			return
		}
		index := 0
		for i, column := range tally.RequestColumns {
			if column.Key == key {
				index = i
			}
		}
		for r, row := range s.rows(false) {
			figures := len(row) - fullRow
			switch {
			case r < 3 && !head:
				var kept []string
				for _, text := range row {
					if text != tally.RequestColumns[index].Label {
						kept = append(kept, text)
					}
				}
				row = kept
			case r >= 3:
				row = append(append([]string{}, row[:figures+index]...), row[figures+index+1:]...)
			}
			p.line(strings.Join(row, sep))
		}
	}
}

func chineseShown(name string, v tally.Value) string {
	text := plainShown(name, v)
	if len(text) == 1 {
		return string([]rune("零一二三四五六七八九")[text[0]-'0'])
	}
	return text
}

func thousandsShown(name string, v tally.Value) string {
	text := plainShown(name, v)
	if len(text) == 4 && !strings.Contains(text, ".") {
		return text[:1] + "," + text[1:]
	}
	return text
}

func noteShown(name string, v tally.Value) string {
	text := plainShown(name, v)
	if v.N > 20 && v.N%2 == 0 {
		return text + "（其中修订 16 件）"
	}
	return text
}

func zeroShown(mark string) func(string, tally.Value) string {
	return func(name string, v tally.Value) string {
		if v.N == 0 {
			return mark
		}
		return plainShown(name, v)
	}
}

func zeroBecomes(value tally.Value) func(tally.Cell, tally.Value) tally.Value {
	return func(_ tally.Cell, v tally.Value) tally.Value {
		if v.N == 0 {
			return value
		}
		return v
	}
}

// inBlocks sets table four as three small tables, one under another.
func inBlocks(p *paper, s sheet, table int) {
	if table != 4 {
		asGrid(p, s, table)
		return
	}
	var figures []string
	for _, cell := range s.grid.Cells {
		if cell.Row == 3 {
			figures = append(figures, cell.Text)
		}
	}
	for i, block := range tally.RemedyBlocks {
		p.lines(block.Label, "结果维持\t结果纠正\t其他结果\t尚未审结\t总计", strings.Join(figures[5*i:5*i+5], "\t"))
	}
}

// labelled sets table four as one row for each block.
func labelled(p *paper, s sheet, table int) {
	if table != 4 {
		asGrid(p, s, table)
		return
	}
	var figures []string
	for _, cell := range s.grid.Cells {
		if cell.Row == 3 {
			figures = append(figures, cell.Text)
		}
	}
	p.line("案件 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计")
	for i := len(tally.RemedyBlocks) - 1; i >= 0; i-- { // in another order than the format's
		p.line(tally.RemedyBlocks[i].Label + " | " + strings.Join(figures[5*i:5*i+5], " | "))
	}
}

// merged runs the rows of the group （四）无法提供 into one row of cells with lines.
func merged(p *paper, s sheet, table int) {
	if table != 3 {
		asGrid(p, s, table)
		return
	}
	grid := Grid{Rows: s.grid.Rows, Columns: s.grid.Columns}
	at := make(map[int]int) // column → index of the cell that takes in the others
	first := -1
	for _, cell := range s.grid.Cells {
		format := tally.Formats[0]
		row := cell.Row - 3
		if row < 0 || format.RequestRows[row].Group != "unable" || cell.Rowspan > 1 {
			grid.Cells = append(grid.Cells, cell)
			continue
		}
		if first < 0 {
			first = cell.Row
		}
		if cell.Row == first {
			at[cell.Column] = len(grid.Cells)
			grid.Cells = append(grid.Cells, cell)
			continue
		}
		grid.Cells[at[cell.Column]].Text += "\n" + cell.Text
	}
	p.blocks = append(p.blocks, Block{Table: &grid})
}

// ordinalsApart parts 1. from the label it belongs to.
func ordinalsApart(sep string) func(*paper, sheet, int) {
	return func(p *paper, s sheet, _ int) {
		for _, row := range s.rows(false) {
			var out []string
			for _, text := range row {
				if len(text) > 2 && text[0] >= '1' && text[0] <= '9' && text[1] == '.' && hasHan(text) {
					out = append(out, text[:2], text[2:])
					continue
				}
				out = append(out, text)
			}
			p.lines(strings.Split(strings.Join(out, sep), "\n")...)
		}
	}
}

// glue puts the blocks from one that begins so to one that begins so on one line.
func glue(p *paper, from, to string) {
	var out []Block
	joining := false
	for _, b := range p.blocks {
		if joining && b.Table == nil {
			out[len(out)-1].Text += " " + b.Text
			joining = !strings.HasPrefix(b.Text, to)
			continue
		}
		out = append(out, b)
		joining = strings.HasPrefix(b.Text, from)
	}
	p.blocks = out
}
