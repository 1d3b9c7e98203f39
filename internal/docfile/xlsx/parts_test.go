package xlsx

import (
	"io"
	"testing"
)

func TestPartsStandOnTheirOwnSheets(t *testing.T) {
	f, _ := opened(t, func(w io.Writer) error {
		return StreamParts(w,
			Part{Register{Sheet: "总表", Title: "读取结果", Header: []string{"机关"}}, count(2)},
			Part{Register{Sheet: "检查结果", Header: []string{"编号"}}, count(3)})
	})
	for sheet, want := range map[string]int{"总表": 3, "检查结果": 4} {
		rows, err := f.GetRows(sheet)
		if err != nil || len(rows) != want {
			t.Errorf("sheet %s has %d rows, %v, want %d", sheet, len(rows), err, want)
		}
	}
	if names := f.GetSheetList(); len(names) != 2 || names[0] != "总表" {
		t.Errorf("sheets = %q, want 总表 and 检查结果", names)
	}
	if err := StreamParts(io.Discard); err == nil {
		t.Error("StreamParts() = nil, want an error: a workbook has a sheet")
	}
}
