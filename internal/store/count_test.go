package store_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"gongkai/internal/annualreport"
	"gongkai/internal/register"
	"gongkai/internal/store"
)

// edges are the days on which a count goes wrong first, beside a few others.
var edges = []string{
	"2021-12-31", "2022-01-01", "2022-06-30", "2022-12-30", "2022-12-31", "2023-01-01", "2023-01-02", "2023-07-15",
	"2023-12-31", "2024-01-01", "2024-02-29", "2024-12-31", "2025-01-01",
}

// drawn makes up a record whose dates need not be in order: what a count selects
// must not hang on what a form would have refused.
func drawn(d register.Definition, number int, random *rand.Rand) register.Record {
	r := register.Record{OrganID: "town", Version: 1, Values: map[string]string{register.NumberField: fmt.Sprintf("%05d", number)}}
	for _, f := range d.Fields[1:] {
		if !f.Required && random.IntN(3) == 0 {
			continue
		}
		switch f.Kind {
		case register.Date:
			r.Values[f.Name] = edges[random.IntN(len(edges))]
		case register.Year:
			r.Values[f.Name] = strconv.Itoa(2021 + random.IntN(5))
		case register.Integer, register.Money:
			r.Values[f.Name] = strconv.Itoa(random.IntN(1000))
		case register.Choice:
			r.Values[f.Name] = f.Choices[random.IntN(len(f.Choices))].Code
		default:
			r.Values[f.Name] = "文本"
		}
	}
	return r
}

// TestCountsAgree holds the three ways of counting together: the statement of the
// report, the list behind the figure, and register.Count in Go.
func TestCountsAgree(t *testing.T) {
	ledgers := make(map[string][]register.Record)
	random := rand.New(rand.NewPCG(2024, 50))
	for _, name := range annualreport.CountedRegisters() {
		d, _ := register.ByName(name)
		n := 120
		if name == "request" {
			n = 400 // 175 cells divide them
		}
		for i := range n {
			ledgers[name] = append(ledgers[name], drawn(d, i, random))
		}
	}
	counts := distinct(annualreport.Counts())
	onEach(t, func(t *testing.T, db *store.DB) {
		withOrgans(t, db)
		for name, records := range ledgers {
			fillWithNoise(t, db, name, records)
		}
		reports := store.NewReports(db)
		hit := 0
		for year := 2021; year <= 2025; year++ {
			totals, err := reports.Totals(t.Context(), "s", "town", year, counts)
			if err != nil {
				t.Fatal(err)
			}
			for i, c := range counts {
				numbers, sum := inGo(c, ledgers[c.Register], year)
				if totals[i] != sum {
					t.Errorf("Totals(%d, %+v) = %d, want %d as Count in Go gives", year, c, totals[i], sum)
				}
				if year == 2022 || year == 2023 {
					compareList(t, db, c, year, numbers)
				}
				if sum > 0 {
					hit++
				}
			}
			compareWalk(t, reports, ledgers, year)
		}
		if hit < len(counts) {
			t.Errorf("counts that found anything = %d of %d counts in five years: the records test too little", hit, len(counts))
		}
	})
}

// distinct leaves out the counts that several formats share.
func distinct(counts []register.Count) []register.Count {
	seen := make(map[string]bool)
	return slices.DeleteFunc(counts, func(c register.Count) bool {
		key := fmt.Sprint(c)
		defer func() { seen[key] = true }()
		return seen[key]
	})
}

// fillWithNoise inserts the records, one that is voided, and the same ones in
// another organ: neither counts.
func fillWithNoise(t *testing.T, db *store.DB, name string, records []register.Record) {
	t.Helper()
	d, _ := register.ByName(name)
	insert(t, db, d, records...)
	voided := records[0]
	voided.Values = maps.Clone(voided.Values)
	voided.Values[register.NumberField] = "voided"
	elsewhere := records[1]
	elsewhere.OrganID = "other"
	insert(t, db, d, voided, elsewhere)
	inRegisters(t, db, func(tx register.Tx) error { return tx.Void(t.Context(), d, "s", voided) })
}

func inGo(c register.Count, records []register.Record, year int) ([]string, int64) {
	var numbers []string
	var sum int64
	for _, r := range records {
		if c.Matches(r, year) {
			numbers = append(numbers, r.Number())
			sum += c.Add(r)
		}
	}
	slices.Sort(numbers)
	slices.Reverse(numbers)
	return numbers, sum
}

func compareList(t *testing.T, db *store.DB, c register.Count, year int, want []string) {
	t.Helper()
	d, _ := register.ByName(c.Register)
	limit := max(len(want)/2, 1) // two pages or three, and exactly one at times
	got := pages(t, db, d, register.Query{SiteID: "s", OrganID: "town", Year: year, Count: &c, Limit: limit})
	if !slices.Equal(got, want) {
		t.Errorf("List(%d, %+v) = %v, want %v as Count in Go gives", year, c, got, want)
	}
}

// compareWalk checks that the seal keeps exactly the records that some count of
// the year looks at, by number, with the fields that counts read.
func compareWalk(t *testing.T, reports store.Reports, ledgers map[string][]register.Record, year int) {
	t.Helper()
	for name, records := range ledgers {
		var got, want []string
		err := reports.EachCounted(t.Context(), "s", "town", name, year, func(r register.Record) error {
			got = append(got, fmt.Sprint(r.Values))
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range records {
			if !slices.ContainsFunc(annualreport.CountedPeriods(name), func(p register.Period) bool {
				return register.Count{Period: p}.Matches(r, year)
			}) {
				continue
			}
			kept := make(map[string]string)
			for _, field := range annualreport.CountedFields(name) {
				if r.Value(field) != "" {
					kept[field] = r.Value(field)
				}
			}
			want = append(want, fmt.Sprint(kept))
		}
		if !slices.Equal(got, want) {
			t.Errorf("EachCounted(%s, %d) = %d records %v, want %d %v", name, year, len(got), got, len(want), want)
		}
	}
}

func TestCountOfNoFigureIsRefused(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.DB) {
		withOrgans(t, db)
		c := register.Count{Register: "duty", Period: register.During("opened_on")}
		_, err := store.NewReports(db).Totals(t.Context(), "s", "town", 2024, []register.Count{c})
		if err == nil {
			t.Error("Totals() of a count without statement = nil, want an error and not 0")
		}
		_, _, err = store.NewRegisters(db).List(t.Context(), register.Duty, register.Query{SiteID: "s", OrganID: "town", Year: 2024, Count: &c, Limit: 5})
		if err == nil {
			t.Error("List() of a count without statement = nil, want an error and not an empty list")
		}
	})
}

func TestHoldingsAreTheRecordsOfTheYear(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.DB) {
		withOrgans(t, db)
		random := rand.New(rand.NewPCG(7, 7))
		want := make(map[int]map[string]int64)
		for year := 2021; year <= 2025; year++ {
			want[year] = make(map[string]int64)
		}
		for _, name := range annualreport.CountedRegisters() {
			d, _ := register.ByName(name)
			records := make([]register.Record, 40)
			for i := range records {
				records[i] = drawn(d, i, random)
				for year := range want {
					if held(d, records[i], year) {
						want[year][name]++
					}
				}
			}
			insert(t, db, d, records...)
		}
		for year := range want {
			got, err := store.NewReports(db).Holdings(t.Context(), "s", "town", year)
			if err != nil {
				t.Fatal(err)
			}
			maps.DeleteFunc(got, func(_ string, n int64) bool { return n == 0 })
			if !maps.Equal(got, want[year]) {
				t.Errorf("Holdings(%d) = %v, want %v", year, got, want[year])
			}
		}
	})
}

// held says in Go which records a register holds of a year.
func held(d register.Definition, r register.Record, year int) bool {
	first, last := register.Bounds(year)
	if d.YearField == "" {
		return r.Value("opened_on") <= last && (r.Value("closed_on") == "" || r.Value("closed_on") > last)
	}
	value := r.Value(d.YearField)
	if f, _ := d.Field(d.YearField); f.Kind == register.Year {
		return value == strconv.Itoa(year)
	}
	return value >= first && value <= last
}
