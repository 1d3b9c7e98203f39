package prose_test

import (
	"strings"
	"testing"

	"gongkai/internal/annualreport/prose"
)

// TestWhatHasChanged: a growth that may be that of the whole or of its last part is
// taken for neither.
func TestWhatHasChanged(t *testing.T) {
	for text, want := range map[string]string{
		"收到政府信息公开申请12件，同比增长20%。":                "req.received_new.total",
		"收到政府信息公开申请12件，其中自然人申请10件，同比增长20%。":     "",
		"收到政府信息公开申请12件，其中自然人申请10件；办结12件，增长20%。": "req.handled_total.total",
	} {
		got := "none"
		for _, s := range prose.Read(text, 2023).Statements {
			if s.Manner == prose.Changed {
				got = strings.Join(s.Means, "+")
			}
		}
		if got != want {
			t.Errorf("what grew in %q = %q, want %q", text, got, want)
		}
	}
}

// TestHotlineNumbersAreCountsBeforeAUnit: 12345 is a hotline, 12345条 are items.
func TestHotlineNumbersAreCountsBeforeAUnit(t *testing.T) {
	for text, want := range map[string]int64{"主动公开政府信息12345条。": 12345, "通过12345热线接受咨询。": 0} {
		var got int64
		for _, n := range prose.Numbers(text) {
			got = n.Value
		}
		if got != want {
			t.Errorf("number in %q = %d, want %d", text, got, want)
		}
	}
}
