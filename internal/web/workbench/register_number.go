package workbench

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"gongkai/internal/fault"
	"gongkai/internal/register"
)

// yearSerial is a number whose pattern is obvious: a year, then a serial.
var yearSerial = regexp.MustCompile(`^(.*?)(20\d\d)(\D+)(\d{1,9})(\D*)$`)

// triedNumbers bounds the look for a free number. Numbers sort as text, so that
// “9号” hides “10号” and the newest is not always the greatest.
const triedNumbers = 200

// suggestNumber proposes the number of a new record: the one after the newest of
// this year, or the first of the year by the pattern of the newest at all, or of
// the definition's example. Where no pattern shows it proposes nothing.
func (b *Workbench) suggestNumber(ctx context.Context, v visit, d register.Definition) (string, error) {
	if d.YearField == "" {
		return "", nil
	}
	pattern, err := b.newestNumber(ctx, v, d, v.ThisYear())
	if err == nil && pattern == "" {
		pattern, err = b.newestNumber(ctx, v, d, 0)
	}
	if err != nil {
		return "", err
	}
	if pattern == "" && !strings.ContainsFunc(d.Fields[0].Example, isHan) {
		pattern = d.Fields[0].Example // an example with another organ's word in it would mislead
	}
	next, obvious := nextNumber(pattern, v.ThisYear())
	for range triedNumbers {
		if !obvious {
			return "", nil
		}
		_, _, err := b.Registers.Record(ctx, v.Person, v.Site.ID, v.Organ.ID, d.Name, next)
		if errors.Is(err, fault.NotFound) {
			return next, nil
		}
		if err != nil {
			return "", fmt.Errorf("look for a free number: %w", err)
		}
		next, obvious = nextNumber(next, v.ThisYear())
	}
	return "", nil
}

func isHan(r rune) bool { return r >= 0x2E80 }

func (b *Workbench) newestNumber(ctx context.Context, v visit, d register.Definition, year int) (string, error) {
	_, records, _, err := b.Registers.List(ctx, v.Person, d.Name,
		register.Query{SiteID: v.Site.ID, OrganID: v.Organ.ID, Year: year, Limit: 1})
	if err != nil || len(records) == 0 {
		return "", err
	}
	return records[0].Number(), nil
}

// nextNumber continues a number of this year, and begins at one by the pattern of
// another year's.
func nextNumber(pattern string, year int) (string, bool) {
	m := yearSerial.FindStringSubmatch(pattern)
	if m == nil {
		return "", false
	}
	serial := 1
	if m[2] == strconv.Itoa(year) {
		last, err := strconv.Atoi(m[4])
		if err != nil {
			return "", false
		}
		serial = last + 1
	}
	return fmt.Sprintf("%s%d%s%0*d%s", m[1], year, m[3], len(m[4]), serial, m[5]), true
}
