package organ_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"gongkai/internal/organ"
)

// organs makes organs of “id<parent” words.
func organs(words ...string) []organ.Organ {
	var list []organ.Organ
	for _, w := range words {
		id, parent, _ := strings.Cut(w, "<")
		list = append(list, organ.Organ{ID: id, ParentID: parent, Name: id})
	}
	return list
}

func TestTreeHoldsEveryOrganOnce(t *testing.T) {
	for _, c := range []struct {
		what string
		from []organ.Organ
		want string // id:depth
	}{
		{"nothing", nil, ""},
		{"in order", organs("county", "town<county", "village<town", "bureau<county"), "county:0 town:1 village:2 bureau:1"},
		{"children first", organs("village<town", "town<county", "county"), "county:0 town:1 village:2"},
		{"two roots", organs("a", "b", "c<b"), "a:0 b:0 c:1"},
		{"an orphan", organs("a", "b<gone", "c<b"), "a:0 b:0 c:1"},
		{"its own superior", organs("a", "b<b"), "a:0 b:0"},
		{"a circle", organs("a", "x<y", "y<x", "z<y"), "a:0 x:0 y:1 z:2"},
		{"only a circle", organs("x<z", "y<x", "z<y"), "x:0 y:1 z:2"},
	} {
		var got []string
		for _, n := range organ.Tree(c.from) {
			got = append(got, fmt.Sprintf("%s:%d", n.ID, n.Depth))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: Tree = %v, want %s", c.what, got, c.want)
		}
	}
}

func TestBelow(t *testing.T) {
	for _, c := range []struct {
		what, root string
		from       []organ.Organ
		want       string
	}{
		{"the county", "county", organs("county", "town<county", "village<town", "bureau<county"), "town village bureau"},
		{"a town", "town", organs("county", "town<county", "village<town"), "village"},
		{"a leaf", "village", organs("county", "town<county", "village<town"), ""},
		{"an organ that is not there", "gone", organs("a", "b<a"), ""},
		{"a superior that is not there", "gone", organs("a<gone", "b<a"), "a b"},
		{"in a circle", "x", organs("x<y", "y<x", "z<y"), "y z"},
		{"beside a circle", "a", organs("a", "x<y", "y<x"), ""},
		{"its own superior", "a", organs("a<a", "b<a"), "b"},
	} {
		var got []string
		for _, o := range organ.Below(c.from, c.root) {
			got = append(got, o.ID)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: Below(%s) = %v, want %s", c.what, c.root, got, c.want)
		}
	}
}

func TestChain(t *testing.T) {
	for _, c := range []struct {
		what, id string
		from     []organ.Organ
		want     []string
	}{
		{"a village", "village", organs("county", "town<county", "village<town"), []string{"village", "town", "county"}},
		{"the root", "county", organs("county", "town<county"), []string{"county"}},
		{"an organ that is not there", "gone", organs("a"), nil},
		{"no organ", "", organs("a"), nil},
		{"an orphan", "b", organs("a", "b<gone"), []string{"b"}},
	} {
		if got := organ.Chain(c.from, c.id); !slices.Equal(got, c.want) {
			t.Errorf("%s: Chain(%s) = %v, want %v", c.what, c.id, got, c.want)
		}
	}
	circle := organs("x<y", "y<x", "z<y")
	for _, id := range []string{"x", "y", "z"} {
		got := organ.Chain(circle, id)
		if len(got) == 0 || got[0] != id || len(got) > len(circle)+1 {
			t.Errorf("in a circle: Chain(%s) = %v, want it to begin with the organ and to end", id, got)
		}
	}
}

func TestExistedIn(t *testing.T) {
	for _, c := range []struct {
		from, to string
		year     int
		want     bool
	}{
		{"", "", 2024, true},
		{"", "", 1949, true},
		{"2024-01-01", "", 2023, false},
		{"2024-01-01", "", 2024, true},
		{"2024-12-31", "", 2024, true},
		{"2025-01-01", "", 2024, false},
		{"", "2023-12-31", 2024, false},
		{"", "2024-01-01", 2024, true},
		{"", "2024-12-31", 2024, true},
		{"", "2024-12-31", 2025, false},
		{"2024-03-01", "2024-05-01", 2024, true},
		{"2024-03-01", "2024-05-01", 2023, false},
		{"2024-03-01", "2024-05-01", 2025, false},
	} {
		o := organ.Organ{EstablishedOn: c.from, AbolishedOn: c.to}
		if got := o.ExistedIn(c.year); got != c.want {
			t.Errorf("from %q to %q: ExistedIn(%d) = %v, want %v", c.from, c.to, c.year, got, c.want)
		}
	}
}

func TestNames(t *testing.T) {
	o := organ.Organ{Name: "桐乡市洲泉镇人民政府", ShortName: "洲泉镇", Aliases: []string{"甲泉镇", "", "洲泉镇", "乙泉镇", "甲泉镇"}}
	want := []string{"桐乡市洲泉镇人民政府", "乙泉镇", "洲泉镇", "甲泉镇"}
	if got := o.Names(); !slices.Equal(got, want) {
		t.Errorf("Names() = %v, want %v", got, want)
	}
	if got := (organ.Organ{}).Names(); len(got) != 0 {
		t.Errorf("Names() of nothing = %v, want none", got)
	}
}

func TestKinds(t *testing.T) {
	for kind, government := range map[organ.Kind]bool{
		organ.CountyGovernment: true, organ.Town: true, organ.Department: false, organ.Street: false, organ.Office: false, "": false,
	} {
		if kind.IsGovernment() != government {
			t.Errorf("IsGovernment(%s) = %v, want %v", kind, !government, government)
		}
		if (organ.KindLabels[kind] != "") != (kind != "") {
			t.Errorf("label of %q = %q", kind, organ.KindLabels[kind])
		}
	}
}
