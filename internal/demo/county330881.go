package demo

import (
	"context"

	"gongkai/internal/annualreport"
	"gongkai/internal/organ"
)

// county330881 is 江山市 with 上余镇 and its report for 2013 in the form of the
// Regulation of 2007: 469 items published and updated, nothing else.
var county330881 = county{
	site: organ.Site{
		ID: "330881", Name: "江山市政府信息公开平台（演示）", Host: "jiangshan.example", SiteCode: "3308810001",
		Sponsor: "江山市人民政府", Operator: "江山市人民政府办公室", RootID: "330881-county", Today: "2014-01-27", PublishUnaccepted: true,
	},
	organs: []member{
		{Organ: government("330881", "江山市")},
		{Organ: organ.Organ{
			ID: "330881-town", ParentID: "330881-county", Kind: organ.Town, Name: "江山市上余镇人民政府", ShortName: "上余镇",
			Aliases: []string{"上余镇人民政府", "江山市上余镇"}, RegionCode: "330881", IndexFront: "113308810026305088", WorkingBody: "党政办公室", Head: "郑谷雨",
			Address: "演示路3号", Hours: "工作日8:30—11:30，14:00—17:00", Telephone: "0570-00000000", KeptSince: "2013-01-01", Demo: true,
		}, ledgers: map[string][]map[string]string{
			"disclosure_item": items(2013, "113308810026305088", 6, "上余镇", []batch{
				{318, "platform", "江山市政府信息公开门户网站", "", []subject{
					{"policy", "关于做好%s工作的通知", months},
					{"statistics", "%s统计信息", months},
					{"livelihood", "%s民生信息", places},
					{"recruitment", "%s人事信息", months},
					{"news", "%s工作动态", places},
					{"project", "%s招商信息", months},
				}},
				{76, "notice_board", "乡村公开栏", "", []subject{{"finance", "%s村级财务公开", places}, {"notice", "%s公开栏公告", months}}},
				{48, "sms", "手机短信互通平台", "", []subject{{"notice", "%s防汛防火提醒", months}}},
				{27, "media", "报纸", "", []subject{{"news", "%s见报稿件", months}}},
			}),
			"leading_group": {{"number": "上政〔2013〕演示4号", "title": "上余镇政府信息公开工作领导小组", "kind": "leading_group", "leader": "郑谷雨", "members": "党政办公室等", "opened_on": "2013-02-01"}},
			"disclosure_rule": {
				{"number": "制01", "title": "政务公开责任制度", "opened_on": "2012-01-01"},
				{"number": "制02", "title": "政务公开审议制度", "opened_on": "2012-01-01"},
				{"number": "制03", "title": "政务公开评议制度", "opened_on": "2012-01-01"},
				{"number": "制04", "title": "政务公开反馈制度", "opened_on": "2012-01-01"},
				{"number": "制05", "title": "政务公开备案制度", "opened_on": "2012-01-01"},
				{"number": "制06", "title": "政务公开监督制度", "opened_on": "2012-01-01"},
			},
			"staff":         {{"number": "2013", "year": "2013", "full_time": "0", "part_time": "2"}},
			"service_point": {{"number": "点01", "kind": "reading", "title": "镇便民服务中心查阅点", "address": "演示路3号", "opened_on": "2010-01-01"}},
		}},
	},
	reports: func(ctx context.Context, s Services, c county) error {
		err := c.carry(ctx, s, carry{"330881-town", 2013, annualreport.Publish, "2014-01-27", map[string]string{}})
		if err != nil {
			return err
		}
		return c.settle(ctx, s)
	},
}
