package fee

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"strconv"
	"testing"
)

type vectors struct {
	Date string
	Item []struct {
		N                 int64
		Price, Cumulative string
	}
	Page []struct {
		Pages int64
		Yuan  string
	}
	Charge []struct {
		Method       Method
		Prior, Count int64
		Charge       json.RawMessage
	}
}

func readVectors(t *testing.T) (vectors, Schedule) {
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
	return v, schedule(t, v.Date)
}

func schedule(t testing.TB, date string) Schedule {
	t.Helper()
	s, err := ScheduleOn(date)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func itemYuan(t testing.TB, s Schedule, prior, count int64) int64 {
	t.Helper()
	c, err := ItemCharge(s, prior, count)
	if err != nil {
		t.Fatalf("ItemCharge(%d, %d): %v", prior, count, err)
	}
	return c.Yuan
}

func pageYuan(t testing.TB, s Schedule, pages int64) int64 {
	t.Helper()
	c, err := PageCharge(s, pages)
	if err != nil {
		t.Fatalf("PageCharge(%d): %v", pages, err)
	}
	return c.Yuan
}

func TestVectors(t *testing.T) {
	v, s := readVectors(t)
	for _, i := range v.Item {
		if got := strconv.FormatInt(itemYuan(t, s, i.N-1, 1), 10); got != i.Price {
			t.Errorf("price of request %d = %s, want %s", i.N, got, i.Price)
		}
		if got := strconv.FormatInt(itemYuan(t, s, 0, i.N), 10); got != i.Cumulative {
			t.Errorf("sum of %d requests = %s, want %s", i.N, got, i.Cumulative)
		}
	}
	for _, p := range v.Page {
		if got := strconv.FormatInt(pageYuan(t, s, p.Pages), 10); got != p.Yuan {
			t.Errorf("PageCharge(%d) = %s, want %s", p.Pages, got, p.Yuan)
		}
	}
	for _, c := range v.Charge {
		got, err := ItemCharge(s, c.Prior, c.Count)
		if c.Method == PerPage {
			got, err = PageCharge(s, c.Count)
		}
		if err != nil {
			t.Errorf("charge by %s of %d after %d: %v", c.Method, c.Count, c.Prior, err)
			continue
		}
		if got.Method != c.Method {
			t.Errorf("method = %s, want %s", got.Method, c.Method)
		}
		written, err := json.Marshal(got)
		if err != nil {
			t.Fatal(err)
		}
		var want bytes.Buffer
		err = json.Compact(&want, c.Charge)
		if err != nil {
			t.Fatal(err)
		}
		if string(written) != want.String() {
			t.Errorf("charge by %s of %d after %d = %s, want %s", c.Method, c.Count, c.Prior, written, want.String())
		}
	}
}

// TestFormulas compares the tier walk with the formulas of the norm, which share
// no code with it.
func TestFormulas(t *testing.T) {
	s := schedule(t, "2026-01-01")
	sum := int64(0)
	for n := int64(1); n <= 400; n++ {
		price := int64(0)
		switch {
		case n > 30:
			price = 200 + 100*((n-31)/10)
		case n > 10:
			price = 100
		}
		sum += price
		if got := itemYuan(t, s, n-1, 1); got != price {
			t.Errorf("price of request %d = %d, want %d", n, got, price)
		}
		if got := itemYuan(t, s, 0, n); got != sum {
			t.Errorf("sum of %d requests = %d, want %d", n, got, sum)
		}
	}
	for p := int64(0); p <= 400; p++ {
		want := 10*min(max(p-30, 0), 70) + 20*min(max(p-100, 0), 100) + 40*max(p-200, 0)
		if got := pageYuan(t, s, p); got != want {
			t.Errorf("PageCharge(%d) = %d, want %d", p, got, want)
		}
	}
}

func TestLargestCounts(t *testing.T) {
	s := schedule(t, "2026-01-01")
	// The first 40 requests cost 4,000; each of the 99,996 bands of ten after them
	// costs ten times 300, 400, … yuan.
	bands := int64((MaxItems - 40) / 10)
	want := 4000 + 10*(300*bands+100*bands*(bands-1)/2)
	if got := itemYuan(t, s, 0, MaxItems); got != want {
		t.Errorf("ItemCharge(0, %d) = %d, want %d", int64(MaxItems), got, want)
	}
	want = 2700 + 40*(MaxPages-200)
	if got := pageYuan(t, s, MaxPages); got != want {
		t.Errorf("PageCharge(%d) = %d, want %d", int64(MaxPages), got, want)
	}
}

func TestRefusedCounts(t *testing.T) {
	s := schedule(t, "2026-01-01")
	for _, c := range []struct{ prior, count int64 }{
		{-1, 1},
		{0, -1},
		{0, MaxItems + 1},
		{MaxItems, 1},
		{math.MaxInt64, 1},
		{1, math.MaxInt64},
		{math.MaxInt64, math.MaxInt64},
		{math.MinInt64, math.MinInt64},
	} {
		got, err := ItemCharge(s, c.prior, c.count)
		if err == nil {
			t.Errorf("ItemCharge(%d, %d) = %d yuan, want an error", c.prior, c.count, got.Yuan)
		}
	}
	for _, pages := range []int64{-1, MaxPages + 1, math.MaxInt64, math.MinInt64} {
		got, err := PageCharge(s, pages)
		if err == nil {
			t.Errorf("PageCharge(%d) = %d yuan, want an error", pages, got.Yuan)
		}
	}
}

func FuzzItemCharge(f *testing.F) {
	f.Add(uint16(0), uint16(10))
	f.Add(uint16(29), uint16(3))
	f.Add(uint16(500), uint16(40))
	s := schedule(f, "2026-01-01")
	f.Fuzz(func(t *testing.T, a, b uint16) {
		first, second := int64(a%2000), int64(b%2000)
		whole := itemYuan(t, s, 0, first+second)
		parts := itemYuan(t, s, 0, first) + itemYuan(t, s, first, second)
		if whole != parts {
			t.Errorf("sum of %d requests = %d, in parts after %d = %d", first+second, whole, first, parts)
		}
		singles := int64(0)
		for n := range second {
			singles += itemYuan(t, s, first+n, 1)
		}
		if got := itemYuan(t, s, first, second); got != singles {
			t.Errorf("ItemCharge(%d, %d) = %d, single prices sum to %d", first, second, got, singles)
		}
		if more := itemYuan(t, s, 0, first+second+1); more < whole {
			t.Errorf("one more than %d requests costs %d, less than %d", first+second, more, whole)
		}
		if here, next := itemYuan(t, s, first, 1), itemYuan(t, s, first+1, 1); next < here {
			t.Errorf("request %d costs %d, less than the one before: %d", first+2, next, here)
		}
	})
}

func FuzzPageCharge(f *testing.F) {
	f.Add(int64(30))
	f.Add(int64(250))
	f.Add(int64(-1))
	s := schedule(f, "2026-01-01")
	f.Fuzz(func(t *testing.T, pages int64) {
		c, err := PageCharge(s, pages)
		if pages < 0 || pages > MaxPages {
			if err == nil {
				t.Errorf("PageCharge(%d) = %d, want an error", pages, c.Yuan)
			}
			return
		}
		if err != nil {
			t.Fatalf("PageCharge(%d): %v", pages, err)
		}
		count, yuan := int64(0), int64(0)
		for _, l := range c.Lines {
			count += l.Count
			yuan += l.Count * l.UnitYuan
		}
		if count != pages || yuan != c.Yuan {
			t.Errorf("lines of PageCharge(%d) hold %d pages and %d yuan, want %d yuan", pages, count, yuan, c.Yuan)
		}
	})
}
