package ui

import (
	"reflect"
	"testing"
)

func TestTitleKeepsTheYearWhole(t *testing.T) {
	tests := []struct {
		title string
		want  []piece
	}{
		{"某镇2022年政府信息公开工作年度报告", []piece{{"某镇", false}, {"2022年", true}, {"政府信息公开工作年度报告", false}}},
		{"2024年度报告", []piece{{"2024年度", true}, {"报告", false}}},
		{"公开指南", []piece{{"公开指南", false}}},
		{"", nil},
	}
	for _, tt := range tests {
		if got := titlePieces(tt.title); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("titlePieces(%q) = %v, want %v", tt.title, got, tt.want)
		}
	}
}
