package sitecode

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"testing"
)

type vectors struct {
	Region []struct {
		result
		Level           Level
		Province, Short string
	}
	Site []struct {
		result
		Written, Region, Serial string
	}
	Police []struct {
		result
		Region, Shown string
	}
	ICP []struct {
		result
		Region string
		Site   int
	}
	Find []struct {
		Name, Text        string
		Site, Police, ICP []string
	}
}

type result struct {
	Text  string
	OK    bool
	Error string
}

// refused reports whether an error is the one a vector asks for, and complains
// when it is not.
func (r result) refused(t *testing.T, what string, err error) bool {
	t.Helper()
	want := map[string]error{"shape": ErrShape, "digit": ErrDigit, "province": ErrProvince, "level": ErrLevel}[r.Error]
	if r.OK == (want != nil) {
		t.Fatalf("the vector %q is neither good nor refused for a known reason", r.Text)
	}
	if !errors.Is(err, want) {
		t.Errorf("%s(%q) error = %v, want %v", what, r.Text, err, want)
	}
	return err != nil
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

func TestParseRegion(t *testing.T) {
	for _, v := range readVectors(t).Region {
		r, err := ParseRegion(v.Text)
		if v.refused(t, "ParseRegion", err) {
			continue
		}
		if r.Level() != v.Level || r.Province() != v.Province || r.Abbreviation() != v.Short {
			t.Errorf("ParseRegion(%s) = %s of %s %s, want %s of %s %s",
				v.Text, r.Level(), r.Province(), r.Abbreviation(), v.Level, v.Province, v.Short)
		}
	}
}

func TestParseSite(t *testing.T) {
	for _, v := range readVectors(t).Site {
		s, err := ParseSite(v.Text)
		if v.refused(t, "ParseSite", err) {
			continue
		}
		if string(s) != v.Written || string(s.Region()) != v.Region || s.Serial() != v.Serial {
			t.Errorf("ParseSite(%s) = %s, region %q, serial %s, want %s, %q, %s",
				v.Text, s, s.Region(), s.Serial(), v.Written, v.Region, v.Serial)
		}
		if s.Central() != (v.Region == "") {
			t.Errorf("ParseSite(%s).Central() = %t", v.Text, s.Central())
		}
	}
}

func TestParsePolice(t *testing.T) {
	for _, v := range readVectors(t).Police {
		p, err := ParsePolice(v.Text)
		if v.refused(t, "ParsePolice", err) {
			continue
		}
		if string(p.Region()) != v.Region || p.Shown() != v.Shown {
			t.Errorf("ParsePolice(%s) = region %s, shown %s, want %s, %s", v.Text, p.Region(), p.Shown(), v.Region, v.Shown)
		}
	}
}

func TestParseICP(t *testing.T) {
	for _, v := range readVectors(t).ICP {
		n, err := ParseICP(v.Text)
		if v.refused(t, "ParseICP", err) {
			continue
		}
		if n.String() != v.Text || n.Site != v.Site || !n.In(Region(v.Region+"0000")) {
			t.Errorf("ParseICP(%s) = %s, site %d, want site %d in province %s", v.Text, n, n.Site, v.Site, v.Region)
		}
		if n.In("820000") {
			t.Errorf("ParseICP(%s) lies in Macao", v.Text)
		}
		written, err := json.Marshal(n)
		if err != nil {
			t.Fatal(err)
		}
		var again ICP
		err = json.Unmarshal(written, &again)
		if err != nil || again != n {
			t.Errorf("JSON of %s reads as %+v, %v", v.Text, again, err)
		}
	}
}

func TestEveryProvinceRegistersICP(t *testing.T) {
	count := 0
	owner := map[string]string{}
	for code, p := range provinces {
		for _, short := range p.short {
			if owner[short] != "" {
				t.Errorf("%s stands for %s and for %s", short, owner[short], p.name)
			}
			owner[short] = p.name
			n, err := ParseICP(short + "ICP备05000001号-1")
			if p.icp != (err == nil) {
				t.Errorf("ICP record of %s: %v, want one: %t", p.name, err, p.icp)
			}
			if p.icp && !n.In(Region(code+"0000")) {
				t.Errorf("ICP record %s is not in %s", n, p.name)
			}
		}
		if p.icp {
			count++
		}
	}
	if count != 31 || len(provinces) != 34 {
		t.Errorf("%d of %d provinces register ICP records, want 31 of 34", count, len(provinces))
	}
}

func TestFind(t *testing.T) {
	for _, v := range readVectors(t).Find {
		for _, c := range []struct {
			what      string
			got, want string
		}{
			{"FindSite", fmt.Sprint(FindSite(v.Text)), fmt.Sprint(v.Site)},
			{"FindPolice", fmt.Sprint(FindPolice(v.Text)), fmt.Sprint(v.Police)},
			{"FindICP", fmt.Sprint(FindICP(v.Text)), fmt.Sprint(v.ICP)},
		} {
			if c.got != c.want {
				t.Errorf("%s: %s = %s, want %s", v.Name, c.what, c.got, c.want)
			}
		}
	}
}

func TestZeroValues(t *testing.T) {
	if Region("").Province() != "" || Region("9").Abbreviation() != "" || Region("99").Abbreviation() != "" {
		t.Error("a region that is none must have no province")
	}
	if Region("").Level() != "" || Region("33").Level() != "" {
		t.Error("a region that is none must have no level")
	}
	if Site("").Serial() != "" || Site("").Region() != "" || Police("").Shown() != "" || (ICP{}).String() != "" {
		t.Error("zero values must write as nothing")
	}
	if (ICP{Province: "浙"}).In("") || (ICP{}).In("") {
		t.Error("no record lies in a region that is none")
	}
}

func FuzzFind(f *testing.F) {
	for _, v := range readVectors(f).Find {
		f.Add(v.Text)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, code := range FindSite(s) {
			_, err := ParseSite(string(code))
			if err != nil {
				t.Errorf("FindSite(%q): %v", s, err)
			}
		}
		for _, number := range FindPolice(s) {
			again := FindPolice(number.Shown())
			if len(again) != 1 || again[0] != number {
				t.Errorf("FindPolice(%q) = %v, found again in its own form: %v", s, number, again)
			}
		}
		for _, number := range FindICP(s) {
			again, err := ParseICP(number.String())
			if err != nil || again != number {
				t.Errorf("FindICP(%q) = %s, read again %s, %v", s, number, again, err)
			}
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"330683", "3306830002", "bm01000001", "33068302000392", "浙ICP备11041973号-1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r, err := ParseRegion(s)
		if err == nil && (string(r) != s || r.Province() == "" || r.Level() == "") {
			t.Errorf("ParseRegion(%q) = %q of %q", s, r, r.Province())
		}
		code, err := ParseSite(s)
		if err == nil && len(code) != 10 {
			t.Errorf("ParseSite(%q) = %q", s, code)
		}
		p, err := ParsePolice(s)
		if err == nil && string(p) != s {
			t.Errorf("ParsePolice(%q) = %q", s, p)
		}
		n, err := ParseICP(s)
		if err == nil && n.String() != s {
			t.Errorf("ParseICP(%q) writes as %q", s, n)
		}
	})
}
