package main

import (
	"fmt"
	"strconv"

	"gongkai/internal/annualreport/reading"
	"gongkai/internal/docfile/source"
	"gongkai/internal/reportfile"
)

type reportCompareCmd struct {
	First  string `arg:"" name:"file1" help:"第一份报告。" placeholder:"FILE1"`
	Second string `arg:"" name:"file2" help:"第二份报告。" placeholder:"FILE2"`
}

// Run sets two published reports side by side. It needs no database.
func (cmd *reportCompareCmd) Run(c *console) error {
	first, err := readOne(c, cmd.First)
	if err != nil {
		return err
	}
	second, err := readOne(c, cmd.Second)
	if err != nil {
		return err
	}
	comparison := reading.Compare(first, second)
	if c.json() {
		return c.printJSON(comparison)
	}
	printComparison(c, comparison)
	return nil
}

// readOne reads a report that nothing can be done without.
func readOne(c *console, path string) (reading.Result, error) {
	files, err := listed([]string{path})
	if err != nil {
		return reading.Result{}, err
	}
	if len(files) != 1 || files[0].Path != path {
		return reading.Result{}, usage("“%s”是文件夹，这里请给出一个文件。", path)
	}
	result := reportfile.Read(files[0], source.Limits{})
	if sentence, unreadable := reportfile.Unreadable(result); unreadable {
		fmt.Fprintf(c.err, "“%s”：%s\n", path, sentence)
		return result, errFindings
	}
	return result, nil
}

func printComparison(c *console, pair reading.Comparison) {
	for i, r := range []reading.Compared{pair.First, pair.Second} {
		c.print("报告%s：%s %s年（格式 %s）%s", []string{"一", "二"}[i], orDash(r.Organ), yearOrDash(r.Year), orDash(r.Format), r.File)
	}
	c.print("\n章节：")
	for _, chapter := range pair.Chapters {
		c.print("  %s", chapterLine(chapter))
	}
	c.print("\n单元格：相同 %d 个，不同 %d 个，有一方未知、无法比较 %d 个。", pair.Same, len(pair.Cells), pair.Undecided)
	for _, cell := range pair.Cells {
		change := ""
		if cell.Difference != "" {
			change = "（相差 " + cell.Difference + "）"
		}
		c.print("  %s：%s → %s%s  %s", cell.Name, cell.First, cell.Second, change, cell.Label)
	}
	c.print("\n正文数字：")
	for _, s := range pair.Statements {
		first, second := s.Shown()
		mark := "不同"
		switch {
		case s.Same:
			mark = "相同"
		case s.First == nil:
			mark = "只有报告二"
		case s.Second == nil:
			mark = "只有报告一"
		}
		c.print("  [%s] %s：%s → %s", mark, s.Means, first, second)
	}
	if len(pair.Statements) == 0 {
		c.print("  两份报告的正文里都没有读到可以对照的数字。")
	}
}

func chapterLine(p reading.ChapterPair) string {
	heading := p.First
	switch {
	case heading == "":
		heading = p.Second
	case p.Second != "" && p.Second != p.First:
		heading += " → " + p.Second
	}
	if heading == "" {
		heading = "引言"
	}
	switch {
	case p.First == "" && p.Second != "":
		return heading + "：只有报告二有"
	case p.Second == "" && p.First != "":
		return heading + "：只有报告一有"
	case p.Empty:
		return heading + "：都没有正文"
	case p.Same:
		return heading + "：文字完全相同"
	case p.Similarity == nil:
		return heading + "：自有文字太少，不计算相似度"
	}
	return heading + "：相似度 " + strconv.FormatFloat(*p.Similarity*100, 'f', 0, 64) + "%"
}
