package main

import (
	"time"

	"gongkai/law/fee"
)

type feeCmd struct {
	Method     string `required:"" enum:"item,page" help:"计收方式：item 按件，page 按量。"`
	Count      int64  `help:"本次计收的件数。"`
	MonthPrior int64  `help:"该申请人当月此前已有的件数。"`
	Pages      int64  `help:"页数。"`
	On         string `help:"按哪一天的标准，默认今天。"`
}

// Run prints the information processing fee with its tier lines.
func (cmd *feeCmd) Run(c *console) error {
	on := cmd.On
	if on == "" {
		on = time.Now().Format(time.DateOnly)
	}
	day, err := civil(on)
	if err != nil {
		return err
	}
	schedule, err := fee.ScheduleOn(string(day))
	if err != nil {
		return usage("%s 没有施行中的信息处理费标准（国办函〔2020〕109号自2021年1月1日起施行）。", day)
	}
	var charge fee.Charge
	if cmd.Method == "item" {
		charge, err = fee.ItemCharge(schedule, cmd.MonthPrior, cmd.Count)
	} else {
		charge, err = fee.PageCharge(schedule, cmd.Pages)
	}
	if err != nil {
		return usage("件数、页数应是不超过一百万的非负整数：%v。", err)
	}
	if c.json() {
		return c.printJSON(charge)
	}
	c.print("应收信息处理费 %d 元", charge.Yuan)
	for _, line := range charge.Lines {
		c.print("  %d 起 %d 件（页）× %d 元 = %d 元", line.From, line.Count, line.UnitYuan, line.Yuan)
	}
	return nil
}
