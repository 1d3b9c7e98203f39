package main

import (
	"fmt"
	"os"
	"path/filepath"

	"gongkai/internal/annualreport"
	"gongkai/internal/organ"
	"gongkai/law/tally"
)

type reportAdoptCmd struct {
	File      string `arg:"" help:"已公布的报告。" placeholder:"FILE"`
	Organ     string `required:"" help:"机关名称，全称或者简称。" placeholder:"NAME"`
	Year      int    `help:"报告年度；不给出时用文件里的年度。" placeholder:"Y"`
	Source    string `help:"来源，例如网页地址；不给出时为文件名。" placeholder:"TEXT"`
	OtherName bool   `help:"报告里的机关名称与现在不同（改名、合并），仍然导入。"`
	As        string `help:"以哪个账号的名义办理；不给出时由命令行操作员办理。" placeholder:"LOGIN"`
}

// Run takes a report that was published elsewhere into the organ's history.
func (cmd *reportAdoptCmd) Run(c *console) error {
	read, err := readOne(c, cmd.File)
	if err != nil {
		return err
	}
	if cmd.Year == 0 {
		cmd.Year = read.Year
	}
	if cmd.Year == 0 {
		return usage("“%s”里没有读到报告年度，请用 --year 给出。", cmd.File)
	}
	if cmd.Source == "" {
		cmd.Source = filepath.Base(cmd.File)
	}
	original, err := os.ReadFile(cmd.File)
	if err != nil {
		return fmt.Errorf("read the original: %w", err)
	}
	return c.withReports(func(a *app) error {
		t := target{Organ: cmd.Organ, Year: cmd.Year, As: cmd.As}
		key, person, err := t.find(c, a, organ.Signer)
		if err != nil {
			return err
		}
		report, err := a.reports.Adopt(c.ctx, person, key, annualreport.Adoption{
			Read: read, Source: cmd.Source, OtherName: cmd.OtherName, Original: original, FileName: filepath.Base(cmd.File),
		})
		if err != nil {
			return err
		}
		err = printState(c, a, person, key, report)
		if err != nil || c.json() {
			return err
		}
		unknown := 0
		for _, value := range read.Cells {
			if value.State == tally.Unknown {
				unknown++
			}
		}
		c.print("读到单元格 %d 个，未知 %d 个。", len(read.Cells)-unknown, unknown)
		return nil
	})
}
