package store

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gongkai/internal/annualreport"
	"gongkai/internal/register"
)

// family is every count that reads one register over one period and adds up one
// thing: a single grouped statement answers them all, so that the 175 cells of
// table three cost a few passes over an index and not 175.
type family struct {
	key    string
	period register.Period
	fields []string // grouped by: every field that a count of the family looks at
	totals *statement
}

// families are made from the counts of every figure when the program starts.
var families = makeFamilies(annualreport.Counts())

func makeFamilies(all []register.Count) map[string]*family {
	made := make(map[string]*family)
	for _, c := range all {
		f := made[familyKey(c)]
		if f == nil {
			f = &family{key: familyKey(c), period: c.Period}
			made[f.key] = f
		}
		for _, w := range c.Where {
			if !slices.Contains(f.fields, w.Field) {
				f.fields = append(f.fields, w.Field)
			}
		}
	}
	for _, c := range all {
		f := made[familyKey(c)]
		if f.totals == nil {
			f.totals = text(f.sql(c))
		}
	}
	return made
}

func familyKey(c register.Count) string {
	return fmt.Sprintf("%s|%d|%s|%s|%s", c.Register, c.Period.Kind, c.Period.From, c.Period.Until, c.Sum)
}

func (f *family) sql(c register.Count) string {
	groups := make([]string, len(f.fields))
	for i, name := range f.fields {
		groups[i] = "COALESCE(" + name + ", '')"
	}
	statement := "SELECT " + strings.Join(append(slices.Clone(groups), "CAST(COALESCE(sum(n), 0) AS BIGINT)"), ", ") + " FROM (" + f.source(c) + ") AS part"
	if len(groups) > 0 {
		statement += " GROUP BY " + strings.Join(groups, ", ")
	}
	return statement
}

// source counts in the order of an index, so that the engine groups what it reads
// without keeping it. What is open at a day is asked in two halves, not ended and
// ended later: each walks an index over the few, where an OR would walk over
// everything that ever began; the COALESCE keeps the planner off that index too.
func (f *family) source(c register.Count) string {
	what := "count(*) AS n"
	if c.Sum != "" {
		what = "sum(" + c.Sum + ") AS n"
	}
	begin := "SELECT " + strings.Join(append(slices.Clone(f.fields), what), ", ") + " FROM " + c.Register + " WHERE "
	p := c.Period
	if p.Kind != register.OpenBefore && p.Kind != register.OpenAfter {
		return begin + countedWhere(p) + " GROUP BY " + strings.Join(append([]string{p.From}, f.fields...), ", ")
	}
	begun, later := " <= $3", " > $4"
	if p.Kind == register.OpenBefore {
		begun, later = " < $3", " >= $4"
	}
	half := begin + "site_id = $1 AND organ_id = $2 AND voided = FALSE AND COALESCE(" + p.From + ", '9999') " + begun + " AND " + p.Until
	by := ""
	if len(f.fields) > 0 {
		by = " GROUP BY " + strings.Join(f.fields, ", ")
	}
	return half + " IS NULL" + by + " UNION ALL " + half + later + by
}

// countedWhere selects the records of a period: $1 site, $2 organ, $3 and $4 as
// periodArgs gives them. It says in SQL what register.Count.Matches says in Go.
func countedWhere(p register.Period) string {
	of := "site_id = $1 AND organ_id = $2 AND voided = FALSE AND "
	switch p.Kind {
	case register.Within:
		return of + p.From + " >= $3 AND " + p.From + " <= $4"
	case register.OpenBefore:
		return of + p.From + " < $3 AND (" + p.Until + " IS NULL OR " + p.Until + " >= $4)"
	case register.OpenAfter:
		return of + p.From + " <= $3 AND (" + p.Until + " IS NULL OR " + p.Until + " > $4)"
	default:
		return of + p.From + " >= $3 AND " + p.From + " <= $4"
	}
}

func periodArgs(p register.Period, year int) []any {
	first, last := register.Bounds(year)
	switch p.Kind {
	case register.Within:
		return []any{first, last}
	case register.OpenBefore:
		return []any{first, first}
	case register.OpenAfter:
		return []any{last, last}
	default:
		return []any{int64(year), int64(year)}
	}
}

// totals answers every count with one statement for each family among them.
func totals(ctx context.Context, q Queryer, siteID, organID string, year int, counts []register.Count) ([]int64, error) {
	sums := make([]int64, len(counts))
	byFamily := make(map[string][]int)
	var order []string
	for i, c := range counts {
		key := familyKey(c)
		if families[key] == nil {
			return nil, fmt.Errorf("count of %s %v has no statement: it belongs to no figure", c.Register, c.Period)
		}
		if byFamily[key] == nil {
			order = append(order, key)
		}
		byFamily[key] = append(byFamily[key], i)
	}
	for _, key := range order {
		err := families[key].add(ctx, q, siteID, organID, year, counts, byFamily[key], sums)
		if err != nil {
			return nil, fmt.Errorf("count %s: %w", key, err)
		}
	}
	return sums, nil
}

// add runs the family's statement and gives each group to the counts it belongs to.
func (f *family) add(ctx context.Context, q Queryer, siteID, organID string, year int, counts []register.Count, members []int, sums []int64) error {
	rows, err := q.QueryContext(ctx, f.totals, append([]any{siteID, organID}, periodArgs(f.period, year)...)...)
	if err != nil {
		return err
	}
	defer rows.Close()
	values := make([]string, len(f.fields))
	var n int64
	into := make([]any, 0, len(values)+1)
	for i := range values {
		into = append(into, &values[i])
	}
	into = append(into, &n)
	for rows.Next() {
		err = rows.Scan(into...)
		if err != nil {
			return err
		}
		for _, i := range members {
			if f.holds(counts[i], values) {
				sums[i] += n
			}
		}
	}
	return rows.Err()
}

func (f *family) holds(c register.Count, values []string) bool {
	for _, w := range c.Where {
		if !slices.Contains(w.Values, values[slices.Index(f.fields, w.Field)]) {
			return false
		}
	}
	return true
}

// drilldowns list the records behind a count: a statement for each shape of count,
// that is register, period and how many values each field may have.
var drilldowns = makeDrilldowns(annualreport.Counts())

func makeDrilldowns(all []register.Count) map[string]*statement {
	made := make(map[string]*statement)
	for _, c := range all {
		key := shape(c)
		if made[key] == nil {
			made[key] = text(drilldownSQL(c))
		}
	}
	return made
}

func shape(c register.Count) string {
	key := familyKey(c)
	for _, w := range c.Where {
		key += "|" + w.Field + strconv.Itoa(len(w.Values))
	}
	return key
}

func drilldownSQL(c register.Count) string {
	d, _ := register.ByName(c.Register)
	n := 5
	where := countedWhere(c.Period)
	for _, w := range c.Where {
		where += " AND COALESCE(" + w.Field + ", '') IN (" + placeholders(n, len(w.Values)) + ")"
		n += len(w.Values)
	}
	if len(c.Where) > 0 && slices.ContainsFunc(c.Where, func(w register.Any) bool { return len(w.Values) == 0 }) {
		where = countedWhere(c.Period) + " AND 1 = 0"
		n = 5
	}
	return "SELECT version, " + strings.Join(columns(d), ", ") + " FROM " + c.Register + " WHERE " + where +
		fmt.Sprintf(" AND ($%d = '' OR number < $%d) ORDER BY number DESC LIMIT $%d", n, n, n+1)
}

func (r registerReader) counted(ctx context.Context, d register.Definition, q register.Query) ([]register.Record, string, error) {
	s := drilldowns[shape(*q.Count)]
	if s == nil {
		return nil, "", fmt.Errorf("count of %s belongs to no figure", d.Name)
	}
	q.Limit = max(q.Limit, 1) // an empty page would have no end
	args := append([]any{q.SiteID, q.OrganID}, periodArgs(q.Count.Period, q.Year)...)
	if !slices.ContainsFunc(q.Count.Where, func(w register.Any) bool { return len(w.Values) == 0 }) {
		for _, w := range q.Count.Where {
			for _, value := range w.Values {
				args = append(args, value)
			}
		}
	}
	rows, err := r.q.QueryContext(ctx, s, append(args, q.After, q.Limit+1)...)
	if err != nil {
		return nil, "", err
	}
	return scanPage(d, q, rows)
}
