package checks

import (
	"strings"
	"testing"
	"time"
	"unicode"
)

func ids(findings []Finding) string {
	var list []string
	for _, f := range findings {
		list = append(list, f.ID+" "+string(f.Severity)+" "+f.Text)
	}
	return strings.Join(list, "\n\t")
}

func of(findings []Finding, id string) []Finding {
	var own []Finding
	for _, f := range findings {
		if f.ID == id {
			own = append(own, f)
		}
	}
	return own
}

func TestSoundHasNoFindings(t *testing.T) {
	findings := Run(Sound())
	if len(findings) != 0 {
		t.Errorf("Run(Sound()) = %d findings, want none:\n\t%s", len(findings), ids(findings))
	}
}

// wanted are the checks of the catalogue of cross-checks, with their severities.
var wanted = map[string]Severity{
	"T3-01": Error, "T3-02": Error, "T3-03": Error, "T3-04": Error, "T3-05": Error, "T3-06": Error, "T3-07": Error, "T3-08": Warning, "T3-09": Warning,
	"T4-01": Error, "T4-02": Error, "T4-03": Error, "T4-04": Warning, "T4-05": Information,
	"T2-01": Warning, "T2-02": Error, "T2-03": Warning, "T2-04": Warning,
	"N-01": Error, "N-02": Error, "N-03": Warning, "N-04": Warning, "N-05": Error, "N-06": Error, "N-07": Error, "N-08": Warning,
	"N-09": Warning, "N-10": Warning, "N-11": Error, "N-12": Error,
	"N-13": Warning, "N-14": Warning, "N-15": Warning, "N-16": Warning, "N-17": Warning, "N-18": Information,
	"D-01": Error, "A-01": Error, "B-01": Error, "B-02": Error, "S14-01": Error,
}

func TestEveryCheckIsListedOnce(t *testing.T) {
	seen := make(map[string]bool)
	for _, c := range All {
		if seen[c.ID] {
			t.Errorf("check %s is listed twice", c.ID)
		}
		seen[c.ID] = true
		severity, ok := wanted[c.ID]
		if !ok || severity != c.Severity {
			t.Errorf("check %s has severity %s, want %s", c.ID, c.Severity, severity)
		}
		_, err := time.Parse(time.DateOnly, c.Since)
		if c.Title == "" || c.Citation == "" || err != nil {
			t.Errorf("check %s lacks title, citation or first day: %q %q %q", c.ID, c.Title, c.Citation, c.Since)
		}
		byID, ok := ByID(c.ID)
		if !ok || byID.Title != c.Title {
			t.Errorf("ByID(%s) = %q, %v, want %q", c.ID, byID.Title, ok, c.Title)
		}
	}
	for id := range wanted {
		if !seen[id] {
			t.Errorf("check %s is missing", id)
		}
	}
}

func TestExamples(t *testing.T) {
	for _, c := range All {
		t.Run(c.ID, func(t *testing.T) {
			l := Sound()
			c.Fails(l)
			findings := Run(l)
			own := of(findings, c.ID)
			if len(own) == 0 {
				t.Errorf("the failing example of %s gives no finding of it; all findings:\n\t%s", c.ID, ids(findings))
			}
			t.Logf("\n\t%s", ids(findings))
			for _, f := range own {
				if f.Title != c.Title || f.Citation != c.Citation {
					t.Errorf("finding of %s has title %q and citation %q", c.ID, f.Title, f.Citation)
				}
			}
			l = Sound()
			c.Passes(l)
			findings = Run(l)
			if len(of(findings, c.ID)) != 0 {
				t.Errorf("the passing example of %s has findings of it:\n\t%s", c.ID, ids(findings))
			}
			for _, f := range append(own, findings...) {
				checkSentence(t, f)
			}
		})
	}
}

// checkSentence wants a finding to be a Chinese sentence with a place.
func checkSentence(t *testing.T, f Finding) {
	t.Helper()
	if !strings.HasSuffix(f.Text, "。") || f.Where == "" || f.Place == "" {
		t.Errorf("%s: finding %+v lacks a full stop, a cell or a place", f.ID, f)
	}
	if !strings.Contains(f.Text, "请") && f.Severity != Information {
		t.Errorf("%s: %q does not say what to do", f.ID, f.Text)
	}
	for _, r := range f.Text {
		if unicode.IsLower(r) {
			t.Errorf("%s: %q holds a name in Latin letters", f.ID, f.Text)
			break
		}
	}
}
