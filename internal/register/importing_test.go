package register_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"gongkai/internal/fault"
	"gongkai/internal/message"
	"gongkai/internal/organ"
	"gongkai/internal/register"
)

// sheet is a file of one sheet. A cell “?fault:text” is one that the file spoiled.
type sheet [][]string

// Rows implements register.Sheets.
func (s sheet) Rows(each func(register.SheetRow) error) error { return s.named("申请", each) }

func (s sheet) named(name string, each func(register.SheetRow) error) error {
	for i, cells := range s {
		row := register.SheetRow{Sheet: name, Line: i + 1}
		for _, text := range cells {
			cell := register.SheetCell{Text: text}
			if spoiled, ok := strings.CutPrefix(text, "?"); ok {
				cell.Fault, cell.Text, _ = strings.Cut(spoiled, ":")
			}
			row.Cells = append(row.Cells, cell)
		}
		err := each(row)
		if err != nil {
			return err
		}
	}
	return nil
}

// book is a file of several sheets.
type book []struct {
	name  string
	sheet sheet
}

// Rows implements register.Sheets.
func (b book) Rows(each func(register.SheetRow) error) error {
	for _, s := range b {
		err := s.sheet.named(s.name, each)
		if err != nil {
			return err
		}
	}
	return nil
}

// head is the header of a request sheet, as the template writes it.
var head = []string{"*登记编号", "*申请人类型", "*申请人", "*申请内容", "收到日期", "答复日期", "办理结果"}

// rows puts rows under the header.
func rows(under ...[]string) sheet { return append(sheet{head}, under...) }

var (
	first  = []string{"2024-001", "自然人", "王芒种", "征收补偿方案", "2024年2月20日", "2024-03-12", "予以公开"}
	second = []string{"2024-002", "商业企业", "某物流有限公司", "改制档案", "2024/6/11", "", ""}
)

func (w world) imports(file register.Sheets, more ...func(*register.Import)) register.Imported {
	w.Helper()
	im := register.Import{SiteID: site, OrganID: town, Register: "request", File: "申请.xlsx", Digest: "abc"}
	for _, change := range more {
		change(&im)
	}
	done, err := w.service.Import(w.Context(), w.clerk, im, file, nil)
	if err != nil {
		w.Fatalf("Import: %v", err)
	}
	return done
}

func dryRun(im *register.Import) { im.DryRun = true }

func because(reason string) func(*register.Import) {
	return func(im *register.Import) { im.Reason = reason }
}

// summary is “added changed unchanged of rows, problems+more”.
func summary(i register.Imported) string {
	return fmt.Sprintf("%d+%d=%d of %d, %d+%d", i.Added, i.Changed, i.Unchanged, i.Rows, len(i.Problems), i.More)
}

func TestImportTwiceAddsOnce(t *testing.T) {
	w := newWorld(t)
	file := rows(first, nil, second, []string{"", " ", "　"})
	for _, c := range []struct {
		what string
		more []func(*register.Import)
		want string
		held int
	}{
		{"dry run", []func(*register.Import){dryRun}, "2+0=0 of 2, 0+0", 0},
		{"import", nil, "2+0=0 of 2, 0+0", 2},
		{"dry run of what is there", []func(*register.Import){dryRun}, "0+0=2 of 2, 0+0", 2},
		{"import again", nil, "0+0=2 of 2, 0+0", 2},
	} {
		got := summary(w.imports(file, c.more...))
		if held := w.holds("request"); got != c.want || held != c.held {
			t.Errorf("%s = %s with %d records, want %s with %d", c.what, got, held, c.want, c.held)
		}
	}
	if r := w.stored("2024-001"); r.Version != 1 || r.Value("received_on") != "2024-02-20" || r.Value("outcome") == "" || r.Value("intake") != "web" {
		t.Errorf("Record(2024-001) = %+v, want version 1 in canonical form with the default intake", r)
	}
	entries := w.trail("request", "申请.xlsx")
	if len(entries) != 2 || entries[1].Action != "register.import" || !json.Valid(entries[1].After) || !strings.Contains(string(entries[1].After), `"added":2`) {
		t.Errorf("trail = %+v, want one line for each import and none for dry runs", entries)
	}
}

func TestImportChangesWhatDiffers(t *testing.T) {
	w := newWorld(t)
	w.imports(rows(first, second))
	changed := slices.Clone(second)
	changed[5], changed[6] = "2024-06-28", "经检索没有所申请公开信息"
	if got, want := summary(w.imports(rows(first, changed), dryRun)), "0+1=1 of 2, 0+0"; got != want {
		t.Errorf("dry run = %s, want %s", got, want)
	}
	if r := w.stored("2024-002"); r.Version != 1 || r.Value("decided_on") != "" {
		t.Errorf("after the dry run 2024-002 is %+v, want it untouched", r)
	}
	if got, want := summary(w.imports(rows(first, changed))), "0+1=1 of 2, 0+0"; got != want {
		t.Errorf("import = %s, want %s", got, want)
	}
	if r := w.stored("2024-002"); r.Version != 2 || r.Value("decided_on") != "2024-06-28" {
		t.Errorf("2024-002 = %+v, want version 2 with the reply", r)
	}
	entries := w.trail("request", "2024-002")
	if len(entries) != 1 || entries[0].Action != "register.change" || !strings.Contains(string(entries[0].After), "2024-06-28") || strings.Contains(string(entries[0].Before), "2024-06-28") {
		t.Errorf("trail of 2024-002 = %+v, want the change with both states", entries)
	}
}

func TestImportPlacesEveryProblem(t *testing.T) {
	w := newWorld(t)
	w.imports(rows(first))
	for _, c := range []struct {
		what string
		file register.Sheets
		want []string // sheet!cell code
	}{
		{"impossible date", rows(second, []string{"2024-003", "自然人", "李", "方案", "2023-02-30", "", ""}), []string{"申请!E3 date-impossible"}},
		{
			"several in a row", rows([]string{"", "外星人", "李", "方案", "去年", "", ""}),
			[]string{"申请!A2 required", "申请!B2 choice-unknown", "申请!E2 date-unreadable"},
		},
		{"across fields", rows([]string{"2024-003", "自然人", "李", "方案", "2024-05-06", "2024-05-01", "予以公开"}), []string{"申请!F2 date-before"}},
		{"a column that is not in the file", sheet{append(slices.Clone(head), "延长工作日数"), append(slices.Clone(second), "21")}, []string{"申请!H2 extension-too-long"}},
		{"merged cell", rows([]string{"2024-003", "自然人", "?sheet-merged-cell:", "方案", "", "", ""}), []string{"申请!C2 sheet-merged-cell"}},
		{"lost digits", rows([]string{"?sheet-lost-digits:1.2345E+17", "自然人", "李", "方案", "", "", ""}), []string{"申请!A2 sheet-lost-digits"}},
		{"error value", rows([]string{"2024-003", "自然人", "李", "?sheet-error-value:#REF!", "", "", ""}), []string{"申请!D2 sheet-error-value"}},
		{"number twice", rows(second, first, second), []string{"申请!A4 number-twice"}},
		{"unknown column", sheet{append(slices.Clone(head), "满意度"), second}, []string{"申请!H1 unknown-column"}},
		{"column twice", sheet{append(slices.Clone(head), "申请人"), second}, []string{"申请!H1 column-twice"}},
		{
			"missing column",
			sheet{{"登记编号", "申请人", "申请内容"}, {"2024-003", "李", "方案"}},
			[]string{"申请!第1行 missing-column", "申请!第2行 required"},
		},
		{"no header", sheet{second, first}, []string{"申请!A1 header-not-found"}},
		{"nothing at all", sheet{}, []string{"!A1 header-not-found"}},
		{"on the second sheet", book{{"一季度", rows(second)}, {"二季度", rows([]string{"2024-004", "自然人", "", "方案", "", "", ""})}}, []string{"二季度!C2 required"}},
		{"twice over two sheets", book{{"一季度", rows(second)}, {"二季度", rows(nil, second)}}, []string{"二季度!A3 number-twice"}},
	} {
		done := w.imports(c.file)
		var got []string
		for _, p := range done.Problems {
			place := p.Cell()
			if p.Code == "header-not-found" {
				place = "A1"
			}
			got = append(got, p.Sheet+"!"+place+" "+p.Code)
			if p.Line < 1 || !message.Known(p.Code) {
				t.Errorf("%s: %+v has no line or no sentence", c.what, p)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: problems %q, want %q", c.what, got, c.want)
		}
		if n := w.holds("request"); n != 1 {
			t.Fatalf("%s: the register holds %d records, want the 1 of before: all or nothing", c.what, n)
		}
	}
	if entries := w.trail("request", "申请.xlsx"); len(entries) != 1 {
		t.Errorf("trail has %d lines of imports, want only that of the one that went through", len(entries))
	}
}

func TestImportTakesHeadersAsPeopleWriteThem(t *testing.T) {
	w := newWorld(t)
	file := book{
		{"填写说明", sheet{{"请先阅读"}, {"列", "必填", "说明"}, {"登记编号", "是", "一件一号"}, {"申请人", "是", "姓名或者名称"}}},
		{"申请", sheet{{"某镇2024年申请登记表"}, {" ＊登记编号 ", "applicant_kind", "申请人", "", "申请内容"}, {"2024-001", "natural_person", "王", "", "方案"}}},
	}
	if got, want := summary(w.imports(file)), "1+0=0 of 1, 0+0"; got != want {
		t.Errorf("Import = %s, want %s", got, want)
	}
}

func TestImportOfAnEmptyTemplateIsNoProblem(t *testing.T) {
	w := newWorld(t)
	file := book{{"申请", sheet{head}}, {"填写说明", sheet{{"登记编号", "是", "一件一号"}}}}
	if got, want := summary(w.imports(file)), "0+0=0 of 0, 0+0"; got != want {
		t.Errorf("Import = %s, want %s", got, want)
	}
}

func TestImportListsFiveHundredProblems(t *testing.T) {
	w := newWorld(t)
	file := rows()
	for i := range 600 {
		file = append(file, []string{fmt.Sprintf("2024-%03d", i), "自然人", "李", "方案", "2024-02-30", "", ""})
	}
	var told []int64
	done, err := w.service.Import(t.Context(), w.clerk, register.Import{SiteID: site, OrganID: town, Register: "request"}, file,
		func(n int64) { told = append(told, n) })
	if err != nil {
		t.Fatal(err)
	}
	if len(done.Problems) != 500 || done.More != 100 || done.Rows != 600 {
		t.Errorf("Import = %s, want 500 problems, 100 more, 600 rows", summary(done))
	}
	if done.Problems[499].Cell() != "E501" {
		t.Errorf("the last problem listed is in %s, want E501", done.Problems[499].Cell())
	}
	if !slices.Equal(told, []int64{500, 600}) {
		t.Errorf("progress was told %v, want 500 and 600", told)
	}
}

func TestImportIntoASealedYear(t *testing.T) {
	w := newWorld(t)
	w.imports(rows(first))
	w.sealed(2024)
	if got, want := summary(w.imports(rows(first))), "0+0=1 of 1, 0+0"; got != want {
		t.Errorf("importing what a sealed report counts, unchanged = %s, want %s", got, want)
	}
	changed := slices.Clone(first)
	changed[3] = "征收补偿安置方案及附图"
	changed[5] = "2024-03-15"
	later := []string{"2025-001", "自然人", "李", "方案", "2025-01-06", "", ""}
	done := w.imports(rows(changed, second, later))
	var got []string
	for _, p := range done.Problems {
		got = append(got, fmt.Sprintf("%d %s %s", p.Line, p.Code, p.Value))
	}
	want := []string{"2 correction-reason-required 2024-001", "3 correction-reason-required 2024-002"}
	if !slices.Equal(got, want) || w.holds("request") != 1 {
		t.Errorf("without a reason: %q and %d records, want %q and nothing written", got, w.holds("request"), want)
	}
	if got, want := summary(w.imports(rows(changed, second, later), because("补录纸质台账"))), "2+1=0 of 3, 0+0"; got != want {
		t.Errorf("with a reason = %s, want %s", got, want)
	}
	for number, want := range map[string]string{"2024-001": "register.correct_change", "2024-002": "register.correct_add"} {
		entries := w.trail("request", number)
		if len(entries) == 0 || entries[0].Action != want || entries[0].Reason != "补录纸质台账" {
			t.Errorf("trail of %s = %+v, want %s with the reason", number, entries, want)
		}
	}
	if entries := w.trail("request", "2025-001"); len(entries) != 0 {
		t.Errorf("trail of 2025-001 = %+v, want none: the line of the import stands for it", entries)
	}
}

func TestImportOfAVoidedNumberIsPlaced(t *testing.T) {
	w := newWorld(t)
	w.imports(rows(first))
	err := w.service.Void(t.Context(), w.clerk, register.Change{SiteID: site, OrganID: town, Register: "request", Number: "2024-001", Version: 1, Reason: "重复"})
	if err != nil {
		t.Fatal(err)
	}
	done := w.imports(rows(second, first))
	if len(done.Problems) != 1 || done.Problems[0].Cell() != "A3" || done.Problems[0].Code != "duplicate-number" {
		t.Errorf("Import of a voided number: problems %v, want duplicate-number in A3", done.Problems)
	}
	if n := w.holds("request"); n != 0 {
		t.Errorf("the register holds %d records, want none", n)
	}
}

func TestImportAsksWhoImports(t *testing.T) {
	w := newWorld(t)
	for _, c := range []struct {
		actor organ.Person
		im    register.Import
		want  error
	}{
		{person(organ.Signer, town), register.Import{Register: "request", OrganID: town}, fault.Forbidden},
		{person(organ.Clerk, "330483-other"), register.Import{Register: "request", OrganID: town}, fault.Forbidden},
		{w.clerk, register.Import{Register: "request", OrganID: "330483-other"}, fault.Forbidden},
		{w.clerk, register.Import{Register: "request", OrganID: "nowhere"}, fault.NotFound},
		{w.clerk, register.Import{Register: "nothing", OrganID: town}, fault.NotFound},
	} {
		c.im.SiteID = site
		_, err := w.service.Import(t.Context(), c.actor, c.im, rows(first), nil)
		if !errors.Is(err, c.want) {
			t.Errorf("Import of %s into %s by %v = %v, want %v", c.im.Register, c.im.OrganID, c.actor.Grants, err, c.want)
		}
	}
	if n := w.holds("request"); n != 0 {
		t.Errorf("the register holds %d records, want none", n)
	}
}

// broken is a file that cannot be read to its end.
type broken struct{ sheet }

var errTorn = errors.New("unexpected end of file")

// Rows implements register.Sheets.
func (b broken) Rows(each func(register.SheetRow) error) error {
	err := b.sheet.Rows(each)
	if err != nil {
		return err
	}
	return errTorn
}

func TestImportOfATornFileWritesNothing(t *testing.T) {
	w := newWorld(t)
	_, err := w.service.Import(t.Context(), w.clerk, register.Import{SiteID: site, OrganID: town, Register: "request"}, broken{rows(first, second)}, nil)
	if !errors.Is(err, errTorn) || w.holds("request") != 0 {
		t.Errorf("Import of a torn file = %v with %d records, want the file's error and none", err, w.holds("request"))
	}
}

func TestCell(t *testing.T) {
	for _, c := range []struct {
		column, line int
		want         string
	}{
		{1, 1, "A1"},
		{26, 3, "Z3"},
		{27, 3, "AA3"},
		{52, 1, "AZ1"},
		{53, 1, "BA1"},
		{702, 9, "ZZ9"},
		{703, 9, "AAA9"},
		{16384, 1048576, "XFD1048576"},
		{0, 7, "第7行"},
	} {
		got := register.PlacedProblem{Column: c.column, Line: c.line}.Cell()
		if got != c.want {
			t.Errorf("Cell(column %d, line %d) = %s, want %s", c.column, c.line, got, c.want)
		}
	}
}

// FuzzImport: a sheet of any cells neither panics nor fails for reasons of ours,
// every row of it is accounted for, and trying it leaves nothing behind.
func FuzzImport(f *testing.F) {
	f.Add("登记编号,申请人类型,申请人,申请内容\n2024-001,自然人,李,方案")
	f.Add("登记编号\n\n,,,\n?sheet-merged-cell:,x")
	f.Add("\xff\xfe登记编号,\x00\n1,2,3,4,5,6,7,8,9")
	f.Add("＊＊,登记编号,登记编号\n=1+1,2024-02-30")
	w := newWorld(f)
	f.Fuzz(func(t *testing.T, text string) {
		w := w
		w.TB = t
		var file sheet
		for line := range strings.SplitSeq(text, "\n") {
			file = append(file, strings.Split(line, ","))
		}
		done := w.imports(file, dryRun)
		sound := done.Added + done.Changed + done.Unchanged
		if sound > done.Rows || len(done.Problems) == 0 && sound != done.Rows {
			t.Errorf("Import(%q) = %s, want every row accounted for", text, summary(done))
		}
		for _, p := range done.Problems {
			if p.Line < 1 || !message.Known(p.Code) {
				t.Errorf("Import(%q): %+v has no line or no sentence", text, p)
			}
		}
		if n := w.holds("request"); n != 0 {
			t.Errorf("Import(%q) as a dry run left %d records", text, n)
		}
	})
}
