package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"gongkai/law/clock"
	"gongkai/law/workday"
)

type calendarCmd struct {
	Add    calendarAddCmd    `cmd:"" help:"从某日起第 N 个工作日。"`
	Due    calendarDueCmd    `cmd:"" help:"答复期限（《条例》第三十三条）。"`
	Remedy calendarRemedyCmd `cmd:"" help:"行政复议和行政诉讼期限。"`
}

type calendarAddCmd struct {
	Date    string `arg:"" help:"起算日，YYYY-MM-DD，当日不计。"`
	N       int    `arg:"" help:"工作日数。"`
	Explain bool   `help:"逐日列出。"`
}

// Run prints the n-th working day after a date.
func (cmd *calendarAddCmd) Run(c *console) error {
	calendar, err := loadCalendar(c.data)
	if err != nil {
		return err
	}
	date, err := civil(cmd.Date)
	if err != nil {
		return err
	}
	if cmd.N < 0 || cmd.N > 10000 {
		return usage("工作日数应在 0 到 10000 之间，现在是 %d。", cmd.N)
	}
	if cmd.N == 0 {
		return printDeadline(c, clock.Explanation{Deadline: clock.Deadline{Date: date, Provisional: calendar.Provisional(date)}, Days: []clock.Day{}}, cmd.Explain)
	}
	explanation := clock.Explain(calendar, date, cmd.N, nil)
	if explanation.Date == "" {
		return errBeyond
	}
	return printDeadline(c, explanation, cmd.Explain)
}

// errBeyond refuses to count out of the calendar.
var errBeyond = usage("算出的日期超出了公元 9999 年。")

type calendarDueCmd struct {
	Received   string   `required:"" help:"收到申请之日。"`
	Term       int      `default:"20" help:"答复期限，工作日。"`
	Extend     int      `help:"延长的工作日数，最多 20。"`
	Pause      []string `help:"不计入期限的时间，AFTER..THROUGH：AFTER 次日起至 THROUGH 止；可以多次给出。" sep:"none"`
	Correction string   `help:"收到补正材料之日，期限重新起算。"`
	FeePaid    string   `help:"缴清信息处理费之日，期限自次日起重新起算。"`
	Explain    bool     `help:"逐日列出。"`
}

// Run prints the last day for the reply.
func (cmd *calendarDueCmd) Run(c *console) error {
	calendar, err := loadCalendar(c.data)
	if err != nil {
		return err
	}
	request, err := cmd.request()
	if err != nil {
		return err
	}
	explanation, err := request.Explain(calendar)
	if err != nil {
		return errBeyond // what else Explain refuses, request has refused
	}
	return printDeadline(c, explanation, cmd.Explain)
}

func (cmd *calendarDueCmd) request() (clock.Request, error) {
	if cmd.Term < 1 || cmd.Term > 10000 {
		return clock.Request{}, usage("期限应在 1 到 10000 个工作日之间，现在是 %d。", cmd.Term)
	}
	if cmd.Extend < 0 || cmd.Extend > clock.LongestExtension {
		return clock.Request{}, usage("延长的工作日数应在 0 到 %d 之间，现在是 %d。", clock.LongestExtension, cmd.Extend)
	}
	request := clock.Request{Term: cmd.Term, Extension: cmd.Extend}
	for _, date := range []struct {
		typed string
		into  *workday.Date
	}{{cmd.Received, &request.Received}, {cmd.Correction, &request.Correction}, {cmd.FeePaid, &request.FeePaid}} {
		if date.typed == "" {
			continue
		}
		d, err := civil(date.typed)
		if err != nil {
			return request, err
		}
		if d < request.Received {
			return request, usage("%s 早于收到申请之日 %s。", d, request.Received)
		}
		*date.into = d
	}
	for _, typed := range cmd.Pause {
		after, through, ok := strings.Cut(typed, "..")
		if !ok {
			return request, usage("不计入期限的时间应写成 AFTER..THROUGH，例如 2026-04-13..2026-04-28，现在是“%s”。", typed)
		}
		from, err := civil(after)
		if err != nil {
			return request, err
		}
		to, err := civil(through)
		if err != nil {
			return request, err
		}
		if to < from {
			return request, usage("不计入期限的时间“%s”止日早于起日。", typed)
		}
		request.Pauses = append(request.Pauses, clock.Pause{After: from, Through: to})
	}
	return request, nil
}

type calendarRemedyCmd struct {
	Served string `required:"" help:"答复送达之日。"`
}

// Run prints the last days for reconsideration and for litigation.
func (cmd *calendarRemedyCmd) Run(c *console) error {
	calendar, err := loadCalendar(c.data)
	if err != nil {
		return err
	}
	served, err := civil(cmd.Served)
	if err != nil {
		return err
	}
	review, suit := clock.ReconsiderationDue(calendar, served), clock.LitigationDue(calendar, served)
	if review.Date == "" || suit.Date == "" {
		return errBeyond
	}
	if c.json() {
		return c.printJSON(struct {
			Review      workday.Date `json:"review"`
			Litigation  workday.Date `json:"litigation"`
			Provisional bool         `json:"provisional"`
		}{review.Date, suit.Date, review.Provisional || suit.Provisional})
	}
	c.print("申请行政复议的最后一日：%s%s", review.Date, provisional(review))
	c.print("提起行政诉讼的最后一日：%s%s", suit.Date, provisional(suit))
	return nil
}

func printDeadline(c *console, e clock.Explanation, explain bool) error {
	if c.json() {
		if !explain {
			return c.printJSON(e.Deadline)
		}
		return c.printJSON(e)
	}
	c.print("%s%s", e.Date, provisional(e.Deadline))
	if !explain {
		return nil
	}
	for _, day := range e.Days {
		n := "  －"
		if day.N > 0 {
			n = fmt.Sprintf("%3d ", day.N)
		}
		note := map[workday.Kind]string{workday.Makeup: "调休上班", workday.Weekend: "周末", workday.Holiday: "放假"}[day.Kind]
		if day.Paused {
			note = "不计入期限"
		}
		c.print("%s  %s  %s%s", n, day.Date, note, day.Name)
	}
	return nil
}

func provisional(d clock.Deadline) string {
	if d.Provisional {
		return "（暂定：当年放假安排尚未公布或者尚未录入）"
	}
	return ""
}

// civil reads a date argument.
func civil(typed string) (workday.Date, error) {
	d, err := workday.ParseDate(typed)
	if err != nil {
		return "", usage("“%s”不是日历上有的日期，请写成 YYYY-MM-DD，例如 2024-02-29。", typed)
	}
	return d, nil
}

// printJSON prints a result in its stable form.
func (c *console) printJSON(result any) error {
	encoder := json.NewEncoder(c.out)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(result)
	if err != nil {
		return errors.Join(errors.New("print the result"), err)
	}
	return nil
}
