package tally

import (
	"fmt"
	"strings"
	"testing"
)

// grid places the cells of a table as HTML does and fails where a slot has two
// owners or none. It returns the owner of every slot.
func grid(layout Layout) ([][]*LayoutCell, error) {
	rows := layout.Rows()
	width := len(layout.Fractions)
	slots := make([][]*LayoutCell, len(rows))
	for i := range slots {
		slots[i] = make([]*LayoutCell, width)
	}
	for r := range rows {
		column := 0
		for i := range rows[r] {
			cell := &rows[r][i]
			for column < width && slots[r][column] != nil {
				column++
			}
			if cell.Colspan < 1 || cell.Rowspan < 1 || column+cell.Colspan > width || r+cell.Rowspan > len(rows) {
				return nil, fmt.Errorf("row %d: cell %q%s reaches past the table", r, cell.Text, cell.Ref)
			}
			for down := range cell.Rowspan {
				for across := range cell.Colspan {
					slot := &slots[r+down][column+across]
					if *slot != nil {
						return nil, fmt.Errorf("row %d: cells %q and %q claim one slot", r, (*slot).Text, cell.Text)
					}
					*slot = cell
				}
			}
		}
	}
	for r := range slots {
		for c := range slots[r] {
			if slots[r][c] == nil {
				return nil, fmt.Errorf("row %d column %d has no owner", r, c)
			}
		}
	}
	return slots, nil
}

func TestLayoutsAreWhole(t *testing.T) {
	for _, format := range Formats {
		refs := map[string]int{}
		for _, layout := range format.Layouts {
			slots, err := grid(layout)
			if err != nil {
				t.Errorf("format %s table %d: %v", format.ID, layout.Table, err)
				continue
			}
			if layout.HeadRows >= len(slots) {
				t.Errorf("format %s table %d: %d head rows of %d", format.ID, layout.Table, layout.HeadRows, len(slots))
			}
			for r, row := range layout.Rows() {
				for _, cell := range row {
					if cell.Ref == "" {
						if !cell.Head || cell.Text == "" {
							t.Errorf("format %s table %d row %d: %+v is neither label nor figure", format.ID, layout.Table, r, cell)
						}
						continue
					}
					refs[cell.Ref]++
					owner, ok := format.Cell(cell.Ref)
					if !ok || owner.Table != layout.Table || cell.Head {
						t.Errorf("format %s table %d shows %s of table %d as head %t", format.ID, layout.Table, cell.Ref, owner.Table, cell.Head)
					}
				}
			}
		}
		for _, cell := range format.Cells {
			if refs[cell.Name] != 1 {
				t.Errorf("format %s refers to %s %d times, want once", format.ID, cell.Name, refs[cell.Name])
			}
		}
	}
}

func TestRowspans(t *testing.T) {
	for id, want := range map[string]map[string]int{
		Format2021: {labelResults: 22, labelDenied: 8, labelUnable: 3, labelRefused: 5, labelOther: 3},
		Format2019: {labelResults: 20, labelDenied: 8, labelUnable: 3, labelRefused: 5, labelOther: 1},
	} {
		layout, _ := mustFormat(t, id).Layout(3)
		found := map[string]int{}
		for _, row := range layout.Rows() {
			for _, cell := range row {
				found[cell.Text] = cell.Rowspan
			}
		}
		for text, rowspan := range want {
			if found[text] != rowspan {
				t.Errorf("format %s: %s spans %d rows, want %d", id, text, found[text], rowspan)
			}
		}
		if found[cornerNote] != 3 || layout.HeadRows != 3 || len(layout.Fractions) != 10 {
			t.Errorf("format %s: note spans %d, %d head rows, %d columns, want 3, 3, 10",
				id, found[cornerNote], layout.HeadRows, len(layout.Fractions))
		}
	}
}

// TestPrintedRows draws single rows in letters, so that a shifted one is seen.
func TestPrintedRows(t *testing.T) {
	for _, tt := range []struct {
		id    string
		table int
		row   int
		want  string // text or cell name, and colspan×rowspan where not 1×1
	}{
		{Format2021, 2, 0, "第二十条第（一）项 4×1"},
		{Format2021, 2, 1, "信息内容|本年制发件数|本年废止件数|现行有效件数"},
		{Format2021, 2, 3, "行政规范性文件|normdocs_issued|normdocs_repealed|normdocs_in_force"},
		{Format2021, 2, 5, "信息内容|本年处理决定数量 3×1"},
		{Format2021, 2, 9, "行政处罚|penalty_decisions 3×1"},
		{Format2021, 2, 13, "行政事业性收费|admin_fee_amount_wan 3×1"},
		{Format2021, 3, 0, cornerNote + " 3×3|申请人情况 7×1"},
		{Format2021, 3, 1, "自然人 1×2|法人或其他组织 5×1|总计 1×2"},
		{Format2021, 3, 2, "商业/企业|科研/机构|社会/公益/组织|法律/服务/机构|其他"},
		{Format2021, 4, 0, "行政复议 5×1|行政诉讼 10×1"},
		{Format2021, 4, 1, "结果/维持 1×2|结果/纠正 1×2|其他/结果 1×2|尚未/审结 1×2|总计 1×2|未经复议直接起诉 5×1|复议后起诉 5×1"},
		{Format2021, 4, 2, "结果/维持|结果/纠正|其他/结果|尚未/审结|总计|结果/维持|结果/纠正|其他/结果|尚未/审结|总计"},
		{Format2019, 2, 6, "行政许可|v19.licence_items_prev|v19.licence_items_delta|v19.licence_decisions"},
		{Format2019, 2, 14, "行政事业性收费|v19.fee_items_prev|v19.fee_items_delta 2×1"},
		{Format2019, 2, 17, "政府集中采购|v19.procurement_count|v19.procurement_amount 2×1"},
		{Format2014, StatisticsTable, 2, "（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）|条|v14.proactive_items"},
	} {
		layout, ok := mustFormat(t, tt.id).Layout(tt.table)
		rows := layout.Rows()
		if !ok || tt.row >= len(rows) {
			t.Errorf("format %s table %d has %d rows, want row %d", tt.id, tt.table, len(rows), tt.row)
			continue
		}
		var drawn []string
		for _, cell := range rows[tt.row] {
			text := strings.ReplaceAll(cell.Text, "\n", "/") + cell.Ref
			if cell.Colspan > 1 || cell.Rowspan > 1 {
				text += fmt.Sprintf(" %d×%d", cell.Colspan, cell.Rowspan)
			}
			drawn = append(drawn, text)
		}
		got := strings.Join(drawn, "|")
		if got != tt.want {
			t.Errorf("format %s table %d row %d = %s, want %s", tt.id, tt.table, tt.row, got, tt.want)
		}
	}
}

func TestRowsAreFresh(t *testing.T) {
	layout, _ := mustFormat(t, Format2021).Layout(3)
	layout.Rows()[0][0].Text = "changed"
	again := layout.Rows()[0][0].Text
	if again != cornerNote {
		t.Errorf("Rows() = %q after a caller changed his copy, want the note", again)
	}
}
