package pdfsource

import (
	"testing"

	"gongkai/internal/annualreport/reading"
)

func TestColumnsHiddenByACellFromThePageBefore(t *testing.T) {
	whole := []float64{50, 70, 110, 190, 230, 270, 310, 350, 390, 430, 470}
	for _, test := range []struct {
		name string
		next []float64
		want bool
	}{
		{"the same columns", whole, true},
		{"other margins", []float64{60, 80, 120, 200, 240, 280, 320, 360, 400, 440, 480}, true},
		{"the first column not drawn", whole[1:], true},
		{"the first two not drawn", whole[2:], true},
		{"three not drawn", whole[3:], false},
		{"the last column not drawn", whole[:10], false},
		{"another table", []float64{50, 200, 470}, true}, // which divides the same width
		{"a narrow table", []float64{200, 300, 470}, false},
	} {
		a, b := table{xs: whole}, table{xs: test.next}
		if a.continues(&b) != test.want || b.continues(&a) != test.want {
			t.Errorf("%s: continues = %t and %t, want %t", test.name, a.continues(&b), b.continues(&a), test.want)
		}
	}
}

func TestRowTornByThePage(t *testing.T) {
	row := func(texts ...string) []cell {
		var cells []cell
		for i, text := range texts {
			cells = append(cells, cell{GridCell: reading.GridCell{Column: i, Rowspan: 1, Colspan: 1, Text: text}})
		}
		return cells
	}
	xs := []float64{0, 10, 20, 30, 40, 50}
	for _, test := range []struct {
		name        string
		above, next []string
		want        bool
	}{
		{"words go on", []string{"2.其他法律", "0", "1", "2", "3"}, []string{"行政法规禁止公开", "", "", "", ""}, true},
		{"a row that was left empty", []string{"2.其他法律", "0", "1", "2", "3"}, []string{"3.危及三安全", "", "", "", ""}, false},
		{"a chapter row that was left empty", []string{"（七）总计", "0", "1", "2", "3"}, []string{"四、结转下年度", "", "", "", ""}, false},
		{"a row of its own", []string{"2.其他法律", "0", "1", "2", "3"}, []string{"其他", "0", "0", "0", "0"}, false},
		{"a head", []string{"信息内容", "制发", "废止", "有效", "总计"}, []string{"规章", "", "", "", ""}, false},
	} {
		a := table{rows: 1, cells: row(test.above...), xs: xs}
		b := table{rows: 1, cells: row(test.next...), xs: xs}
		if got := a.rowTorn(&b); got != test.want {
			t.Errorf("%s: rowTorn = %t, want %t", test.name, got, test.want)
		}
	}
}
