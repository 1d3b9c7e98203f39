package reading

import (
	"math/rand/v2"
	"strconv"
	"strings"

	"gongkai/law/tally"
)

// truth makes the cells of a sound report: every equation holds, and figures differ
// enough for a slip of a row or a column to show.
func truth(format tally.Format, seed uint64) tally.Cells {
	rng := rand.New(rand.NewPCG(seed, 7))
	cells := make(tally.Cells)
	for _, cell := range format.Cells {
		n := int64(rng.IntN(60))
		if rng.IntN(3) == 0 {
			n = 0
		}
		if rng.IntN(12) == 0 {
			n += 1200
		}
		if cell.Unit == tally.TenThousandYuan {
			cells[cell.Name] = tally.Amount(n * 12_500)
			continue
		}
		cells[cell.Name] = tally.Count(n)
	}
	if len(format.RequestRows) == 0 {
		sumUp(format, cells)
		return cells
	}
	for _, column := range tally.RequestColumns[:6] {
		handled := int64(0)
		for _, row := range format.RequestRows {
			if row.Result && !row.Total {
				handled += cells[tally.RequestCell(row.Key, column.Key)].N
			}
		}
		cells[tally.RequestCell(tally.RowHandledTotal, column.Key)] = tally.Count(handled)
		out := cells[tally.RequestCell(tally.RowCarriedOut, column.Key)].N
		in := min(cells[tally.RequestCell(tally.RowCarriedIn, column.Key)].N, handled+out)
		cells[tally.RequestCell(tally.RowCarriedIn, column.Key)] = tally.Count(in)
		cells[tally.RequestCell(tally.RowReceivedNew, column.Key)] = tally.Count(handled + out - in)
	}
	for _, row := range format.RequestRows {
		sum := int64(0)
		for _, column := range tally.RequestColumns[:6] {
			sum += cells[tally.RequestCell(row.Key, column.Key)].N
		}
		cells[tally.RequestCell(row.Key, tally.TotalColumn)] = tally.Count(sum)
	}
	sumUp(format, cells)
	return cells
}

func sumUp(format tally.Format, cells tally.Cells) {
	for _, cell := range format.Cells {
		parts, ok := format.Sum(cell.Name)
		if !ok || cell.Table == 3 {
			continue
		}
		sum := int64(0)
		for _, part := range parts {
			sum += cells[part].N
		}
		cells[cell.Name] = tally.Count(sum)
	}
	// Sums of sums: once more, from the bottom up.
	if cells["v14.replied"].State == tally.Number {
		for _, name := range []string{"v14.replied_denied", "v14.replied"} {
			parts, _ := format.Sum(name)
			sum := int64(0)
			for _, part := range parts {
				sum += cells[part].N
			}
			cells[name] = tally.Count(sum)
		}
	}
}

// sheet is a printed table taken from its layout: every slot with the cell in it.
type sheet struct {
	grid  Grid
	slots [][]int // index into grid.Cells; -1 for free
}

// printed lays a table out with its figures.
func printed(format tally.Format, table int, cells tally.Cells, shown func(string, tally.Value) string) sheet {
	layout, _ := format.Layout(table)
	var s sheet
	s.grid.Columns = 0
	rows := layout.Rows()
	taken := make(map[[2]int]int)
	for r, row := range rows {
		column := 0
		for _, cell := range row {
			for {
				_, used := taken[[2]int{r, column}]
				if !used {
					break
				}
				column++
			}
			text := strings.ReplaceAll(cell.Text, "\n", "")
			if cell.Ref != "" {
				text = shown(cell.Ref, cells[cell.Ref])
			}
			for i := range cell.Rowspan {
				for j := range cell.Colspan {
					taken[[2]int{r + i, column + j}] = len(s.grid.Cells)
				}
			}
			s.grid.Cells = append(s.grid.Cells, GridCell{
				Row: r, Column: column, Rowspan: cell.Rowspan, Colspan: cell.Colspan, Text: text,
				Place: Place{Table: table, Row: r + 1, Column: column + 1},
			})
			column += cell.Colspan
			s.grid.Columns = max(s.grid.Columns, column)
		}
	}
	s.grid.Rows = len(rows)
	for r := range rows {
		line := make([]int, s.grid.Columns)
		for c := range line {
			index, ok := taken[[2]int{r, c}]
			if !ok {
				index = -1
			}
			line[c] = index
		}
		s.slots = append(s.slots, line)
	}
	return s
}

func plainShown(name string, v tally.Value) string {
	cell, _ := tally.CellByName(name)
	return v.Shown(cell.Unit)
}

// rows are the texts of the table row by row; with blanks, a slot that a cell only
// reaches into is empty, without, it is left out.
func (s sheet) rows(blanks bool) [][]string {
	var rows [][]string
	for r, line := range s.slots {
		var row []string
		for c, index := range line {
			if index < 0 {
				continue
			}
			cell := s.grid.Cells[index]
			first := cell.Row == r && cell.Column == c
			switch {
			case first:
				row = append(row, cell.Text)
			case blanks:
				row = append(row, "")
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// paper is a report on its way to being damaged: lines of text and tables.
type paper struct{ blocks []Block }

func (p *paper) line(text string) { p.blocks = append(p.blocks, Block{Text: text}) }

func (p *paper) lines(lines ...string) {
	for _, l := range lines {
		p.line(l)
	}
}

func (p *paper) source(kind Kind) Source {
	src := Source{File: "report", Kind: kind, Blocks: p.blocks}
	for i := range src.Blocks {
		src.Blocks[i].Place.Line = i + 1
	}
	return src
}

const sampleOverview = "2024年，枫桥镇主动公开政府信息120条。工作考核结果为优秀，社会评议满意率较高，未发生责任追究情况。"

// write puts a report together; table gives the blocks of each table.
func write(format tally.Format, year int, table func(*paper, int)) *paper {
	p := &paper{}
	y := strconv.Itoa(year)
	p.lines("枫桥镇人民政府"+y+"年政府信息公开工作年度报告", "根据《中华人民共和国政府信息公开条例》，现公布"+y+"年度报告。")
	p.lines("一、总体情况", strings.ReplaceAll(sampleOverview, "2024", y))
	p.line("二、主动公开政府信息情况")
	table(p, 2)
	p.line("三、收到和处理政府信息公开申请情况")
	table(p, 3)
	p.line("四、政府信息公开行政复议、行政诉讼情况")
	table(p, 4)
	p.lines("五、存在的主要问题及改进情况", "存在的主要问题是部分栏目更新不够及时，下一步将加强业务培训，提高公开质量。")
	p.lines("六、其他需要报告的事项", "本年度发出收费通知3件，没有收取信息处理费。", "枫桥镇人民政府", strconv.Itoa(year+1)+"年1月15日")
	return p
}
