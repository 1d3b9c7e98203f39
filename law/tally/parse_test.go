package tally

import (
	"errors"
	"testing"
)

// cellsToType are one cell of each kind that reads its entry differently.
var cellsToType = []string{
	"req.granted.natural_person", "admin_fee_amount_wan", "v19.licence_items_delta", "v19.procurement_amount",
}

func mustCell(t *testing.T, name string) Cell {
	t.Helper()
	cell, ok := CellByName(name)
	if !ok {
		t.Fatalf("no cell %s", name)
	}
	return cell
}

func TestParseCell(t *testing.T) {
	count, money, change, bought := cellsToType[0], cellsToType[1], cellsToType[2], cellsToType[3]
	for _, tt := range []struct {
		cell, text string
		want       Value
	}{
		{count, "0", Count(0)},
		{count, " 12 ", Count(12)},
		{count, "　１２３　", Count(123)},
		{count, "1,234,567", Count(1_234_567)},
		{count, "１，２３４", Count(1234)},
		{count, "007", Count(7)},
		{count, "999999999999999", Count(MaxN)},
		{count, "", BlankValue},
		{count, "　", BlankValue},
		{count, "/", NotApplicableValue},
		{count, "／", NotApplicableValue},
		{count, "-", NotApplicableValue},
		{count, "－", NotApplicableValue},
		{count, "—", NotApplicableValue},
		{count, "——", NotApplicableValue},
		{money, "0", Amount(0)},
		{money, "12.34", Amount(12_340_000)},
		{money, "12.340000", Amount(12_340_000)},
		{money, "0.000001", Amount(1)},
		{money, "1,234．5", Amount(1_234_500_000)},
		{money, "1.50000000", Amount(1_500_000)},
		{change, "-3", Count(-3)},
		{change, "−3", Count(-3)},
		{change, "减3", Count(-3)},
		{change, "+3", Count(3)},
		{change, "增3", Count(3)},
		{change, "3", Count(3)},
		{change, "-", NotApplicableValue},
		{bought, "12.5", Amount(12_500_000)},
		{bought, "12.5万元", Amount(12_500_000)},
		{bought, "125,000.01元", Amount(12_500_001)},
		{bought, "1.2 亿元", Amount(12_000_000_000)},
	} {
		got, err := ParseCell(mustCell(t, tt.cell), tt.text)
		if err != nil || got != tt.want {
			t.Errorf("ParseCell(%s, %q) = %+v, %v, want %+v", tt.cell, tt.text, got, err, tt.want)
		}
	}
}

func TestParseCellRefuses(t *testing.T) {
	count, money, change, bought := cellsToType[0], cellsToType[1], cellsToType[2], cellsToType[3]
	for _, tt := range []struct {
		cell, text string
		want       CellErrorCode
	}{
		{count, "3件", CellHasUnit},
		{count, "3 件", CellHasUnit},
		{count, "3（件）", CellHasUnit},
		{count, "5%", CellHasUnit},
		{money, "3万元", CellHasUnit},
		{money, "30000元", CellHasUnit},
		{bought, "3美元", CellHasUnit},
		{count, "-1", CellNegative},
		{count, "－1", CellNegative},
		{money, "-0.5", CellNegative},
		{bought, "-5元", CellNegative},
		{count, "1.5", CellNotInteger},
		{count, "3.0", CellNotInteger},
		{change, "-1.5", CellNotInteger},
		{count, "+3", CellNotNumber},
		{count, "约3", CellNotNumber},
		{count, "无", CellNotNumber},
		{count, "1 234", CellNotNumber},
		{count, "1/2", CellNotNumber},
		{count, "--", CellNotNumber},
		{count, "--3", CellNotNumber},
		{count, ".", CellNotNumber},
		{count, "O", CellNotNumber},
		{money, "1.2.3", CellNotNumber},
		{money, "5.", CellNotNumber},
		{money, ".5", CellNotNumber},
		{change, "增减3", CellNotNumber},
		{change, "增-3", CellNotNumber},
		{count, "三", CellNotNumber},
		{count, "\xff", CellNotNumber},
		{count, "1,23", CellBadSeparator},
		{count, ",123", CellBadSeparator},
		{count, "1234,567", CellBadSeparator},
		{count, "1,,234", CellBadSeparator},
		{money, "0.0000001", CellTooPrecise},
		{bought, "0.001元", CellTooPrecise},
		{count, "1000000000000000", CellTooLarge},
		{money, "1000000000", CellTooLarge},
		{count, "99999999999999999999999999", CellTooLarge},
	} {
		got, err := ParseCell(mustCell(t, tt.cell), tt.text)
		var refusal *CellError
		if !errors.As(err, &refusal) || refusal.Code != tt.want || refusal.Text != tt.text || refusal.Cell != tt.cell {
			t.Errorf("ParseCell(%s, %q) = %+v, %v, want %s", tt.cell, tt.text, got, err, tt.want)
		}
	}
}

func FuzzParseCell(f *testing.F) {
	for _, text := range []string{"", "/", "12", "１，２３４", "12.34", "-3", "增3", "3件", "1.2亿元", "\xff", "——", "1,,2"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, name := range cellsToType {
			cell := mustCell(t, name)
			value, err := ParseCell(cell, text)
			if err != nil {
				var refusal *CellError
				if value != UnknownValue || !errors.As(err, &refusal) || refusal.Text != text {
					t.Fatalf("ParseCell(%s, %q) = %+v, %v, want a refusal of the text", name, text, value, err)
				}
				continue
			}
			if code := cell.refuses(value); code != "" || value.State == Unknown {
				t.Fatalf("ParseCell(%s, %q) = %+v, which the cell refuses: %s", name, text, value, code)
			}
			// What is shown is read back as the same.
			again, err := ParseCell(cell, value.Shown(cell.Unit))
			if err != nil || again != value {
				t.Fatalf("ParseCell(%s, %q) = %+v, but shown and read back it is %+v, %v", name, text, value, again, err)
			}
		}
	})
}
