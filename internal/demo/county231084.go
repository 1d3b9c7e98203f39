package demo

import "gongkai/internal/organ"

// county231084 is 宁安市 with 镜泊镇, a town with nothing to report in 2022 but its
// five items, guide, profile and catalogue: the one who tries it draws up, attests
// and submits its report, in which all 200 cells are zero.
var county231084 = county{
	site: organ.Site{
		ID: "231084", Name: "宁安市政府信息公开平台（演示）", Host: "ningan.example", SiteCode: "2310840001",
		Sponsor: "宁安市人民政府", Operator: "宁安市人民政府办公室", RootID: "231084-county", Today: "2023-01-16", PublishUnaccepted: true,
	},
	organs: []member{
		{Organ: government("231084", "宁安市")},
		{Organ: organ.Organ{
			ID: "231084-town", ParentID: "231084-county", Kind: organ.Town, Name: "宁安市镜泊镇人民政府", ShortName: "镜泊镇",
			Aliases: []string{"镜泊镇人民政府", "宁安市镜泊镇"}, RegionCode: "231084", IndexFront: "231084102000", WorkingBody: "党政综合办公室", Head: "郑谷雨",
			Address: "演示路2号", Hours: "工作日8:00—11:30，13:30—17:00", Telephone: "0453-00000000", KeptSince: "2022-01-01", Demo: true,
		}, ledgers: map[string][]map[string]string{
			"disclosure_item": append(items(2022, "231084102000", 5, "镜泊镇", []batch{
				{5, "platform", "镇政府门户网站", "", []subject{{"news", "%s工作动态", places}, {"livelihood", "%s民生实事进展", months}, {"notice", "%s通知公告", months}}},
			}), []map[string]string{
				standing("231084102000/2022-00006", "镜泊镇政府信息公开指南", "guide", "guide"),
				standing("231084102000/2022-00007", "镜泊镇人民政府机关简介", "profile", "organ_profile"),
				standing("231084102000/2022-00008", "镜泊镇政府信息公开目录", "catalogue", "catalogue"),
			}...),
			"media_account": {{"number": "媒01", "title": "山水镜泊", "kind": "wechat", "owner": "党政综合办公室", "opened_on": "2020-05-01"}},
			"leading_group": {
				{"number": "镜政发〔2022〕演示5号", "title": "镜泊镇政务公开领导小组", "kind": "leading_group", "leader": "郑谷雨", "members": "各办公室负责人", "opened_on": "2022-03-15"},
				{"number": "镜政办〔2022〕演示9号", "title": "镜泊镇政务公开工作专班", "kind": "task_force", "leader": "钱立夏", "members": "周小满等3人", "opened_on": "2022-04-01"},
			},
			"staff": {{"number": "2022", "year": "2022", "full_time": "0", "part_time": "2"}},
			"appraisal": {
				{"number": "评2022-01", "year": "2022", "kind": "assessment", "organiser": "宁安市人民政府办公室", "result": "政务公开工作考核合格"},
				{"number": "评2022-02", "year": "2022", "kind": "social_appraisal", "organiser": "镜泊镇人民政府", "result": "社会评议满意率93.0%", "sample": "60"},
			},
			"inspection":    {{"number": "查2022-01", "held_on": "2022-07-20", "kind": "superior", "subject": "政务公开督查", "findings": "1"}},
			"rectification": {{"number": "改2022-01", "inspection_number": "查2022-01", "found_on": "2022-07-20", "finding": "公示信息更新不及时", "rectified_on": "2022-07-28", "looked_back_on": "2022-10-12", "result": "holds"}},
			"disclosure_rule": {
				{"number": "制01", "title": "信息发布审核制度", "opened_on": "2021-01-01"}, {"number": "制02", "title": "信息发布保密审查制度", "opened_on": "2021-01-01"},
			},
			"service_point": {{"number": "点01", "kind": "reception", "title": "镇便民服务大厅受理窗口", "address": "演示路2号", "hours": "工作日8:00—17:00", "opened_on": "2020-01-01"}},
		}},
	},
}

// standing is an item that tells of the organ itself, kept at the reading point.
func standing(number, title, class, category string) map[string]string {
	return map[string]string{
		"number": number, "title": title, "class": class, "category": category,
		"channel": "reading_point", "outlet": "镇便民服务大厅查阅点", "published_on": "2022-02-10",
	}
}
