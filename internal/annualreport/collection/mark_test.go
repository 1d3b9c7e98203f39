package collection_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/annualreport/collection"
)

// three files: 1 has an error and a warning, 2 a warning and a remark, 3 two errors.
func (d *desk) examined() collection.Key {
	d.t.Helper()
	k := d.received("青石.txt", "一", "100%_B.txt", "二", "c.txt", "三")
	d.finish(k,
		townReport(1, "青石镇人民政府", 2025, objection("T3-01", checks.Error, "a", "错一"), objection("P-01", checks.Warning, "b", "注意一")),
		townReport(2, "白溪镇人民政府", 2025, objection("P-01", checks.Warning, "b", "注意二"), objection("P-01", checks.Information, "c", "说明")),
		townReport(3, "新岗乡人民政府", 2025, objection("T3-01", checks.Error, "a", "错二"), objection("T3-02", checks.Error, "a", "错三")))
	return k
}

func TestMark(t *testing.T) {
	onEach(t, func(t *testing.T, d *desk) {
		k := d.examined()
		first := collection.Target{File: 1, Position: 1, Fingerprint: d.findings(k, collection.Filter{File: 1})[0].Fingerprint()}
		for _, c := range []struct {
			at   collection.Target
			mark collection.Mark
			note string
			want string
		}{
			{first, collection.Accepted, " ", "collection-accept-reason-required"},
			{first, "erased", "", "collection-mark-unknown"},
			{first, collection.Returned, strings.Repeat("长", 2001), "collection-note-too-long"},
			{collection.Target{File: 1, Position: 3}, collection.Returned, "", "collection-finding-gone"},
			{collection.Target{File: 1, Position: 1, Fingerprint: d.findings(k, collection.Filter{File: 1})[1].Fingerprint()}, collection.Returned, "", "collection-finding-gone"},
		} {
			n, err := d.service.Mark(t.Context(), supervisor, k, []collection.Target{{File: 2, Position: 1}, c.at}, c.mark, c.note)
			d.refused(fmt.Sprintf("Mark(%v, %s)", c.at, c.mark), err, c.want)
			if undecided := d.files(k, collection.Filter{}); n != 0 || undecided[2].Tally.Undecided != 2 {
				t.Errorf("Mark(%v) that was refused changed %d and left %+v, want nothing changed", c.at, n, undecided[2].Tally)
			}
		}
		n, err := d.service.Mark(t.Context(), supervisor, k, []collection.Target{first, {File: 2, Position: 2}}, collection.Accepted, "已核对登记资料")
		if n != 2 || err != nil {
			t.Errorf("Mark() = %d, %v, want 2", n, err)
		}
		n, err = d.service.Mark(t.Context(), supervisor, k, []collection.Target{first}, collection.Accepted, "已核对登记资料")
		if n != 0 || err != nil {
			t.Errorf("Mark() of the same again = %d, %v, want 0", n, err)
		}
		f := d.findings(k, collection.Filter{File: 1})[0]
		if f.Mark != collection.Accepted || f.Note != "已核对登记资料" || f.MarkedBy != "周小满" || !f.MarkedAt.Equal(d.now) {
			t.Errorf("finding = %+v, want it accepted with note, person and time", f)
		}
		trail := d.trail(k)
		if len(trail) != 2 || !strings.Contains(trail[1], `"which":[{"file":1,"position":1,"check":"T3-01"`) || !strings.HasSuffix(trail[1], "已核对登记资料") {
			t.Errorf("trail = %q, want one line for the two findings by name", trail)
		}
		n, err = d.service.Mark(t.Context(), supervisor, k, []collection.Target{first}, collection.Undecided, "撤回")
		f = d.findings(k, collection.Filter{File: 1})[0]
		if n != 1 || err != nil || f.Mark != collection.Undecided || f.Note+f.MarkedBy != "" || !f.MarkedAt.IsZero() {
			t.Errorf("finding whose decision was taken back = %+v, %d, %v, want nothing of it left", f, n, err)
		}
		if tally := d.files(k, collection.Filter{File: 1})[0].Tally; tally.Accepted != 0 || tally.Undecided != 2 {
			t.Errorf("tally = %+v, want 2 undecided", tally)
		}
	})
}

func TestMarkAll(t *testing.T) {
	onEach(t, func(t *testing.T, d *desk) {
		k := d.examined()
		undecided := collection.Undecided
		for _, c := range []struct {
			f    collection.Filter
			mark collection.Mark
			note string
			n    int
		}{
			{collection.Filter{Check: "P-01", Severity: checks.Warning}, collection.Accepted, "", 2},
			{collection.Filter{Check: "P-01"}, collection.Accepted, "", 1}, // the others are accepted already
			{collection.Filter{File: 3}, collection.Accepted, "登记簿已更正", 2},
			{collection.Filter{Mark: &undecided}, collection.Returned, "", 1},
			{collection.Filter{Text: "青石"}, collection.Undecided, "", 2},
			{collection.Filter{Check: "none"}, collection.Returned, "", 0},
		} {
			n, err := d.service.MarkAll(t.Context(), supervisor, k, c.f, c.mark, c.note)
			if n != c.n || err != nil {
				t.Errorf("MarkAll(%+v, %s) = %d, %v, want %d", c.f, c.mark, n, err, c.n)
			}
		}
		_, err := d.service.MarkAll(t.Context(), supervisor, k, collection.Filter{}, collection.Accepted, "")
		d.refused("MarkAll() that accepts errors without a reason", err, "collection-accept-reason-required")
		got := map[int]collection.Tally{}
		for _, f := range d.files(k, collection.Filter{}) {
			got[f.Number] = f.Tally
		}
		want := map[int]collection.Tally{
			1: {Errors: 1, Warnings: 1, Undecided: 2}, 2: {Warnings: 1, Informations: 1, Accepted: 2}, 3: {Errors: 2, Accepted: 2},
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("tallies = %+v, want %+v", got, want)
		}
		if trail := d.trail(k); len(trail) != 6 {
			t.Errorf("trail = %q, want one line for each decision that changed something", trail)
		}
	})
}

func TestLists(t *testing.T) {
	onEach(t, func(t *testing.T, d *desk) {
		k := d.examined()
		undecided, returned := collection.Undecided, collection.Returned
		for _, c := range []struct {
			f               collection.Filter
			files, findings string
		}{
			{collection.Filter{}, "3 1 2", "1.1 3.1 3.2 1.2 2.1 2.2"},
			{collection.Filter{Severity: checks.Error}, "3 1", "1.1 3.1 3.2"},
			{collection.Filter{Check: "P-01"}, "1 2", "1.2 2.1 2.2"},
			{collection.Filter{Check: "P-01", Severity: checks.Information}, "2", "2.2"},
			{collection.Filter{Check: "P-01", Severity: checks.Error}, "", ""},
			{collection.Filter{File: 3}, "3", "3.1 3.2"},
			{collection.Filter{File: 3, Check: "T3-02"}, "3", "3.2"},
			{collection.Filter{File: 3, Text: "新岗"}, "3", "3.1 3.2"},
			{collection.Filter{Text: "白溪"}, "2", "2.1 2.2"},
			{collection.Filter{Text: "100%_b.TXT"}, "2", "2.1 2.2"},
			{collection.Filter{Text: "%"}, "2", "2.1 2.2"},
			{collection.Filter{Text: `\`}, "", ""},
			{collection.Filter{Mark: &undecided}, "3 1 2", "1.1 3.1 3.2 1.2 2.1 2.2"},
			{collection.Filter{Mark: &returned}, "", ""},
		} {
			var files, findings []string
			var lastFile collection.File
			for { // one at a time, so that each is the end of a page once
				page, err := d.service.Files(t.Context(), supervisor, k, c.f, lastFile, 1)
				d.must(err)
				if len(page) == 0 {
					break
				}
				lastFile = page[0]
				files = append(files, fmt.Sprint(lastFile.Number))
			}
			var last collection.Finding
			for {
				page, err := d.service.Findings(t.Context(), supervisor, k, c.f, last, 1)
				d.must(err)
				if len(page) == 0 {
					break
				}
				last = page[0]
				findings = append(findings, fmt.Sprintf("%d.%d", last.File, last.Position))
			}
			if got := strings.Join(files, " "); got != c.files {
				t.Errorf("Files(%+v) = %s, want %s", c.f, got, c.files)
			}
			if got := strings.Join(findings, " "); got != c.findings {
				t.Errorf("Findings(%+v) = %s, want %s", c.f, got, c.findings)
			}
		}
		counts, err := d.service.Checks(t.Context(), supervisor, k)
		want := []collection.CheckCount{
			{ID: "T3-01", Title: "检查T3-01", Severity: checks.Error, Files: 2, Findings: 2},
			{ID: "T3-02", Title: "检查T3-02", Severity: checks.Error, Files: 1, Findings: 1},
			{ID: "P-01", Title: "检查P-01", Severity: checks.Warning, Files: 2, Findings: 2},
			{ID: "P-01", Title: "检查P-01", Severity: checks.Information, Files: 1, Findings: 1},
		}
		if err != nil || !reflect.DeepEqual(counts, want) {
			t.Errorf("Checks() = %+v, %v, want %+v", counts, err, want)
		}
		many := []int{2, 3}
		for n := range 150 { // more than one question takes
			many = append(many, 1000+n)
		}
		cells, err := d.service.Matrix(t.Context(), supervisor, k, append(many, 1))
		wantCells := []collection.Cell{
			{File: 1, Check: "P-01", Severity: checks.Warning, Findings: 1},
			{File: 1, Check: "T3-01", Severity: checks.Error, Findings: 1},
			{File: 2, Check: "P-01", Severity: checks.Warning, Findings: 1},
			{File: 2, Check: "P-01", Severity: checks.Information, Findings: 1},
			{File: 3, Check: "T3-01", Severity: checks.Error, Findings: 1},
			{File: 3, Check: "T3-02", Severity: checks.Error, Findings: 1},
		}
		if err != nil || !reflect.DeepEqual(cells, wantCells) {
			t.Errorf("Matrix() = %+v, %v, want %+v", cells, err, wantCells)
		}
		none, err := d.service.Matrix(t.Context(), supervisor, k, nil)
		if err != nil || none != nil {
			t.Errorf("Matrix() of no files = %v, %v, want none", none, err)
		}
		second := d.received("z.txt", "四")
		list, err := d.service.List(t.Context(), supervisor, key(""))
		if err != nil || len(list) != 2 || list[0].ID != second.ID || list[0].Files != 1 || list[1].Files != 3 {
			t.Errorf("List() = %+v, %v, want the newer first with their numbers of files", list, err)
		}
	})
}
