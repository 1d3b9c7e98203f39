package collection_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"

	"gongkai/internal/annualreport/collection"
	"gongkai/internal/job"
	"gongkai/internal/organ"
	"gongkai/internal/store"
)

func TestKeepStoresAContentOnce(t *testing.T) {
	onEach(t, func(t *testing.T, d *desk) {
		two := d.kept("a.txt", "报告", "b.txt", "报告")
		if two[0].Digest != two[1].Digest || two[0].Size != 6 || two[1].Name != "b.txt" {
			t.Errorf("Keep() twice = %+v, want one digest of 6 bytes under two names", two)
		}
		empty, err := d.service.Keep(t.Context(), supervisor, key(""), "空.pdf", strings.NewReader(""))
		if err != nil || empty.Size != 0 {
			t.Errorf("Keep(nothing) = %+v, %v, want it kept: its row says that it is empty", empty, err)
		}
		_, err = d.service.Keep(t.Context(), supervisor, key(""), "大.pdf", io.LimitReader(endless{}, collection.MostBytes+1))
		d.refused("Keep(too much)", err, "collection-file-too-large")
	})
}

type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }

func TestReceive(t *testing.T) {
	onEach(t, func(t *testing.T, d *desk) {
		k := d.received("镇/a.txt", "一", "镇/b.txt", "二", "镇/a.txt", "三", "镇/b.txt", "二")
		c := d.get(k)
		want := collection.Collection{
			SiteID: "s", ID: k.ID, OrganID: "office", Title: "2025年度镇街年报", State: collection.Reading, Run: c.Run,
			Person: "周小满", CreatedAt: d.now, Files: 3,
		}
		if !reflect.DeepEqual(c, want) || c.Run == "" {
			t.Errorf("Get() = %+v, want %+v", c, want)
		}
		var names []string
		for _, f := range d.files(k, collection.Filter{}) {
			names = append(names, fmt.Sprint(f.Number, f.Name))
		}
		if got := strings.Join(names, " "); got != "1镇/a.txt 2镇/b.txt 3镇/a（2）.txt" {
			t.Errorf("files = %s, want two of one name kept apart and one that came twice once", got)
		}
		j, err := store.NewJobs(d.db).Job(t.Context(), "s", c.Run)
		var order collection.Order
		if err != nil || j.State != job.Queued || j.Kind != collection.ReadingKind || json.Unmarshal(j.Payload, &order) != nil || order != (collection.Order{Collection: k.ID, Run: c.Run}) {
			t.Errorf("job of the reading = %+v %s, %v, want it queued for the collection", j, j.Payload, err)
		}
		file, content, err := d.service.Original(t.Context(), supervisor, k, 3)
		if err != nil || file.Name != "镇/a（2）.txt" || !bytes.Equal(content, []byte("三")) {
			t.Errorf("Original(3) = %+v, %s, %v, want 三", file, content, err)
		}
		_, _, err = d.service.Original(t.Context(), supervisor, k, 4)
		d.refused("Original(4)", err, "collection-file-gone")
		if trail := d.trail(k); len(trail) != 1 || !strings.Contains(trail[0], `"files":3`) {
			t.Errorf("trail = %q, want one line with 3 files", trail)
		}
	})
}

func TestReceiveRefuses(t *testing.T) {
	onEach(t, func(t *testing.T, d *desk) {
		one := d.kept("a.txt", "一")
		many := make([]collection.Upload, collection.MostFiles+1)
		for i := range many {
			many[i] = collection.Upload{Name: fmt.Sprint(i), Digest: one[0].Digest}
		}
		for _, c := range []struct {
			title, region string
			uploads       []collection.Upload
			want          string
		}{
			{" ", "", one, "collection-title-required"},
			{strings.Repeat("长", 201), "", one, "collection-title-too-long"},
			{"报告", strings.Repeat("长", 201), one, "collection-title-too-long"},
			{"报告", "", nil, "collection-no-files"},
			{"报告", "", many, "collection-too-many-files"},
			{"报告", "", []collection.Upload{{Name: "a", Digest: strings.Repeat("0", 64)}}, "collection-upload-gone"},
		} {
			_, err := d.service.Receive(t.Context(), supervisor, key(""), c.title, c.region, c.uploads)
			d.refused(fmt.Sprintf("Receive(%.9q, %d files)", c.title, len(c.uploads)), err, c.want)
		}
		list, err := d.service.List(t.Context(), supervisor, key(""))
		if err != nil || len(list) != 0 {
			t.Errorf("List() after refusals = %v, %v, want nothing", list, err)
		}
	})
}

func TestWhoMayCollect(t *testing.T) {
	onEach(t, func(t *testing.T, d *desk) {
		k := d.received("a.txt", "一")
		d.finish(k, townReport(1, "青石镇人民政府", 2025))
		for _, c := range []struct {
			who          organ.Person
			look, change bool
		}{
			{supervisor, true, true},
			{person(organ.Supervisor, "county"), true, true},
			{person(organ.Clerk, "office"), true, true},
			{person(organ.Signer, "office"), true, true},
			{person(organ.Auditor, "county"), true, false},
			{person(organ.Reviewer, "office"), true, false},
			{person(organ.Administrator, "county"), false, false},
			{person(organ.Clerk, "county"), false, false},
			{person(organ.Clerk, "stone"), false, false},
			{person(organ.Supervisor, "bureau"), false, false},
			{organ.Person{}, false, false},
		} {
			looks := map[string]error{}
			_, looks["List"] = d.service.List(t.Context(), c.who, k)
			_, looks["Get"] = d.service.Get(t.Context(), c.who, k)
			_, looks["Files"] = d.service.Files(t.Context(), c.who, k, collection.Filter{}, collection.File{}, 9)
			_, looks["File"] = d.service.File(t.Context(), c.who, k, 1)
			_, looks["Findings"] = d.service.Findings(t.Context(), c.who, k, collection.Filter{}, collection.Finding{}, 9)
			_, looks["Checks"] = d.service.Checks(t.Context(), c.who, k)
			_, looks["Matrix"] = d.service.Matrix(t.Context(), c.who, k, []int{1})
			_, _, looks["Missing"] = d.service.Missing(t.Context(), c.who, k)
			_, _, looks["Original"] = d.service.Original(t.Context(), c.who, k, 1)
			for what, err := range looks {
				if (err == nil) != c.look {
					t.Errorf("%s by %v = %v, want allowed %v", what, c.who.Grants, err, c.look)
				}
			}
			changes := map[string]error{}
			_, changes["Keep"] = d.service.Keep(t.Context(), c.who, k, "a", strings.NewReader("一"))
			_, changes["Receive"] = d.service.Receive(t.Context(), c.who, k, "", "", nil)
			changes["Add"] = d.service.Add(t.Context(), c.who, k, nil)
			changes["Remove"] = d.service.Remove(t.Context(), c.who, k, 1, "")
			changes["Discard"] = d.service.Discard(t.Context(), c.who, k, "")
			changes["ReadAgain"] = d.service.ReadAgain(t.Context(), c.who, k)
			_, changes["Mark"] = d.service.Mark(t.Context(), c.who, k, nil, "?", "")
			_, changes["MarkAll"] = d.service.MarkAll(t.Context(), c.who, k, collection.Filter{}, "?", "")
			for what, err := range changes {
				if forbidden := err != nil && strings.Contains(err.Error(), "forbidden"); forbidden == c.change {
					t.Errorf("%s by %v = %v, want allowed %v", what, c.who.Grants, err, c.change)
				}
			}
		}
		other := collection.Key{SiteID: "s", OrganID: "bureau", ID: k.ID}
		_, err := d.service.Get(t.Context(), person(organ.Clerk, "bureau"), other)
		d.refused("Get() of another organ's", err, "collection-gone")
		elsewhere := person(organ.Supervisor, "office")
		elsewhere.SiteID = "t"
		_, err = d.service.Get(t.Context(), elsewhere, k)
		d.refused("Get() from another site", err, "forbidden")
	})
}

func TestAdd(t *testing.T) {
	onEach(t, func(t *testing.T, d *desk) {
		k := d.received("a.txt", "一", "b.txt", "二")
		run := d.get(k).Run
		d.must(d.service.Add(t.Context(), supervisor, k, d.kept("a.txt", "一")))
		if c := d.get(k); c.Run != run || c.Files != 2 {
			t.Errorf("Add() of what is there: run %s, %d files, want run %s and 2 files", c.Run, c.Files, run)
		}
		d.finish(k, townReport(1, "青石镇人民政府", 2025, objection("T3-01", "E", "x", "不等")), townReport(2, "白溪镇人民政府", 2025, objection("T3-01", "E", "x", "不等")))
		_, err := d.service.MarkAll(t.Context(), supervisor, k, collection.Filter{}, collection.Returned, "")
		d.must(err)
		d.must(d.service.Add(t.Context(), supervisor, k, d.kept("a.txt", "改过", "c.txt", "三")))
		c := d.get(k)
		if c.State != collection.Reading || c.Run == run || c.Files != 3 || !c.ReadAt.IsZero() {
			t.Errorf("Get() after Add() = %+v, want another reading of 3 files", c)
		}
		_, err = d.service.File(t.Context(), supervisor, k, 1)
		d.refused("File() of one that was replaced", err, "collection-file-gone")
		d.finish(k, townReport(2, "白溪镇人民政府", 2025, objection("T3-01", "E", "x", "不等")),
			townReport(3, "青石镇人民政府", 2025, objection("T3-01", "E", "x", "不等")), townReport(4, "新岗乡人民政府", 2025))
		got := map[int]collection.Mark{}
		for _, f := range d.findings(k, collection.Filter{}) {
			got[f.File] = f.Mark
		}
		if want := map[int]collection.Mark{2: collection.Returned, 3: collection.Undecided}; !reflect.DeepEqual(got, want) {
			t.Errorf("marks after Add() = %v, want %v: the file that stayed keeps its own, the new one has none", got, want)
		}
		trail := d.trail(k)
		if len(trail) != 3 || !strings.Contains(trail[2], d.kept("x", "一")[0].Digest) || !strings.Contains(trail[2], d.kept("x", "改过")[0].Digest) {
			t.Errorf("trail = %q, want both contents of a.txt named", trail)
		}
	})
}

func TestRemoveAndDiscard(t *testing.T) {
	onEach(t, func(t *testing.T, d *desk) {
		k := d.received("a.txt", "一", "b.txt", "二")
		d.finish(k, townReport(1, "青石镇人民政府", 2025, objection("T3-01", "E", "x", "不等")), townReport(2, "白溪镇人民政府", 2025))
		d.refused("Remove() without a reason", d.service.Remove(t.Context(), supervisor, k, 1, " "), "collection-reason-required")
		d.refused("Remove(9)", d.service.Remove(t.Context(), supervisor, k, 9, "错"), "collection-file-gone")
		d.must(d.service.Remove(t.Context(), supervisor, k, 1, "误传"))
		if c := d.get(k); c.State != collection.Reading || c.Files != 1 || len(d.findings(k, collection.Filter{})) != 0 {
			t.Errorf("Get() after Remove() = %+v, want one file to be read again and no finding left", c)
		}
		d.refused("Remove() of the last file", d.service.Remove(t.Context(), supervisor, k, 2, "误传"), "collection-last-file")
		d.must(d.service.Add(t.Context(), supervisor, k, d.kept("c.txt", "三")))
		if files := d.files(k, collection.Filter{}); len(files) != 2 || files[1].Number != 3 {
			t.Errorf("files = %+v, want the next number 3", files)
		}
		d.refused("Discard() without a reason", d.service.Discard(t.Context(), supervisor, k, ""), "collection-reason-required")
		d.must(d.service.Discard(t.Context(), supervisor, k, "测试用"))
		_, err := d.service.Get(t.Context(), supervisor, k)
		d.refused("Get() after Discard()", err, "collection-gone")
		trail := d.trail(k)
		if last := trail[len(trail)-1]; !strings.HasPrefix(last, "collection.discard") || !strings.Contains(last, "2025年度镇街年报") || !strings.Contains(last, `"files":2`) {
			t.Errorf("trail ends with %q, want title and number of files", last)
		}
	})
}

// TestOneRefusedFileStopsNoOther: the collection stands, and says what it lacks until
// the file came after all.
func TestOneRefusedFileStopsNoOther(t *testing.T) {
	onEach(t, func(t *testing.T, d *desk) {
		uploads := append(d.kept("a.txt", "报告"), collection.Upload{Name: "大.pdf", Refused: "超过50 MB"})
		id, err := d.service.Receive(t.Context(), supervisor, key(""), "2025年度", "", uploads)
		d.must(err)
		k := key(id)
		if c := d.get(k); c.Files != 1 || !reflect.DeepEqual(c.LeftOut, []collection.LeftOut{{Name: "大.pdf", Why: "超过50 MB"}}) {
			t.Errorf("Get() = %d files, left out %v, want one of each", c.Files, c.LeftOut)
		}
		d.must(d.service.Add(t.Context(), supervisor, k, []collection.Upload{{Name: "坏.zip", Refused: "打不开"}, d.kept("b.txt", "又一份")[0]}))
		d.must(d.service.Add(t.Context(), supervisor, k, d.kept("大.pdf", "小了的报告")))
		if c := d.get(k); c.Files != 3 || !reflect.DeepEqual(c.LeftOut, []collection.LeftOut{{Name: "坏.zip", Why: "打不开"}}) {
			t.Errorf("Get() = %d files, left out %v, want three and the archive", c.Files, c.LeftOut)
		}
		_, err = d.service.Receive(t.Context(), supervisor, key(""), "2025年度", "", []collection.Upload{{Name: "大.pdf", Refused: "超过50 MB"}})
		d.refused("Receive(only refused files)", err, "collection-no-files")
	})
}
