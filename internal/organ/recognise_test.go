package organ_test

import (
	"testing"

	"gongkai/internal/organ"
)

func TestRecognise(t *testing.T) {
	organs := []organ.Organ{
		{ID: "county", Kind: organ.CountyGovernment, Name: "禾岭县人民政府", ShortName: "禾岭县"},
		{ID: "office", Kind: organ.Office, Name: "禾岭县人民政府办公室", ShortName: "县府办"},
		{ID: "stone", Kind: organ.Town, Name: "青石镇人民政府", ShortName: "青石镇"},
		{ID: "rock", Kind: organ.Town, Name: "石镇人民政府", ShortName: "石镇"},
		{ID: "road", Kind: organ.Town, Name: "禾岭县大路镇人民政府"},
		{ID: "east", Kind: organ.Street, Name: "禾岭县东城街道办事处", ShortName: "东城街道", Aliases: []string{"东关街道"}},
		{ID: "old", Kind: organ.Department, Name: "禾岭县文化局", ShortName: "文化局", AbolishedOn: "2019-02-28"},
		{ID: "new", Kind: organ.Department, Name: "禾岭县文化和旅游局", ShortName: "文旅局", Aliases: []string{"文化局"}, EstablishedOn: "2019-03-01"},
		{ID: "north", Kind: organ.Town, Name: "城关镇人民政府", ShortName: "城关镇"},
		{ID: "south", Kind: organ.Town, Name: "城关镇人民政府", ShortName: "城关镇"},
	}
	for _, c := range []struct {
		name string
		year int
		want string
	}{
		{"禾岭县人民政府", 2025, "county"},
		{"禾岭县", 2025, "county"},
		{"禾岭县人民政府办公室", 2025, "office"},
		{"青石镇人民政府", 2025, "stone"},
		{"禾岭县青石镇人民政府", 2025, "stone"},
		{"禾岭县青石镇", 2025, "stone"},
		{"石镇", 2025, "rock"},
		{"禾岭县石镇人民政府", 2025, "rock"},
		{"东城街道办事处", 2025, "east"},
		{"东城街道", 0, "east"},
		{"东关街道办事处", 2025, "east"},
		{"文化局", 2018, "old"},
		{"文化局", 2025, "new"},
		{"文化局", 2019, ""}, // both were there for a part of the year
		{"城关镇人民政府", 2025, ""},
		{"大路镇", 2025, "road"}, // whose only name is the full one
		{"禾岭县大路镇", 2025, "road"},
		{"路镇", 2025, ""},
		{"永安县水务局", 2025, ""},
		{"禾岭县水务局", 2025, ""}, // not the county that it begins with
		{"永安县青石镇人民政府", 2025, ""},
		{"某某市禾岭县青石镇人民政府", 2025, "stone"},
		{"", 2025, ""},
	} {
		if got := organ.Recognise(organs, c.name, c.year); got != c.want {
			t.Errorf("Recognise(%s, %d) = %q, want %q", c.name, c.year, got, c.want)
		}
		for _, o := range organs {
			if o.ID == c.want && c.name == o.Name && !o.GoesBy(c.name) {
				t.Errorf("%s.GoesBy(%s) = false, want true", o.ID, c.name)
			}
		}
	}
	if organs[0].GoesBy("") {
		t.Error("GoesBy(\"\") = true, want false: no name is nobody's")
	}
}

func TestRecogniseADistrictWithoutItsCity(t *testing.T) {
	organs := []organ.Organ{
		{ID: "district", Kind: organ.CountyGovernment, Name: "某某市云山区人民政府", ShortName: "云山区"},
		{ID: "stone", Kind: organ.Town, Name: "青石镇人民政府"},
	}
	for name, want := range map[string]string{"云山区青石镇": "stone", "某某市云山区青石镇人民政府": "stone", "云山区人民政府": "district", "海州区青石镇": ""} {
		if got := organ.Recognise(organs, name, 2025); got != want {
			t.Errorf("Recognise(%s) = %q, want %q", name, got, want)
		}
	}
}
