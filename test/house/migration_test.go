package house

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var migrationName = regexp.MustCompile(`^(\d{4})_([a-z][a-z0-9_]*?)(\.sqlite|\.postgres)?\.sql$`)

// migrationFaults says what is wrong with the names of the migrations: they count
// from 0001 without a gap, and one is either shared or a pair, one for each engine.
func migrationFaults(names []string) []string {
	var faults []string
	engines := map[string][]string{} // "0001_trail" → the endings that stand for it
	numbers := map[string]string{}
	for _, name := range names {
		m := migrationName.FindStringSubmatch(name)
		if m == nil {
			faults = append(faults, name+" is not named like 0007_concept.sql")
			continue
		}
		stem := m[1] + "_" + m[2]
		if other, taken := numbers[m[1]]; taken && other != stem {
			faults = append(faults, fmt.Sprintf("%s has the number of %s", name, other))
		}
		numbers[m[1]] = stem
		engines[stem] = append(engines[stem], m[3])
	}
	for i := range len(numbers) {
		number := fmt.Sprintf("%04d", i+1)
		if _, there := numbers[number]; !there {
			faults = append(faults, "there is no migration "+number)
		}
	}
	for stem, endings := range engines {
		slices.Sort(endings)
		if !slices.Equal(endings, []string{""}) && !slices.Equal(endings, []string{".postgres", ".sqlite"}) {
			faults = append(faults, fmt.Sprintf("%s is neither one shared file nor a pair: %q", stem, endings))
		}
	}
	slices.Sort(faults)
	return faults
}

func TestMigrationsAreGapless(t *testing.T) {
	var names []string
	for _, f := range files(t, ".sql") {
		if path.Dir(f.path) == "internal/store/migrations" {
			names = append(names, path.Base(f.path))
		}
	}
	if len(names) == 0 {
		t.Fatal("there are no migrations")
	}
	for _, fault := range migrationFaults(names) {
		t.Error(fault)
	}
}

func TestMigrationFaults(t *testing.T) {
	for _, c := range []struct{ names, want string }{
		{"0001_a.sqlite.sql 0001_a.postgres.sql 0002_b.sql", ""},
		{"0001_a.sql 0003_b.sql", "there is no migration 0002"},
		{"0001_a.sql 0001_b.sql", "0001_b.sql has the number of 0001_a"},
		{"0001_a.sqlite.sql", `0001_a is neither one shared file nor a pair: [".sqlite"]`},
		{"0001_a.sql 2_b.sql", "2_b.sql is not named like 0007_concept.sql"},
	} {
		got := strings.Join(migrationFaults(strings.Fields(c.names)), "; ")
		if got != c.want {
			t.Errorf("migrationFaults(%s) = %q, want %q", c.names, got, c.want)
		}
	}
}
