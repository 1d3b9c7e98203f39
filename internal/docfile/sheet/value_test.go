package sheet

import "testing"

func TestPlain(t *testing.T) {
	tests := []struct {
		stored, want string
		lost         bool
	}{
		{"0", "0", false},
		{"12", "12", false},
		{"-7", "-7", false},
		{"12.50", "12.5", false},
		{"0.30000000000000004", "0.3", false},
		{"1E-3", "0.001", false},
		{"1.2E+3", "1200", false},
		{"123456789012345", "123456789012345", false},
		{"4.10101199001011E+17", "410101199001011000", true},
		{"410101199001011000", "410101199001011000", true},
		{"410101199001011234", "410101199001011234", true},
		{"1e999", "1e999", false},
		{"abc", "abc", false},
		{"NaN", "NaN", false},
		{"-", "-", false},
	}
	for _, tt := range tests {
		got, lost := plain(tt.stored)
		if got != tt.want || lost != tt.lost {
			t.Errorf("plain(%q) = %q, %v, want %q, %v", tt.stored, got, lost, tt.want, tt.lost)
		}
	}
}

func TestDate(t *testing.T) {
	tests := []struct {
		stored string
		format format
		from   int
		want   string
		ok     bool
	}{
		{"45673", day, 1900, "2025-01-16", true},
		{"45673.5", day, 1900, "2025-01-16", true},
		{"45673.5", moment, 1900, "2025-01-16 12:00:00", true},
		{"45673", moment, 1900, "2025-01-16", true},
		{"45672.9999999", moment, 1900, "2025-01-16", true},
		{"44211", day, 1904, "2025-01-16", true},
		{"1", day, 1900, "1900-01-01", true},
		{"59", day, 1900, "1900-02-28", true},
		{"60", day, 1900, "", false},
		{"61", day, 1900, "1900-03-01", true},
		{"0.75", clock, 1900, "18:00:00", true},
		{"1.25", duration, 1900, "30:00:00", true},
		{"2958465", day, 1900, "9999-12-31", true},
		{"2958466", day, 1900, "", false},
		{"-1", day, 1900, "", false},
		{"0", day, 1900, "", false},
		{"x", day, 1900, "", false},
		{"NaN", day, 1900, "", false},
	}
	for _, tt := range tests {
		got, ok := date(tt.stored, tt.format, tt.from)
		if got != tt.want || ok != tt.ok {
			t.Errorf("date(%q, %d, %d) = %q, %v, want %q, %v", tt.stored, tt.format, tt.from, got, ok, tt.want, tt.ok)
		}
	}
}

func TestMeaning(t *testing.T) {
	tests := []struct {
		code string
		want format
	}{
		{"General", general},
		{"G/通用格式", general},
		{"0.00", general},
		{"#,##0.00_);[Red](#,##0.00)", general},
		{"0.00E+00", general},
		{`0"件"`, general},
		{`"day"0`, general},
		{"@", general},
		{`\d0`, general},
		{"[Red]0", general},
		{"yyyy-mm-dd", day},
		{`yyyy"年"m"月"d"日"`, day},
		{"[$-804]yyyy年m月;@", day},
		{"m/d/yy", day},
		{"mmm", day},
		{"e年m月", day},
		{"yyyy-mm-dd hh:mm", moment},
		{"h:mm AM/PM", clock},
		{"mm:ss", clock},
		{"[h]:mm:ss", duration},
		{"[unclosed", general},
		{`"unclosed`, general},
		{`\`, general},
	}
	for _, tt := range tests {
		if got := meaning(tt.code); got != tt.want {
			t.Errorf("meaning(%q) = %d, want %d", tt.code, got, tt.want)
		}
	}
}

func TestReference(t *testing.T) {
	tests := []struct {
		name        string
		row, column int
		ok          bool
	}{
		{"A1", 1, 1, true},
		{"BC12", 12, 55, true},
		{"XFD1048576", 1 << 20, 1 << 14, true},
		{"XFE1", 0, 0, false},
		{"A1048577", 0, 0, false},
		{"1", 0, 0, false},
		{"A", 0, 0, false},
		{"", 0, 0, false},
		{"a1", 0, 0, false},
		{"A99999999999999999999", 0, 0, false},
	}
	for _, tt := range tests {
		row, column, ok := reference(tt.name)
		if ok != tt.ok || ok && (row != tt.row || column != tt.column) {
			t.Errorf("reference(%q) = %d, %d, %v, want %d, %d, %v", tt.name, row, column, ok, tt.row, tt.column, tt.ok)
		}
	}
}
