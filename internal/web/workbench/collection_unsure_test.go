package workbench

import "testing"

func TestEvidenceText(t *testing.T) {
	for _, c := range []struct {
		evidence []string
		want     string
	}{
		{[]string{"label 0.87", "order", "seven figures, column head", "equation T3-02", "equation T3-03"}, "行名、行的次序、一行七个数、列名、勾稽关系"},
		{[]string{"order", "figures in order"}, "行的次序、数的次序"},
		{[]string{"note “其中修订16件” left out"}, "括注不计"},
		{nil, ""},
	} {
		if got := evidenceText(c.evidence); got != c.want {
			t.Errorf("evidenceText(%q) = %q, want %q", c.evidence, got, c.want)
		}
	}
}
