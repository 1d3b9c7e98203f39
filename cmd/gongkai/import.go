package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"gongkai/internal/docfile/sheet"
	"gongkai/internal/fault"
	"gongkai/internal/ledgerfile"
	"gongkai/internal/message"
	"gongkai/internal/organ"
	"gongkai/internal/register"
)

type importCmd struct {
	Register string `arg:"" help:"登记簿，例如 request、disclosure_item。"`
	File     string `arg:"" help:"XLSX 或者 CSV 文件。"`
	Organ    string `help:"机关名称；只有一个机关的安装可以不给。" placeholder:"NAME"`
	DryRun   bool   `help:"只检查，不写入。"`
	Reason   string `help:"更正已签发年度的记录时的理由。"`
	As       string `help:"以哪个账号的名义导入。" placeholder:"LOGIN"`
	Template bool   `help:"不导入，而是把导入模板写到 FILE。"`
}

// Run imports a file into a register, all of it or nothing.
func (cmd *importCmd) Run(c *console) error {
	d, known := register.ByName(cmd.Register)
	if !known {
		names := []string{}
		for _, r := range register.All {
			names = append(names, r.Name+"（"+r.Title+"）")
		}
		return usage("没有登记簿“%s”。可以导入的有：%s。", cmd.Register, strings.Join(names, "、"))
	}
	if cmd.Template {
		return c.toFile(cmd.File, func(w io.Writer) error { return ledgerfile.Files{}.Template(w, d) })
	}
	info, err := os.Stat(cmd.File)
	if err != nil {
		return usage("打不开文件“%s”：%v。", cmd.File, errors.Unwrap(err))
	}
	if !info.Mode().IsRegular() { // rows are read twice, which a pipe does not allow
		return usage("“%s”不是文件。请给出 XLSX 或者 CSV 文件。", cmd.File)
	}
	f, err := os.Open(cmd.File)
	if err != nil {
		return usage("打不开文件“%s”：%v。", cmd.File, errors.Unwrap(err))
	}
	defer f.Close()
	rows, err := ledgerfile.Open(filepath.Base(cmd.File), f, info.Size())
	if err != nil {
		return sheetRefused(c, err)
	}
	return c.withReports(func(a *app) error { return cmd.run(c, a, d, f, rows) })
}

// sheetRefused prints what is wrong with a file that cannot be read.
func sheetRefused(c *console, err error) error {
	var refused *sheet.Error
	if !errors.As(err, &refused) {
		return err
	}
	fmt.Fprintln(c.err, refused.Sentence())
	return errFindings
}

func (cmd *importCmd) run(c *console, a *app, d register.Definition, f *os.File, rows register.Sheets) error {
	o, person, err := cmd.who(c, a)
	if err != nil {
		return err
	}
	digest, err := digestOf(f)
	if err != nil {
		return err
	}
	bar := c.progress(-1, "导入"+d.Title)
	done, err := a.registers.Import(c.ctx, person, register.Import{
		SiteID: o.SiteID, OrganID: o.ID, Register: d.Name, File: filepath.Base(cmd.File), Digest: digest, Reason: cmd.Reason, DryRun: cmd.DryRun,
	}, rows, bar.set)
	bar.finish()
	var broken *sheet.Error
	if errors.As(err, &broken) {
		return sheetRefused(c, err)
	}
	if err != nil {
		return err
	}
	return cmd.tell(c, d, done)
}

func (cmd *importCmd) who(c *console, a *app) (organ.Organ, organ.Person, error) {
	if cmd.Organ == "" {
		organs, err := a.organs.Reader().Organs(c.ctx, "")
		if err != nil {
			return organ.Organ{}, organ.Person{}, fmt.Errorf("list organs: %w", err)
		}
		if len(organs) != 1 {
			return organ.Organ{}, organ.Person{}, usage("这里有 %d 个机关，请用 --organ 指明导入哪个机关的登记簿。", len(organs))
		}
		cmd.Organ = organs[0].ID
	}
	o, err := a.organNamed(c, cmd.Organ)
	if err != nil || cmd.As == "" {
		return o, operator(o, organ.Clerk), err
	}
	account, err := a.organs.Reader().Account(c.ctx, o.SiteID, cmd.As)
	if err != nil {
		return o, organ.Person{}, fault.Refuse(fault.NotFound, "person-unknown", "", "login", cmd.As)
	}
	return o, account.Person, nil
}

func digestOf(f *os.File) (string, error) {
	digest := sha256.New()
	_, err := io.Copy(digest, f)
	if err != nil {
		return "", fmt.Errorf("read %s: %w", f.Name(), err)
	}
	return hex.EncodeToString(digest.Sum(nil)), nil
}

// importProblem is a problem in the stable JSON form.
type importProblem struct {
	Sheet  string `json:"sheet"`
	Row    int    `json:"row"`
	Column string `json:"column"` // as spreadsheets name it; empty for the row as a whole
	Field  string `json:"field"`
	Code   string `json:"code"`
	Value  string `json:"value"`
	Text   string `json:"text"`
}

func (cmd *importCmd) tell(c *console, d register.Definition, done register.Imported) error {
	problems := []importProblem{}
	for _, p := range done.Problems {
		problems = append(problems, importProblem{p.Sheet, p.Line, column(p), p.Field, p.Code, p.Value, sentenceOf(d, p.Problem)})
	}
	refused := len(problems) > 0
	if c.json() {
		err := c.printJSON(map[string]any{
			"register": d.Name, "dry_run": cmd.DryRun, "written": !refused && !cmd.DryRun, "rows": done.Rows,
			"added": done.Added, "changed": done.Changed, "unchanged": done.Unchanged, "problems": problems, "more_problems": done.More,
		})
		if err != nil {
			return err
		}
	} else {
		for i, p := range done.Problems {
			c.print("工作表“%s” %s：%s", p.Sheet, p.Cell(), problems[i].Text)
		}
		if done.More > 0 {
			c.print("另有 %d 处问题没有列出。", done.More)
		}
		c.print("%s", cmd.outcome(done, refused))
	}
	if refused {
		return errFindings
	}
	return nil
}

func (cmd *importCmd) outcome(done register.Imported, refused bool) string {
	counts := fmt.Sprintf("共 %d 行：新增 %d，更新 %d，未变 %d", done.Rows, done.Added, done.Changed, done.Unchanged)
	switch {
	case refused:
		return fmt.Sprintf("发现 %d 处问题，没有写入任何记录。请改正后重新导入。", int64(len(done.Problems))+done.More)
	case cmd.DryRun:
		return "检查通过，未写入。" + counts + "。"
	}
	return "已导入。" + counts + "。"
}

func column(p register.PlacedProblem) string {
	if p.Column == 0 {
		return ""
	}
	return strings.TrimRight(p.Cell(), "0123456789")
}

// sentenceOf says a register's problem in Chinese.
func sentenceOf(d register.Definition, p register.Problem) string {
	args := append([]string{"label", p.Label, "value", p.Value}, p.Args...)
	var problems fault.Problems
	problems.Add(p.Field, p.Code, d.Article, args...)
	return message.OfProblem(problems[0]).String()
}
