package organ_test

import (
	"testing"

	"gongkai/internal/fault"
	"gongkai/internal/organ"
)

func TestSiteHasSeveralHosts(t *testing.T) {
	s := organ.Site{Host: "www.example.gov.cn Example.gov.cn"}
	for host, want := range map[string]bool{"www.example.gov.cn": true, "EXAMPLE.gov.cn": true, "gov.cn": false, "": false} {
		if got := s.Serves(host); got != want {
			t.Errorf("Serves(%q) = %v, want %v", host, got, want)
		}
	}
	if got := s.Domain(); got != "www.example.gov.cn" {
		t.Errorf("Domain() = %q, want the first", got)
	}
	if (organ.Site{}).Serves("") || (organ.Site{}).Domain() != "" {
		t.Error("a site without host names serves the empty one, want none")
	}
}

func TestHostBelongsToOneSite(t *testing.T) {
	w := newWorld(t)
	w.refused("AddSite", w.s.AddSite(t.Context(), organ.Site{ID: "a", Name: "甲", Host: "a.example b.example"}, nil), nil, "")
	w.refused("AddSite with a taken name", w.s.AddSite(t.Context(), organ.Site{ID: "b", Name: "乙", Host: "c.example B.example"}, nil), fault.Conflict, "host-taken")
}
