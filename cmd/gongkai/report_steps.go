package main

import (
	"context"
	"path/filepath"

	"gongkai/internal/annualreport"
	"gongkai/internal/annualreport/checks"
	"gongkai/internal/organ"
)

func dirOf(path string) string { return filepath.Dir(path) }

type (
	reportBuildCmd struct {
		target
		NoAttest bool `help:"只生成，不确认登记簿记录完整。"`
	}
	reportCheckCmd  struct{ target }
	reportSignCmd   struct{ target }
	reportSubmitCmd struct{ target }
	reportAcceptCmd struct{ target }
	reportReturnCmd struct {
		target
		Reason string `required:"" help:"退回的理由。"`
	}
	reportPublishCmd struct{ target }
	reportCorrectCmd struct {
		target
		Note string `required:"" help:"更正说明，随新的一版公布。"`
	}
)

// Run makes the report from the registers. Whoever runs it stands up for the
// registers being complete, unless told not to.
func (cmd *reportBuildCmd) Run(c *console) error {
	return c.withReports(func(a *app) error {
		key, person, err := cmd.find(c, a, organ.Clerk)
		if err != nil {
			return err
		}
		r, err := a.reports.Open(c.ctx, person, key)
		if err != nil {
			return err
		}
		if r.State == annualreport.Returned { // what was returned is drawn up again
			r, err = a.reports.TakeBack(c.ctx, person, key, r.Version)
			if err != nil {
				return err
			}
		}
		if !cmd.NoAttest && r.Editable() {
			r, err = a.reports.Attest(c.ctx, person, key, r.Version, annualreport.CountedRegisters())
			if err != nil {
				return err
			}
		}
		return printState(c, a, person, key, r)
	})
}

// Run examines the report, prints the findings and, when none is an error, records
// that it was gone through.
func (cmd *reportCheckCmd) Run(c *console) error {
	return c.withReports(func(a *app) error {
		key, person, err := cmd.find(c, a, organ.Reviewer)
		if err != nil {
			return err
		}
		view, err := a.reports.Preview(c.ctx, person, key)
		if err != nil {
			return err
		}
		if !checks.Blocking(view.Findings) && view.Report.State == annualreport.Draft {
			view.Report, err = a.reports.CheckBy(c.ctx, person, key, view.Report.Version)
			if err != nil {
				return err
			}
		}
		if c.json() {
			err = c.printJSON(map[string]any{"organ": view.Facts.Organ.Name, "year": key.Year, "state": view.Report.State, "findings": view.Findings})
		} else {
			printFindings(c, view.Findings)
		}
		if err == nil && checks.Blocking(view.Findings) {
			return errFindings
		}
		return err
	})
}

// take runs one step on the newest edition.
func (t target) take(c *console, role organ.Role, step func(*annualreport.Service, context.Context, organ.Person, annualreport.Key, int) (annualreport.Report, error)) error {
	return c.withReports(func(a *app) error {
		key, person, err := t.find(c, a, role)
		if err != nil {
			return err
		}
		view, err := a.reports.View(c.ctx, person, key)
		if err != nil {
			return err
		}
		r, err := step(a.reports, c.ctx, person, key, view.Report.Version)
		if err != nil {
			return err
		}
		return printState(c, a, person, key, r)
	})
}

// Run signs and seals the report.
func (cmd *reportSignCmd) Run(c *console) error {
	return cmd.take(c, organ.Signer, (*annualreport.Service).SignBy)
}

// Run hands the report to the competent authority.
func (cmd *reportSubmitCmd) Run(c *console) error {
	return cmd.take(c, organ.Clerk, (*annualreport.Service).SubmitBy)
}

// Run accepts a submitted report.
func (cmd *reportAcceptCmd) Run(c *console) error {
	return cmd.take(c, organ.Supervisor, (*annualreport.Service).AcceptBy)
}

// Run returns a submitted report with a reason.
func (cmd *reportReturnCmd) Run(c *console) error {
	return cmd.take(c, organ.Supervisor, func(s *annualreport.Service, ctx context.Context, p organ.Person, k annualreport.Key, version int) (annualreport.Report, error) {
		return s.ReturnBy(ctx, p, k, version, cmd.Reason)
	})
}

// Run publishes the report.
func (cmd *reportPublishCmd) Run(c *console) error {
	return cmd.take(c, organ.Clerk, (*annualreport.Service).PublishBy)
}

// Run opens the next edition of a published report.
func (cmd *reportCorrectCmd) Run(c *console) error {
	return cmd.take(c, organ.Clerk, func(s *annualreport.Service, ctx context.Context, p organ.Person, k annualreport.Key, version int) (annualreport.Report, error) {
		return s.CorrectBy(ctx, p, k, version, cmd.Note)
	})
}

func printState(c *console, a *app, person organ.Person, key annualreport.Key, r annualreport.Report) error {
	view, err := a.reports.View(c.ctx, person, key)
	if err != nil {
		return err
	}
	if c.json() {
		return c.printJSON(stateOf(view, r))
	}
	tellState(c, view, r)
	return nil
}

func tellState(c *console, view annualreport.View, r annualreport.Report) {
	c.print("%s：%s（第%d版）", view.Content.Title, annualreport.StateLabels[r.State], r.Edition)
	if view.Seal != nil {
		c.print("封存摘要（SHA-256）：%s", view.Seal.Hash)
	}
}

// stateOf is what a step left behind, as JSON has it.
func stateOf(view annualreport.View, r annualreport.Report) map[string]any {
	result := map[string]any{"organ": view.Content.Organ.Name, "year": r.Year, "edition": r.Edition, "state": r.State, "sealed": view.Seal != nil}
	if view.Seal != nil {
		result["hash"] = view.Seal.Hash
	}
	return result
}

type reportVerifyCmd struct{ target }

// Run recomputes a sealed report and names every difference.
func (cmd *reportVerifyCmd) Run(c *console) error {
	return c.withReports(func(a *app) error {
		key, person, err := cmd.find(c, a, organ.Auditor)
		if err != nil {
			return err
		}
		v, err := a.reports.Verify(c.ctx, person, key)
		if err != nil {
			return err
		}
		if c.json() {
			err = c.printJSON(struct {
				annualreport.Verification
				Same bool `json:"same"`
			}{v, v.Same()})
		} else {
			printVerification(c, v)
		}
		if err == nil && !v.Same() {
			return errFindings
		}
		return err
	})
}

func printVerification(c *console, v annualreport.Verification) {
	c.print("%s %d年度报告第%d版，封存摘要 %s", v.Organ, v.Year, v.Edition, v.Hash)
	if v.Source != "" && v.Intact {
		c.print("本报告由“%s”导入，没有登记簿可以重新计算；封存的内容没有改动。", v.Source)
		return
	}
	c.print("重新计算单元格 %d 个、正文绑定数字 %d 处。", v.Cells, v.Bound)
	if v.Same() {
		c.print("与登记簿完全一致，没有差异。")
		return
	}
	if !v.Intact {
		c.print("封存的内容已被改动：字节与摘要不符，或者正文与封存的正文不同。")
	}
	for _, d := range v.Figures {
		c.print("差异：%s（%s）封存为 %s，现在是 %s", d.Title, d.Figure, d.Sealed, d.Now)
	}
	for _, text := range v.Texts {
		c.print("差异：正文“%s”一节的绑定数字已变化", text)
	}
	kinds := map[string]string{"added": "新增", "removed": "减少", "changed": "改动"}
	for _, r := range v.Records {
		why := "没有更正登记"
		if r.Reason != "" {
			why = "更正理由：" + r.Reason + "（" + r.By + "）"
		}
		c.print("记录%s：%s %s，%s", kinds[r.Kind], r.Title, r.Number, why)
		for _, f := range r.Fields {
			c.print("    %s：由“%s”改为“%s”", f.Label, f.Was, f.Now)
		}
	}
}

type reportRollupCmd struct{ target }

// Run sums the reports below an organ.
func (cmd *reportRollupCmd) Run(c *console) error {
	return c.withReports(func(a *app) error {
		key, person, err := cmd.find(c, a, organ.Supervisor)
		if err != nil {
			return err
		}
		sum, err := a.reports.RollUp(c.ctx, person, key)
		if err != nil {
			return err
		}
		return printRollUp(c, sum)
	})
}

func printRollUp(c *console, sum annualreport.RollUp) error {
	missing := []string{}
	for _, o := range sum.Missing {
		missing = append(missing, o.Name)
	}
	counted := []string{}
	for _, m := range sum.Members {
		if m.In {
			counted = append(counted, m.Organ.Name)
		}
	}
	if c.json() {
		return c.printJSON(map[string]any{
			"organ": sum.Root.Name, "year": sum.Year, "format": sum.Format.ID, "cells": sum.Adjusted,
			"sums": sum.Sum, "counted": counted, "missing": missing, "adjustments": sum.Adjustments,
		})
	}
	c.print("%s %d年度汇总：已计入 %d 个机关，缺 %d 个。", sum.Root.Name, sum.Year, len(counted), len(missing))
	for _, name := range missing {
		c.print("  缺：%s", name)
	}
	for _, cell := range sum.Format.Cells {
		if v := sum.Adjusted[cell.Name]; v.N != 0 || !v.Known() {
			c.print("  %-45s %s  %s", cell.Name, v.Shown(cell.Unit), cell.Label)
		}
	}
	return nil
}
