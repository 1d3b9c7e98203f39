package prose

import (
	"fmt"
	"strings"
)

// The names by which other programs know manners and scopes.
var (
	mannerNames = map[Manner]string{Stated: "stated", Absent: "absent", Changed: "changed", Shared: "shared"}
	scopeNames  = map[Scope]string{Own: "own", OtherYear: "other_year", Below: "subordinate", Planned: "planned"}
)

// MarshalText writes the manner's name.
func (m Manner) MarshalText() ([]byte, error) { return []byte(mannerNames[m]), nil }

// UnmarshalText reads the manner's name.
func (m *Manner) UnmarshalText(text []byte) error {
	for manner, name := range mannerNames {
		if name == string(text) {
			*m = manner
			return nil
		}
	}
	return fmt.Errorf("manner of stating %q is unknown", text)
}

// MarshalText writes the scope's name.
func (s Scope) MarshalText() ([]byte, error) { return []byte(scopeNames[s]), nil }

// UnmarshalText reads the scope's name.
func (s *Scope) UnmarshalText(text []byte) error {
	for scope, name := range scopeNames {
		if name == string(text) {
			*s = scope
			return nil
		}
	}
	return fmt.Errorf("scope %q is unknown", text)
}

// Words for people where a figure is not simply the report's own.
var (
	mannerQualifiers = map[Manner]string{Changed: "增减", Shared: "占比"}
	scopeQualifiers  = map[Scope]string{OtherYear: "往年或者累计", Below: "下级机关", Planned: "计划"}
)

// Qualifier says in Chinese in what respect the statement is not the plain figure of
// this organ and year, such as 往年或者累计 or 增减; empty when it is.
func (s Statement) Qualifier() string {
	var words []string
	for _, word := range []string{scopeQualifiers[s.Scope], mannerQualifiers[s.Manner]} {
		if word != "" {
			words = append(words, word)
		}
	}
	return strings.Join(words, "，")
}

// Plain reports whether the statement gives the figure itself, of this organ and year.
func (s Statement) Plain() bool {
	return s.Scope == Own && (s.Manner == Stated || s.Manner == Absent)
}
