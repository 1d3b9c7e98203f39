package fault_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"gongkai/internal/fault"
)

func TestKindSurvivesWrapping(t *testing.T) {
	late := fault.Refuse(fault.Conflict, "reply-already-given", "Art. 33", "on", "2026-03-02")
	var problems fault.Problems
	problems.Add("name", "missing", "")
	for _, c := range []struct {
		err  error
		want error
	}{
		{nil, nil},
		{errors.New("disk full"), nil},
		{fault.NotFound, fault.NotFound},
		{fmt.Errorf("load request r1: %w", fault.Forbidden), fault.Forbidden},
		{fmt.Errorf("reply: %w", late), fault.Conflict},
		{&fault.Rule{Code: "kindless"}, nil},
		{fmt.Errorf("register: %w", problems.Err()), fault.Invalid},
	} {
		if got := fault.Kind(c.err); !errors.Is(got, c.want) || (got == nil) != (c.want == nil) {
			t.Errorf("Kind(%v) = %v, want %v", c.err, got, c.want)
		}
	}
}

func TestRefuse(t *testing.T) {
	for _, c := range []struct {
		rule *fault.Rule
		text string
		args []fault.Arg
	}{
		{fault.Refuse(fault.Forbidden, "not-yours", ""), "forbidden: not-yours", nil},
		{
			fault.Refuse(fault.Conflict, "too-late", "Art. 33 para. 2", "due", "2026-03-30", "today", "2026-03-31"),
			"conflict: too-late due=2026-03-30 today=2026-03-31 (Art. 33 para. 2)",
			[]fault.Arg{{Key: "due", Value: "2026-03-30"}, {Key: "today", Value: "2026-03-31"}},
		},
		{fault.Refuse(fault.Invalid, "odd", "", "alone"), "invalid: odd alone=", []fault.Arg{{Key: "alone"}}},
		{fault.Refuse(nil, "kindless", ""), "refused: kindless", nil},
	} {
		if got := c.rule.Error(); got != c.text {
			t.Errorf("Error() = %q, want %q", got, c.text)
		}
		if !slices.Equal(c.rule.Args, c.args) {
			t.Errorf("Args of %q = %v, want %v", c.text, c.rule.Args, c.args)
		}
	}
	wrapped := fmt.Errorf("reply to r1: %w", fault.Refuse(fault.Conflict, "too-late", "Art. 33"))
	var rule *fault.Rule
	if !errors.As(wrapped, &rule) || rule.Code != "too-late" || rule.Article != "Art. 33" {
		t.Errorf("rule found in %v = %+v, want too-late of Art. 33", wrapped, rule)
	}
}

func TestProblems(t *testing.T) {
	var p fault.Problems
	err := p.Err()
	if err != nil {
		t.Errorf("Err() of no problems = %v, want nil", err)
	}
	p.Add("name", "missing", "Art. 29 para. 2")
	p.Add("phone", "too-long", "", "most", "20")
	p.Add("name", "odd-character", "")
	err = p.Err()
	want := "invalid: name: missing (Art. 29 para. 2); phone: too-long most=20; name: odd-character"
	if err == nil || err.Error() != want {
		t.Errorf("Err() = %v, want %s", err, want)
	}
	if !errors.Is(err, fault.Invalid) || errors.Is(err, fault.Conflict) {
		t.Errorf("kind of %v = %v, want fault.Invalid", err, fault.Kind(err))
	}
	var found fault.Problems
	if !errors.As(fmt.Errorf("register: %w", err), &found) || len(found) != 3 {
		t.Errorf("problems found in the error = %v, want 3", found)
	}
	if at := found.At("name"); len(at) != 2 || at[1].Code != "odd-character" {
		t.Errorf("At(name) = %v, want missing and odd-character", at)
	}
	if at := found.At("fax"); len(at) != 0 {
		t.Errorf("At(fax) = %v, want none", at)
	}
}
