package corpus

import (
	"math/rand/v2"
	"strings"

	"gongkai/law/tally"
)

// figures are a report's numbers: its cells, and the counts beside the tables that
// only the text states.
type figures struct {
	format tally.Format
	cells  tally.Cells
	counts map[string]int64
}

// fill makes up the figures of a base. They satisfy every equation of the format.
func fill(b base, r *rand.Rand) figures {
	f := figures{format: b.generation(), cells: tally.Cells{}, counts: map[string]int64{}}
	for _, cell := range f.format.Cells {
		if !cell.Derived { // totals follow
			f.cells[cell.Name] = tally.Count(0)
		}
	}
	if b.scale != quiet {
		f.proactive(b, r)
		if len(f.format.RequestRows) > 0 {
			f.requests(b, r)
			f.remedies(b, r)
		} else {
			f.statistics(r)
		}
	}
	f.cells = f.format.WithTotals(f.cells)
	f.beside(b, r)
	return f
}

// upTo is a number between 1 and n.
func upTo(r *rand.Rand, n int64) int64 { return 1 + r.Int64N(n) }

// proactive fills table two: magnitudes differ, so that a figure read from the
// neighbouring row is seen.
func (f figures) proactive(b base, r *rand.Rand) {
	most := map[scale]int64{small: 9, busy: 700, large: 90000}[b.scale]
	for _, cell := range f.format.Cells {
		if cell.Table != 2 || strings.Contains(cell.Name, "rules_") {
			continue
		}
		switch {
		case cell.Unit == tally.TenThousandYuan:
			f.cells[cell.Name] = tally.Amount(upTo(r, most*300) * 10_000)
		case strings.Contains(cell.Name, "normdocs"):
			f.cells[cell.Name] = tally.Count(upTo(r, 8))
		case cell.Signed:
			f.cells[cell.Name] = tally.Count(r.Int64N(9) - 3)
		default:
			f.cells[cell.Name] = tally.Count(upTo(r, most))
		}
	}
	for _, name := range []string{"normdocs_in_force", "v19.normdocs_public_total"} {
		_, exists := f.cells[name]
		if exists {
			f.cells[name] = tally.Count(8 + upTo(r, 30))
		}
	}
}

// requests fills table three column by column: what came in is what was handled
// and what stays open.
func (f figures) requests(b base, r *rand.Rand) {
	for i, kind := range tally.ApplicantKinds {
		if b.scale == small && i > 1 && i != 5 {
			continue
		}
		most := map[scale]int64{small: 4, busy: 60, large: 700}[b.scale]
		if i > 0 {
			most = most/4 + 1
		}
		column := string(kind)
		received, carried := upTo(r, most), int64(0)
		if b.carry {
			carried = r.Int64N(most/3 + 2)
		}
		open := r.Int64N(min(received, most/5+1) + 1)
		f.cells[tally.RequestCell(tally.RowReceivedNew, column)] = tally.Count(received)
		f.cells[tally.RequestCell(tally.RowCarriedIn, column)] = tally.Count(carried)
		f.cells[tally.RequestCell(tally.RowCarriedOut, column)] = tally.Count(open)
		f.results(r, column, received+carried-open)
	}
}

// results spreads what was handled over the rows; the first rows get most of it.
func (f figures) results(r *rand.Rand, column string, handled int64) {
	var rows []string
	for _, row := range f.format.RequestRows {
		if row.Result && !row.Total && row.Key != "other_fee_unpaid" {
			rows = append(rows, row.Key)
		}
	}
	for handled > 0 {
		row := rows[min(r.IntN(len(rows)), r.IntN(len(rows)))]
		part := upTo(r, max(1, handled/3))
		name := tally.RequestCell(row, column)
		f.cells[name] = tally.Count(f.cells[name].N + part)
		handled -= part
	}
}

// remedies fills table four.
func (f figures) remedies(b base, r *rand.Rand) {
	most := map[scale]int64{small: 1, busy: 4, large: 25}[b.scale]
	for i, block := range tally.RemedyBlocks {
		if b.scale == small && i > 0 {
			continue
		}
		for _, column := range tally.RemedyColumns {
			if column.Key != tally.TotalColumn {
				f.cells[tally.RemedyCell(block.Key, column.Key)] = tally.Count(r.Int64N(most + 1))
			}
		}
	}
}

// statistics fills the table of 2014; the totals follow.
func (f figures) statistics(r *rand.Rand) {
	for _, cell := range f.format.Cells {
		switch {
		case cell.Derived:
		case cell.Unit == tally.TenThousandYuan:
			f.cells[cell.Name] = tally.Amount(upTo(r, 900) * 10_000)
		default:
			f.cells[cell.Name] = tally.Count(r.Int64N(48))
		}
	}
}

// beside makes up what only the text states.
func (f figures) beside(b base, r *rand.Rand) {
	most := map[scale]int64{quiet: 12, small: 90, busy: 600, large: 4000}[b.scale]
	var total int64
	for _, channel := range []string{"platform", "wechat", "media"} {
		n := 3 + upTo(r, most)
		f.counts["item.channel."+channel] = n
		total += n
	}
	f.counts["item.total"] = total
	f.counts["training.sessions"] = 1 + upTo(r, 4)
	f.counts["training.attendees"] = 20 + upTo(r, 200)
	f.counts["meeting.count"] = 1 + upTo(r, 3)
	f.counts["staff.part_time"] = 1 + upTo(r, 5)
	f.counts["media_account.count"] = upTo(r, 3)
	if b.scale == busy || b.scale == large {
		f.counts["fee_notice.count"] = upTo(r, 3)
		f.counts["fee_notice.amount"] = f.counts["fee_notice.count"] * 10_000
		f.counts["fee_received.amount"] = 10_000
	} else {
		f.counts["fee_notice.count"], f.counts["fee_notice.amount"], f.counts["fee_received.amount"] = 0, 0, 0
	}
}
