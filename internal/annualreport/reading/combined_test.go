package reading

import (
	"testing"

	"gongkai/law/tally"
)

// Damage seldom comes alone: every way of setting tables with every way of
// damaging the whole text.
func TestDamageCombined(t *testing.T) {
	for _, set := range damages {
		if set.format != "" || set.lost != nil || set.want != nil || set.whole != nil {
			continue
		}
		for _, over := range damages {
			lines := over.name == "whole page in a layout table" // which knows no grids
			if over.whole == nil || over.format != "" || over.missing || lines {
				continue
			}
			both := set
			both.whole = over.whole
			both.name += " + " + over.name
			src, cells, format := both.make(5)
			r := Read(src)
			unknown := 0
			for _, cell := range format.Cells {
				got, want := r.Cells[cell.Name], cells[cell.Name]
				if got.State == tally.Unknown {
					unknown++
					continue
				}
				if got != want {
					t.Errorf("Read(%s).Cells[%s] = %s, want %s", both.name, cell.Name, got.Text(cell.Unit), want.Text(cell.Unit))
				}
			}
			if unknown > 0 {
				t.Errorf("Read(%s) leaves %d cells unknown", both.name, unknown)
			}
		}
	}
}
