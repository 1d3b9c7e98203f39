package page

import (
	"slices"
	"strings"
	"testing"

	"gongkai/internal/docfile/font"
)

func measured(text string, size Length) []unit {
	s := &setter{fonts: font.Embedded()}
	return s.measure(text, font.Song, size, 0)
}

func said(lines [][]unit) []string {
	var texts []string
	for _, line := range lines {
		var b strings.Builder
		for _, u := range line {
			b.WriteRune(u.r)
		}
		texts = append(texts, b.String())
	}
	return texts
}

func TestMayBreak(t *testing.T) {
	tests := []struct {
		a, b rune
		want bool
	}{
		{'公', '开', true},
		{'开', '，', false},
		{'开', '。', false},
		{'《', '条', false},
		{'例', '》', false},
		{'》', '（', true},
		{'”', '。', false},
		{'2', '0', false},
		{'1', '.', false},
		{'5', '%', false},
		{'年', '2', true},
		{'4', '年', true},
		{'—', '—', false},
		{'…', '…', false},
		{'a', ' ', false},
		{' ', 'b', true},
		{'/', 'z', true},
		{'/', '2', false},
		{'¥', '3', false},
	}
	for _, tt := range tests {
		if got := mayBreak(tt.a, tt.b); got != tt.want {
			t.Errorf("mayBreak(%q, %q) = %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
}

// Text is shifted character by character, so that every sign comes to every place.
func TestFillKeepsTaboos(t *testing.T) {
	const text = "根据《条例》（以下简称“条例”）第三十六条、第三十七条，共收到申请12,345件（其中：自然人10,000件；法人2,345件），占96.5%。——详见附件……"
	s := &setter{fonts: font.Embedded()}
	for shift := range 40 {
		units := s.measure(strings.Repeat("一", shift)+strings.Repeat(text, 4), font.Song, body, pitch)
		lines := fill(units, measure, indent)
		if got := strings.Join(said(lines), ""); len([]rune(got)) != len(units) {
			t.Fatalf("shift %d: lines hold %d characters, want %d", shift, len([]rune(got)), len(units))
		}
		for i, line := range lines {
			first, last := line[0].r, line[len(line)-1].r
			if i > 0 && strings.ContainsRune(notFirst, first) || strings.ContainsRune(notLast, last) {
				t.Errorf("shift %d: line %d is %s", shift, i+1, said(lines[i : i+1])[0])
			}
			if i > 0 && latin(first) && latin(lines[i-1][len(lines[i-1])-1].r) {
				t.Errorf("shift %d: a number is divided before line %d: %s", shift, i+1, said(lines[i : i+1])[0])
			}
			for k, u := range line[:len(line)-1] {
				natural := units[0].width
				if em := u.face.Advance(u.glyph); em != 1000 {
					natural = milli(em, u.size)
				}
				if u.width > natural+milli(stretch, u.size)+1 {
					t.Errorf("shift %d: gap %d of line %d is widened by %d, want at most 0.15 em", shift, k+1, i+1, u.width-natural)
				}
			}
			room := measure
			if i == 0 {
				room -= indent
			}
			end := extent(line)
			if strings.ContainsRune(closing, last) {
				room += line[0].size / 2
			}
			if end > room {
				t.Errorf("shift %d: line %d is %d wide, want at most %d", shift, i+1, end, room)
			}
		}
	}
}

func TestFillLeavesNoCharacterAlone(t *testing.T) {
	units := measured(strings.Repeat("信", 29)+"。", 10*Point)
	got := said(fill(units, 280*Point+500, 0))
	if n := len([]rune(got[len(got)-1])); n < 3 {
		t.Errorf("fill ends with %q, want at least two characters and the stop", got[len(got)-1])
	}
}

func TestBalance(t *testing.T) {
	tests := []struct {
		text  string
		width Length // in characters
		want  []string
	}{
		{"青山县临江镇人民政府2024年政府信息公开工作年度报告", 20, []string{"青山县临江镇人民政府2024年", "政府信息公开工作年度报告"}},
		{"社会公益组织", 2, []string{"社会", "公益", "组织"}},
		{"法律服务机构", 2, []string{"法律", "服务", "机构"}},
		{"（三）不予公开", 3, []string{"（三）", "不予", "公开"}},
		{"5.要求行政机关确认或重新出具已获取信息", 14, []string{"5.要求行政机关确认或", "重新出具已获取信息"}},
		{"结果\n维持", 5, []string{"结果", "维持"}},
		{"总计", 2, []string{"总计"}},
	}
	for _, tt := range tests {
		lines, _ := balance(measured(tt.text, 10*Point), tt.width*10*Point)
		if got := said(lines); !slices.Equal(got, tt.want) {
			t.Errorf("balance(%s, %d) = %q, want %q", tt.text, tt.width, got, tt.want)
		}
	}
}

func TestBalanceSaysWhereItHadToDivide(t *testing.T) {
	if _, forced := balance(measured("1234567", 10*Point), 20*Point); !forced {
		t.Error("balance of a number wider than its room reports no forced break")
	}
	if _, forced := balance(measured("规章制度", 10*Point), 20*Point); forced {
		t.Error("balance of four characters on two lines reports a forced break")
	}
}

func TestStackKeepsItemNumbersWhole(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"三、本年度办理结果", []string{"三、", "本", "年", "度", "办", "理", "结", "果"}},
		{"（三）不予公开", []string{"（三）", "不", "予", "公", "开"}},
	}
	for _, tt := range tests {
		if got := said(stack(measured(tt.text, 10*Point))); !slices.Equal(got, tt.want) {
			t.Errorf("stack(%s) = %q, want %q", tt.text, got, tt.want)
		}
	}
}
