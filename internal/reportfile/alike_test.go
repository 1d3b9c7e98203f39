package reportfile

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"gongkai/internal/annualreport/checks"
)

// wordsOf makes a text of the given number of characters that has next to nothing
// in common with one made from another seed, in sentences of twenty characters.
func wordsOf(seed uint64, n int) string {
	r := rand.New(rand.NewPCG(seed, 8))
	var b strings.Builder
	for i := range n {
		b.WriteRune('一' + rune(r.IntN(3000)))
		if i%20 == 19 {
			b.WriteString("。")
		}
	}
	return b.String()
}

// reportOf is a report whose chapters 一 and 五 consist of the given texts.
func reportOf(organ string, year int, overview, improvement string) string {
	return fmt.Sprintf("%[1]s%[2]d年政府信息公开工作年度报告\n\n一、总体情况\n\n%[3]s\n\n二、主动公开政府信息情况\n\n无\n\n三、收到和处理政府信息公开申请情况\n\n无\n\n"+
		"四、政府信息公开行政复议、行政诉讼情况\n\n无\n\n五、存在的主要问题及改进情况\n\n%[4]s\n\n六、其他需要报告的事项\n\n"+
		"本年度未发出收费通知，未收取信息处理费。\n\n%[1]s\n%[5]d年1月10日\n", organ, year, overview, improvement, year+1)
}

// copies lists the findings on copied chapters by file: which chapter, of which file.
func copies(b *Batch) map[string]string {
	found := map[string]string{}
	for _, e := range b.Entries {
		for _, f := range e.Findings {
			if f.ID == alike {
				_, after, _ := strings.Cut(f.Text, "文件“")
				other, _, _ := strings.Cut(after, "”")
				found[filepath.Base(e.File)] += f.Where + " " + filepath.Base(other) + ";"
			}
		}
	}
	return found
}

func TestCopiedChapters(t *testing.T) {
	own := func(n uint64) string { return wordsOf(n, 400) }
	rewritten := func(share float64) string { // of the text of seed 1 the first part stays
		kept := int(400 * share)
		return strings.Join(strings.SplitAfter(own(1), "。")[:kept/20], "") + wordsOf(99, 400-kept)
	}
	for _, tt := range []struct {
		name  string
		files map[string]string
		want  map[string]string
	}{
		{"words of their own", map[string]string{
			"a.txt": reportOf("禾岭县青石镇人民政府", 2024, own(1), own(2)), "b.txt": reportOf("禾岭县梅桥镇人民政府", 2024, own(3), own(4)),
		}, map[string]string{}},
		{"one chapter copied", map[string]string{
			"a.txt": reportOf("禾岭县青石镇人民政府", 2024, own(1), own(2)), "b.txt": reportOf("禾岭县梅桥镇人民政府", 2024, own(3), own(2)),
		}, map[string]string{"a.txt": "improvement b.txt;", "b.txt": "improvement a.txt;"}},
		{"names and figures changed", map[string]string{
			"a.txt": reportOf("禾岭县青石镇人民政府", 2024, "青石镇公开12条。"+strings.ReplaceAll(own(1), "。", "，青石镇5次。"), own(2)),
			"b.txt": reportOf("禾岭县梅桥镇人民政府", 2024, "梅桥镇公开97条。"+strings.ReplaceAll(own(1), "。", "，梅桥镇8次。"), own(4)),
		}, map[string]string{"a.txt": "overview b.txt;", "b.txt": "overview a.txt;"}},
		{"nine tenths kept", map[string]string{
			"a.txt": reportOf("禾岭县青石镇人民政府", 2024, own(1), own(2)), "b.txt": reportOf("禾岭县梅桥镇人民政府", 2024, rewritten(0.95), own(4)),
		}, map[string]string{"a.txt": "overview b.txt;", "b.txt": "overview a.txt;"}},
		{"half kept", map[string]string{
			"a.txt": reportOf("禾岭县青石镇人民政府", 2024, own(1), own(2)), "b.txt": reportOf("禾岭县梅桥镇人民政府", 2024, rewritten(0.5), own(4)),
		}, map[string]string{}},
		{"another year", map[string]string{
			"a.txt": reportOf("禾岭县青石镇人民政府", 2024, own(1), own(2)), "b.txt": reportOf("禾岭县梅桥镇人民政府", 2023, own(1), own(2)),
		}, map[string]string{}},
		{"its own year before", map[string]string{
			"a.txt": reportOf("禾岭县青石镇人民政府", 2023, own(1), own(2)), "b.txt": reportOf("禾岭县青石镇", 2024, own(1), own(4)),
		}, map[string]string{"b.txt": "overview a.txt;"}},
		{"one report in two files", map[string]string{
			"a.txt": reportOf("禾岭县青石镇人民政府", 2024, own(1), own(2)), "b.txt": reportOf("青石镇", 2024, own(1), own(2)),
		}, map[string]string{}},
		{"the year before rather than a sibling less alike", map[string]string{
			"a.txt": reportOf("禾岭县青石镇人民政府", 2023, own(1), own(2)), "b.txt": reportOf("禾岭县青石镇人民政府", 2024, own(1), own(4)),
			"c.txt": reportOf("禾岭县梅桥镇人民政府", 2024, rewritten(0.95), own(5)),
		}, map[string]string{"b.txt": "overview a.txt;", "c.txt": "overview b.txt;"}},
		{"only what every report has to say", map[string]string{
			"a.txt": reportOf("禾岭县青石镇人民政府", 2024, statutory, statutory), "b.txt": reportOf("禾岭县梅桥镇人民政府", 2024, statutory, statutory),
		}, map[string]string{}},
	} {
		got := copies(read(t, folder(t, tt.files)))
		if fmt.Sprint(got) != fmt.Sprint(tt.want) {
			t.Errorf("%s: copied chapters = %v, want %v", tt.name, got, tt.want)
		}
	}
}

// statutory is text that every report has to have in much the same words.
const statutory = "根据《中华人民共和国政府信息公开条例》第五十条和《政府信息公开工作年度报告格式》的规定，现将本机关政府信息公开工作年度报告公布如下。" +
	"本年度按照《政府信息公开信息处理费管理办法》，未发出收费通知，未收取信息处理费，收费通知的总金额和实际收取的总金额均为零。" +
	"本报告所列数据的统计期限自一月一日起至十二月三十一日止，电子版可以在本级人民政府门户网站下载，如有疑问请与本机关联系。"

func TestCopyNamesReportAndShare(t *testing.T) {
	batch := read(t, folder(t, map[string]string{
		"a.txt": reportOf("禾岭县青石镇人民政府", 2024, wordsOf(1, 400), wordsOf(2, 300)),
		"b.txt": reportOf("禾岭县梅桥镇人民政府", 2024, wordsOf(1, 400), wordsOf(3, 300)),
	}))
	var found []checks.Finding
	for _, f := range batch.Entries[0].Findings {
		if f.ID == alike {
			found = append(found, f)
		}
	}
	if len(found) != 1 {
		t.Fatalf("findings = %v, want one on chapter 一", found)
	}
	f := found[0]
	want := "“一、总体情况”的文字与禾岭县梅桥镇人民政府同年度的报告（文件“" + batch.Entries[1].File + "”）有100%相同，请按本年度实际情况重写，不要照抄。"
	if f.Text != want || f.Severity != checks.Warning || f.Title == "" || f.Citation == "" || f.At == nil || f.At.Line != 3 || f.Place != "一、总体情况，原文第3行" {
		t.Errorf("finding = %+v at %+v, want %q in line 3, a warning with title and citation", f, f.At, want)
	}
}

// TestManyCopiesOfOneText: a county handed out a text and everybody took it. Each is
// told of one other report, not of all.
func TestManyCopiesOfOneText(t *testing.T) {
	files := map[string]string{}
	for i := range 120 {
		organ := fmt.Sprintf("禾岭县%c%c镇人民政府", '一'+rune(i), '石'+rune(i))
		files[fmt.Sprintf("%03d.txt", i)] = reportOf(organ, 2024, wordsOf(1, 400), wordsOf(uint64(100+i), 300))
	}
	got := copies(read(t, folder(t, files)))
	if len(got) != 120 {
		t.Errorf("%d reports are told of a copy, want all 120", len(got))
	}
	for file, copied := range got {
		if strings.Count(copied, ";") != 1 || !strings.HasPrefix(copied, "overview ") || strings.Contains(copied, " "+file) {
			t.Errorf("%s: %s, want chapter 一 of one other file", file, copied)
		}
	}
}

// TestSketchMeasuresCommonWording compares the sketch with what it stands for.
func TestSketchMeasuresCommonWording(t *testing.T) {
	text := strings.SplitAfter(wordsOf(1, 1000), "。")
	for kept := 0; kept <= 50; kept += 5 {
		other := strings.Join(text[:kept], "") + wordsOf(2, 1000-20*kept)
		exact, ok := checks.Similarity(strings.Join(text, ""), other)
		got := drawSketch(strings.Join(text, ""), nil).likeness(drawSketch(other, nil))
		if !ok || got < exact-1.5*doubt || got > exact+1.5*doubt {
			t.Errorf("likeness with %d of 50 sentences in common = %.2f, want about %.2f", kept, got, exact)
		}
	}
	if s := drawSketch("本镇全年无政府信息公开申请。", nil); s != nil {
		t.Errorf("drawSketch of a dozen characters = %v, want none", s)
	}
}

func TestOwnNames(t *testing.T) {
	for organ, want := range map[string]string{
		"禾岭县青石镇人民政府": "禾岭县青石镇人民政府 禾岭县青石镇 青石镇", "禾岭县人民政府": "禾岭县人民政府 禾岭县",
		"云麓区望江街道办事处": "云麓区望江街道办事处 云麓区望江街道 望江街道", "禾岭县教育局": "禾岭县教育局 教育局", "": "",
	} {
		if got := strings.Join(ownNames(organ), " "); got != want {
			t.Errorf("ownNames(%s) = %s, want %s", organ, got, want)
		}
	}
}

func TestMaybeSame(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"禾岭县青石镇人民政府", "青石镇", true},
		{"禾岭县人民政府", "禾岭县人民政府办公室", true},
		{"禾岭县青石镇人民政府", "禾岭县梅桥镇人民政府", false},
		{"禾岭县教育局", "云麓区教育局", false},
		{"禾岭县人民政府", "禾岭县青石镇人民政府", false},
	} {
		if got := maybeSame(tt.a, tt.b); got != tt.want {
			t.Errorf("maybeSame(%s, %s) = %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
}
