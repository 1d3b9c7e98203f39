package reportfile

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/annualreport/collection"
	"gongkai/internal/ident"
	"gongkai/internal/job"
	"gongkai/internal/organ"
	"gongkai/internal/store"
	"gongkai/internal/store/storetest"
	"gongkai/law/tally"
)

// receivingDesk collects reports over a database whose queue is worked off by hand.
type receivingDesk struct {
	t       *testing.T
	service *collection.Service
	queue   store.Jobs
	folder  string
	reader  *Collections
	sealed  Sealed
	asked   []string // organs and years whose sealed report was asked for
	who     organ.Person
}

func newReceivingDesk(t *testing.T) *receivingDesk {
	t.Helper()
	db := storetest.SQLite(t, store.Options{})
	organs := organ.NewService(store.NewOrgans(db), time.Now, ident.System().Next)
	err := organs.AddSite(t.Context(), organ.Site{ID: "s", Name: "站", RootID: "county"}, []organ.Organ{
		{ID: "county", Kind: organ.CountyGovernment, Name: "禾岭县人民政府", ShortName: "禾岭县"},
		{ID: "stone", ParentID: "county", Kind: organ.Town, Name: "青石镇人民政府", ShortName: "青石镇"},
	})
	if err != nil {
		t.Fatal(err)
	}
	o := &receivingDesk{
		t: t, service: collection.NewService(store.NewCollections(db), time.Now), queue: store.NewJobs(db), folder: t.TempDir(),
		who: organ.Person{ID: "p", SiteID: "s", Name: "周小满", Grants: []organ.Grant{{Role: organ.Supervisor, OrganID: "county"}}},
	}
	none := func(context.Context, string, string, int) (tally.Cells, string, bool, error) {
		return nil, "", false, nil
	}
	o.sealed = none
	o.reader = NewCollections(o.service, o.queue, func(ctx context.Context, siteID, organID string, year int) (tally.Cells, string, bool, error) {
		o.asked = append(o.asked, organID+" "+time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC).Format("2006"))
		return o.sealed(ctx, siteID, organID, year)
	}, o.folder)
	return o
}

func (o *receivingDesk) must(err error) {
	o.t.Helper()
	if err != nil {
		o.t.Fatal(err)
	}
}

func (o *receivingDesk) received(region string, namesAndContents ...string) collection.Key {
	o.t.Helper()
	k := collection.Key{SiteID: "s", OrganID: "county"}
	var uploads []collection.Upload
	for i := 0; i < len(namesAndContents); i += 2 {
		u, err := o.service.Keep(o.t.Context(), o.who, k, namesAndContents[i], strings.NewReader(namesAndContents[i+1]))
		o.must(err)
		uploads = append(uploads, u)
	}
	id, err := o.service.Receive(o.t.Context(), o.who, k, "年报", region, uploads)
	o.must(err)
	k.ID = id
	return k
}

// claimed takes the next job from the queue.
func (o *receivingDesk) claimed() job.Job {
	o.t.Helper()
	j, found, err := o.queue.Claim(o.t.Context(), time.Now().Add(time.Hour), time.Minute)
	if err != nil || !found {
		o.t.Fatalf("Claim() = %v, %v, want a reading", found, err)
	}
	return j
}

func (o *receivingDesk) findings(k collection.Key) []collection.Finding {
	o.t.Helper()
	list, err := o.service.Findings(o.t.Context(), o.who, k, collection.Filter{}, collection.Finding{}, 1000)
	o.must(err)
	return list
}

func (o *receivingDesk) leftBehind() []string {
	o.t.Helper()
	entries, err := os.ReadDir(o.folder)
	o.must(err)
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestACollectionIsRead(t *testing.T) {
	o := newReceivingDesk(t)
	k := o.received("", "青石/2023.txt", town(t, 2023), "青石/2024.txt", town(t, 2024), "坏.docx", "PK\x03\x04不是压缩包")
	j, p := o.claimed(), &job.Progress{}
	o.must(o.reader.Run(t.Context(), j, p))
	if done, total := p.Get(); done != 3 || total != 3 {
		t.Errorf("progress = %d of %d, want 3 of 3", done, total)
	}
	files, err := o.service.Files(t.Context(), o.who, k, collection.Filter{}, collection.File{}, 10)
	o.must(err)
	if len(files) != 3 || files[0].Name != "坏.docx" || !files[0].Outline.Unreadable || files[0].Tally.Errors != 1 {
		t.Errorf("first file = %+v, want the damaged one with an error", files[0])
	}
	of2024 := files[slices.IndexFunc(files, func(f collection.File) bool { return f.Number == 2 })].Outline
	if of2024.OrganID != "stone" || of2024.Year != 2024 || of2024.Format != "2021" || of2024.Numbers < 200 || of2024.Unreadable {
		t.Errorf("outline of 2024 = %+v, want 青石镇 of 2024 with its figures", of2024)
	}
	carried := slices.DeleteFunc(o.findings(k), func(f collection.Finding) bool { return f.ID != "T3-06" })
	if len(carried) == 0 || carried[0].File != 2 || !strings.Contains(carried[0].Place, "，上年报告是文件“青石/2023.txt”") || strings.Contains(carried[0].Place, o.folder) {
		t.Errorf("findings on 上年结转 = %+v, want one on file 2 that names the file of 2023 as it was sent", carried)
	}
	if slices.Contains(o.asked, "stone 2023") || !slices.Contains(o.asked, "stone 2022") {
		t.Errorf("sealed reports asked for = %q, want 2022 but not 2023, which is in the collection", o.asked)
	}
	if left := o.leftBehind(); left != nil {
		t.Errorf("left behind = %v, want nothing", left)
	}
	done, total, err := o.reader.Progress(t.Context(), "s", k.ID)
	if done != 3 || total != 3 || err != nil {
		t.Errorf("Progress() = %d, %d, %v, want 3 of 3", done, total, err)
	}
	before := len(o.findings(k))
	o.must(os.MkdirAll(filepath.Join(o.folder, "gongkai-collection-"+j.ID+"-1"), 0o700))
	o.must(o.reader.Run(t.Context(), j, p)) // as after a kill before the queue knew
	if left := o.leftBehind(); left != nil {
		t.Errorf("left behind by the attempt that was killed = %v, want nothing", left)
	}
	if after := len(o.findings(k)); after != before {
		t.Errorf("findings after the job ran twice = %d, want %d", after, before)
	}
}

func TestTheYearBeforeIsTakenFromTheSystem(t *testing.T) {
	o := newReceivingDesk(t)
	_, last := Open("2023.txt", []byte(town(t, 2023)))
	o.sealed = func(_ context.Context, siteID, organID string, year int) (tally.Cells, string, bool, error) {
		return last.Cells, last.Format, siteID == "s" && organID == "stone" && year == 2023, nil
	}
	k := o.received("", "2024.txt", town(t, 2024))
	o.must(o.reader.Run(t.Context(), o.claimed(), &job.Progress{}))
	carried := slices.DeleteFunc(o.findings(k), func(f collection.Finding) bool { return f.ID != "T3-06" })
	if len(carried) == 0 || !strings.Contains(carried[0].Place, "本系统中的上年报告") || carried[0].At == nil || carried[0].Severity != checks.Error {
		t.Errorf("findings on 上年结转 = %+v, want an error with its place and the source of the year before", carried)
	}
}

func TestARegionIsComparedWithItsSum(t *testing.T) {
	o := newReceivingDesk(t)
	region := strings.ReplaceAll(town(t, 2024), "禾岭县青石镇人民政府", "禾岭县人民政府")
	k := o.received("禾岭县人民政府", "县.txt", strings.Replace(region, "行政许可\t12", "行政许可\t15", 1), "镇.txt", town(t, 2024))
	o.must(o.reader.Run(t.Context(), o.claimed(), &job.Progress{}))
	sums := slices.DeleteFunc(o.findings(k), func(f collection.Finding) bool { return f.ID != regionTotal })
	if len(sums) != 1 || sums[0].File != 1 || sums[0].Where != "licence_decisions" || *sums[0].Expected != 12 {
		t.Errorf("findings on the sum = %+v, want 许可 of the county to be 12", sums)
	}
}

func TestAReadingThatFails(t *testing.T) {
	o := newReceivingDesk(t)
	broken := errors.New("disk full")
	o.sealed = func(context.Context, string, string, int) (tally.Cells, string, bool, error) {
		return nil, "", false, broken
	}
	k := o.received("", "2024.txt", town(t, 2024))
	for attempt := 1; attempt <= 3; attempt++ {
		j := o.claimed()
		if j.Attempts != attempt {
			t.Fatalf("attempt = %d, want %d", j.Attempts, attempt)
		}
		o.must(os.MkdirAll(filepath.Join(o.folder, "gongkai-collection-"+j.ID+"-1"), 0o700)) // as a kill leaves it
		err := o.reader.Run(t.Context(), j, &job.Progress{})
		if !errors.Is(err, broken) {
			t.Errorf("Run() = %v, want %v", err, broken)
		}
		want := collection.Reading
		if attempt == 3 {
			want = collection.Failed
		}
		c, err := o.service.Get(t.Context(), o.who, k)
		if err != nil || c.State != want {
			t.Errorf("state after attempt %d = %s, %v, want %s", attempt, c.State, err, want)
		}
		o.must(o.queue.Fail(t.Context(), j, time.Now(), time.Now(), broken.Error()))
	}
	if left := o.leftBehind(); left != nil {
		t.Errorf("left behind = %v, want nothing", left)
	}
	o.sealed = func(context.Context, string, string, int) (tally.Cells, string, bool, error) {
		return nil, "", false, nil
	}
	o.must(o.service.ReadAgain(t.Context(), o.who, k))
	o.must(o.reader.Run(t.Context(), o.claimed(), &job.Progress{}))
	c, err := o.service.Get(t.Context(), o.who, k)
	if err != nil || c.State != collection.Read {
		t.Errorf("state after reading again = %s, %v, want read", c.State, err)
	}
}

func TestProgressOfAReadingNobodyHolds(t *testing.T) {
	o := newReceivingDesk(t)
	k := o.received("", "2024.txt", town(t, 2024))
	o.reader.SetRunning(func(site, id string) (int64, int64, bool) { return 3, 9, site == "s" && id != "" })
	done, total, err := o.reader.Progress(t.Context(), "s", k.ID)
	if done != 3 || total != 9 || err != nil {
		t.Errorf("Progress() while it runs here = %d, %d, %v, want 3 of 9", done, total, err)
	}
	o.reader.SetRunning(func(string, string) (int64, int64, bool) { return 0, 0, false })
	j := o.claimed()
	o.must(o.queue.Renew(t.Context(), j, time.Now().Add(time.Minute), 1, 2))
	done, total, err = o.reader.Progress(t.Context(), "s", k.ID)
	if done != 1 || total != 2 || err != nil {
		t.Errorf("Progress() while another process runs it = %d, %d, %v, want 1 of 2", done, total, err)
	}
	o.must(o.queue.Cancel(t.Context(), "s", j.ID, time.Now()))
	_, _, err = o.reader.Progress(t.Context(), "s", k.ID)
	c, getErr := o.service.Get(t.Context(), o.who, k)
	if err != nil || getErr != nil || c.State != collection.Failed {
		t.Errorf("state after the job was given up = %s, %v, %v, want failed", c.State, err, getErr)
	}
	o.must(o.service.Discard(t.Context(), o.who, k, "不要了"))
	o.must(o.reader.Run(t.Context(), j, &job.Progress{}))
}

func TestTheBookOfACollection(t *testing.T) {
	o := newReceivingDesk(t)
	k := o.received("", "坏.docx", "PK\x03\x04不是压缩包", "2024.txt", town(t, 2024))
	o.must(o.reader.Run(t.Context(), o.claimed(), &job.Progress{}))
	n, err := o.service.Mark(t.Context(), o.who, k, []collection.Target{{File: 1, Position: 1}}, collection.Returned, "请重新报送")
	if n != 1 || err != nil {
		t.Fatalf("Mark() = %d, %v", n, err)
	}
	var out bytes.Buffer
	o.must(o.reader.WriteBook(t.Context(), o.who, k, &out))
	book, err := excelize.OpenReader(&out)
	o.must(err)
	defer book.Close()
	files, err := book.GetRows("总表")
	o.must(err)
	results, err := book.GetRows("检查结果")
	o.must(err)
	text := func(rows [][]string) string {
		var lines []string
		for _, row := range rows {
			lines = append(lines, strings.Join(row, "|"))
		}
		return strings.Join(lines, "\n")
	}
	if got := text(files); !strings.Contains(got, "1|坏.docx|") || !strings.Contains(got, "2|2024.txt|禾岭县青石镇人民政府|2024|2021|") {
		t.Errorf("总表 =\n%s\nwant both files", got)
	}
	if got := text(results); !strings.Contains(got, "|退回修改|请重新报送|周小满|") || !strings.Contains(got, "错误|R-00|文件无法读取|") {
		t.Errorf("检查结果 =\n%s\nwant the finding with its decision", got)
	}
	stranger := o.who
	stranger.Grants = nil
	err = o.reader.WriteBook(t.Context(), stranger, k, io.Discard)
	if err == nil {
		t.Error("WriteBook() for a stranger = nil, want a refusal")
	}
}

func TestPagedGivesEachOnce(t *testing.T) {
	for _, total := range []int{0, 1, pageOf, pageOf + 1, 2*pageOf + 3} {
		next := paged(func(after int) ([]int, error) {
			var page []int
			for n := after + 1; n <= total && len(page) < pageOf; n++ {
				page = append(page, n)
			}
			return page, nil
		})
		got := 0
		for {
			n, err := next()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil || n != got+1 {
				t.Fatalf("item after %d = %d, %v", got, n, err)
			}
			got = n
		}
		if got != total {
			t.Errorf("paged() gave %d items, want %d", got, total)
		}
	}
}
