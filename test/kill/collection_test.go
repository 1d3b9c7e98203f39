package kill_test

import (
	"fmt"
	"os"
	"strings"
	"time"

	"gongkai/internal/annualreport"
	"gongkai/internal/annualreport/collection"
	"gongkai/internal/job"
	"gongkai/internal/organ"
	"gongkai/internal/reportfile"
	"gongkai/internal/store"
	"gongkai/law/workday"
)

// sent is how many reports are collected, the last of them after the others were
// read and decided on.
const sent = 12

// read is the second reading of a collection, in its job.
var read = change{
	name: "read",
	town: imported.town,
	prepare: func(o office) {
		service := o.collected()
		k := collection.Key{SiteID: siteID, OrganID: o.town}
		id, err := service.Receive(o.t.Context(), o.as(organ.Clerk), k, "2024年度年报", "", o.kept(service, 1, sent-1))
		o.must(err)
		k.ID = id
		o.must(o.readAll(service, k))
		n, err := service.MarkAll(o.t.Context(), o.as(organ.Clerk), k, collection.Filter{Severity: "E"}, collection.Returned, "请更正")
		o.must(err)
		if n < sent-1 {
			o.t.Fatalf("%s: %d errors were marked, want one for each report", o.town, n)
		}
		o.must(service.Add(o.t.Context(), o.as(organ.Clerk), k, o.kept(service, sent, sent)))
	},
	do: func(o office, _ func()) error {
		service := o.collected()
		list, err := service.List(o.t.Context(), o.as(organ.Clerk), collection.Key{SiteID: siteID, OrganID: o.town})
		if err != nil {
			return err
		}
		return o.readAll(service, collection.Key{SiteID: siteID, OrganID: o.town, ID: list[0].ID})
	},
	found: func(o office) bool {
		const of = ` FROM collection c JOIN collection_file f ON f.collection_id = c.id WHERE c.organ_id = TOWN`
		const on = ` FROM collection c JOIN collection_finding f ON f.collection_id = c.id WHERE c.organ_id = TOWN`
		if n := o.count(`SELECT count(DISTINCT f.file)` + on + ` AND f.mark = 'returned' AND f.marked_by <> '' AND f.note = '请更正'`); n != sent-1 {
			o.t.Errorf("%s: the decisions on %d reports are there, want those on %d", o.town, n, sent-1)
		}
		if n := o.count(`SELECT count(*)` + of + ` AND f.returned > 0`); n != sent-1 {
			o.t.Errorf("%s: %d reports count their decisions, want %d", o.town, n, sent-1)
		}
		return o.agree(map[string]int{
			`SELECT count(*) FROM collection WHERE organ_id = TOWN AND state = 'read' AND read_at <> ''`: 1,
			fmt.Sprintf(`SELECT count(*)%s AND f.number = %d AND f.year = 2024`, of, sent):               1,
			fmt.Sprintf(`SELECT count(DISTINCT f.file)%s AND f.file = %d`, on, sent):                     1,
			fmt.Sprintf(`SELECT count(*)%s AND f.number = %d AND f.errors > 0`, of, sent):                1,
		})
	},
	goOn: func(o office) {
		service := o.collected()
		list, err := service.List(o.t.Context(), o.as(organ.Clerk), collection.Key{SiteID: siteID, OrganID: o.town})
		o.must(err)
		o.must(service.Discard(o.t.Context(), o.as(organ.Clerk), collection.Key{SiteID: siteID, OrganID: o.town, ID: list[0].ID}, "试完"))
	},
}

func (o office) collected() *collection.Service {
	return collection.NewService(store.NewCollections(o.db), time.Now)
}

// kept keeps the reports of the numbers given. Each has a sum that does not hold.
func (o office) kept(service *collection.Service, first, last int) []collection.Upload {
	o.t.Helper()
	sound, err := os.ReadFile("../../internal/reportfile/testdata/town-2024.txt")
	o.must(err)
	wrong := strings.Replace(string(sound), "（七）总计	7", "（七）总计	8", 1)
	var uploads []collection.Upload
	for n := first; n <= last; n++ {
		text := strings.ReplaceAll(wrong, "青石镇", fmt.Sprintf("青%c镇", []rune("甲乙丙丁戊己庚辛壬癸子丑")[n-1]))
		u, err := service.Keep(o.t.Context(), o.as(organ.Clerk), collection.Key{SiteID: siteID, OrganID: o.town}, fmt.Sprintf("%d.txt", n), strings.NewReader(text))
		o.must(err)
		uploads = append(uploads, u)
	}
	return uploads
}

// readAll works the queue off until the collection is read. It holds a job so
// shortly that whoever comes after its death need not wait.
func (o office) readAll(service *collection.Service, k collection.Key) error {
	queue := store.NewJobs(o.db)
	reports := annualreport.NewService(store.NewReports(o.db), workday.National(), time.Now)
	reader := reportfile.NewCollections(service, queue, reports.SealedCells, "")
	for {
		c, err := service.Collection(o.t.Context(), k.SiteID, k.ID)
		if err != nil || c.State == collection.Read {
			return err
		}
		j, found, err := queue.Claim(o.t.Context(), time.Now(), time.Millisecond)
		if err != nil {
			return err
		}
		if !found {
			return fmt.Errorf("nothing is queued, but collection %s is %s", c.ID, c.State)
		}
		err = reader.Run(o.t.Context(), j, &job.Progress{})
		if err != nil {
			return err
		}
		err = queue.Complete(o.t.Context(), j, time.Now())
		if err != nil {
			return err
		}
	}
}
