package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"

	"gongkai/internal/annualreport"
	"gongkai/internal/annualreport/checks"
	"gongkai/internal/docfile"
	"gongkai/internal/document"
	"gongkai/internal/organ"
	"gongkai/law/tally"
)

type reportCmd struct {
	Show    reportShowCmd    `cmd:"" help:"显示全部单元格和检查结果。"`
	Build   reportBuildCmd   `cmd:"" help:"编制：从登记簿生成报告，并确认登记簿记录完整。"`
	Check   reportCheckCmd   `cmd:"" help:"校核：逐项检查，没有错误的记为已校核。"`
	Sign    reportSignCmd    `cmd:"" help:"签发并封存。"`
	Submit  reportSubmitCmd  `cmd:"" help:"报送主管部门。"`
	Accept  reportAcceptCmd  `cmd:"" help:"主管部门审核通过。"`
	Return  reportReturnCmd  `cmd:"" help:"主管部门退回。"`
	Publish reportPublishCmd `cmd:"" help:"发布。"`
	Correct reportCorrectCmd `cmd:"" help:"更正已发布的报告：开出新的一版。"`
	Verify  reportVerifyCmd  `cmd:"" help:"用登记簿重新计算已封存的报告，逐格核对。"`
	Export  reportExportCmd  `cmd:"" help:"导出为 PDF、DOCX、XLSX、JSON。"`
	Rollup  reportRollupCmd  `cmd:"" help:"汇总下级机关的报告。"`
	Read    reportReadCmd    `cmd:"" help:"读取已公布的报告（网页、DOCX、XLSX、PDF、文本），逐格读出并检查。不用数据库。"`
	Adopt   reportAdoptCmd   `cmd:"" help:"导入本机关以前公布的报告，接上历年数据。"`
	Compare reportCompareCmd `cmd:"" help:"对照两份已公布的报告：章节、单元格、正文数字。不用数据库。"`
}

type reportShowCmd struct{ target }

// shown is the stable JSON form of a report.
type shown struct {
	Organ    string           `json:"organ"`
	Year     int              `json:"year"`
	Format   string           `json:"format"`
	Edition  int              `json:"edition"`
	Title    string           `json:"title"`
	State    string           `json:"state"`
	Cells    json.RawMessage  `json:"cells"`
	Counts   map[string]int64 `json:"counts"`
	Chapters []shownChapter   `json:"chapters"`
	Findings []checks.Finding `json:"findings"`
	Sealed   bool             `json:"sealed"`
	Hash     string           `json:"hash,omitempty"`
}

type shownChapter struct {
	Key     string `json:"key"`
	Heading string `json:"heading"`
	Text    string `json:"text"`
}

// Run prints every cell and finding of a report.
func (cmd *reportShowCmd) Run(c *console) error {
	return c.withReports(func(a *app) error {
		key, person, err := cmd.find(c, a, organ.Clerk)
		if err != nil {
			return err
		}
		view, err := a.reports.Preview(c.ctx, person, key)
		if err != nil {
			return err
		}
		result, err := show(view)
		if err != nil {
			return err
		}
		if c.json() {
			return c.printJSON(result)
		}
		return printReport(c, view)
	})
}

func show(view annualreport.View) (shown, error) {
	content := view.Content
	s := shown{
		Organ: content.Organ.Name, Year: content.Year, Format: content.Format.ID, Edition: view.Report.Edition, Title: content.Title,
		State: string(view.Report.State), Counts: view.Facts.Counts, Findings: view.Findings,
	}
	if s.State == "" {
		s.State = "unopened"
	}
	if view.Seal != nil {
		s.Sealed, s.Hash = true, view.Seal.Hash
	}
	cells, err := json.Marshal(everyCell(content))
	if err != nil {
		return s, fmt.Errorf("encode cells: %w", err)
	}
	s.Cells = cells
	for _, chapter := range content.Chapters() {
		s.Chapters = append(s.Chapters, shownChapter{chapter.Key, chapter.Heading, chapter.Text()})
	}
	return s, nil
}

// everyCell lists the cells of the report's format, and of a narrative form, which
// has none, the 200 of the present one as not applicable.
func everyCell(content annualreport.Content) tally.Cells {
	cells := tally.Cells{}
	if len(content.Format.Cells) == 0 {
		for _, cell := range tally.Formats[0].Cells {
			cells[cell.Name] = tally.Value{State: tally.NotApplicable}
		}
	}
	for _, cell := range content.Format.Cells {
		cells[cell.Name] = content.Cells[cell.Name]
	}
	return cells
}

func printReport(c *console, view annualreport.View) error {
	content := view.Content
	state, opened := annualreport.StateLabels[view.Report.State]
	if !opened {
		state = "尚未编制"
	}
	c.print("%s（%s）", content.Title, state)
	for _, cell := range content.Format.Cells {
		value := content.Cells[cell.Name]
		if value.State == tally.Number && value.N == 0 {
			continue
		}
		c.print("  %-45s %s  %s", cell.Name, value.Shown(cell.Unit), cell.Label)
	}
	if len(content.Format.Cells) > 0 {
		c.print("  其余单元格为 0。")
	}
	for _, chapter := range content.Chapters() {
		if chapter.Heading != "" {
			c.print("%s", chapter.Heading)
		}
		if text := chapter.Text(); text != "" {
			c.print("%s", text)
		}
	}
	printFindings(c, view.Findings)
	if view.Seal != nil {
		c.print("封存摘要（SHA-256）：%s", view.Seal.Hash)
	}
	return nil
}

func printFindings(c *console, findings []checks.Finding) {
	for _, f := range findings {
		c.print("[%s] %s %s（%s）", f.Severity, f.ID, f.Text, f.Place)
	}
	if len(findings) == 0 {
		c.print("检查没有发现问题。")
	}
}

// withReports opens the database for one command.
func (c *console) withReports(do func(a *app) error) error {
	a, err := c.open(false)
	if err != nil {
		return err
	}
	err = do(a)
	closeErr := a.close()
	if err != nil {
		return err
	}
	return closeErr
}

type reportExportCmd struct {
	target
	PDF  string `name:"pdf" help:"写到文件 F；- 为标准输出。" placeholder:"F"`
	DOCX string `name:"docx" placeholder:"F" help:"同上。"`
	XLSX string `name:"xlsx" placeholder:"F" help:"同上。"`
	JSON string `name:"json" placeholder:"F" help:"同上；封存的报告输出封存的字节。"`
}

// Run writes the report in the forms asked for.
func (cmd *reportExportCmd) Run(c *console) error {
	wanted := map[string]string{"pdf": cmd.PDF, "docx": cmd.DOCX, "xlsx": cmd.XLSX, "json": cmd.JSON}
	piped := 0
	for _, path := range wanted {
		if path == "-" {
			piped++
		}
	}
	if piped > 1 {
		return usage("标准输出只能写一种格式，请给另外的格式文件名。")
	}
	if piped == 1 {
		c.format = "json" // nothing but the document on standard output
	}
	return c.withReports(func(a *app) error {
		key, person, err := cmd.find(c, a, organ.Clerk)
		if err != nil {
			return err
		}
		view, err := a.reports.Preview(c.ctx, person, key)
		if err != nil {
			return err
		}
		doc, data, err := exportable(view)
		if err != nil {
			return err
		}
		some := false
		for _, export := range docfile.Exports(nil) {
			path := wanted[export.Name]
			if path == "" {
				continue
			}
			some = true
			err = c.toFile(path, func(w io.Writer) error { return export.Write(w, doc, data) })
			if err != nil {
				return err
			}
		}
		if !some {
			return usage("请至少给出 --pdf、--docx、--xlsx、--json 之一。")
		}
		return nil
	})
}

// exportable is a report as document and as data: a sealed one as it was sealed, a
// draft marked as such.
func exportable(view annualreport.View) (*document.Document, any, error) {
	doc := view.Content.Document()
	if view.Seal != nil {
		return doc, json.RawMessage(view.Seal.Canonical), nil
	}
	doc.Notes = append(doc.Notes, "（草稿，未签发）")
	data, err := show(view)
	return doc, data, err
}

// toFile writes a file beside its final name and renames it when it is whole.
func (c *console) toFile(path string, write func(io.Writer) error) error {
	if path == "-" {
		return write(c.out)
	}
	f, err := os.CreateTemp(dirOf(path), ".gongkai-*")
	if err != nil {
		return fmt.Errorf("make %s: %w", path, err)
	}
	err = write(f)
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if err == nil {
		err = os.Chmod(f.Name(), 0o644) // as any file a person makes, not as a temporary one
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name())
		return err
	}
	if !c.json() {
		c.print("已写出 %s", path)
	}
	return nil
}
