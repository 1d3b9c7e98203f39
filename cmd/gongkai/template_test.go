package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"gongkai/internal/register"
)

// TestEveryTemplateFilledInIsImported writes the template of each register, fills
// in its own examples and imports it: what we hand out we take back.
func TestEveryTemplateFilledInIsImported(t *testing.T) {
	dir := t.TempDir()
	ran := func(args ...string) string {
		var out, errOut strings.Builder
		code := run(t.Context(), append([]string{"--data", dir, "--format", "json"}, args...), &out, &errOut)
		if code != exitDone {
			t.Errorf("%s = %d: %s%s", strings.Join(args, " "), code, out.String(), errOut.String())
		}
		return out.String()
	}
	ran("init", "--site", "330483", "--name", "桐乡市", "--organ", "桐乡市人民政府", "--password", "long-enough-1")
	for _, d := range register.All {
		file := filepath.Join(dir, d.Name+".xlsx")
		ran("import", d.Name, file, "--template")
		fill(t, file, d)
		for _, want := range []struct {
			rows, added, unchanged int
		}{{1, 1, 0}, {1, 0, 1}} {
			var done struct{ Rows, Added, Unchanged int }
			err := json.Unmarshal([]byte(ran("import", d.Name, file)), &done)
			if err != nil || done.Rows != want.rows || done.Added != want.added || done.Unchanged != want.unchanged {
				t.Errorf("import %s = %+v, %v, want %+v", d.Name, done, err, want)
			}
		}
	}
}

// fill types the examples into the row below the header.
func fill(t *testing.T, file string, d register.Definition) {
	t.Helper()
	book, err := excelize.OpenFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range book.GetSheetList() {
		rows, err := book.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		for i, cells := range rows {
			if len(cells) != len(d.Fields) {
				continue
			}
			for c, f := range d.Fields {
				at, err := excelize.CoordinatesToCellName(c+1, i+2)
				if err != nil {
					t.Fatal(err)
				}
				err = book.SetCellStr(name, at, f.Example)
				if err != nil {
					t.Fatal(err)
				}
			}
			err = book.Save()
			if err != nil {
				t.Fatal(err)
			}
			return
		}
	}
	t.Fatalf("%s has no row with the %d columns of %s", file, len(d.Fields), d.Name)
}
