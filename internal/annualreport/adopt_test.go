package annualreport_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gongkai/internal/annualreport"
	"gongkai/internal/annualreport/checks"
	"gongkai/internal/annualreport/reading"
	"gongkai/internal/document"
	"gongkai/internal/fault"
	"gongkai/internal/organ"
	"gongkai/law/tally"
)

// earlier is the report of a town that was published before it came here, with
// table four lost. It is read line by line, as a plain text file is.
func earlier(t *testing.T, alter ...string) reading.Result {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("testdata", "adopted-town.txt"))
	if err != nil {
		t.Fatal(err)
	}
	src := reading.Source{File: "adopted-town.txt", Kind: reading.Text}
	for i, line := range strings.Split(strings.NewReplacer(alter...).Replace(string(content)), "\n") {
		src.Blocks = append(src.Blocks, reading.Block{Text: line, Place: reading.Place{Line: i + 1}})
	}
	return reading.Read(src)
}

func adoption(read reading.Result) annualreport.Adoption {
	return annualreport.Adoption{Read: read, Source: "旧网站年报.html"}
}

func TestAdoptedReportStandsInTheHistory(t *testing.T) {
	onBothEngines(t, func(t *testing.T, w world) {
		clerk := w.person("330483", "town-clerk")
		report, err := w.reports.Adopt(t.Context(), w.person("330483", "town-signer"), town2022, adoption(earlier(t)))
		w.must(err)
		if report.State != annualreport.Published || report.Source != "旧网站年报.html" || report.SignedOn != "2023-01-10" {
			t.Errorf("Adopt = %s from %q, signed %s, want published with its source and date", report.State, report.Source, report.SignedOn)
		}
		view, err := w.reports.View(t.Context(), clerk, town2022)
		w.must(err)
		cells := view.Content.Cells
		for name, want := range map[string]tally.Value{
			"req.received_new.total": tally.Count(4), "req.carried_out.natural_person": tally.Count(7), "licence_decisions": tally.Count(12),
			"admin_fee_amount_wan": tally.Amount(1_260_000), "review.total": tally.UnknownValue, "suit_direct.pending": tally.UnknownValue,
		} {
			if cells[name] != want {
				t.Errorf("%s = %+v, want %+v", name, cells[name], want)
			}
		}
		entry, _ := view.Report.Entry("req.received_new.total")
		if entry.Value != "4" || !strings.Contains(entry.Reason, "旧网站年报.html") || !strings.Contains(entry.Reason, "line") {
			t.Errorf("entry = %+v, want 4 with file and line", entry)
		}
		if text := view.Content.Sections[1].Text; !strings.Contains(text, "主动公开政府信息64条") || view.Content.Sections[1].Spec.Chapter != "overview" {
			t.Errorf("first chapter = %q, want the text as it was read", text)
		}
		if note := strings.Join(view.Content.Document().Notes, ""); !strings.Contains(note, "旧网站年报.html") {
			t.Errorf("notes of the document = %q, want the source", note)
		}
		if slices.ContainsFunc(view.Findings, func(f checks.Finding) bool { return f.ID == "B-01" || f.ID == "T3-05" }) {
			t.Errorf("findings = %v, want none that asks a register", view.Findings)
		}
		years, err := w.reports.History(t.Context(), clerk, annualreport.Key{SiteID: "330483", OrganID: "330483-town"})
		w.must(err)
		y := years[0]
		if y.Year != 2022 || y.Source != "旧网站年报.html" || !y.Sealed || y.Counts["item.total"] != 64 || y.Cells["req.received_new.total"] != tally.Count(4) {
			t.Errorf("History()[0] = %d from %q, %v, want 2022 with 64 items and 4 requests", y.Year, y.Source, y.Counts)
		}
		if _, known := y.Counts["training.sessions"]; known {
			t.Errorf("counts = %v, want none that the text does not state", y.Counts)
		}
		v, err := w.reports.Verify(t.Context(), w.person("330483", "auditor"), town2022)
		w.must(err)
		if v.Source != "旧网站年报.html" || !v.Intact || v.Cells != 0 {
			t.Errorf("Verify = %+v, want its source, intact, nothing recomputed", v)
		}
		w.run("UPDATE report_section SET body = 'x' WHERE report_id = '" + report.ID + "' AND key = 'overview.text'")
		v, err = w.reports.Verify(t.Context(), w.person("330483", "auditor"), town2022)
		w.must(err)
		if v.Intact || v.Same() {
			t.Errorf("Verify of a changed text = %+v, want it not intact", v)
		}
	})
}

// TestNextYearIsComparedWithTheAdoptedOne: 7 were carried out of 2022, and the
// registers carry none into 2023.
func TestNextYearIsComparedWithTheAdoptedOne(t *testing.T) {
	w := newWorld(t)
	clerk := w.person("330483", "town-clerk")
	carried := func() []checks.Finding {
		return slices.DeleteFunc(w.preview(town2023, clerk).Findings, func(f checks.Finding) bool { return f.ID != "T3-06" })
	}
	if found := carried(); len(found) != 0 {
		t.Fatalf("T3-06 before adopting = %v, want none", found)
	}
	_, err := w.reports.Adopt(t.Context(), w.person("330483", "town-signer"), town2022, adoption(earlier(t)))
	w.must(err)
	found := carried()
	if len(found) == 0 || found[0].Expected == nil || *found[0].Expected != 7 {
		t.Errorf("T3-06 after adopting = %v, want natural persons and total to expect 7", found)
	}
}

func TestAdoptRefuses(t *testing.T) {
	w := newWorld(t)
	signer := w.person("330483", "town-signer")
	for _, tt := range []struct {
		name  string
		actor organ.Person
		key   annualreport.Key
		a     annualreport.Adoption
		want  string
	}{
		{"a year with a report", signer, town2023, adoption(earlier(t, "2022年", "2023年")), "report-exists"},
		{"another year's report", signer, town2022, adoption(earlier(t, "2022年", "2021年")), "adopt-other-year"},
		{"another organ's report", signer, town2022, adoption(earlier(t, "桐乡市洲泉镇", "桐乡市黄石镇")), "adopt-other-organ"},
		{"no report", signer, town2022, adoption(reading.Read(reading.Source{Blocks: []reading.Block{{Text: "部门预算"}}})), "adopt-no-report"},
		{"no source", signer, town2022, annualreport.Adoption{Read: earlier(t)}, "adopt-source-required"},
		{"two reports", signer, town2022, adoption(twice(earlier(t))), "adopt-two-reports"},
		{"a year to come", signer, annualreport.Key{SiteID: "330483", OrganID: "330483-town", Year: 2031}, adoption(earlier(t, "2022年", "2031年")), "year-in-future"},
		{"a clerk", w.person("330483", "town-clerk"), town2022, adoption(earlier(t)), "forbidden"},
		{"an auditor", w.person("330483", "auditor"), town2022, adoption(earlier(t)), "forbidden"},
	} {
		_, err := w.reports.Adopt(t.Context(), tt.actor, tt.key, tt.a)
		if got := refusal(err); got != tt.want {
			t.Errorf("%s: Adopt = %q, want %q", tt.name, got, tt.want)
		}
	}
	other := adoption(earlier(t, "桐乡市洲泉镇", "桐乡市黄石镇"))
	other.OtherName = true
	_, err := w.reports.Adopt(t.Context(), signer, town2022, other)
	if err != nil {
		t.Errorf("Adopt under another name that is allowed = %v, want done", err)
	}
}

// twice is a reading of a file with two reports.
func twice(r reading.Result) reading.Result {
	r.Findings = append(r.Findings, checks.Finding{ID: reading.FoundTwoTables})
	return r
}

// TestAdoptedReportIsCorrected: what was read wrongly is mended in a next edition,
// which no register has a say in either.
func TestAdoptedReportIsCorrected(t *testing.T) {
	w := newWorld(t)
	clerk := w.person("330483", "town-clerk")
	report, err := w.reports.Adopt(t.Context(), w.person("330483", "town-signer"), town2022, adoption(earlier(t)))
	w.must(err)
	next, err := w.reports.CorrectBy(t.Context(), clerk, town2022, report.Version, "表四原文读漏")
	w.must(err)
	if next.Source != report.Source || next.Edition != 2 {
		t.Errorf("correction = edition %d from %q, want 2 from the same source", next.Edition, next.Source)
	}
	view, err := w.reports.View(t.Context(), clerk, town2022)
	w.must(err)
	if view.Content.Cells["req.received_new.total"] != tally.Count(4) || view.Facts.Counts["item.total"] != 64 {
		t.Errorf("draft of the correction holds %v and %v, want the figures that were read", view.Content.Cells["req.received_new.total"], view.Facts.Counts)
	}
}

// TestAdoptedHeadingsStayAsPrinted: the public sees the report as it was published,
// and the check of headings says what differs without blocking anything.
func TestAdoptedHeadingsStayAsPrinted(t *testing.T) {
	w := newWorld(t)
	read := earlier(t, "一、总体情况", "一、基本情况", "六、其他需要报告的事项", "六、其他报告事项")
	_, err := w.reports.Adopt(t.Context(), w.person("330483", "town-signer"), town2022, adoption(read))
	w.must(err)
	view, err := w.reports.View(t.Context(), w.person("330483", "town-clerk"), town2022)
	w.must(err)
	var headings []string
	for _, block := range view.Content.Document().Blocks {
		if heading, is := block.(document.Heading); is && heading.Level == 1 {
			headings = append(headings, heading.Text)
		}
	}
	want := []string{"一、基本情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他报告事项"}
	if !slices.Equal(headings, want) {
		t.Errorf("headings = %q, want %q", headings, want)
	}
	for _, chapter := range view.Content.Chapters() {
		for _, section := range chapter.Sections {
			if strings.HasSuffix(section.Key, ".heading") {
				t.Errorf("section %s of chapter %s is examined as prose, want headings left to the check of headings", section.Key, chapter.Key)
			}
		}
	}
	v, err := w.reports.Verify(t.Context(), w.person("330483", "auditor"), town2022)
	w.must(err)
	if !v.Intact {
		t.Error("Verify = not intact, want intact")
	}
	w.run("UPDATE report_section SET body = '一、总体情况' WHERE key = 'overview.heading'")
	v, err = w.reports.Verify(t.Context(), w.person("330483", "auditor"), town2022)
	w.must(err)
	if v.Intact && v.Same() {
		t.Error("Verify of a changed heading = intact, want it named")
	}
}

// TestAdoptedReportKeepsItsFile: whoever doubts a cell can look at what was published.
func TestAdoptedReportKeepsItsFile(t *testing.T) {
	onBothEngines(t, func(t *testing.T, w world) {
		a := adoption(earlier(t))
		a.Original, a.FileName = []byte("<p>原文</p>"), "年报.html"
		report, err := w.reports.Adopt(t.Context(), w.person("330483", "town-signer"), town2022, a)
		w.must(err)
		original, err := w.reports.Original(t.Context(), w.person("330483", "town-clerk"), town2022)
		w.must(err)
		if original.Name != "年报.html" || string(original.Content) != "<p>原文</p>" || original.Digest != report.Original {
			t.Errorf("Original = %+v, want the file as it came", original)
		}
		edition, err := w.reports.Public(t.Context(), town2022, 0)
		w.must(err)
		public, err := w.reports.PublicOriginal(t.Context(), edition)
		w.must(err)
		if public.Digest != original.Digest || !strings.Contains(edition.Seal.Canonical, original.Digest) {
			t.Errorf("public original = %s, want %s, which the seal names too", public.Digest, original.Digest)
		}
		_, err = w.reports.Original(t.Context(), w.person("330483", "town-clerk"), town2023)
		if !errors.Is(err, fault.NotFound) {
			t.Errorf("Original of a report made here = %v, want not found", err)
		}
		next, err := w.reports.CorrectBy(t.Context(), w.person("330483", "town-clerk"), town2022, report.Version, "表四原文读漏")
		w.must(err)
		if next.Original != original.Digest {
			t.Errorf("correction's original = %q, want the same file", next.Original)
		}
	})
}
