package portal

import (
	"context"
	"fmt"

	"gongkai/internal/fault"
	"gongkai/internal/register"
)

// Bounds of one answer: how many records a page of a list shows, how many are
// read at once, and how many are looked through for a page at most. A list that
// finds few of many goes on from where it stopped.
const (
	pageSize  = 20
	batchSize = 250
	mostRead  = 20 * batchSize
)

// slice is one page of a public register.
type slice struct {
	Records []register.Record
	Next    string // key of the next page; empty at the end
}

// pick reads records that keep accepts, in the register's order, from the key
// after on, at most n.
func (p *Portal) pick(ctx context.Context, v visit, name string, q register.Query, n int, keep func(register.Record) bool) (slice, error) {
	q.SiteID, q.OrganID, q.Limit = v.site.ID, v.organ.ID, batchSize
	var s slice
	for read := 0; read < mostRead; read += batchSize {
		_, records, next, err := p.registers.Public(ctx, name, q)
		if err != nil {
			return slice{}, fmt.Errorf("read %s of %s: %w", name, v.organ.ID, err)
		}
		for _, r := range records {
			if !keep(r) {
				continue
			}
			if len(s.Records) == n {
				s.Next = s.Records[n-1].Number()
				return s, nil
			}
			s.Records = append(s.Records, r)
		}
		if next == "" {
			return s, nil
		}
		q.After = next
	}
	s.Next = q.After
	return s, nil
}

// numberedRecord reads the record of that number if keep accepts it.
func (p *Portal) numberedRecord(ctx context.Context, v visit, name, number string, keep func(register.Record) bool) (register.Record, error) {
	found, err := p.pick(ctx, v, name, register.Query{Number: number}, 1, keep)
	if err != nil {
		return register.Record{}, err
	}
	if len(found.Records) == 0 {
		return register.Record{}, fmt.Errorf("%s %q of %s: %w", name, number, v.organ.ID, fault.NotFound)
	}
	return found.Records[0], nil
}

// standingRecords reads every record of a standing register that exists today, in
// the order of numbers.
func (p *Portal) standingRecords(ctx context.Context, v visit, name string) ([]register.Record, error) {
	found, err := p.pick(ctx, v, name, register.Query{}, batchSize, func(r register.Record) bool { return standing(r, v.today) })
	if err != nil {
		return nil, err
	}
	records := found.Records
	for i, j := 0, len(records)-1; i < j; i, j = i+1, j-1 {
		records[i], records[j] = records[j], records[i]
	}
	return records, nil
}
