package corpus

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"gongkai/internal/docfile/source"
	"gongkai/internal/reportfile"
)

// BenchmarkFolder reads folders of reports of about 100 kB as a supervising office
// receives them, compares all of them and writes workbook and page. Where
// GONGKAI_FOLDER names a folder the files stay there, for the command line.
func BenchmarkFolder(b *testing.B) {
	for _, n := range []int{300, 1000, 3000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir := filepath.Join(b.TempDir(), "reports")
			if kept := os.Getenv("GONGKAI_FOLDER"); kept != "" {
				dir = filepath.Join(kept, fmt.Sprint(n))
			}
			bytesWritten := fillFolder(b, dir, n)
			var heap uint64
			for b.Loop() {
				heap = max(heap, readFolder(b, dir))
			}
			b.ReportMetric(float64(bytesWritten)/float64(n)/1000, "kB/file")
			b.ReportMetric(float64(heap)/(1<<20), "MiB-heap")
		})
	}
}

// readFolder reads a folder as the command does and gives the most memory that the
// heap took.
func readFolder(b *testing.B, dir string) uint64 {
	var most uint64
	look := func() {
		var stats runtime.MemStats
		runtime.ReadMemStats(&stats)
		most = max(most, stats.HeapInuse)
	}
	files, err := reportfile.List([]string{dir})
	if err != nil {
		b.Fatal(err)
	}
	batch, err := reportfile.ReadAll(b.Context(), files, source.Limits{}, func(n int) {
		if n%50 == 0 {
			look()
		}
	})
	if err != nil {
		b.Fatal(err)
	}
	defer batch.Close() // its temporary file
	err = batch.WriteBook(io.Discard)
	look()
	if err == nil {
		err = batch.WritePage(io.Discard, reportfile.Occasion{On: time.Now()})
	}
	if err != nil {
		b.Fatal(err)
	}
	return most
}

// fillFolder writes reports of invented towns and bureaus: pages with the menus and
// scripts of their sites, DOCX with a picture, PDF, text saved from a page. It gives
// how many bytes they are.
func fillFolder(b *testing.B, dir string, n int) int {
	b.Helper()
	err := os.MkdirAll(dir, 0o750)
	if err != nil {
		b.Fatal(err)
	}
	all := 0
	for i := range n {
		r := numbered(i)
		end, data := ".html", []byte(nil)
		switch i % 10 {
		case 0, 1:
			end, data = ".docx", withPicture(b, word(r), 85_000)
		case 2:
			end, data = ".pdf", bareSheaf(r).bind()
		case 3:
			end, data = ".txt", append([]byte(strings.Repeat("首页 政务公开 领导信息 机构职能 人事信息 财政资金\n", 1400)), plainText(r)...)
		case 4:
			data = markup{cell: spannedCell, before: siteMenus, after: siteFoot}.page(r)
		default:
			data = markup{before: siteMenus, after: siteFoot}.page(r)
		}
		all += len(data)
		err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%05d%s", i, end)), data, 0o600)
		if err != nil {
			b.Fatal(err)
		}
	}
	return all
}

// numbered is the report of one of thousands of organs. Every other one writes in its
// own words, the rest took those that the county handed out.
func numbered(i int) *report {
	const signs = "云青白石枫松柳梅桃竹溪泉岭谷湖滨沙金银玉龙凤鹤鹭春秋江河川原"
	list := []rune(signs)
	kind := []string{"镇", "乡", "街道"}[i%3]
	place := string([]rune{list[i%len(list)], list[i/len(list)%len(list)], list[i/7%len(list)]}) + kind
	organ := town("青棠县"+place+"人民政府", place)
	if kind == "街道" {
		organ = street("青棠县"+place+"办事处", place)
	}
	voice := []string{"town", "items", "street", "bureau"}[i%4]
	r := compose(base{Organ: organ, level: "县", year: 2022 + i%3, scale: busy, voice: voice, signed: fmt.Sprintf("%d-01-16", 2023+i%3), media: place + "发布"})
	if i%2 == 0 {
		r.writeOwnWords(fmt.Sprint("folder", i))
	}
	return r
}

var (
	siteMenus = siteHead()
	siteFoot  = "<div class=\"links\">" + strings.Repeat("<a href=\"http://www.example.gov.cn/\">某某县人民政府</a> | ", 250) + "</div>\n"
)

// siteHead is what stands above the article on the page of a site: script, style,
// menus.
func siteHead() string {
	var b strings.Builder
	b.WriteString("<script type=\"text/javascript\">\n")
	for i := range 230 {
		fmt.Fprintf(&b, "function show%d(a,b){ if(a.length>%d && b<%d) { $(\"#menu%d\").addClass(\"on\").siblings(\"li\").removeClass(\"on\"); } return b; }\n", i, i, i, i)
	}
	b.WriteString("</script>\n<style>\n")
	for i := range 120 {
		fmt.Fprintf(&b, ".box%d .title a:hover{color:#c00000;background:url(/images/bg%d.png) no-repeat 0 -%dpx;padding:0 %dpx}\n", i, i, i, i)
	}
	b.WriteString("</style>\n<div class=\"header\"><ul>\n")
	for i := range 230 {
		fmt.Fprintf(&b, "<li class=\"nav-item nav-item-%d\"><a href=\"/col/col12%d/index.html\" target=\"_blank\" title=\"政务栏目\">政务栏目</a></li>\n", i, i)
	}
	b.WriteString("</ul></div>\n")
	return b.String()
}

// withPicture adds a photograph to a DOCX: bytes that do not get smaller.
func withPicture(b *testing.B, file []byte, size int) []byte {
	b.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	in, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		b.Fatal(err)
	}
	for _, part := range in.File {
		err = z.Copy(part)
		if err != nil {
			b.Fatal(err)
		}
	}
	w, err := z.Create("word/media/image1.jpeg")
	if err != nil {
		b.Fatal(err)
	}
	picture := make([]byte, size)
	chance := seeded("photograph")
	for i := range picture {
		picture[i] = byte(chance.UintN(256))
	}
	_, err = w.Write(picture)
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		b.Fatal(err)
	}
	return out.Bytes()
}
