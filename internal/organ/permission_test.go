package organ_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkai/internal/organ"
)

var update = flag.Bool("update", false, "write the golden files anew")

// actions are all that pages and commands ask about.
var actions = []organ.Action{
	organ.ReadRegister, organ.WriteRegister, organ.ReadPrivate, organ.ReadReport, organ.DrawUpReport, organ.CheckReport,
	organ.SignReport, organ.SubmitReport, organ.PublishReport, organ.ReviewReport, organ.RollUp, organ.VerifyReport,
	organ.CollectReports, organ.ReadAudit, organ.ManageOrgans, organ.ManagePeople,
}

// places are the organs asked about by somebody with a role at “town”, which stands
// below “county” and has “village” below it.
var places = []struct {
	name, site string
	chain      []string
}{
	{"own", "s", []string{"town", "county"}},
	{"below", "s", []string{"village", "town", "county"}},
	{"above", "s", []string{"county"}},
	{"sibling", "s", []string{"bureau", "county"}},
	{"unknown", "s", nil},
	{"other site", "t", []string{"town", "county"}},
}

// TestPermissions holds the whole table: every role, action and place.
func TestPermissions(t *testing.T) {
	var b strings.Builder
	fmt.Fprintf(&b, "# What each role at an organ may do there and at organs beside it; - is refused.\n")
	for _, role := range organ.Roles {
		p := organ.Person{SiteID: "s", OrganID: "town", Grants: []organ.Grant{{Role: role, OrganID: "town"}}}
		for _, action := range actions {
			fmt.Fprintf(&b, "%-14s %-22s", role, action)
			for _, place := range places {
				word := "-"
				if p.May(action, place.site, place.chain) {
					word = place.name
				}
				fmt.Fprintf(&b, " %s", word)
			}
			b.WriteByte('\n')
		}
	}
	path := filepath.Join("testdata", "permissions.txt")
	if *update {
		err := os.WriteFile(path, []byte(b.String()), 0o644)
		if err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	got, lines := strings.Split(b.String(), "\n"), strings.Split(string(want), "\n")
	for i := range max(len(got), len(lines)) {
		is, was := at(got, i), at(lines, i)
		if is != was {
			t.Errorf("permissions line %d = %q, want %q (run with -update and read the difference)", i+1, is, was)
		}
	}
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}

func TestWhatNoLineAllowsIsRefused(t *testing.T) {
	everything := organ.Person{SiteID: "s"}
	for _, role := range organ.Roles {
		everything.Grants = append(everything.Grants, organ.Grant{Role: role, OrganID: "town"})
	}
	chain := []string{"town"}
	for _, c := range []struct {
		what   string
		p      organ.Person
		action organ.Action
		want   bool
	}{
		{"a known action", everything, organ.SignReport, true},
		{"an unknown action", everything, "report.erase", false},
		{"no action", everything, "", false},
		{"no role", organ.Person{SiteID: "s", OrganID: "town"}, organ.ReadReport, false},
		{"an unknown role", organ.Person{SiteID: "s", Grants: []organ.Grant{{Role: "root", OrganID: "town"}}}, organ.ReadReport, false},
		{"a role at no organ", organ.Person{SiteID: "s", Grants: []organ.Grant{{Role: organ.Supervisor}}}, organ.ReadReport, false},
		{"nobody", organ.Person{}, organ.ReadReport, false},
		{"the command line, which is asked about elsewhere", organ.System, organ.ReadReport, false},
	} {
		if got := c.p.May(c.action, "s", chain); got != c.want {
			t.Errorf("%s: May(%q) = %v, want %v", c.what, c.action, got, c.want)
		}
	}
	disabled := everything
	disabled.Disabled = true
	for _, action := range actions {
		if disabled.May(action, "s", chain) {
			t.Errorf("a disabled person: May(%s) = true, want false", action)
		}
	}
}

// TestNobodyDoesAllSteps: drawing up, checking and signing are three roles.
func TestNobodyDoesAllSteps(t *testing.T) {
	for _, role := range organ.Roles {
		p := organ.Person{SiteID: "s", Grants: []organ.Grant{{Role: role, OrganID: "town"}}}
		n := 0
		for _, step := range []organ.Action{organ.DrawUpReport, organ.CheckReport, organ.SignReport, organ.ReviewReport} {
			if p.May(step, "s", []string{"town"}) {
				n++
			}
		}
		if n > 1 {
			t.Errorf("%s alone may take %d of the steps that want different people", role, n)
		}
		if !p.Has(role) || p.Has("other") || organ.RoleLabels[role] == "" {
			t.Errorf("%s: Has = %v, label %q", role, p.Has(role), organ.RoleLabels[role])
		}
	}
}
