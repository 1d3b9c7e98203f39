package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"gongkai/internal/annualreport"
	"gongkai/internal/demo"
	"gongkai/internal/organ"
	"gongkai/internal/register"
)

type benchCmd struct {
	Report benchReportCmd `cmd:"" help:"填充申请登记簿，测量生成年度报告的时间。"`
}

type benchReportCmd struct {
	Requests int    `help:"登记簿中的申请件数。" default:"1000000"`
	Runs     int    `help:"测量次数。" default:"5"`
	Keep     string `help:"把数据留在这个目录，再次测量时不必重新填充。" placeholder:"DIR"`
}

// benchYear is the year of the report; the requests lie in it and in those beside it.
const benchYear = 2024

// measured is what the benchmark prints.
type measured struct {
	Engine        string    `json:"engine"`
	Requests      int       `json:"requests"`
	FillSeconds   float64   `json:"fill_seconds"` // 0 when the data was there already
	FillPerSecond float64   `json:"fill_rows_per_second"`
	ReportSeconds []float64 `json:"report_seconds"`
	RowsPerSecond float64   `json:"rows_per_second"` // by the median run
	MicrosPerRow  float64   `json:"microseconds_per_request"`
	PeakMiB       float64   `json:"peak_memory_mib"` // of the whole process, by the operating system
	PeakReportMiB float64   `json:"report_heap_mib"` // the heap's high mark while reports were made
}

// Run fills a register through the import that everyone uses and times the report.
func (cmd *benchReportCmd) Run(c *console) error {
	if cmd.Requests < 1 || cmd.Requests > 20_000_000 || cmd.Runs < 1 || cmd.Runs > 100 {
		return usage("申请件数应在 1 到 2000 万之间，测量次数应在 1 到 100 之间。")
	}
	a, done, err := cmd.open(c)
	if err != nil {
		return err
	}
	defer done()
	o, person, m, err := cmd.fill(c, a)
	if err != nil {
		return err
	}
	key := annualreport.Key{SiteID: o.SiteID, OrganID: o.ID, Year: benchYear}
	for range cmd.Runs {
		runtime.GC()
		started := time.Now()
		view, err := a.reports.Preview(c.ctx, person, key)
		if err != nil {
			return err
		}
		m.ReportSeconds = append(m.ReportSeconds, time.Since(started).Seconds())
		if view.Content.Cells["req.received_new.total"].N == 0 {
			return fmt.Errorf("the report over %d requests counts none", cmd.Requests)
		}
		var heap runtime.MemStats
		runtime.ReadMemStats(&heap)
		m.PeakReportMiB = max(m.PeakReportMiB, float64(heap.HeapSys-heap.HeapReleased)/(1<<20))
	}
	middle := median(m.ReportSeconds)
	m.RowsPerSecond = float64(cmd.Requests) / middle
	m.MicrosPerRow = middle * 1e6 / float64(cmd.Requests)
	m.PeakMiB = peakMiB()
	if c.json() {
		return c.printJSON(m)
	}
	c.print("%s，%d 件申请", m.Engine, m.Requests)
	if m.FillSeconds > 0 {
		c.print("填充：%.1f 秒，每秒 %.0f 行", m.FillSeconds, m.FillPerSecond)
	}
	c.print("生成年度报告（统计、正文、检查）：中位 %.3f 秒，每秒 %.0f 行，每件 %.3f 微秒", middle, m.RowsPerSecond, m.MicrosPerRow)
	c.print("进程峰值内存 %.0f MiB，生成报告时堆 %.0f MiB", m.PeakMiB, m.PeakReportMiB)
	return nil
}

// open opens the kept directory, the database of --db, or a fresh directory that
// is removed afterwards.
func (cmd *benchReportCmd) open(c *console) (*app, func(), error) {
	dir := cmd.Keep
	remove := func() {}
	if dir == "" {
		made, err := os.MkdirTemp("", "gongkai-bench-")
		if err != nil {
			return nil, nil, fmt.Errorf("make a directory: %w", err)
		}
		dir, remove = made, func() { _ = os.RemoveAll(made) }
	}
	url := c.db
	if url == "" {
		url = filepath.Clean(dir)
	}
	a, err := openApp(c.ctx, url, dir, true, time.Now)
	if err != nil {
		remove()
		return nil, nil, err
	}
	return a, func() { _ = a.close(); remove() }, nil
}

// fill makes a site with one organ and imports the requests, unless they are there.
func (cmd *benchReportCmd) fill(c *console, a *app) (organ.Organ, organ.Person, measured, error) {
	m := measured{Engine: a.db.Engine(), Requests: cmd.Requests}
	site := organ.Site{ID: fmt.Sprintf("bench%d", cmd.Requests), Name: "测量", Host: fmt.Sprintf("bench%d.invalid", cmd.Requests), RootID: "bench", Today: "2025-01-20"}
	o := organ.Organ{SiteID: site.ID, ID: "bench", Kind: organ.Department, Name: fmt.Sprintf("测量局%d", cmd.Requests), ShortName: fmt.Sprintf("测量局%d", cmd.Requests), KeptSince: "2020-01-01"}
	person := operator(o, organ.Clerk)
	sites, err := a.organs.Reader().Sites(c.ctx)
	if err != nil {
		return o, person, m, fmt.Errorf("look for sites: %w", err)
	}
	for _, s := range sites {
		if s.ID == site.ID {
			return o, person, m, nil
		}
	}
	err = a.organs.AddSite(c.ctx, site, []organ.Organ{o})
	if err != nil {
		return o, person, m, err
	}
	bar := c.progress(int64(cmd.Requests), "填充登记簿")
	started := time.Now()
	done, err := a.registers.Import(c.ctx, person, register.Import{SiteID: site.ID, OrganID: o.ID, Register: "request", File: "bench"},
		demo.Requests(benchYear, cmd.Requests), bar.set)
	bar.finish()
	if err != nil {
		return o, person, m, err
	}
	if len(done.Problems) > 0 {
		return o, person, m, fmt.Errorf("fill the register: %w", done.Problems[0].Problem)
	}
	m.FillSeconds = time.Since(started).Seconds()
	m.FillPerSecond = float64(cmd.Requests) / m.FillSeconds
	return o, person, m, nil
}
