package reportfile

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

var morning = Occasion{On: time.Date(2025, 2, 6, 9, 5, 0, 0, time.FixedZone("CST", 8*60*60)), Paths: []string{"各机关", "补报.docx"}}

func webPageOf(t *testing.T, files map[string]string) string {
	t.Helper()
	var out strings.Builder
	err := read(t, folder(t, files)).WritePage(&out, morning)
	if err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// inOrder reports the first of the words that does not follow those before it.
func inOrder(text string, words ...string) string {
	for _, word := range words {
		_, after, found := strings.Cut(text, word)
		if !found {
			return word
		}
		text = after
	}
	return ""
}

func TestPageHoldsWhatWasFound(t *testing.T) {
	page := webPageOf(t, map[string]string{
		"1.txt": "", "2.txt": "某县财政局2024年部门预算\n一、部门职责\n", "2023.txt": town(t, 2023), "2024.txt": town(t, 2024),
	})
	missing := inOrder(page, "2025年2月6日09:05", "各机关、补报.docx", "<dt>文件</dt><dd>4</dd>", "<dt>没有读到报告</dt><dd>2</dd>", "<dt>报告</dt><dd>2</dd>",
		"没有读到报告的文件", "1.txt", "文件没有内容。请打开原文件核对，重新保存或者向报送单位索取后再读。", "2.txt", "各项检查", "T3-06", "上年结转衔接", "国办公开办函〔2021〕30号 表三",
		"机关与检查对照", "禾岭县青石镇人民政府2024年", "逐份报告", "禾岭县青石镇人民政府2024年", "自然人栏填1", "原文第38行", `data-label="填写">1<`, `data-label="应为">2<`,
		"没有发现问题的报告", "禾岭县青石镇人民政府2023年", "</html>")
	if missing != "" {
		t.Errorf("page has no %q in its place", missing)
	}
}

// TestPageShowsForeignTextAsText: names and quotes come from files that anybody wrote.
func TestPageShowsForeignTextAsText(t *testing.T) {
	const hostile = `<script>alert("1")</script>`
	files := map[string]string{hostile[:8] + ".txt": ""}
	files["2024.txt"] = strings.Replace(town(t, 2024), "上年结转1件", "上年结转9件"+hostile, 1)
	page := webPageOf(t, files)
	if strings.Contains(page, "<script") {
		t.Error("the page has a script element, want none")
	}
	if !strings.Contains(page, "&lt;script") {
		t.Error("the page leaves the name of a file out, want it as text")
	}
	for _, outside := range []string{"http:", "https:", "src=", "url(", "@import"} {
		if strings.Contains(page, outside) {
			t.Errorf("the page has %q, want nothing from elsewhere", outside)
		}
	}
}

// TestManyReportsOnThePage: more reports than one table holds are folded, those with
// the most errors first.
func TestManyReportsOnThePage(t *testing.T) {
	files := map[string]string{}
	for i := range firstRows + 20 {
		organ := fmt.Sprintf("禾岭县%c%c镇人民政府", '一'+rune(i), '石'+rune(i))
		report := reportOf(organ, 2024, wordsOf(uint64(3*i), 200), wordsOf(uint64(3*i+1), 200))
		if i == firstRows {
			report = strings.Replace(report, "2025年1月10日", "2024年1月10日", 1) // signed before the year is over
		}
		files[fmt.Sprintf("%03d.txt", i)] = report
	}
	page := webPageOf(t, files)
	missing := inOrder(page, "机关与检查对照", fmt.Sprintf("（第1至%d份，共%d份）", firstRows, firstRows+20), `href="#r0"`, `href="#r99"`, "<details><summary>第101至120份报告</summary>",
		`href="#r119"`, `<details id="r0">`, fmt.Sprintf("%03d.txt", firstRows), `<details id="r119">`)
	if missing != "" {
		t.Errorf("page has no %q in its place", missing)
	}
	if strings.Contains(page, " open>") {
		t.Error("the findings on 120 reports stand open, want them folded")
	}
}

type full struct{ room int }

var errFull = errors.New("disk full")

func (f *full) Write(p []byte) (int, error) {
	if f.room -= len(p); f.room < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestPageThatCannotBeWritten(t *testing.T) {
	batch := read(t, folder(t, map[string]string{"2023.txt": town(t, 2023), "2024.txt": town(t, 2024)}))
	for _, room := range []int{0, 5000} {
		err := batch.WritePage(&full{room}, morning)
		if !errors.Is(err, errFull) {
			t.Errorf("WritePage with room for %d bytes = %v, want the failure to write", room, err)
		}
	}
}
