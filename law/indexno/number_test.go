package indexno

import (
	"encoding/json"
	"errors"
	"os"
	"testing"
)

type vectors struct {
	Numbers []struct {
		Text, Front   string
		Kind          Kind
		Valid         bool
		Period        string
		Serial, Width int
	}
	Refused []struct{ Text, Error string }
	Clean   []struct{ Text, Clean string }
	USCC    []checked
	OrgCode []checked `json:"organisation_code"`
}

type checked struct {
	Text  string
	Valid bool
}

func readVectors(t testing.TB) vectors {
	t.Helper()
	text, err := os.ReadFile("testdata/vectors.json")
	if err != nil {
		t.Fatal(err)
	}
	var v vectors
	err = json.Unmarshal(text, &v)
	if err != nil {
		t.Fatalf("read testdata/vectors.json: %v", err)
	}
	return v
}

func TestParse(t *testing.T) {
	for _, v := range readVectors(t).Numbers {
		n, err := Parse(v.Text)
		if err != nil {
			t.Errorf("Parse(%s): %v", v.Text, err)
			continue
		}
		if n.Front.Text != v.Front || n.Front.Kind != v.Kind || n.Front.Valid() != v.Valid {
			t.Errorf("front of %s = %s as %s, valid %t, want %s as %s, valid %t",
				v.Text, n.Front, n.Front.Kind, n.Front.Valid(), v.Front, v.Kind, v.Valid)
		}
		if n.Period.String() != v.Period || n.Serial != v.Serial || n.Width != v.Width {
			t.Errorf("Parse(%s) = period %s, serial %d in %d digits, want %s, %d in %d",
				v.Text, n.Period, n.Serial, n.Width, v.Period, v.Serial, v.Width)
		}
		if n.String() != v.Text {
			t.Errorf("Parse(%s) writes as %s", v.Text, n)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	kinds := map[string]error{"shape": ErrShape, "front": ErrFront, "period": ErrPeriod, "serial": ErrSerial}
	for _, v := range readVectors(t).Refused {
		n, err := Parse(v.Text)
		if !errors.Is(err, kinds[v.Error]) {
			t.Errorf("Parse(%q) = %s, %v, want a refusal of the %s", v.Text, n, err, v.Error)
		}
	}
}

func TestClean(t *testing.T) {
	for _, v := range readVectors(t).Clean {
		if got := Clean(v.Text); got != v.Clean {
			t.Errorf("Clean(%q) = %q, want %q", v.Text, got, v.Clean)
		}
	}
}

func TestCheckDigits(t *testing.T) {
	v := readVectors(t)
	for _, c := range v.USCC {
		if got := ValidUSCC(c.Text); got != c.Valid {
			t.Errorf("ValidUSCC(%s) = %t, want %t", c.Text, got, c.Valid)
		}
	}
	for _, c := range v.OrgCode {
		if got := ValidOrgCode(c.Text); got != c.Valid {
			t.Errorf("ValidOrgCode(%s) = %t, want %t", c.Text, got, c.Valid)
		}
	}
}

func TestNumberAsText(t *testing.T) {
	type record struct {
		Index Number `json:"index"`
	}
	const written = `{"index":"113308810026305088/2014-128123"}`
	var r record
	err := json.Unmarshal([]byte(written), &r)
	if err != nil {
		t.Fatal(err)
	}
	got, err := json.Marshal(r)
	if err != nil || string(got) != written {
		t.Errorf("record writes as %s, %v, want %s", got, err, written)
	}
	err = json.Unmarshal([]byte(`{"index":""}`), &r)
	if err != nil || r.Index != (Number{}) || r.Index.String() != "" {
		t.Errorf("empty text = %+v, %v, want the zero Number", r.Index, err)
	}
	err = json.Unmarshal([]byte(`{"index":"nonsense"}`), &r)
	if !errors.Is(err, ErrShape) {
		t.Errorf("nonsense = %v, want ErrShape", err)
	}
}

func FuzzParse(f *testing.F) {
	v := readVectors(f)
	for _, n := range v.Numbers {
		f.Add(n.Text)
	}
	for _, n := range v.Refused {
		f.Add(n.Text)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, err := Parse(s)
		if err != nil {
			return
		}
		if n.String() != s {
			t.Errorf("Parse(%q) writes as %q", s, n)
		}
		if Clean(s) != s {
			t.Errorf("Clean changes the good number %q to %q", s, Clean(s))
		}
	})
}

func FuzzClean(f *testing.F) {
	for _, v := range readVectors(f).Clean {
		f.Add(v.Text)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Clean(s)
		n, err := Parse(once)
		if err == nil && n.String() != once {
			t.Errorf("Parse(Clean(%q)) writes as %q, want %q", s, n, once)
		}
		if err == nil && Clean(once) != once {
			t.Errorf("Clean(%q) = %q, cleaned again %q", s, once, Clean(once))
		}
	})
}
