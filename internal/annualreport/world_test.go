package annualreport_test

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"gongkai/internal/annualreport"
	"gongkai/internal/annualreport/collection"
	"gongkai/internal/demo"
	"gongkai/internal/fault"
	"gongkai/internal/organ"
	"gongkai/internal/register"
	"gongkai/internal/store"
	"gongkai/internal/store/storetest"
	"gongkai/law/workday"
)

func TestMain(m *testing.M) { storetest.Main(m) }

// world is a database with the services over it, as the program wires them.
type world struct {
	t         *testing.T
	db        *store.DB
	url       string
	organs    *organ.Service
	registers *register.Service
	reports   *annualreport.Service
}

// ticking is a clock that moves with every look at it, so that what happens later
// is later.
func ticking(from time.Time) func() time.Time {
	var mu sync.Mutex
	return func() time.Time {
		mu.Lock()
		defer mu.Unlock()
		from = from.Add(time.Millisecond)
		return from
	}
}

// morning is when the demonstration is seeded; tests begin a day later.
var morning = time.Date(2025, 1, 16, 1, 0, 0, 0, time.UTC)

func wired(db *store.DB, now func() time.Time) world {
	n := 0
	newID := func() string { n++; return "person" + string(rune('a'+n)) }
	return world{
		db: db, organs: organ.NewService(store.NewOrgans(db), now, newID),
		registers: register.NewService(store.NewRegisters(db), annualreport.Touches, now),
		reports:   annualreport.NewService(store.NewReports(db), workday.National(), now),
	}
}

func seed(ctx context.Context, db *store.DB, now func() time.Time) error {
	w := wired(db, now)
	return demo.Seed(ctx, demo.Services{
		Organs: w.organs, Registers: w.registers, Reports: w.reports, Collections: collection.NewService(store.NewCollections(db), now),
	})
}

// seeded is a database file with the demonstration: tests copy it.
var seeded = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "annualreport-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	path, now := filepath.Join(dir, "demo.db"), ticking(morning)
	db, err := store.Open(context.Background(), path, store.Options{Now: now})
	if err != nil {
		return nil, err
	}
	err = errors.Join(db.Migrate(context.Background()), seed(context.Background(), db, now), db.Close())
	if err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

// newWorld gives the test the demonstration on SQLite for itself.
func newWorld(t *testing.T) world {
	t.Helper()
	content, err := seeded()
	if err != nil {
		t.Fatalf("seed the demonstration: %v", err)
	}
	path := filepath.Join(t.TempDir(), "test.db")
	err = os.WriteFile(path, content, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	now := ticking(morning.AddDate(0, 0, 1))
	db, err := store.Open(t.Context(), path, store.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		err := db.Close()
		if err != nil {
			t.Errorf("Close(%s): %v", path, err)
		}
	})
	w := wired(db, now)
	w.t, w.url = t, path
	return w
}

// onBothEngines runs a test on the demonstration on each engine.
func onBothEngines(t *testing.T, test func(t *testing.T, w world)) {
	t.Helper()
	now := ticking(morning)
	for _, engine := range storetest.EnginesWith(t, store.Options{Now: now}) {
		t.Run(engine.Name, func(t *testing.T) {
			if engine.Name == "sqlite" {
				test(t, newWorld(t))
				return
			}
			err := seed(t.Context(), engine.DB, now)
			if err != nil {
				t.Fatalf("seed the demonstration: %v", err)
			}
			w := wired(engine.DB, now)
			w.t, w.url = t, engine.URL
			test(t, w)
		})
	}
}

// person is the sample account with that login.
func (w world) person(siteID, login string) organ.Person {
	w.t.Helper()
	for _, a := range demo.Accounts() {
		if a.Site.ID == siteID && a.Person.Login == login {
			return a.Person
		}
	}
	w.t.Fatalf("the demonstration has no account %s in %s", login, siteID)
	return organ.Person{}
}

// run changes the database behind the system's back.
func (w world) run(statement string, args ...any) {
	w.t.Helper()
	driver := "sqlite"
	if w.db.Engine() == "postgres" {
		driver = "pgx"
	}
	db, err := sql.Open(driver, w.url)
	if err != nil {
		w.t.Fatal(err)
	}
	defer db.Close()
	result, err := db.ExecContext(w.t.Context(), statement, args...)
	if err != nil {
		w.t.Fatalf("%s: %v", statement, err)
	}
	n, err := result.RowsAffected()
	if err != nil || n == 0 {
		w.t.Fatalf("%s: %d rows, %v, want some", statement, n, err)
	}
}

// setToday moves the site's date.
func (w world) setToday(siteID, today string) {
	w.t.Helper()
	sites, err := w.organs.Reader().Sites(w.t.Context())
	if err != nil {
		w.t.Fatal(err)
	}
	for _, s := range sites {
		if s.ID == siteID {
			s.Today = today
			w.must(w.organs.SaveSite(w.t.Context(), organ.System, s))
		}
	}
}

func (w world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

func (w world) preview(k annualreport.Key, actor organ.Person) annualreport.View {
	w.t.Helper()
	view, err := w.reports.Preview(w.t.Context(), actor, k)
	if err != nil {
		w.t.Fatalf("Preview(%+v) = %v", k, err)
	}
	return view
}

// refusal is the code of the rule that refuses, "" when nothing does.
func refusal(err error) string {
	var rule *fault.Rule
	if errors.As(err, &rule) {
		return rule.Code
	}
	if err != nil {
		return "not a refusal: " + err.Error()
	}
	return ""
}

// town2024 is the report that the demonstration leaves to be finished, and its key.
var town2024 = annualreport.Key{SiteID: "330483", OrganID: "330483-town", Year: 2024}

// town2023 is the published one of the year before.
var town2023 = annualreport.Key{SiteID: "330483", OrganID: "330483-town", Year: 2023}
