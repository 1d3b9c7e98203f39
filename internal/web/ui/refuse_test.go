package ui

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"gongkai/internal/fault"
)

func question() Form {
	return Form{Groups: []Group{{Fields: []Field{
		{Name: "name", Label: "姓名"},
		{Name: "kind", Kind: RadioField, Options: []Option{{Value: "a", Selected: true}, {Value: "b"}}},
		{Name: "agree", Kind: CheckField, Value: "1"},
		{Name: "word", Kind: PasswordField},
		{Name: "organ", Value: "甲", ReadOnly: true},
	}}}}
}

func TestFillKeepsWhatWasTyped(t *testing.T) {
	given := question()
	got := given.Fill(url.Values{"name": {" <李> "}, "kind": {"b"}, "word": {"secret"}, "organ": {"乙"}}).Groups[0].Fields
	if got[0].Value != " <李> " || got[1].Options[0].Selected || !got[1].Options[1].Selected || got[2].Value != "" {
		t.Errorf("Fill = %+v, want the typed name, choice b and an empty box", got[:3])
	}
	if got[3].Value != "" || got[4].Value != "甲" {
		t.Errorf("Fill = %+v, want no password and the fixed organ", got[3:])
	}
	if given.Groups[0].Fields[0].Value != "" || !given.Groups[0].Fields[1].Options[0].Selected {
		t.Error("Fill changed the form it was called on, want a copy")
	}
}

func TestRefused(t *testing.T) {
	var problems fault.Problems
	problems.Add("name", "required", "", "label", "姓名")
	problems.Add("", "forbidden", "")
	problems.Add("elsewhere", "required", "", "label", "别处")
	tests := []struct {
		name           string
		err            error
		mendable       bool
		field, problem string
	}{
		{"problems", fmt.Errorf("save: %w", problems.Err()), true, "姓名没有填写", "别处没有填写"},
		{"a rule", fault.Refuse(fault.Conflict, "duplicate-number", "", "number", "7"), true, "", "编号“7”已经登记过"},
		{"forbidden", fault.Forbidden, false, "", ""},
		{"ours", errors.New("disk full"), false, "", ""},
	}
	for _, tt := range tests {
		f, mendable := question().Refused(tt.err)
		field := f.Groups[0].Fields[0].Error
		if mendable != tt.mendable || !strings.Contains(field, tt.field) || !strings.Contains(f.Problem, tt.problem) || f.Failed() != tt.mendable {
			t.Errorf("%s: Refused = %v, field %q, form %q, want %v, %q, %q", tt.name, mendable, field, f.Problem, tt.mendable, tt.field, tt.problem)
		}
	}
}
