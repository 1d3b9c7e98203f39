package collection_test

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"gongkai/internal/annualreport"
	"gongkai/internal/annualreport/checks"
	"gongkai/internal/annualreport/collection"
	"gongkai/internal/fault"
	"gongkai/internal/store"
)

func TestFinish(t *testing.T) {
	onEach(t, func(t *testing.T, d *desk) {
		k := d.received("a.txt", "一", "b.txt", "二", "c.txt", "三")
		run := d.get(k).Run
		_, files, err := d.service.Begin(t.Context(), "s", k.ID, run)
		if err != nil || len(files) != 3 {
			t.Fatalf("Begin() = %d files, %v, want 3", len(files), err)
		}
		stated, expected := int64(3), int64(5)
		whole := checks.Finding{
			ID: "T3-01", Severity: checks.Error, Text: "三不等于五", Where: "cell", Place: "表三", Quote: "三", Stated: &stated, Expected: &expected,
			Title: "合计", Citation: "Art. 50", At: &checks.Spot{Line: 7, Start: 2, End: 3},
		}
		examined := []collection.Examined{
			townReport(1, "禾岭县青石镇人民政府", 2025, objection("N-01", checks.Information, "x", "说明"), objection("P-01", checks.Warning, "x", "注意"), whole),
			{File: 2, Outline: collection.Outline{Unreadable: true}, Findings: []checks.Finding{{ID: "R-00", Text: "坏\x00了\xff", Severity: "?"}}},
			townReport(3, "不在册镇人民政府", 2024),
		}
		d.must(d.service.Finish(t.Context(), "s", k.ID, run, examined, ""))
		list := d.files(k, collection.Filter{})
		var order []string
		for _, f := range list {
			order = append(order, fmt.Sprint(f.Number, f.Outline.OrganID))
		}
		if got := strings.Join(order, " "); got != "2 1stone 3" {
			t.Errorf("files with their organs = %s, want the unreadable first, then most errors, and 青石镇 recognised", got)
		}
		want := examined[0].Outline
		want.OrganID = "stone"
		if got := list[1]; !reflect.DeepEqual(got.Outline, want) || got.Tally != (collection.Tally{Errors: 1, Warnings: 1, Informations: 1, Undecided: 3}) {
			t.Errorf("file 1 = %+v, want outline %+v and one finding of each severity", got, want)
		}
		found := d.findings(k, collection.Filter{File: 1})
		if len(found) != 3 || !reflect.DeepEqual(found[0], collection.Finding{File: 1, Position: 1, Finding: whole}) || found[2].ID != "N-01" {
			t.Errorf("findings of file 1 = %+v, want the error as it was found, then P-01 and N-01", found)
		}
		if bad := d.findings(k, collection.Filter{File: 2}); len(bad) != 1 || bad[0].Text != "坏了�" || bad[0].Severity != checks.Information {
			t.Errorf("findings of file 2 = %+v, want text that can be stored", bad)
		}
		c := d.get(k)
		if c.State != collection.Read || !c.ReadAt.Equal(d.now) {
			t.Errorf("Get() = %+v, want it read now", c)
		}

		d.must(d.service.Finish(t.Context(), "s", k.ID, run, nil, "")) // as after a kill between commit and report
		if again := d.findings(k, collection.Filter{}); len(again) != 4 {
			t.Errorf("findings after the same run finished twice = %d, want 4", len(again))
		}
		_, _, err = d.service.Begin(t.Context(), "s", k.ID, run)
		if !errors.Is(err, fault.Conflict) {
			t.Errorf("Begin() of a run that is done = %v, want a conflict", err)
		}
	})
}

func TestAReadingIsOvertaken(t *testing.T) {
	onEach(t, func(t *testing.T, d *desk) {
		k := d.received("a.txt", "一")
		run := d.get(k).Run
		d.must(d.service.ReadAgain(t.Context(), supervisor, k))
		_, _, err := d.service.Begin(t.Context(), "s", k.ID, run)
		if !errors.Is(err, fault.Conflict) {
			t.Errorf("Begin() = %v, want a conflict", err)
		}
		err = d.service.Finish(t.Context(), "s", k.ID, run, []collection.Examined{townReport(1, "青石镇", 2025)}, "")
		if !errors.Is(err, fault.Conflict) || d.files(k, collection.Filter{})[0].Outline.Year != 0 {
			t.Errorf("Finish() = %v, want a conflict and nothing written", err)
		}
		d.must(d.service.Fail(t.Context(), "s", k.ID, run))
		if c := d.get(k); c.State != collection.Reading {
			t.Errorf("state after the overtaken run failed = %s, want reading", c.State)
		}
		d.must(d.service.Fail(t.Context(), "s", k.ID, d.get(k).Run))
		if c := d.get(k); c.State != collection.Failed || c.Files != 1 {
			t.Errorf("Get() after Fail() = %+v, want failed with its file", c)
		}
		_, _, err = d.service.Begin(t.Context(), "s", "none", run)
		if !errors.Is(err, fault.NotFound) {
			t.Errorf("Begin() of no collection = %v, want not found", err)
		}
		d.must(d.service.Fail(t.Context(), "s", "none", run))
	})
}

func TestMarksAreKeptWhereNothingChanged(t *testing.T) {
	onEach(t, func(t *testing.T, d *desk) {
		k := d.received("a.txt", "一")
		twice := objection("P-01", checks.Warning, "x", "同一句话")
		d.finish(k, townReport(1, "青石镇", 2025, twice, twice, objection("T3-01", checks.Error, "x", "三不等于五"), objection("T3-02", checks.Error, "x", "旧")))
		for _, m := range []struct {
			position int
			mark     collection.Mark
			note     string
		}{{1, collection.Returned, ""}, {2, collection.Accepted, "已核对"}, {3, collection.Accepted, ""}} {
			n, err := d.service.Mark(t.Context(), supervisor, k, []collection.Target{{File: 1, Position: m.position}}, m.mark, m.note)
			if n != 1 || err != nil {
				t.Fatalf("Mark(%d) = %d, %v, want 1", m.position, n, err)
			}
		}
		d.must(d.service.ReadAgain(t.Context(), supervisor, k))
		d.finish(k, townReport(1, "青石镇", 2025, twice, objection("T3-02", checks.Error, "x", "新"), objection("T3-01", checks.Error, "x", "三不等于五"), twice))
		var got []string
		for _, f := range d.findings(k, collection.Filter{}) {
			got = append(got, f.ID+" "+f.Text+" "+string(f.Mark)+" "+f.MarkedBy)
		}
		want := []string{"T3-02 新  ", "T3-01 三不等于五 returned 周小满", "P-01 同一句话 accepted 周小满", "P-01 同一句话  "}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("findings read again = %q, want %q", got, want)
		}
		if tally := d.files(k, collection.Filter{})[0].Tally; tally != (collection.Tally{Errors: 2, Warnings: 2, Undecided: 2, Accepted: 1, Returned: 1}) {
			t.Errorf("tally = %+v, want 2 undecided, 1 accepted, 1 returned", tally)
		}
	})
}

func TestMissing(t *testing.T) {
	onEach(t, func(t *testing.T, d *desk) {
		k := d.received("a.txt", "一", "b.txt", "二", "c.txt", "三")
		missing, year, err := d.service.Missing(t.Context(), supervisor, k)
		if err != nil || year != 0 || missing != nil {
			t.Errorf("Missing() before reading = %v, %d, %v, want nothing", missing, year, err)
		}
		for _, c := range []struct {
			years [3]int
			year  int
			want  string
		}{
			{[3]int{2025, 2025, 2024}, 2025, "[新岗乡]"},
			{[3]int{2024, 2024, 2024}, 2024, "[]"},
			{[3]int{2024, 2025, 0}, 2025, "[新岗乡 青石镇]"},
			{[3]int{0, 0, 2024}, 2024, "[白溪镇 青石镇]"},
		} {
			d.must(d.service.ReadAgain(t.Context(), supervisor, k))
			d.finish(k, townReport(1, "青石镇人民政府", c.years[0]), townReport(2, "禾岭县白溪镇人民政府", c.years[1]), townReport(3, "别处镇人民政府", c.years[2]))
			missing, year, err := d.service.Missing(t.Context(), supervisor, k)
			names := []string{}
			for _, o := range missing {
				names = append(names, o.ShortName)
			}
			if got := fmt.Sprint(names); err != nil || year != c.year || got != c.want {
				t.Errorf("Missing() with reports of %v = %s, %d, %v, want %s of %d", c.years, got, year, err, c.want, c.year)
			}
		}
	})
}

// TestHandedInThroughTheSystemIsNotMissing: a town that drew its report up here need
// not send a file too; a draft or one that was returned is no report yet.
func TestHandedInThroughTheSystemIsNotMissing(t *testing.T) {
	onEach(t, func(t *testing.T, d *desk) {
		k := d.received("a.txt", "一")
		d.finish(k, townReport(1, "青石镇人民政府", 2025))
		d.must(store.NewReports(d.db).InTx(t.Context(), func(tx annualreport.Tx) error {
			for id, state := range map[string]annualreport.State{"brook": annualreport.Submitted, "hill": annualreport.Returned} {
				err := tx.AddReport(t.Context(), annualreport.Report{SiteID: "s", ID: "r-" + id, OrganID: id, Year: 2025, Edition: 1, Format: "2021", State: state, Version: 1})
				if err != nil {
					return err
				}
			}
			return nil
		}))
		missing, _, err := d.service.Missing(t.Context(), supervisor, k)
		if err != nil || len(missing) != 1 || missing[0].ID != "hill" {
			t.Errorf("Missing() = %v, %v, want the one whose report was returned", missing, err)
		}
	})
}
