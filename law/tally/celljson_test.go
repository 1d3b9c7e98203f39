package tally

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"testing"
)

func TestCellsJSON(t *testing.T) {
	cells := Cells{
		"review.total":             Count(1),
		"req.granted.total":        UnknownValue,
		"admin_fee_amount_wan":     Amount(12_340_000),
		"rules_issued":             NotApplicableValue,
		"normdocs_issued":          BlankValue,
		"v19.fee_items_delta":      Count(-2),
		"v19.procurement_amount":   Amount(0),
		"v14.proactive_items":      Count(469),
		"req.other_misc.org_other": Count(0),
	}
	want := `{"admin_fee_amount_wan":"12.34","normdocs_issued":"blank","req.granted.total":null,` +
		`"req.other_misc.org_other":0,"review.total":1,"rules_issued":"n/a","v14.proactive_items":469,` +
		`"v19.fee_items_delta":-2,"v19.procurement_amount":"0"}`
	got, err := json.Marshal(cells)
	if err != nil || string(got) != want {
		t.Errorf("Marshal = %s, %v, want %s", got, err, want)
	}
	var back Cells
	err = json.Unmarshal([]byte(want), &back)
	if err != nil || !maps.Equal(back, cells) {
		t.Errorf("Unmarshal = %+v, %v, want %+v", back, err, cells)
	}
	for document, want := range map[string]Cells{"null": nil, "{}": {}} {
		back = Cells{"review.total": Count(1)}
		err = json.Unmarshal([]byte(document), &back)
		if err != nil || !maps.Equal(back, want) || (back == nil) != (want == nil) {
			t.Errorf("Unmarshal(%s) = %+v, %v, want %+v", document, back, err, want)
		}
		written, err := json.Marshal(want)
		if err != nil || string(written) != document {
			t.Errorf("Marshal(%+v) = %s, %v, want %s", want, written, err, document)
		}
	}
}

func TestCellsJSONRefuses(t *testing.T) {
	for _, tt := range []struct {
		document string
		want     CellErrorCode
	}{
		{`{"req.denied.total":1}`, CellUnknownName},
		{`{"v21.rules_issued":1}`, CellUnknownName},
		{`{"":1}`, CellUnknownName},
		{`{"review.total":1,"review.total":2}`, CellRepeated},
		{`{"review.total":"1"}`, CellWrongJSONType},
		{`{"review.total":true}`, CellWrongJSONType},
		{`{"review.total":{}}`, CellWrongJSONType},
		{`{"review.total":""}`, CellWrongJSONType},
		{`{"admin_fee_amount_wan":12.34}`, CellWrongJSONType},
		{`{"admin_fee_amount_wan":"1,234"}`, CellWrongJSONType},
		{`{"admin_fee_amount_wan":"１"}`, CellNotNumber},
		{`{"admin_fee_amount_wan":"12万元"}`, CellNotNumber},
		{`{"admin_fee_amount_wan":"-1"}`, CellNegative},
		{`{"admin_fee_amount_wan":"0.0000001"}`, CellTooPrecise},
		{`{"review.total":-1}`, CellNegative},
		{`{"review.total":1.0}`, CellNotInteger},
		{`{"review.total":1e3}`, CellNotNumber},
		{`{"review.total":1000000000000000}`, CellTooLarge},
	} {
		before := Cells{"review.total": Count(7)}
		cells := maps.Clone(before)
		err := json.Unmarshal([]byte(tt.document), &cells)
		var refusal *CellError
		if !errors.As(err, &refusal) || refusal.Code != tt.want {
			t.Errorf("Unmarshal(%s) fails with %v, want %s", tt.document, err, tt.want)
		}
		if !maps.Equal(cells, before) {
			t.Errorf("Unmarshal(%s) left %+v behind, want the cells as they were", tt.document, cells)
		}
	}
	for _, document := range []string{`[]`, `1`, `"a"`, `{"review.total":1`, `{"review.total":`, ``} {
		var cells Cells
		err := cells.UnmarshalJSON([]byte(document))
		if err == nil {
			t.Errorf("UnmarshalJSON(%s) = %+v, want an error", document, cells)
		}
	}
	for name, value := range map[string]Value{
		"req.denied.total":     Count(1),
		"review.total":         Count(-1),
		"review.upheld":        Count(MaxN + 1),
		"admin_fee_amount_wan": {State: 99},
	} {
		out, err := json.Marshal(Cells{name: value})
		if err == nil {
			t.Errorf("Marshal(%s: %+v) = %s, want an error", name, value, out)
		}
	}
}

func TestValidate(t *testing.T) {
	for _, tt := range []struct {
		id   string
		name string
		n    int64
		want CellErrorCode
	}{
		{Format2021, "rules_issued", 1, ""},
		{Format2019, "rules_issued", 1, CellNotInFormat},
		{Format2019, "v19.rules_made", 1, ""},
		{Format2019, "v19.fee_items_delta", -1, ""},
		{Format2019, "req.other_fee_unpaid.total", 1, CellNotInFormat},
		{Format2021, "req.other_fee_unpaid.total", -1, CellNegative},
		{Format2007, "review.total", 1, CellNotInFormat},
	} {
		err := mustFormat(t, tt.id).Validate(Cells{tt.name: Count(tt.n)})
		var refusal *CellError
		got := CellErrorCode("")
		if errors.As(err, &refusal) {
			got = refusal.Code
		}
		if got != tt.want {
			t.Errorf("format %s Validate(%s = %d) = %v, want %q", tt.id, tt.name, tt.n, err, tt.want)
		}
	}
}

func FuzzCellsJSON(f *testing.F) {
	f.Add([]byte(`{"review.total":1,"admin_fee_amount_wan":"12.30","rules_issued":"n/a"}`))
	f.Add([]byte(`{"v19.fee_items_delta":-0,"normdocs_issued":"blank","req.granted.total":null}`))
	f.Add([]byte(`null`))
	f.Add([]byte(`{"\u0072ules_issued":5}`))
	f.Fuzz(func(t *testing.T, document []byte) {
		var cells Cells
		err := cells.UnmarshalJSON(document)
		if err != nil {
			return
		}
		written, err := json.Marshal(cells)
		if err != nil {
			t.Fatalf("cells read from %q cannot be written: %v", document, err)
		}
		var back Cells
		err = json.Unmarshal(written, &back)
		if err != nil || !maps.Equal(back, cells) {
			t.Fatalf("%q reads %+v, written %s reads back %+v, %v", document, cells, written, back, err)
		}
		again, err := json.Marshal(back)
		if err != nil || !bytes.Equal(again, written) {
			t.Fatalf("%q is written as %s and then as %s, %v", document, written, again, err)
		}
	})
}
