package corpus

import (
	"strings"

	"gongkai/internal/document"
)

// chapterForms damage the chapters and leave the tables alone.
var chapterForms = []Form{
	{Key: "chapters-renumbered", Title: "chapters numbered otherwise", End: ".html", of: []int{3, 5}, damage: func(r *report) {
		r.eachChapter(func(heading string) string {
			return strings.NewReplacer("一、", "第一部分 ", "二、", "第二部分 ", "三、", "第三部分 ", "四、", "第四部分 ", "五、", "第五部分 ", "六、", "第六部分 ").Replace(heading)
		})
		r.want.find("N-11")
	}, write: plainPage},
	{Key: "chapters-shifted", Title: "the first chapter without heading, the others counted from one", End: ".md", of: []int{12}, damage: func(r *report) {
		r.eachChapter(func(heading string) string {
			if strings.HasPrefix(heading, "一、") {
				return ""
			}
			return strings.NewReplacer("二、", "一、", "三、", "二、", "四、", "三、", "五、", "四、", "六、", "五、").Replace(heading)
		})
		r.want.find("N-11")
	}, write: markdown},
	{Key: "headings-other", Title: "headings in other words", End: ".html", of: []int{9, 8}, damage: func(r *report) {
		r.eachChapter(func(heading string) string {
			return strings.NewReplacer("总体情况", "基本情况", "主要问题及改进情况", "主要问题和改进情况", "其他需要报告的事项", "其他报告事项").Replace(heading)
		})
		r.want.find("N-11")
	}, write: plainPage},
	{Key: "headings-lost", Title: "all headings lost", End: ".txt", of: []int{4}, damage: func(r *report) {
		r.eachChapter(func(string) string { return "" })
		r.want.find("N-11")
	}, write: barText},
	{Key: "headings-glued", Title: "headings glued to the text, everything between two tables on one line", End: ".txt", of: []int{4, 9, 0}, write: func(r *report) []byte {
		x := textual{join: " ", table: func(t *document.Table) string { return "\n" + bars(emptied)(t) }}
		return []byte(x.file(r))
	}},
}

// eachChapter changes the headings of the chapters; an empty one is lost.
func (r *report) eachChapter(change func(heading string) string) {
	var kept []document.Block
	for _, b := range r.blocks {
		h, ok := b.(document.Heading)
		if ok && h.Level == 1 {
			h.Text = change(h.Text)
			if h.Text == "" {
				continue
			}
			b = h
		}
		kept = append(kept, b)
	}
	r.blocks = kept
}
