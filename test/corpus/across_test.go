package corpus

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gongkai/internal/docfile/source"
	"gongkai/internal/document"
	"gongkai/internal/organ"
	"gongkai/internal/reportfile"
	"gongkai/law/tally"
)

// The set of this test is a county with its organs over four years, the first in the
// form of 2019, in files of many kinds. Every year takes up where the one before
// ended, every organ writes its own words, and the county is the sum of its organs.
// Then errors are put in that only two reports together show.

const (
	countySeat          = "青棠县人民政府"
	firstYear, lastYear = 2020, 2023
	allYears            = "T3-06 T4-04 T2-01 A-01 N-08" // the findings that want several files
)

// members are the organs of the county, each with the voice it writes in.
var members = []struct {
	organ.Organ
	voice string
	scale scale
}{
	{town("青棠县柳河镇人民政府", "柳河镇"), "town", small},
	{town("青棠县石梁镇人民政府", "石梁镇"), "items", small},
	{town("青棠县双溪乡人民政府", "双溪乡"), "town", small},
	{street("青棠县东关街道办事处", "东关街道"), "street", small},
	{street("青棠县北桥街道办事处", "北桥街道"), "items", quiet},
	{bureau("青棠县教育局", "县教育局"), "bureau", busy},
	{bureau("青棠县民政局", "县民政局"), "bureau", busy},
	{bureau("青棠县水利局", "县水利局"), "items", busy},
	{bureau("青棠县财政局", "县财政局"), "street", busy},
	{bureau("青棠县交通运输局", "县交通运输局"), "bureau", small},
}

// hands are the kinds of file in turn.
var hands = []struct {
	end   string
	write func(*report) []byte
}{
	{".html", plainPage},
	{".docx", word},
	{".txt", plainText},
	{".md", markdown},
	{".xlsx", oneSheet},
	{"-bars.txt", barText},
	{".pdf", func(r *report) []byte { return bareSheaf(r).bind() }},
}

// ofYear is one report of the set: who, when.
type ofYear struct{ number, year int }

// crossSlip is an error that shows beside another report.
type crossSlip struct {
	ofYear
	figures func(f, before figures)
	copies  *ofYear // whose words it takes for chapters 一 and 五
	due     []string
}

func balanced(column string) func(f, before figures) {
	return func(f, _ figures) {
		f.add(tally.RequestCell(tally.RowCarriedIn, column), 1)
		f.add(tally.RequestCell(tally.RowReceivedNew, column), -1)
	}
}

var crossSlips = []crossSlip{
	{ofYear: ofYear{0, 2021}, figures: balanced("natural_person"), due: []string{"T3-06 req.carried_in.natural_person", "T3-06 req.carried_in.total"}},
	{ofYear: ofYear{5, 2021}, figures: balanced("org_other"), due: []string{"T3-06 req.carried_in.org_other", "T3-06 req.carried_in.total"}},
	{ofYear: ofYear{7, 2022}, figures: balanced("org_business"), due: []string{"T3-06 req.carried_in.org_business", "T3-06 req.carried_in.total"}},
	{ofYear: ofYear{6, 2021}, figures: func(f, before figures) { f.shrink("review", before) }, due: []string{"T4-04 review.total"}},
	{ofYear: ofYear{8, 2022}, figures: func(f, before figures) { f.shrink("suit_direct", before) }, due: []string{"T4-04 suit_direct.total"}},
	{ofYear: ofYear{2, 2022}, figures: func(f, _ figures) { f.add("normdocs_in_force", 3) }, due: []string{"T2-01 normdocs_in_force"}},
	{ofYear: ofYear{9, 2023}, figures: func(f, _ figures) { f.add("normdocs_in_force", -1) }, due: []string{"T2-01 normdocs_in_force"}},
	{ofYear: ofYear{3, 2023}, copies: &ofYear{3, 2022}, due: []string{"N-08 overview", "N-08 improvement"}},
	{ofYear: ofYear{6, 2022}, copies: &ofYear{5, 2022}, due: []string{"N-08 overview", "N-08 improvement"}},
}

// alsoTold are reports without a slip that one elsewhere shows in: the text that was
// copied, the year after a wrong stock.
var alsoTold = map[ofYear][]string{
	{5, 2022}: {"N-08 overview", "N-08 improvement"},
	{2, 2023}: {"T2-01 normdocs_in_force"},
}

// sumSlips are errors in the county's report of the last year.
var sumSlips = map[string]int64{"penalty_decisions": 30, "normdocs_issued": -1, "review.other": 1, "review.total": 1, "req.denied_process_info.org_other": 2, "admin_fee_amount_wan": 10_000}

// shrink leaves fewer cases in a block than were pending the year before.
func (f figures) shrink(block string, before figures) {
	for _, column := range tally.RemedyColumns {
		f.cells[tally.RemedyCell(block, column.Key)] = tally.Count(0)
	}
	before.cells[tally.RemedyCell(block, tally.ColumnPending)] = tally.Count(2)
}

// total computes the totals anew, in place.
func (f figures) total() {
	for _, cell := range f.format.Cells {
		if cell.Derived {
			delete(f.cells, cell.Name)
		}
	}
	maps.Copy(f.cells, f.format.WithTotals(f.cells))
}

// follow makes the figures of a year go on where the year before ended.
func (f figures) follow(before figures) {
	for _, kind := range tally.ApplicantKinds {
		column := string(kind)
		carried := before.cells[tally.RequestCell(tally.RowCarriedOut, column)].N
		f.cells[tally.RequestCell(tally.RowCarriedIn, column)] = tally.Count(carried)
		f.add(tally.RequestCell("granted", column), carried)
	}
	for _, block := range tally.RemedyBlocks {
		f.add(tally.RemedyCell(block.Key, "upheld"), before.cells[tally.RemedyCell(block.Key, tally.ColumnPending)].N)
	}
	if before.format.ID != tally.Format2021 || f.format.ID != tally.Format2021 {
		return
	}
	for _, kind := range []string{"rules", "normdocs"} {
		stock := before.cells[kind+"_in_force"].N + f.cells[kind+"_issued"].N
		repealed := min(f.cells[kind+"_repealed"].N, stock)
		f.cells[kind+"_repealed"], f.cells[kind+"_in_force"] = tally.Count(repealed), tally.Count(stock-repealed)
	}
}

// ownSentences are about eight hundred characters of harmless work that no other
// report tells.
func ownSentences(key string) string {
	r := seeded("own words " + key)
	pick := func(list string) string { words := strings.Fields(list); return words[r.IntN(len(words))] }
	var b strings.Builder
	for range 40 {
		fmt.Fprintf(&b, "%s%s%s%s，%s%s。", pick("综合股 档案室 法规股 窗口人员 各村文书 分管同志 编辑小组 审核人员 网格员 驻村干部 值班同志 联络员"),
			pick("分批 按月 随时 逐项 提前 集中 轮流 会同乡贤 借助短信 利用广播 结合走访 趁赶集日"), pick("整理 更新 讲解 张贴 校对 归并 翻译 补齐 梳理 转发 核实 汇编"),
			pick("历年目录 惠农政策 征地公告 招生简章 防汛预案 低保名单 工程进度 养老补贴 医保问答 供水通知 种粮补贴 危房改造"),
			pick("并请 同时请 另由 再请 随后由 最后由"), pick("老党员把关 群众代表试读 司法所提意见 学校代为宣讲 商户协助张贴 卫生院配合解释 邮政所捎带送达 合作社转告社员"))
	}
	return b.String()
}

// countySet composes the reports of the members and that of their county.
func countySet() (map[ofYear]*report, *report) {
	all := make(map[ofYear]figures)
	for number, m := range members {
		for year := firstYear; year <= lastYear; year++ {
			key := ofYear{number, year}
			f := fill(key.base(), seeded(fmt.Sprint(m.Name, year)))
			if year > firstYear {
				f.follow(all[ofYear{number, year - 1}])
			}
			f.total()
			all[key] = f
		}
	}
	for _, s := range crossSlips {
		if s.figures == nil {
			continue
		}
		before := all[ofYear{s.number, s.year - 1}]
		s.figures(all[s.ofYear], before)
		all[s.ofYear].total()
		before.total()
	}
	reports := make(map[ofYear]*report)
	sum := tally.Cells{}
	for key, f := range all {
		reports[key] = key.report(f)
	}
	last := figures{}
	for number := range members {
		last = all[ofYear{number, lastYear}]
		for _, cell := range last.format.Cells {
			sum[cell.Name] = sum[cell.Name].Add(last.cells[cell.Name])
			if number == 0 {
				sum[cell.Name] = last.cells[cell.Name]
			}
		}
	}
	for name, n := range sumSlips {
		sum[name] = tally.Count(sum[name].N + n)
	}
	seat := base{Organ: county(countySeat, "青棠县"), level: "县", year: lastYear, scale: large, voice: "county", signed: "2024-03-20", media: "青棠发布"}
	return reports, composeWith(seat, func(f figures) { maps.Copy(f.cells, sum) })
}

func (k ofYear) base() base {
	m := members[k.number]
	return base{Organ: m.Organ, level: "县", year: k.year, scale: m.scale, voice: m.voice, signed: fmt.Sprintf("%d-01-16", k.year+1), media: "青棠之窗"}
}

// report composes a report in its organ's own words, or in those it copies.
func (k ofYear) report(f figures) *report {
	r := composeWith(k.base(), func(own figures) {
		maps.Copy(own.cells, f.cells)
		maps.Copy(own.counts, f.counts)
	})
	words := k
	for _, s := range crossSlips {
		if s.ofYear == k && s.copies != nil {
			words = *s.copies
		}
	}
	r.writeOwnWords(fmt.Sprint(words))
	return r
}

// writeOwnWords puts sentences that no other report has under chapters 一 and 五.
func (r *report) writeOwnWords(key string) {
	var blocks []document.Block
	for _, block := range r.blocks {
		blocks = append(blocks, block)
		heading, is := block.(document.Heading)
		if is && heading.Level == 1 && (strings.HasPrefix(heading.Text, "一、") || strings.HasPrefix(heading.Text, "五、")) {
			blocks = append(blocks, document.Text(ownSentences(key+heading.Text)))
		}
	}
	r.blocks = blocks
}

// TestFindingsAcrossFiles measures what is found between the reports of a folder.
func TestFindingsAcrossFiles(t *testing.T) {
	reports, seat := countySet()
	dir := t.TempDir()
	put := func(name string, data []byte) string {
		err := os.WriteFile(filepath.Join(dir, name), data, 0o600)
		if err != nil {
			t.Fatal(err)
		}
		return name
	}
	due := make(map[string]bool)
	for key, r := range reports {
		hand := hands[(key.number*3+key.year)%len(hands)]
		name := put(fmt.Sprintf("%02d-%d%s", key.number, key.year, hand.end), hand.write(r))
		for _, s := range crossSlips {
			if s.ofYear == key {
				for _, id := range s.due {
					due[name+" "+id] = true
				}
			}
		}
		for _, id := range alsoTold[key] {
			due[name+" "+id] = true
		}
	}
	putTraps(reports, put)
	seatFile := put("seat.html", plainPage(seat))
	for name := range sumSlips {
		due[seatFile+" A-01 "+name] = true
	}
	found := acrossFiles(t, dir)

	hit := 0
	for _, f := range found {
		if due[f] {
			hit++
		} else {
			t.Logf("false: %s", f)
		}
	}
	for _, want := range slices.Sorted(maps.Keys(due)) {
		if !slices.Contains(found, want) {
			t.Logf("missed: %s", want)
		}
	}
	precision, recall := ratio(hit, len(found)), ratio(hit, len(due))
	fmt.Printf("MEASURED findings across files, %d reports in %d kinds of file: %d due, %d found, precision %.3f recall %.3f\n",
		len(reports)+1+traps, len(hands), len(due), len(found), precision, recall)
	if precision < lowestFindings || recall < lowestFindings {
		t.Errorf("precision %.3f, recall %.3f, want at least %.2f", precision, recall, lowestFindings)
	}
}

const traps = 4

// putTraps adds files about which nothing may be found: one report saved twice, a town of the same name elsewhere that carried other
// figures, a report that lost its tables.
func putTraps(reports map[ofYear]*report, put func(string, []byte) string) {
	put("twice.md", markdown(reports[ofYear{4, 2021}]))

	elsewhere := ofYear{1, 2021}.base()
	elsewhere.Organ = town("云麓区石梁镇人民政府", "石梁镇")
	r := composeWith(elsewhere, func(f figures) {
		f.add(tally.RequestCell(tally.RowCarriedIn, "natural_person"), 9)
		f.total()
	})
	put("elsewhere.html", plainPage(r))

	for year := 2021; year <= 2022; year++ {
		b := ofYear{9, year}.base()
		b.Organ = bureau("青棠县气象局", "县气象局")
		r := composeWith(b, func(f figures) {
			f.add(tally.RequestCell(tally.RowCarriedIn, "natural_person"), int64(year-2015))
			f.total()
		})
		r.writeOwnWords(fmt.Sprint(b.Name, year))
		if year == 2022 {
			loseTables(r, 2, 3, 4)
		}
		put(fmt.Sprintf("lost-%d.txt", year), plainText(r))
	}
}

// acrossFiles reads a folder and lists the findings that want several files, as
// “file id where”.
func acrossFiles(t *testing.T, dir string) []string {
	t.Helper()
	files, err := reportfile.List([]string{dir})
	if err != nil {
		t.Fatal(err)
	}
	batch, err := reportfile.ReadAll(t.Context(), files, source.Limits{}, func(int) {})
	if err != nil {
		t.Fatal(err)
	}
	defer batch.Close() // its temporary file
	there, err := batch.CompareRegion(countySeat)
	if err != nil || !there {
		t.Fatalf("CompareRegion(%s) = %v, %v, want its report", countySeat, there, err)
	}
	var found []string
	for _, e := range batch.Entries {
		for _, f := range e.Findings {
			if slices.Contains(strings.Fields(allYears), f.ID) {
				found = append(found, filepath.Base(e.File)+" "+f.ID+" "+f.Where)
			}
		}
	}
	return found
}
