package reading

import (
	"math/rand/v2"
	"strings"
	"testing"

	"gongkai/law/tally"
)

// lose takes something out of a source at random: a line, a cell of a line, a
// cell of a grid, a row of a grid, or a label.
func lose(src *Source, rng *rand.Rand) string {
	for range 50 {
		i := rng.IntN(len(src.Blocks))
		b := &src.Blocks[i]
		if b.Table != nil && len(b.Table.Cells) > 4 {
			k := rng.IntN(len(b.Table.Cells))
			switch rng.IntN(3) {
			case 0: // a row
				row := b.Table.Cells[k].Row
				var kept []GridCell
				for _, c := range b.Table.Cells {
					if c.Row != row {
						kept = append(kept, c)
					}
				}
				b.Table.Cells = kept
				return "grid row"
			case 1: // the content of a cell
				b.Table.Cells[k].Text = ""
				return "grid text"
			default: // the cell itself: the ones behind move left
				lost := b.Table.Cells[k]
				b.Table.Cells = append(b.Table.Cells[:k:k], b.Table.Cells[k+1:]...)
				for j := range b.Table.Cells {
					c := &b.Table.Cells[j]
					if c.Row == lost.Row && c.Column > lost.Column {
						c.Column -= lost.Colspan
					}
				}
				return "grid cell " + lost.Text
			}
		}
		if b.Table != nil || strings.Contains(b.Text, "。") || b.Text == "" || len(headingKeys(b.Text)) > 0 {
			continue
		}
		for _, sep := range []string{"\t", " | ", "|", "  ", " "} {
			parts := strings.Split(b.Text, sep)
			if len(parts) < 3 {
				continue
			}
			k := rng.IntN(len(parts))
			lost := parts[k]
			b.Text = strings.Join(append(parts[:k:k], parts[k+1:]...), sep)
			return "cell " + lost + " of " + b.Text
		}
		lost := b.Text
		src.Blocks = append(src.Blocks[:i:i], src.Blocks[i+1:]...)
		return "line " + lost
	}
	return "nothing"
}

func headingKeys(text string) []heading {
	strips := lay(Source{Blocks: []Block{{Text: text}}})
	return findHeadings(strips, modernTitles)
}

// A wrong figure is worse than none: whatever is lost, what is read is right.
func TestLossInventsNothing(t *testing.T) {
	for _, d := range damages {
		t.Run(d.name, func(t *testing.T) {
			for seed := range uint64(25) {
				src, cells, format := d.make(seed)
				rng := rand.New(rand.NewPCG(seed, 99))
				var lost []string
				for range 1 + rng.IntN(3) {
					lost = append(lost, lose(&src, rng))
				}
				r := Read(src)
				for _, cell := range format.Cells {
					want := cells[cell.Name]
					if d.want != nil {
						want = d.want(cell, want)
					}
					got := r.Cells[cell.Name]
					blanked := got.State == tally.Blank && strings.Contains(strings.Join(lost, " "), "grid text")
					if got.State == tally.Unknown || got == want || blanked {
						continue
					}
					t.Errorf("Read(%s, %d) without %q: Cells[%s] = %s, want %s or nothing; evidence %v", d.name, seed, lost,
						cell.Name, got.Text(cell.Unit), want.Text(cell.Unit), r.Read[cell.Name].Evidence)
				}
			}
		})
	}
}
