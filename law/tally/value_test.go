package tally

import (
	"math"
	"testing"
)

func TestZeroValueIsUnknown(t *testing.T) {
	var v Value
	if v != UnknownValue || v.State != Unknown || v.Known() {
		t.Errorf("the zero Value = %+v known %t, want unknown", v, v.Known())
	}
	missing := Cells{}["req.granted.total"]
	if missing.State != Unknown {
		t.Errorf("an absent cell = %+v, want unknown", missing)
	}
}

func TestAdd(t *testing.T) {
	for _, tt := range []struct{ a, b, want Value }{
		{Count(2), Count(3), Count(5)},
		{Count(0), UnknownValue, UnknownValue},
		{Count(2), BlankValue, UnknownValue},
		{BlankValue, BlankValue, UnknownValue},
		{Count(2), NotApplicableValue, Count(2)},
		{NotApplicableValue, NotApplicableValue, NotApplicableValue},
		{NotApplicableValue, UnknownValue, UnknownValue},
		{NotApplicableValue, BlankValue, UnknownValue},
		{Amount(1), Amount(999_999), Amount(FenPerTenThousandYuan)},
		{Count(math.MaxInt64), Count(1), UnknownValue},
		{Count(math.MinInt64), Count(-1), UnknownValue},
		{Count(math.MaxInt64), Count(math.MinInt64), Count(-1)},
		{Count(1), Value{State: 99, N: 5}, UnknownValue},
	} {
		for _, got := range []Value{tt.a.Add(tt.b), tt.b.Add(tt.a)} {
			if got != tt.want {
				t.Errorf("%+v.Add(%+v) = %+v, want %+v", tt.a, tt.b, got, tt.want)
			}
		}
	}
}

func TestText(t *testing.T) {
	for _, tt := range []struct {
		value       Value
		unit        Unit
		text, shown string
	}{
		{Count(0), Pieces, "0", "0"},
		{Count(469), Pieces, "469", "469"},
		{Count(-3), Pieces, "-3", "-3"},
		{Amount(0), TenThousandYuan, "0", "0"},
		{Amount(12_340_000), TenThousandYuan, "12.34", "12.34"},
		{Amount(1), TenThousandYuan, "0.000001", "0.000001"},
		{Amount(10_000_000), TenThousandYuan, "10", "10"},
		{Amount(-1_500_000), TenThousandYuan, "-1.5", "-1.5"},
		{Amount(math.MinInt64), TenThousandYuan, "-9223372036854.775808", "-9223372036854.775808"},
		{UnknownValue, Pieces, "null", "未知"},
		{BlankValue, TenThousandYuan, "blank", ""},
		{NotApplicableValue, Pieces, "n/a", "/"},
	} {
		if tt.value.Text(tt.unit) != tt.text || tt.value.Shown(tt.unit) != tt.shown {
			t.Errorf("%+v reads %q and shows %q, want %q and %q",
				tt.value, tt.value.Text(tt.unit), tt.value.Shown(tt.unit), tt.text, tt.shown)
		}
	}
}
