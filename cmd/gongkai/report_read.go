package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/docfile/source"
	"gongkai/internal/reportfile"
)

// formatXLSX and formatHTML are output formats that only reading has.
const (
	formatXLSX = "xlsx"
	formatHTML = "html"
)

type reportReadCmd struct {
	Files   []string `arg:"" name:"file" help:"报告文件，或者存放报告的文件夹。" placeholder:"FILE|FOLDER"`
	Out     string   `help:"把结果写到文件 F；- 为标准输出。xlsx 必须给出。" placeholder:"F"`
	Page    string   `help:"另外把结果写成一个网页文件 F，可以和任何格式一起用。" placeholder:"F"`
	Region  string   `help:"汇总机关：它的报告与同一年度其余报告的合计逐格核对。" placeholder:"NAME"`
	Notices string   `help:"给每份有错误的报告写一份退回修改通知（DOCX），放进文件夹 DIR。" placeholder:"DIR"`
	From    string   `help:"退回修改通知的落款机关。" placeholder:"NAME"`
}

// Run reads reports, examines them and prints what was found. It needs no database.
func (cmd *reportReadCmd) Run(c *console) error {
	if c.format == formatXLSX && cmd.Out == "" {
		return usage("输出 xlsx 时请用 --out 给出工作簿的文件名。")
	}
	if cmd.Page == "-" {
		return usage("--page 后面请给一个文件名；要把网页写到标准输出，请用 --format html。")
	}
	if cmd.Notices != "" && cmd.From == "" {
		return usage("写退回修改通知时请用 --from 给出落款机关。")
	}
	files, err := listed(cmd.Files)
	if err != nil {
		return err
	}
	bar := c.progressOf(int64(len(files)), "读取报告", "份")
	batch, err := reportfile.ReadAll(c.ctx, files, source.Limits{}, func(n int) { bar.set(int64(n)) })
	bar.finish()
	if err != nil {
		return err
	}
	err = cmd.examineRegion(batch)
	if err == nil {
		err = cmd.tell(c, batch, files)
	}
	if err == nil && cmd.Page != "" {
		err = cmd.writePage(c, batch)
	}
	if err == nil && cmd.Notices != "" {
		err = cmd.returnAll(c, batch)
	}
	closing := batch.Close()
	switch {
	case err != nil:
		return err
	case closing != nil:
		return closing
	case batch.Blocking():
		return errFindings
	}
	return nil
}

// examineRegion compares the report of the region that was named, if one was.
func (cmd *reportReadCmd) examineRegion(batch *reportfile.Batch) error {
	if cmd.Region == "" {
		return nil
	}
	found, err := batch.CompareRegion(cmd.Region)
	if err != nil || found {
		return err
	}
	return usage("这些文件里没有“%s”的报告，不能与合计核对。请核对 --region 的机关名称。", cmd.Region)
}

// tell writes the batch in the form asked for. A workbook and a page in a file have
// text on standard output with them.
func (cmd *reportReadCmd) tell(c *console, batch *reportfile.Batch, files []reportfile.File) error {
	write := func(w io.Writer) error { return printBatch(w, batch, files) }
	switch c.format {
	case "json":
		write = batch.WriteJSON
	case formatXLSX:
		write = batch.WriteBook
	case formatHTML:
		write = func(w io.Writer) error { return batch.WritePage(w, cmd.occasion(c)) }
	}
	switch {
	case cmd.Out == "" || cmd.Out == "-":
		return write(c.out)
	case c.format == formatXLSX || c.format == formatHTML:
		err := printBatch(c.out, batch, nil)
		if err != nil {
			return err
		}
	}
	return c.toFile(cmd.Out, write)
}

// occasion is when and where the files were taken, for the page.
func (cmd *reportReadCmd) occasion(c *console) reportfile.Occasion {
	return reportfile.Occasion{On: c.now().In(china), Paths: cmd.Files}
}

// writePage writes the page that was asked for beside the result.
func (cmd *reportReadCmd) writePage(c *console, batch *reportfile.Batch) error {
	quiet := *c
	if cmd.piped(c) {
		quiet.format = "json" // nothing but the result on standard output
	}
	return quiet.toFile(cmd.Page, func(w io.Writer) error { return batch.WritePage(w, cmd.occasion(c)) })
}

// piped reports whether standard output holds a file, not text.
func (cmd *reportReadCmd) piped(c *console) bool {
	return c.format != "text" && (cmd.Out == "" || cmd.Out == "-")
}

// listed finds the files to read and says in words why there are none.
func listed(paths []string) ([]reportfile.File, error) {
	files, err := reportfile.List(paths)
	var wrong *fs.PathError
	switch {
	case errors.Is(err, reportfile.ErrNothing):
		return nil, usage("“%s”里没有文件。", strings.Join(paths, "”“"))
	case errors.As(err, &wrong):
		return nil, usage("读不了“%s”，请确认文件或者文件夹存在，并且有权限读取。", wrong.Path)
	}
	return files, err
}

// listedInFull is up to how many reports every finding is printed. Of more than
// that the page shows how often each check objected, and the reports with the most
// errors.
const listedInFull = 30

// printBatch prints the batch as text. Of a single report, whose file is given, all
// that was read stands there.
func printBatch(w io.Writer, batch *reportfile.Batch, files []reportfile.File) error {
	p := page{to: w}
	p.print("共 %d 份报告：%s。", len(batch.Entries), bySeverity(batch))
	if len(batch.Entries) > listedInFull {
		return p.brief(batch)
	}
	p.heads()
	for i := range batch.Entries {
		p.report(&batch.Entries[i])
	}
	if len(files) == 1 {
		read := reportfile.Read(files[0], source.Limits{})
		if _, unreadable := reportfile.Unreadable(read); !unreadable {
			p.detail(read)
		}
	}
	all := batch.Findings()
	for _, f := range all {
		p.print("[%s] %s %s：%s%s", f.Severity, f.ID, nameOf(f.Entry), f.Text, bracketed(f.Place))
	}
	if len(all) == 0 {
		p.print("检查没有发现问题。")
	}
	return p.err
}

func bySeverity(batch *reportfile.Batch) string {
	counts := make(map[checks.Severity]int)
	for _, f := range batch.Findings() {
		counts[f.Severity]++
	}
	return fmt.Sprintf("错误 %d 处，注意 %d 处，说明 %d 处", counts[checks.Error], counts[checks.Warning], counts[checks.Information])
}

func nameOf(e *reportfile.Entry) string {
	if e.Organ == "" {
		return e.File
	}
	return fmt.Sprintf("%s %s年", e.Organ, yearOrDash(e.Year))
}

func bracketed(place string) string {
	if place == "" {
		return ""
	}
	return "（" + place + "）"
}

func orDash(text string) string {
	if text == "" {
		return "-"
	}
	return text
}

func yearOrDash(year int) string {
	if year == 0 {
		return "-"
	}
	return fmt.Sprint(year)
}
