package organ_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"gongkai/internal/audit"
	"gongkai/internal/fault"
	"gongkai/internal/organ"
	"gongkai/internal/store"
	"gongkai/internal/store/storetest"
)

const (
	site   = "330483"
	county = "330483-county"
	town   = "330483-town"
)

// world is a county with a town and a bureau on a real database, with a clock that
// moves when it is told to.
type world struct {
	testing.TB
	db    *store.DB
	s     *organ.Service
	clock *time.Time
	admin organ.Person // of the whole county
}

func newWorld(t testing.TB) world {
	t.Helper()
	now := time.Date(2025, 1, 16, 4, 0, 0, 0, time.UTC)
	w := world{TB: t, clock: &now, admin: administrator(county)}
	w.db = storetest.SQLite(t, store.Options{Now: func() time.Time { return *w.clock }})
	n := 0
	w.s = organ.NewService(store.NewOrgans(w.db), func() time.Time { return *w.clock }, func() string {
		n++
		return fmt.Sprintf("id%03d", n)
	})
	w.ok(w.s.AddSite(t.Context(), organ.Site{ID: site, Name: "桐乡市", Host: "tongxiang.example", RootID: county}, []organ.Organ{
		{ID: county, Kind: organ.CountyGovernment, Name: "桐乡市人民政府", ShortName: "桐乡市"},
		{ID: town, ParentID: county, Kind: organ.Town, Name: "洲泉镇人民政府", ShortName: "洲泉镇", Aliases: []string{"桐乡市洲泉镇"}},
		{ID: "330483-bureau", ParentID: county, Kind: organ.Department, Name: "桐乡市财政局", ShortName: "财政局"},
	}))
	w.ok(w.s.AddPeople(t.Context(), organ.System, []organ.Person{
		w.admin, administrator(town),
		{ID: "p-clerk", SiteID: site, OrganID: town, Login: "town-clerk", Name: "周小满", Grants: []organ.Grant{{Role: organ.Clerk, OrganID: town}}},
	}, cheap("demo-gongkai")))
	return w
}

func administrator(organID string) organ.Person {
	return organ.Person{
		ID: "admin-" + organID, SiteID: site, OrganID: organID, Login: "admin-" + organID, Name: "吴寒露",
		Grants: []organ.Grant{{Role: organ.Administrator, OrganID: organID}},
	}
}

func (w world) ok(err error) {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
}

func (w world) organ(id string) organ.Organ {
	w.Helper()
	o, err := w.s.Reader().Organ(w.Context(), site, id)
	w.ok(err)
	return o
}

func (w world) trail(kind, id string) []audit.Entry {
	w.Helper()
	entries, err := w.db.AuditOfObject(w.Context(), site, kind, id, store.AuditPosition{}, 100)
	w.ok(err)
	return entries
}

// refusal is the code and the kind of an error.
func refusal(err error) (string, error) {
	var rule *fault.Rule
	if errors.As(err, &rule) {
		return rule.Code, rule.Kind
	}
	return "", fault.Kind(err)
}

// refused reports an error whose kind and code are not those wanted; a nil kind
// wants success.
func (w world) refused(what string, err, kind error, code string) {
	w.Helper()
	gotCode, gotKind := refusal(err)
	if !errors.Is(gotKind, kind) || gotCode != code || kind == nil && err != nil {
		w.Errorf("%s = %v, want %v %s", what, err, kind, code)
	}
}

func TestRenameKeepsAliasAndHistory(t *testing.T) {
	w := newWorld(t)
	o := w.organ(town)
	o.Name, o.Telephone = "洲泉街道办事处", "0573-1"
	w.refused("rename without a day", w.s.SaveOrgan(t.Context(), w.admin, o, "", "桐政函〔2025〕1号"), fault.Invalid, "date-impossible")
	w.refused("rename on 2025-02-30", w.s.SaveOrgan(t.Context(), w.admin, o, "2025-02-30", ""), fault.Invalid, "date-impossible")
	w.refused("rename", w.s.SaveOrgan(t.Context(), w.admin, o, "2025-03-01", "桐政函〔2025〕1号"), nil, "")
	got := w.organ(town)
	if got.Name != "洲泉街道办事处" || !slices.Equal(got.Aliases, []string{"桐乡市洲泉镇", "洲泉镇人民政府"}) || got.Telephone != "0573-1" {
		t.Errorf("after the rename %+v, want the new name and the old one among the aliases", got)
	}
	changes, err := w.s.Reader().Changes(t.Context(), site, town)
	if err != nil || len(changes) != 1 || changes[0].Kind != "renamed" || changes[0].On != "2025-03-01" ||
		changes[0].Detail != "洲泉镇人民政府 → 洲泉街道办事处" || changes[0].Document != "桐政函〔2025〕1号" {
		t.Errorf("history = %+v, %v, want the rename with both names, day and document", changes, err)
	}
	got.Head = "郑谷雨"
	w.refused("a change without rename", w.s.SaveOrgan(t.Context(), w.admin, got, "", ""), nil, "")
	if again := w.organ(town); len(again.Aliases) != 2 || again.Head != "郑谷雨" {
		t.Errorf("after a change without rename %+v, want the aliases as they were", again)
	}
	if entries := w.trail("organ", town); len(entries) != 2 || entries[1].Action != "organ.save" || entries[1].ActorID != w.admin.ID {
		t.Errorf("trail = %+v, want both changes", entries)
	}
}

func TestMergeEndsAnOrgan(t *testing.T) {
	w := newWorld(t)
	merge := func(actor organ.Person, id, into, on string) error {
		return w.s.Merge(t.Context(), actor, site, id, into, on, "桐编〔2025〕3号")
	}
	w.refused("Merge into itself", merge(w.admin, town, town, "2025-06-30"), fault.Conflict, "organ-merge-impossible")
	w.refused("Merge on no day", merge(w.admin, town, county, "soon"), fault.Invalid, "date-impossible")
	w.refused("Merge of what is not there", merge(organ.System, "gone", county, "2025-06-30"), fault.NotFound, "")
	w.refused("Merge into what is not there", merge(w.admin, town, "gone", "2025-06-30"), fault.NotFound, "")
	w.refused("Merge by a clerk", merge(organ.Person{ID: "x", SiteID: site, Grants: []organ.Grant{{Role: organ.Clerk, OrganID: town}}}, town, county, "2025-06-30"), fault.Forbidden, "forbidden")
	w.refused("Merge", merge(w.admin, town, "330483-bureau", "2025-06-30"), nil, "")
	if o := w.organ(town); o.AbolishedOn != "2025-06-30" || !o.ExistedIn(2025) || o.ExistedIn(2026) {
		t.Errorf("after the merger %+v, want it to have existed in 2025 for the last time", o)
	}
	changes, err := w.s.Reader().Changes(t.Context(), site, town)
	if err != nil || len(changes) != 1 || changes[0].Kind != "merged" || changes[0].OtherID != "330483-bureau" || changes[0].Detail != "洲泉镇人民政府 并入 桐乡市财政局" {
		t.Errorf("history = %+v, %v, want the merger", changes, err)
	}
	w.refused("Merge again", merge(w.admin, town, county, "2025-07-01"), fault.Conflict, "organ-merge-impossible")
	w.refused("Merge into an organ that is no more", merge(w.admin, "330483-bureau", town, "2025-07-01"), fault.Conflict, "organ-merge-impossible")
}

func TestAddAndMoveOrgans(t *testing.T) {
	w := newWorld(t)
	add := func(actor organ.Person, parent, name string) (organ.Organ, error) {
		return w.s.AddOrgan(t.Context(), actor, organ.Organ{SiteID: site, ParentID: parent, Kind: organ.Department, Name: name, ShortName: name})
	}
	station, err := add(w.admin, town, "洲泉镇文化站")
	w.refused("AddOrgan", err, nil, "")
	_, err = add(w.admin, county, "桐乡市财政局")
	w.refused("AddOrgan of a taken name", err, fault.Conflict, "organ-name-taken")
	_, err = add(administrator(town), county, "某局")
	w.refused("AddOrgan beside one's own", err, fault.Forbidden, "forbidden")
	_, err = add(w.admin, "", "某市")
	w.refused("AddOrgan at the root", err, fault.Forbidden, "forbidden")

	move := func(actor organ.Person, id, parent string) error {
		o := w.organ(id)
		o.ParentID = parent
		return w.s.SaveOrgan(t.Context(), actor, o, "", "")
	}
	w.refused("a town below its own station", move(w.admin, town, station.ID), fault.Invalid, "")
	w.refused("a town below itself", move(w.admin, town, town), fault.Invalid, "")
	w.refused("a town below what is not there", move(organ.System, town, "gone"), fault.NotFound, "")
	w.refused("a town out of its administrator's reach", move(administrator(town), town, "330483-bureau"), fault.Forbidden, "forbidden")
	w.refused("a station below the bureau", move(w.admin, station.ID, "330483-bureau"), nil, "")
	if got := w.organ(station.ID).ParentID; got != "330483-bureau" {
		t.Errorf("the station stands below %s, want the bureau", got)
	}
}

func TestPeople(t *testing.T) {
	w := newWorld(t)
	add := func(actor organ.Person, p organ.Person, password string) (organ.Person, error) {
		p.SiteID = site
		return w.s.AddPerson(t.Context(), actor, p, password)
	}
	p, err := add(w.admin, organ.Person{
		OrganID: town, Login: "li", Name: "李秋分",
		Grants: []organ.Grant{{Role: organ.Reviewer, OrganID: town}, {Role: organ.Reviewer, OrganID: town}},
	}, "long enough")
	w.refused("AddPerson with a role named twice", err, nil, "")
	got, err := w.s.Reader().Person(t.Context(), site, p.ID)
	if err != nil || got.Name != "李秋分" || len(got.Grants) != 1 || !got.Has(organ.Reviewer) {
		t.Errorf("Person(%s) = %+v, %v, want the reviewer", p.ID, got, err)
	}
	for _, c := range []struct {
		what     string
		actor    organ.Person
		p        organ.Person
		password string
		kind     error
		code     string
	}{
		{"a login that is taken", w.admin, organ.Person{OrganID: town, Login: "li", Name: "李"}, "long enough", fault.Conflict, "login-taken"},
		{"no login", w.admin, organ.Person{OrganID: town, Login: "  ", Name: "李"}, "long enough", fault.Invalid, "person-incomplete"},
		{"no name", w.admin, organ.Person{OrganID: town, Login: "wang"}, "long enough", fault.Invalid, "person-incomplete"},
		{"a short password", w.admin, organ.Person{OrganID: town, Login: "wang", Name: "王"}, "short", fault.Invalid, "password-length"},
		{"by a clerk", organ.Person{ID: "p-clerk", SiteID: site, Grants: []organ.Grant{{Role: organ.Clerk, OrganID: town}}}, organ.Person{OrganID: town, Login: "wang", Name: "王"}, "long enough", fault.Forbidden, "forbidden"},
		{"outside one's reach", administrator(town), organ.Person{OrganID: county, Login: "wang", Name: "王"}, "long enough", fault.Forbidden, "forbidden"},
		{"with a role outside one's reach", administrator(town), organ.Person{OrganID: town, Login: "wang", Name: "王", Grants: []organ.Grant{{Role: organ.Administrator, OrganID: county}}}, "long enough", fault.Forbidden, "forbidden"},
		{"with a role nobody knows", w.admin, organ.Person{OrganID: town, Login: "wang", Name: "王", Grants: []organ.Grant{{Role: "root", OrganID: town}}}, "long enough", fault.Invalid, ""},
		{"at no organ", w.admin, organ.Person{Login: "wang", Name: "王"}, "long enough", fault.Forbidden, "forbidden"},
	} {
		_, err := add(c.actor, c.p, c.password)
		w.refused("AddPerson, "+c.what, err, c.kind, c.code)
	}
	people, err := w.s.Reader().People(t.Context(), site)
	if err != nil || len(people) != 4 {
		t.Errorf("People = %d, %v, want the three of before and one more", len(people), err)
	}
	for _, e := range w.trail("person", p.ID) {
		if strings.Contains(string(e.After), "argon2") || strings.Contains(string(e.After), "long enough") {
			t.Errorf("the trail holds a password: %s", e.After)
		}
	}
}

func TestNobodyRaisesThemselves(t *testing.T) {
	w := newWorld(t)
	me := administrator(town)
	saved := func(actor organ.Person, change func(*organ.Person)) error {
		p, err := w.s.Reader().Person(t.Context(), site, me.ID)
		w.ok(err)
		change(&p)
		return w.s.SavePerson(t.Context(), actor, p)
	}
	raise := func(p *organ.Person) {
		p.Grants = append(p.Grants, organ.Grant{Role: organ.Administrator, OrganID: county})
	}
	w.refused("SavePerson with a role at the county", saved(me, raise), fault.Forbidden, "forbidden")
	w.refused("SavePerson into the county", saved(me, func(p *organ.Person) { p.OrganID = county }), fault.Forbidden, "forbidden")
	w.refused("SavePerson without a name", saved(me, func(p *organ.Person) { p.Name = " " }), fault.Invalid, "person-incomplete")
	w.refused("SavePerson with a role in one's reach", saved(me, func(p *organ.Person) { p.Grants = append(p.Grants, organ.Grant{Role: organ.Auditor, OrganID: town}) }), nil, "")
	w.refused("the same by the county", saved(w.admin, raise), nil, "")
	w.refused("a role that was there stays when somebody below saves", saved(me, func(p *organ.Person) { p.Post = "主任" }), nil, "")
	p, err := w.s.Reader().Person(t.Context(), site, me.ID)
	if err != nil || len(p.Grants) != 3 || p.Post != "主任" {
		t.Errorf("Person = %+v, %v, want three roles and the post", p, err)
	}
}

func TestSetPassword(t *testing.T) {
	w := newWorld(t)
	clerk, err := w.s.Reader().Person(t.Context(), site, "p-clerk")
	w.ok(err)
	set := func(actor organ.Person, id, password string) error {
		return w.s.SetPassword(t.Context(), actor, site, id, password)
	}
	w.refused("one's own password", set(clerk, "p-clerk", "my new password"), nil, "")
	w.refused("somebody else's password", set(clerk, "admin-"+county, "my new password"), fault.Forbidden, "forbidden")
	w.refused("the superior's password", set(administrator(town), "admin-"+county, "my new password"), fault.Forbidden, "forbidden")
	w.refused("a short password", set(clerk, "p-clerk", "short"), fault.Invalid, "password-length")
	w.refused("the password of nobody", set(w.admin, "gone", "my new password"), fault.NotFound, "")
	_, err = w.s.Login(t.Context(), site, "town-clerk", "my new password")
	w.refused("Login with the new password", err, nil, "")
	_, err = w.s.Login(t.Context(), site, "town-clerk", "demo-gongkai")
	w.refused("Login with the old password", err, fault.Forbidden, "login-failed")
}

func TestSiteIsSavedByItsAdministrator(t *testing.T) {
	w := newWorld(t)
	changed := organ.Site{ID: site, Name: "桐乡市政府信息公开平台", Host: "tongxiang.example", RootID: county, Today: "2025-01-16"}
	w.refused("SaveSite by the town", w.s.SaveSite(t.Context(), administrator(town), changed), fault.Forbidden, "forbidden")
	w.refused("SaveSite", w.s.SaveSite(t.Context(), w.admin, changed), nil, "")
	sites, err := w.s.Reader().Sites(t.Context())
	if err != nil || len(sites) != 1 || sites[0] != changed {
		t.Errorf("Sites = %+v, %v, want %+v", sites, err, changed)
	}
}
