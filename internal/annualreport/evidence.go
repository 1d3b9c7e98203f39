package annualreport

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"gongkai/internal/register"
)

// Evidence is the state of one register that a sealed report was counted from:
// every counted record with the fields that figures read, by number. It is kept
// packed beside the seal, so that a later difference can be named record by
// record even when it was made behind the system's back.
type Evidence struct {
	Register string
	Records  int64
	Digest   string // SHA-256 of the unpacked lines, lower-case hexadecimal
	Packed   []byte // gzip of one JSON array per line: number, then the fields of CountedFields
}

// CountedFields lists the fields of a register that any figure reads, number
// first, in a fixed order.
func CountedFields(ledger string) []string { return countedFields[ledger] }

var countedFields = func() map[string][]string {
	fields := make(map[string][]string)
	for _, c := range Counts() {
		list := fields[c.Register]
		if list == nil {
			list = []string{register.NumberField}
		}
		for _, name := range c.Fields() {
			if !slices.Contains(list, name) {
				list = append(list, name)
			}
		}
		fields[c.Register] = list
	}
	for _, list := range fields {
		slices.Sort(list[1:])
	}
	return fields
}()

// CountedRegisters lists the registers that any figure counts, sorted.
func CountedRegisters() []string { return sortedKeys(countedFields) }

// CountedPeriods lists the periods over which figures look at a register.
func CountedPeriods(ledger string) []register.Period { return countedPeriods[ledger] }

var countedPeriods = func() map[string][]register.Period {
	periods := make(map[string][]register.Period)
	for _, c := range Counts() {
		if !slices.Contains(periods[c.Register], c.Period) {
			periods[c.Register] = append(periods[c.Register], c.Period)
		}
	}
	return periods
}()

// gather walks a register and packs what it holds.
func gather(ctx context.Context, r Reader, siteID, organID, ledger string, year int) (Evidence, error) {
	evidence := Evidence{Register: ledger}
	digest := sha256.New()
	var packed bytes.Buffer
	zip := gzip.NewWriter(&packed)
	out := bufio.NewWriter(io.MultiWriter(digest, zip))
	err := r.EachCounted(ctx, siteID, organID, ledger, year, func(record register.Record) error {
		evidence.Records++
		_, err := out.Write(evidenceLine(ledger, record))
		return err
	})
	if err != nil {
		return evidence, fmt.Errorf("gather %s: %w", ledger, err)
	}
	err = errors.Join(out.Flush(), zip.Close())
	if err != nil {
		return evidence, fmt.Errorf("pack %s: %w", ledger, err)
	}
	evidence.Digest = hex.EncodeToString(digest.Sum(nil))
	evidence.Packed = packed.Bytes()
	return evidence, nil
}

func evidenceLine(ledger string, r register.Record) []byte {
	fields := CountedFields(ledger)
	values := make([]string, len(fields))
	for i, name := range fields {
		values[i] = r.Value(name)
	}
	line, err := json.Marshal(values)
	if err != nil {
		panic(fmt.Sprintf("encode evidence: %v", err)) // strings always encode
	}
	return append(line, '\n')
}

// lines reads packed evidence record by record.
type lines struct {
	scanner *bufio.Scanner
	fields  []string
}

func (e Evidence) open() (*lines, error) {
	zip, err := gzip.NewReader(bytes.NewReader(e.Packed))
	if err != nil {
		return nil, fmt.Errorf("open evidence of %s: %w", e.Register, err)
	}
	scanner := bufio.NewScanner(zip)
	scanner.Buffer(nil, 1<<20)
	return &lines{scanner: scanner, fields: CountedFields(e.Register)}, nil
}

// next returns the next record, or false at the end.
func (l *lines) next() (register.Record, bool, error) {
	if !l.scanner.Scan() {
		return register.Record{}, false, l.scanner.Err()
	}
	var values []string
	err := json.Unmarshal(l.scanner.Bytes(), &values)
	if err != nil || len(values) != len(l.fields) {
		return register.Record{}, false, fmt.Errorf("evidence line %q: it does not have %d fields: %w", l.scanner.Text(), len(l.fields), err)
	}
	r := register.Record{Values: make(map[string]string, len(values))}
	for i, name := range l.fields {
		if values[i] != "" {
			r.Values[name] = values[i]
		}
	}
	return r, true, nil
}
