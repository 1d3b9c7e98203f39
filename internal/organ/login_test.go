package organ_test

import (
	"errors"
	"sync"
	"testing"
	"time"

	"gongkai/internal/fault"
	"gongkai/internal/organ"
)

func (w world) login(login, password string) string {
	w.Helper()
	p, err := w.s.Login(w.Context(), site, login, password)
	if err == nil && p.Login == "" {
		w.Errorf("Login(%s) lets nobody in", login)
	}
	var rule *fault.Rule
	if err != nil && !errors.As(err, &rule) {
		w.Errorf("Login(%s) = %v, want a refusal", login, err)
		return err.Error()
	}
	if err != nil {
		return rule.Code
	}
	return "in"
}

func TestLoginTellsNobodyWhatWasWrong(t *testing.T) {
	w := newWorld(t)
	for _, c := range []struct{ login, password, want string }{
		{"town-clerk", "demo-gongkai", "in"},
		{" town-clerk ", "demo-gongkai", "in"},
		{"town-clerk", "wrong password", "login-failed"},
		{"town-clerk", "", "login-failed"},
		{"nobody", "demo-gongkai", "login-failed"},
		{"", "", "login-failed"},
		{"town-clerk' OR '1'='1", "demo-gongkai", "login-failed"},
	} {
		if got := w.login(c.login, c.password); got != c.want {
			t.Errorf("Login(%q, %q) = %s, want %s", c.login, c.password, got, c.want)
		}
	}
	_, unknown := w.s.Login(t.Context(), site, "nobody", "demo-gongkai")
	_, wrong := w.s.Login(t.Context(), site, "town-clerk", "wrong password")
	if unknown.Error() != wrong.Error() {
		t.Errorf("an unknown login says %q, a wrong password %q, want the same", unknown, wrong)
	}
	_, elsewhere := w.s.Login(t.Context(), "231084", "town-clerk", "demo-gongkai")
	if code, _ := refusal(elsewhere); code != "login-failed" {
		t.Errorf("Login at another site = %v, want login-failed", elsewhere)
	}
}

func TestLoginOfADisabledPerson(t *testing.T) {
	w := newWorld(t)
	p, err := w.s.Reader().Person(t.Context(), site, "p-clerk")
	w.ok(err)
	p.Disabled = true
	w.ok(w.s.SavePerson(t.Context(), w.admin, p))
	for _, password := range []string{"demo-gongkai", "wrong password"} {
		if got := w.login("town-clerk", password); got != "login-failed" {
			t.Errorf("Login of a disabled person with %q = %s, want login-failed", password, got)
		}
	}
}

func TestLoginLocksAfterFiveFailures(t *testing.T) {
	w := newWorld(t)
	for range 4 {
		w.login("town-clerk", "wrong password")
	}
	if got := w.login("town-clerk", "demo-gongkai"); got != "in" {
		t.Errorf("the right password after four wrong ones = %s, want in", got)
	}
	for i := range 5 {
		if got := w.login("town-clerk", "wrong password"); got != "login-failed" {
			t.Errorf("wrong password no. %d = %s, want login-failed", i+1, got)
		}
	}
	for _, c := range []struct {
		after time.Duration
		want  string
	}{{0, "login-locked"}, {14*time.Minute + 59*time.Second, "login-locked"}, {15 * time.Minute, "in"}} {
		start := *w.clock
		*w.clock = start.Add(c.after)
		if got := w.login("town-clerk", "demo-gongkai"); got != c.want {
			t.Errorf("the right password %v after five wrong ones = %s, want %s", c.after, got, c.want)
		}
		*w.clock = start
	}
	if got := w.login("admin-"+county, "demo-gongkai"); got != "in" {
		t.Errorf("another account meanwhile = %s, want in", got)
	}
	failed := 0
	for _, e := range w.trail("person", "p-clerk") {
		if e.Action == "person.login_failed" {
			failed++
		}
	}
	if failed != 9 {
		t.Errorf("the trail holds %d failed logins, want 9", failed)
	}
}

func TestLockIsToldInMinutesAndOpenedByANewPassword(t *testing.T) {
	w := newWorld(t)
	for range 5 {
		w.login("town-clerk", "wrong password")
	}
	*w.clock = w.clock.Add(10*time.Minute + time.Second)
	_, err := w.s.Login(t.Context(), site, "town-clerk", "demo-gongkai")
	var rule *fault.Rule
	if !errors.As(err, &rule) || len(rule.Args) != 1 || rule.Args[0].Value != "5" {
		t.Errorf("Login of a locked account = %v, want it to say 5 minutes", err)
	}
	w.ok(w.s.SetPassword(t.Context(), w.admin, site, "p-clerk", "a fresh password"))
	if got := w.login("town-clerk", "a fresh password"); got != "in" {
		t.Errorf("Login after an administrator set a password = %s, want in", got)
	}
}

// TestGuessesAtOnceAreAllCounted: whoever sends many guesses together must not get
// more tries than one who sends them in turn.
func TestGuessesAtOnceAreAllCounted(t *testing.T) {
	w := newWorld(t)
	var crowd sync.WaitGroup
	for range 12 {
		crowd.Go(func() {
			_, err := w.s.Login(t.Context(), site, "town-clerk", "wrong password")
			if err == nil {
				t.Error("a wrong password let somebody in")
			}
		})
	}
	crowd.Wait()
	if got := w.login("town-clerk", "demo-gongkai"); got != "login-locked" {
		t.Errorf("the right password after twelve wrong ones at once = %s, want login-locked", got)
	}
}

func TestUnreadableStoredHashLetsNobodyIn(t *testing.T) {
	w := newWorld(t)
	w.ok(w.s.AddPeople(t.Context(), organ.System, []organ.Person{{ID: "p-old", SiteID: site, OrganID: town, Login: "old", Name: "旧账号"}}, "md5:abc"))
	_, err := w.s.Login(t.Context(), site, "old", "demo-gongkai")
	if err == nil || fault.Kind(err) != nil {
		t.Errorf("Login with a hash nobody can read = %v, want a failure of ours", err)
	}
}
