package prose_test

import (
	"encoding/json"
	"testing"

	"gongkai/internal/annualreport/prose"
)

// TestQualifier: what a figure is not has to stand beside it, in words and in data.
func TestQualifier(t *testing.T) {
	r := prose.Read("2023年收到申请12件，同比增长20%，上年收到申请10件。", 2023)
	words := map[string]bool{}
	for _, s := range r.Statements {
		words[s.Qualifier()] = true
		for _, v := range []any{s.Manner, s.Scope} {
			data, err := json.Marshal(v)
			if err != nil || string(data) == `""` {
				t.Errorf("Marshal(%v) = %s, %v, want a name", v, data, err)
			}
		}
	}
	for _, want := range []string{"", "增减", "往年或者累计"} {
		if !words[want] {
			t.Errorf("qualifiers = %v, want %q among them", words, want)
		}
	}
	var m prose.Manner
	err := json.Unmarshal([]byte(`"guessed"`), &m)
	if err == nil {
		t.Error("an unknown manner is taken")
	}
}
