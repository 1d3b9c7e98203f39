package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"gongkai/internal/annualreport"
	"gongkai/internal/annualreport/reading"
	"gongkai/internal/docfile/source"
	"gongkai/internal/fault"
	"gongkai/internal/message"
	"gongkai/internal/organ"
	"gongkai/internal/reportfile"
	"gongkai/law/tally"
)

type reportAdoptCmd struct {
	Files     []string `arg:"" name:"file" help:"已公布的报告，一份或者几份，也可以是文件夹。" placeholder:"FILE|FOLDER"`
	Organ     string   `required:"" help:"机关名称，全称或者简称。" placeholder:"NAME"`
	Year      int      `help:"报告年度；不给出时用文件里的年度。只用于一份报告。" placeholder:"Y"`
	Source    string   `help:"来源，例如网页地址；不给出时为文件名。" placeholder:"TEXT"`
	OtherName bool     `help:"报告里的机关名称与现在不同（改名、合并），仍然导入。"`
	As        string   `help:"以哪个账号的名义办理；不给出时由命令行操作员办理。" placeholder:"LOGIN"`
}

// adoptedJSON is a report that was adopted, or why it was not.
type adoptedJSON struct {
	File    string         `json:"file"`
	Report  map[string]any `json:"report,omitempty"`
	Unknown int            `json:"unknown"` // cells that could not be read
	Refused string         `json:"refused,omitempty"`
}

// unreadableError is a file that no report could be read from.
type unreadableError struct{ sentence string }

func (e unreadableError) Error() string { return e.sentence }

// earlierReport is a file with what was read of it.
type earlierReport struct {
	file reportfile.File
	read reading.Result
	year int // 0 when nobody knows
}

// Run takes reports that were published elsewhere into the organ's history, the
// earliest first. Each is adopted or refused for itself.
func (cmd *reportAdoptCmd) Run(c *console) error {
	reports, err := cmd.readAll()
	if err != nil {
		return err
	}
	if cmd.Year != 0 && len(reports) > 1 {
		return usage("一共有 %d 个文件，--year 只能用于一份报告，请分开导入。", len(reports))
	}
	if len(reports) == 1 && reports[0].year == 0 && cmd.legible(reports[0]) {
		return usage("“%s”里没有读到报告年度，请用 --year 给出。", reports[0].file.Name)
	}
	return c.withReports(func(a *app) error {
		if len(reports) == 1 {
			err := cmd.adopt(c, a, reports[0], func(view annualreport.View, r annualreport.Report, unknown int) error {
				if c.json() {
					return c.printJSON(stateOf(view, r))
				}
				tellAdopted(c, view, r, unknown)
				return nil
			})
			var unread unreadableError
			if errors.As(err, &unread) {
				fmt.Fprintf(c.err, "“%s”：%s\n", reports[0].file.Name, unread.sentence)
				return errFindings
			}
			return err
		}
		return cmd.adoptAll(c, a, reports)
	})
}

// adoptAll adopts what it can and says of the others why not.
func (cmd *reportAdoptCmd) adoptAll(c *console, a *app, reports []earlierReport) error {
	var all []adoptedJSON
	refused := false
	for _, report := range reports {
		one := adoptedJSON{File: report.file.Name}
		err := cmd.adopt(c, a, report, func(view annualreport.View, r annualreport.Report, unknown int) error {
			one.Report, one.Unknown = stateOf(view, r), unknown
			if !c.json() {
				tellAdopted(c, view, r, unknown)
			}
			return nil
		})
		var unread unreadableError
		switch {
		case errors.As(err, &unread):
			one.Refused = unread.sentence
		case err != nil && fault.Kind(err) == nil:
			return err
		case err != nil:
			one.Refused = message.Of(err).String()
		}
		refused = refused || err != nil
		if err != nil && !c.json() {
			c.print("“%s”没有导入：%s", one.File, one.Refused)
		}
		all = append(all, one)
	}
	if c.json() {
		err := c.printJSON(all)
		if err != nil {
			return err
		}
	}
	if refused {
		return errFindings
	}
	return nil
}

func tellAdopted(c *console, view annualreport.View, r annualreport.Report, unknown int) {
	tellState(c, view, r)
	c.print("读到单元格 %d 个，未知 %d 个。", len(view.Content.Cells)-unknown, unknown)
}

// readAll reads the files and orders them by year, so that each year is examined
// with the one before it.
func (cmd *reportAdoptCmd) readAll() ([]earlierReport, error) {
	files, err := listed(cmd.Files)
	if err != nil {
		return nil, err
	}
	reports := make([]earlierReport, len(files))
	for i, f := range files {
		reports[i] = earlierReport{file: f, read: reportfile.Read(f, source.Limits{})}
		reports[i].year = cmp.Or(cmd.Year, reports[i].read.Year)
	}
	slices.SortStableFunc(reports, func(a, b earlierReport) int { return a.year - b.year })
	return reports, nil
}

func (cmd *reportAdoptCmd) legible(r earlierReport) bool {
	_, unreadable := reportfile.Unreadable(r.read)
	return !unreadable
}

// adopt adopts one report and hands it, as it now stands, to done with the number of
// cells that could not be read.
func (cmd *reportAdoptCmd) adopt(c *console, a *app, r earlierReport, done func(annualreport.View, annualreport.Report, int) error) error {
	sentence, unreadable := reportfile.Unreadable(r.read)
	switch {
	case unreadable:
		return unreadableError{sentence}
	case r.year == 0:
		return fault.Refuse(fault.Invalid, "adopt-year-unknown", "Art. 49")
	}
	t := target{Organ: cmd.Organ, Year: r.year, As: cmd.As}
	key, person, err := t.find(c, a, organ.Signer)
	if err != nil {
		return err
	}
	original, err := os.ReadFile(r.file.Path)
	if err != nil {
		return fmt.Errorf("read the original: %w", err)
	}
	name := filepath.Base(r.file.Path)
	report, err := a.reports.Adopt(c.ctx, person, key, annualreport.Adoption{
		Read: r.read, Source: cmp.Or(cmd.Source, name), OtherName: cmd.OtherName, Original: original, FileName: name,
	})
	if err != nil {
		return err
	}
	view, err := a.reports.View(c.ctx, person, key)
	if err != nil {
		return err
	}
	unknown := 0
	for _, value := range r.read.Cells {
		if value.State == tally.Unknown {
			unknown++
		}
	}
	return done(view, report, unknown)
}
