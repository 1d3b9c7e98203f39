package demo_test

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
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
	"gongkai/law/tally"
	"gongkai/law/workday"
)

func TestMain(m *testing.M) { storetest.Main(m) }

func services(db *store.DB) demo.Services {
	return demo.Services{
		Organs:      organ.NewService(store.NewOrgans(db), time.Now, func() string { return "" }),
		Registers:   register.NewService(store.NewRegisters(db), annualreport.Touches, time.Now),
		Reports:     annualreport.NewService(store.NewReports(db), workday.National(), time.Now),
		Collections: collection.NewService(store.NewCollections(db), time.Now),
	}
}

func TestSeedFillsAnInstallation(t *testing.T) {
	for _, engine := range storetest.Engines(t) {
		t.Run(engine.Name, func(t *testing.T) {
			s := services(engine.DB)
			err := demo.Seed(t.Context(), s)
			if err != nil {
				t.Fatalf("Seed() = %v", err)
			}
			sites, err := s.Organs.Reader().Sites(t.Context())
			if err != nil || len(sites) != demo.Sites {
				t.Errorf("Sites() = %d, %v, want %d", len(sites), err, demo.Sites)
			}
			organs, err := s.Organs.Reader().Organs(t.Context(), "")
			if err != nil || len(organs) != demo.Sites+5 {
				t.Errorf("Organs() = %d, %v, want a government for each site and five organs", len(organs), err)
			}
			for _, o := range organs {
				if !o.Demo {
					t.Errorf("%s is not marked 演示, but its records are made up", o.Name)
				}
			}
			for _, site := range sites {
				if site.Today == "" || !strings.Contains(site.Name, "演示") {
					t.Errorf("site %s has the date %q, want a fixed one and 演示 in its name", site.Name, site.Today)
				}
			}
			err = demo.Seed(t.Context(), s)
			if !errors.Is(err, fault.Conflict) {
				t.Errorf("Seed() a second time = %v, want a conflict", err)
			}
			compareStates(t, s)
		})
	}
}

// compareStates looks at how far each report has been carried, after a second
// seeding was refused.
func compareStates(t *testing.T, s demo.Services) {
	t.Helper()
	want := map[string]annualreport.State{
		"330483-town 2023": annualreport.Published, "330483-town 2024": annualreport.Draft, "330683-bureau 2022": annualreport.Published,
		"330683-town 2022": annualreport.Submitted, "330881-town 2013": annualreport.Published,
	}
	got := map[string]annualreport.State{}
	for _, a := range demo.Accounts() {
		if !a.Person.Has(organ.Supervisor) {
			continue
		}
		for year := 2012; year <= 2025; year++ {
			board, err := s.Reports.Board(t.Context(), a.Person, annualreport.Key{SiteID: a.Site.ID, OrganID: a.Site.RootID, Year: year})
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range board {
				if row.Report.ID != "" {
					got[fmt.Sprintf("%s %d", row.ID, year)] = row.Report.State
				}
			}
		}
	}
	if !maps.Equal(got, want) {
		t.Errorf("reports = %v, want %v", got, want)
	}
}

func TestSampleAccountsLetPeopleIn(t *testing.T) {
	db := storetest.SQLite(t, store.Options{})
	s := services(db)
	err := demo.Seed(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	roles := map[string][]organ.Role{}
	for _, a := range demo.Accounts() {
		stored, err := s.Organs.Reader().Account(t.Context(), a.Site.ID, a.Person.Login)
		if err != nil || stored.Person.ID != a.Person.ID || stored.Person.Disabled {
			t.Errorf("Account(%s, %s) = %+v, %v, want %s", a.Site.ID, a.Person.Login, stored.Person, err, a.Person.ID)
			continue
		}
		if !slices.Equal(stored.Person.Grants, a.Person.Grants) {
			t.Errorf("Grants of %s = %v, want %v", a.Person.Login, stored.Person.Grants, a.Person.Grants)
		}
		for _, g := range a.Person.Grants {
			roles[a.Site.ID] = append(roles[a.Site.ID], g.Role)
		}
	}
	if len(roles) != demo.Sites {
		t.Errorf("sites with accounts = %d, want %d", len(roles), demo.Sites)
	}
	for site, held := range roles {
		for _, role := range organ.Roles {
			if !slices.Contains(held, role) {
				t.Errorf("site %s has no sample account of the role %s", site, role)
			}
		}
	}
	first := demo.Accounts()[0] // all share one hash
	p, err := s.Organs.Login(t.Context(), first.Site.ID, first.Person.Login, demo.Password)
	if err != nil || p.ID != first.Person.ID {
		t.Errorf("Login(%s) = %s, %v, want %s", first.Person.Login, p.ID, err, first.Person.ID)
	}
}

func gathered(t *testing.T, year, n int) [][]string {
	t.Helper()
	var rows [][]string
	err := demo.Requests(year, n).Rows(func(row register.SheetRow) error {
		if row.Line != len(rows)+1 {
			t.Errorf("row %d says that it is line %d", len(rows)+1, row.Line)
		}
		var cells []string
		for _, cell := range row.Cells {
			cells = append(cells, cell.Text)
		}
		rows = append(rows, cells)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// The made-up requests are the same every time, sound, and of every kind.
func TestRequestsAreSoundAndAlwaysTheSame(t *testing.T) {
	const n = 3000
	rows := gathered(t, 2024, n)
	if again := gathered(t, 2024, n); fmt.Sprint(rows) != fmt.Sprint(again) {
		t.Error("Requests(2024, 3000) gives other rows the second time")
	}
	if len(rows) != n+1 {
		t.Fatalf("rows = %d, want %d and a header", len(rows), n)
	}
	numbers, outcomes, applicants, open := map[string]bool{}, map[string]bool{}, map[string]bool{}, 0
	for _, cells := range rows[1:] {
		typed := map[string]string{}
		for i, name := range rows[0] {
			typed[name] = cells[i]
		}
		values, problems := register.Request.Parse(typed)
		if len(problems) > 0 {
			t.Errorf("request %v is not sound: %v", typed, problems)
		}
		numbers[values["number"]], applicants[values["applicant_kind"]] = true, true
		if values["decided_on"] == "" {
			open++
		}
		outcomes[values["outcome"]] = true
	}
	delete(outcomes, "")
	if len(numbers) != n || len(outcomes) != len(tally.Outcomes) || len(applicants) != len(tally.ApplicantKinds) || open == 0 {
		t.Errorf("%d numbers, %d outcomes, %d kinds of applicant, %d open, want %d, %d, %d and some",
			len(numbers), len(outcomes), len(applicants), open, n, len(tally.Outcomes), len(tally.ApplicantKinds))
	}
	stop := errors.New("stop")
	seen := 0
	err := demo.Requests(2024, n).Rows(func(register.SheetRow) error { seen++; return stop })
	if !errors.Is(err, stop) || seen != 1 {
		t.Errorf("Rows() with a reader that stops = %v after %d rows, want its error after the first", err, seen)
	}
}

// What the towns publish is published on days on which somebody is at work.
func TestItemsAreNotPublishedOnWeekends(t *testing.T) {
	db := storetest.SQLite(t, store.Options{})
	s := services(db)
	err := demo.Seed(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, a := range demo.Accounts() {
		if !a.Person.Has(organ.Clerk) {
			continue
		}
		q := register.Query{SiteID: a.Site.ID, OrganID: a.Person.OrganID, Limit: 5000}
		_, items, _, err := s.Registers.List(t.Context(), a.Person, "disclosure_item", q)
		if err != nil {
			t.Fatal(err)
		}
		for _, item := range items {
			seen++
			day, err := time.Parse(time.DateOnly, item.Value("published_on"))
			if err != nil || day.Weekday() == time.Saturday || day.Weekday() == time.Sunday {
				t.Errorf("%s was published on %s, %s", item.Number(), item.Value("published_on"), day.Weekday())
			}
		}
	}
	if want := 60 + 8 + 469 + 142 + 733 + 825; seen != want {
		t.Errorf("items = %d, want %d", seen, want)
	}
}
