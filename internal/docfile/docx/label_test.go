package docx

import (
	"slices"
	"strings"
	"testing"
)

func TestFold(t *testing.T) {
	tests := []struct {
		label string
		room  float64
		want  string
	}{
		{"自然人", 3, "自然人"},
		{"社会公益组织", 2.9, "社会|公益|组织"},
		{"社会公益组织", 3.2, "社会|公益|组织"},
		{"法律服务机构", 4.5, "法律|服务|机构"},
		{"商业企业", 2.9, "商业|企业"},
		{"结果\n维持", 2, "结果|维持"},
		{"（三）不予公开", 4.2, "（三）|不予公开"},
		{"（二）部分公开（区分处理的，只计这一情形，不计其他情形）", 21, "（二）部分公开|（区分处理的，只计这一情形，不计其他情形）"},
		{"（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 24, "（本列数据的勾稽关系为：|第一项加第二项之和，等于第三项加第四项之和）"},
		{"5.要求行政机关确认或重新出具已获取信息", 16.5, "5.要求行政机关确认或|重新出具已获取信息"},
		{"1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", 17, "1.申请人无正当理由逾期不补正、|行政机关不再处理其政府信息公开申请"},
		{"2024年", 1.5, "2024年"},
		{"", 0, ""},
		{"甲乙丙", 0, "甲乙丙"},
	}
	for _, tt := range tests {
		got := strings.ReplaceAll(fold(tt.label, tt.room), "\n", "|")
		if got != tt.want {
			t.Errorf("fold(%q, %v) = %q, want %q", tt.label, tt.room, got, tt.want)
		}
	}
}

func TestTitleLines(t *testing.T) {
	tests := []struct {
		title string
		want  []string
	}{
		{"青石镇2024年政府信息公开工作年度报告", []string{"青石镇2024年政府信息公开工作年度报告"}},
		{"云溪县青石镇人民政府2024年政府信息公开工作年度报告", []string{"云溪县青石镇人民政府", "2024年政府信息公开工作年度报告"}},
		{"云溪县人民政府办公室关于政府信息公开申请的答复", []string{"云溪县人民政府办公室", "关于政府信息公开申请的答复"}},
		{"", []string{""}},
	}
	for _, tt := range tests {
		if got := titleLines(tt.title); !slices.Equal(got, tt.want) {
			t.Errorf("titleLines(%q) = %q, want %q", tt.title, got, tt.want)
		}
	}
}

func TestSignatureGaps(t *testing.T) {
	tests := []struct{ organ, date, organGap, dateGap float64 }{
		{10, 6.5, 2, 3.5}, // the date begins two characters right of the organ
		{6, 6.5, 4.5, 2},  // a date longer than the organ moves it left
		{27, 6.5, 0, 4},   // an organ that leaves no room
		{0, 6.5, 0, 4},
	}
	for _, tt := range tests {
		organGap, dateGap := signatureGaps(tt.organ, tt.date)
		if organGap != tt.organGap || dateGap != tt.dateGap {
			t.Errorf("signatureGaps(%v, %v) = %v, %v, want %v, %v", tt.organ, tt.date, organGap, dateGap, tt.organGap, tt.dateGap)
		}
	}
}
