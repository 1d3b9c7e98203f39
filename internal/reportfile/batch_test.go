package reportfile

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/annualreport/reading"
	"gongkai/internal/docfile/source"
	"gongkai/law/tally"
)

// folder fills a folder with files and returns it.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, name)
		err := os.MkdirAll(filepath.Dir(path), 0o750)
		if err == nil {
			err = os.WriteFile(path, []byte(content), 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// town is a report of 青石镇 without fault; the one of 2023 carries two requests
// out, the one of 2024 one in.
func town(t *testing.T, year int) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("testdata", fmt.Sprintf("town-%d.txt", year)))
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func read(t *testing.T, dir string) *Batch {
	t.Helper()
	files, err := List([]string{dir})
	if err != nil {
		t.Fatal(err)
	}
	batch, err := ReadAll(t.Context(), files, source.Limits{}, func(int) {})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		err := batch.Close()
		if err != nil {
			t.Error(err)
		}
	})
	return batch
}

func TestListGoesThroughFoldersInOrder(t *testing.T) {
	dir := folder(t, map[string]string{
		"b.txt": "b", "a/2.txt": "2", "a/1.txt": "1", ".hidden": "h", ".git/x": "x", "~$b.docx": "lock",
		"page.html": "<p>", "page_files/style.css": "p {}", "other_files/c.txt": "c",
	})
	files, err := List([]string{filepath.Join(dir, "b.txt"), dir})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range files {
		name, err := filepath.Rel(dir, f.Path)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, filepath.ToSlash(name))
	}
	want := "b.txt a/1.txt a/2.txt b.txt other_files/c.txt page.html"
	if strings.Join(got, " ") != want {
		t.Errorf("List = %q, want %q", got, want)
	}
}

func TestListWithoutFiles(t *testing.T) {
	_, err := List([]string{t.TempDir()})
	if !errors.Is(err, ErrNothing) {
		t.Errorf("List(empty folder) = %v, want ErrNothing", err)
	}
	_, err = List([]string{filepath.Join(t.TempDir(), "missing")})
	if !errors.Is(err, os.ErrNotExist) {
		t.Errorf("List(missing) = %v, want fs.ErrNotExist", err)
	}
}

// TestBadFilesStopNothing reads a folder in which most files are none that can be
// read.
func TestBadFilesStopNothing(t *testing.T) {
	batch := read(t, folder(t, map[string]string{
		"1-empty.txt": "", "2-picture.txt": "\x89PNG\r\n\x1a\n0000", "3-old.doc": "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1xxxx", "4-cut.pdf": "%PDF-1.7\n1 0 obj",
		"5-budget.txt": "某县财政局2024年部门预算\n一、部门职责\n", "6-report.txt": town(t, 2024),
	}))
	if len(batch.Entries) != 6 {
		t.Fatalf("%d entries, want 6", len(batch.Entries))
	}
	for i, want := range []string{FoundUnreadable, FoundUnreadable, FoundUnreadable, FoundUnreadable, "R-08", ""} {
		e := batch.Entries[i]
		got := ""
		if len(e.Findings) == 1 {
			got = e.Findings[0].ID
		}
		if got != want || len(e.Findings) > 1 {
			t.Errorf("%s: findings %v, want %q alone", e.File, e.Findings, want)
		}
		if want == FoundUnreadable && (e.Counted != States{} || len(e.Notes) != 1 || !strings.HasSuffix(e.Findings[0].Text, "。")) {
			t.Errorf("%s: %+v, want no cells and one sentence", e.File, e)
		}
	}
	last := batch.Entries[5]
	if last.Counted.Numbers != 200 || last.Year != 2024 || last.Organ != "禾岭县青石镇人民政府" {
		t.Errorf("report = %+v, want all 200 cells of 青石镇 2024", last)
	}
	if !batch.Blocking() {
		t.Error("Blocking = false with unreadable files, want true")
	}
}

func TestCarriedInIsComparedWithTheYearBefore(t *testing.T) {
	batch := read(t, folder(t, map[string]string{"2023.txt": town(t, 2023), "2024.txt": town(t, 2024)}))
	if found := batch.Entries[0].Findings; len(found) != 0 {
		t.Errorf("findings on 2023 = %v, want none: its year before is not there", found)
	}
	found := batch.Entries[1].Findings
	if len(found) != 2 {
		t.Fatalf("findings on 2024 = %v, want natural persons and total", found)
	}
	for i, where := range []string{"req.carried_in.natural_person", "req.carried_in.total"} {
		f := found[i]
		if f.ID != "T3-06" || f.Severity != checks.Error || f.Where != where || f.Stated == nil || *f.Stated != 1 || f.Expected == nil || *f.Expected != 2 {
			t.Errorf("finding %d = %+v, want T3-06 at %s, 1 for 2", i, f, where)
		}
		if !strings.Contains(f.Place, "原文第") || !strings.Contains(f.Place, "2023.txt") {
			t.Errorf("place = %q, want the line and the file of 2023", f.Place)
		}
	}
}

// TestTwoFilesOfOneReport: which of them is the report of 2023 is not known.
func TestTwoFilesOfOneReport(t *testing.T) {
	batch := read(t, folder(t, map[string]string{"a.txt": town(t, 2023), "b.txt": town(t, 2023), "c.txt": town(t, 2024)}))
	for _, e := range batch.Entries {
		if len(e.Findings) != 0 {
			t.Errorf("%s: findings %v, want none", e.File, e.Findings)
		}
	}
}

func TestWriteJSON(t *testing.T) {
	batch := read(t, folder(t, map[string]string{"1.txt": "", "2023.txt": town(t, 2023), "2024.txt": town(t, 2024)}))
	var out bytes.Buffer
	err := batch.WriteJSON(&out)
	if err != nil {
		t.Fatal(err)
	}
	var got []struct {
		Organ    string
		Year     int
		Cells    map[string]any
		Places   map[string]string
		Findings []checks.Finding
	}
	err = json.Unmarshal(out.Bytes(), &got)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 3 || len(got[0].Cells) != 200 || got[0].Cells["req.received_new.total"] != nil || len(got[0].Findings) != 1 {
		t.Fatalf("JSON = %s, want three objects, the first with unknown cells and one finding", out.String())
	}
	last := got[2]
	if last.Cells["req.received_new.total"] != float64(6) || last.Places["req.received_new.total"] == "" || len(last.Findings) != 2 {
		t.Errorf("2024: new requests %v at %q, %d findings; want 6, a place, 2", last.Cells["req.received_new.total"], last.Places["req.received_new.total"], len(last.Findings))
	}
}

func TestWriteBook(t *testing.T) {
	batch := read(t, folder(t, map[string]string{"1.txt": "", "2023.txt": town(t, 2023), "2024.txt": town(t, 2024)}))
	var out bytes.Buffer
	err := batch.WriteBook(&out)
	if err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := book.GetRows("总表")
	if err != nil || len(rows) != 4 || len(rows[0]) != 212 {
		t.Fatalf("总表 has %d rows, %v, want 4 with the 200 cells", len(rows), err)
	}
	if rows[3][1] != "禾岭县青石镇人民政府" || rows[3][4] != "200" || rows[3][8] != "2" {
		t.Errorf("row of 2024 = %q, want 200 numbers and 2 errors", rows[3][:12])
	}
	found, err := book.GetRows("检查结果")
	if err != nil || len(found) != 4 {
		t.Fatalf("检查结果 has %d rows, %v, want 4", len(found), err)
	}
	if f := found[3]; f[0] != "错误" || f[1] != "T3-06" || f[8] != "1" || f[9] != "2" {
		t.Errorf("finding = %q, want T3-06 with 1 for 2", f)
	}
}

// TestReadingThatCannotBeKept: a value that no cell can hold is a fault of reading. It
// costs that file, not the folder.
func TestReadingThatCannotBeKept(t *testing.T) {
	store, err := newKept()
	if err != nil {
		t.Fatal(err)
	}
	b := &Batch{kept: store}
	for _, r := range []reading.Result{
		{File: "a.txt", Format: tally.Format2021, Cells: tally.Cells{"licence_decisions": tally.Count(-1)}},
		{File: "b.txt", Format: tally.Format2021, Cells: tally.Cells{"licence_decisions": tally.Count(1)}},
	} {
		err := b.add(r)
		if err != nil {
			t.Errorf("add(%s) = %v, want an entry", r.File, err)
		}
	}
	if len(b.Entries) != 2 || isReport(b.Entries[0]) || !isReport(b.Entries[1]) {
		t.Errorf("entries = %+v, want the first unreadable", b.Entries)
	}
	err = b.WriteJSON(io.Discard)
	if err != nil {
		t.Errorf("WriteJSON = %v, want none", err)
	}
	err = b.Close()
	if err != nil {
		t.Error(err)
	}
}

func TestReadAllStopsWithItsContext(t *testing.T) {
	files, err := List([]string{"testdata"})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	_, err = ReadAll(ctx, files, source.Limits{}, func(int) {})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("ReadAll(ended context) = %v, want context.Canceled", err)
	}
}

func TestManyFilesComeInOrder(t *testing.T) {
	files := map[string]string{}
	for i := range 60 {
		files[fmt.Sprintf("%03d.txt", i)] = town(t, 2023+i%2)
	}
	batch := read(t, folder(t, files))
	for i, e := range batch.Entries {
		if want := fmt.Sprintf("%03d.txt", i); filepath.Base(e.File) != want || e.Year != 2023+i%2 {
			t.Errorf("entry %d = %s of %d, want %s of %d", i, e.File, e.Year, want, 2023+i%2)
		}
	}
}
