package kill_test

import (
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"gongkai/internal/annualreport"
	"gongkai/internal/organ"
	"gongkai/internal/register"
	"gongkai/internal/store"
	"gongkai/law/workday"
)

// office is one town with the services over its database, as the program wires them.
type office struct {
	t         *testing.T
	db        *store.DB
	url       string
	town      string
	registers *register.Service
	reports   *annualreport.Service
}

const siteID = "kill"

// foundCounty makes the database and in it a site with a town for each strike.
func foundCounty(t *testing.T, url string, strikes int) {
	t.Helper()
	db, err := store.Open(t.Context(), url, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	organs := []organ.Organ{{ID: "county", Kind: organ.CountyGovernment, Name: "某县人民政府", ShortName: "某县"}}
	names := []rune("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥东南西北")
	for _, town := range []string{imported.town, signed.town} {
		for i := range strikes + 1 {
			name := string(names[len(organs)-1])
			organs = append(organs, organ.Organ{
				ID: fmt.Sprintf("%s%02d", town, i), ParentID: "county", Kind: organ.Town,
				Name: "某县" + name + "镇人民政府", ShortName: name + "镇", KeptSince: "2023-01-01",
			})
		}
	}
	service := organ.NewService(store.NewOrgans(db), time.Now, func() string { return "" })
	err = db.Migrate(t.Context())
	if err == nil {
		err = service.AddSite(t.Context(), organ.Site{ID: siteID, Name: "某县", Host: "kill.example", RootID: "county", Today: "2025-01-16", PublishUnaccepted: true}, organs)
	}
	err = errors.Join(err, db.Close())
	if err != nil {
		t.Fatal(err)
	}
}

func openOffice(t *testing.T, url, town string) office {
	t.Helper()
	db, err := store.Open(t.Context(), url, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	o := office{
		t: t, db: db, url: url, town: town,
		registers: register.NewService(store.NewRegisters(db), annualreport.Touches, time.Now),
		reports:   annualreport.NewService(store.NewReports(db), workday.National(), time.Now),
	}
	pending, err := db.Pending(t.Context())
	if err != nil || len(pending) != 0 {
		t.Fatalf("Pending() = %v, %v, want a migrated database", pending, err)
	}
	return o
}

func (o office) close() { o.must(o.db.Close()) }

func (o office) as(role organ.Role) organ.Person {
	return organ.Person{
		ID: o.town + string(role), SiteID: siteID, OrganID: o.town, Name: organ.RoleLabels[role],
		Grants: []organ.Grant{{Role: role, OrganID: o.town}},
	}
}

func (o office) key() annualreport.Key {
	return annualreport.Key{SiteID: siteID, OrganID: o.town, Year: 2024}
}

func (o office) must(err error) {
	o.t.Helper()
	if err != nil {
		o.t.Fatalf("%s: %v", o.town, err)
	}
}

// report is the newest edition as it is stored.
func (o office) report() annualreport.Report {
	o.t.Helper()
	r, err := o.reports.Open(o.t.Context(), o.as(organ.Clerk), o.key())
	o.must(err)
	return r
}

// count asks the database itself, beside the program. TOWN stands for the town.
func (o office) count(query string) int {
	o.t.Helper()
	driver := "sqlite"
	if o.db.Engine() == "postgres" {
		driver = "pgx"
	}
	db, err := sql.Open(driver, o.url)
	o.must(err)
	defer db.Close()
	var n int
	err = db.QueryRowContext(o.t.Context(), strings.ReplaceAll(query, "TOWN", "'"+o.town+"'")).Scan(&n)
	if err != nil {
		o.t.Fatalf("%s: %v", query, err)
	}
	return n
}

// agree complains when things that belong together are not all there, or all
// missing. It reports whether they are there.
func (o office) agree(queries map[string]int) bool {
	o.t.Helper()
	there, first := false, ""
	for query, whole := range queries {
		n := o.count(query)
		if n != 0 && n != whole {
			o.t.Errorf("%s: %s = %d, want %d or nothing", o.town, query, n, whole)
		}
		if first != "" && there != (n != 0) {
			o.t.Errorf("%s: %s = %d, but of %s there is %v", o.town, query, n, first, there)
		}
		there, first = n != 0, query
	}
	return there
}

// intact checks that the engine finds its own file whole.
func (o office) intact() {
	o.t.Helper()
	if o.db.Engine() == "sqlite" && o.count(`SELECT count(*) FROM pragma_quick_check WHERE quick_check <> 'ok'`) != 0 {
		o.t.Errorf("%s: SQLite finds its file broken", o.town)
	}
}

// settle waits until a server has noticed the death: it may still carry out what
// the process had sent.
func (o office) settle() {
	o.t.Helper()
	if o.db.Engine() != "postgres" {
		return
	}
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if o.count(`SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'`) == 0 {
			return
		}
	}
	o.t.Fatal("the server still works for the dead process after 20 seconds")
}
