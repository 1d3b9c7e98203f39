package demo

import (
	"context"
	"fmt"

	"gongkai/internal/annualreport"
	"gongkai/internal/organ"
)

// county330483 is 桐乡市 with 洲泉镇: 825 items through four kinds of channel in 2024,
// five requests of which one is carried into 2025, one reconsideration pending. The
// report for 2024 waits to be drawn up; that for 2023 is published.
var county330483 = county{
	site: organ.Site{
		ID: "330483", Name: "桐乡市政府信息公开平台（演示）", Host: "tongxiang.example", SiteCode: "3304830001",
		Sponsor: "桐乡市人民政府", Operator: "桐乡市人民政府办公室", RootID: "330483-county", Today: "2025-01-16", PublishUnaccepted: true,
	},
	organs: []member{
		{Organ: government("330483", "桐乡市")},
		{Organ: organ.Organ{
			ID: "330483-town", ParentID: "330483-county", Kind: organ.Town, Name: "桐乡市洲泉镇人民政府", ShortName: "洲泉镇",
			Aliases: []string{"洲泉镇人民政府", "桐乡市洲泉镇"}, RegionCode: "330483", IndexFront: "001008004005097", WorkingBody: "党政综合办公室", Head: "郑谷雨",
			Address: "演示路1号", Hours: "工作日8:30—12:00，14:00—17:30", Telephone: "0573-00000000", KeptSince: "2023-01-01", Demo: true,
		}, ledgers: town330483()},
	},
	reports: func(ctx context.Context, s Services, c county) error {
		err := c.carry(ctx, s, carry{"330483-town", 2023, annualreport.Publish, "2024-01-17", map[string]string{
			"improvement.problems": "一是部分业务办公室报送信息的主动性不够；二是公开形式以文字为主，图解和视频偏少。",
			"improvement.measures": "一是把信息报送纳入各办公室季度通报，明确专人负责；二是增加图文解读，面向群众关心的事项制作办事流程图。",
		}})
		if err != nil {
			return err
		}
		err = c.carry(ctx, s, carry{"330483-town", 2024, annualreport.DrawUp, "2025-01-16", map[string]string{
			"improvement.problems": "一是公开内容与群众需求的对应还不够紧密，民生类信息所占比重有待提高；二是经办人员岗位调整较多，办理经验需要积累。",
			"improvement.measures": "针对上年提出的问题，各办公室信息报送已纳入季度通报，图文解读数量有所增加。下一步，一是按月梳理群众咨询较多的事项，优先公开；二是编制依申请公开办理手册，对新到岗人员开展跟班学习。",
		}})
		if err != nil {
			return err
		}
		return c.settle(ctx, s)
	},
}

// government is the county's own government at the root of a site's tree.
func government(region, name string) organ.Organ {
	return organ.Organ{
		ID: region + "-county", Kind: organ.CountyGovernment, Name: name + "人民政府", ShortName: name, RegionCode: region,
		WorkingBody: name + "人民政府办公室", Head: "孙白露", Address: "演示大道1号", Hours: "工作日8:30—12:00，14:00—17:30",
		Telephone: "0000-00000000", Demo: true,
	}
}

func town330483() map[string][]map[string]string {
	platform := []subject{
		{"planning", "%s工作计划完成情况", months},
		{"news", "%s工作动态", places},
		{"finance", "2024年%s财政收支情况", months},
		{"recruitment", "关于%s公开招聘工作人员的公告", places},
		{"notice", "关于%s道路施工期间交通组织的公告", places},
		{"rural", "%s农村土地承包经营权流转情况公示", places},
		{"livelihood", "2024年%s社会救助资金发放情况", months},
	}
	wechat := []subject{{"notice", "便民提醒：%s医保缴费办理指引", months}, {"culture", "文化走进%s活动预告", places}, {"interpretation", "一图读懂%s惠农补贴政策", months}}
	column := []subject{{"news", "%s人居环境整治见闻", places}, {"news", "%s重点项目进展", months}, {"culture", "%s文化礼堂活动", places}, {"rural", "%s春耕秋收一线报道", places}}
	media := []subject{{"news", "%s产业升级的新变化", places}, {"news", "%s基层治理观察", months}, {"livelihood", "%s养老服务走访", places}, {"culture", "%s非遗传承故事", places}}
	all := append(items(2023, "001008004005097", 5, "洲泉镇", []batch{
		{64, "platform", "桐乡市政府信息公开平台", "", platform},
		{31, "wechat", "“品水映洲泉”微信公众号", "", wechat},
		{240, "app", "“爱桐乡”洲泉专栏", "", column},
		{398, "media", "市级以上媒体", "", media},
	}), items(2024, "001008004005097", 5, "洲泉镇", []batch{
		{76, "platform", "桐乡市政府信息公开平台", "", platform},
		{35, "wechat", "“品水映洲泉”微信公众号", "", wechat},
		{272, "app", "“爱桐乡”洲泉专栏", "", column},
		{442, "media", "市级以上媒体", "", media},
	})...)
	return map[string][]map[string]string{
		"disclosure_item": all,
		"normative_document": {
			{"number": "洲政规〔2023〕1号", "title": "洲泉镇农村宅基地审批管理办法", "kind": "normative", "issued_on": "2023-05-08", "effective_on": "2023-06-08", "filed_on": "2023-05-20"},
		},
		"request": {
			{"number": "2023-001", "applicant_kind": "natural_person", "applicant_name": "王芒种", "intake": "web", "subject": "青山村道路硬化工程招标结果", "received_on": "2023-03-14", "decided_on": "2023-03-30", "outcome": "G2", "reply_number": "洲公开告〔2023〕1号"},
			{"number": "2023-002", "applicant_kind": "natural_person", "applicant_name": "李秋分", "intake": "counter", "subject": "2022年度村级财务审计报告", "received_on": "2023-06-20", "decided_on": "2023-07-12", "outcome": "G1", "reply_number": "洲公开告〔2023〕2号"},
			{"number": "2023-003", "applicant_kind": "org_business", "applicant_name": "某建设工程有限公司", "intake": "registered_mail", "subject": "某地块土壤检测记录", "received_on": "2023-09-05", "decided_on": "2023-09-25", "outcome": "U1b", "reply_number": "洲公开告〔2023〕3号"},
			{"number": "2024-001", "applicant_kind": "natural_person", "applicant_name": "王芒种", "intake": "web", "subject": "永丰村集体土地征收补偿安置方案", "received_on": "2024-02-20", "decided_on": "2024-03-12", "outcome": "G2", "reply_number": "洲公开告〔2024〕1号"},
			{"number": "2024-002", "applicant_kind": "natural_person", "applicant_name": "李秋分", "intake": "web", "subject": "农村危房改造补助名单及金额", "received_on": "2024-04-15", "decided_on": "2024-05-10", "outcome": "G3", "reply_number": "洲公开告〔2024〕2号"},
			{"number": "2024-003", "applicant_kind": "org_business", "applicant_name": "某物流有限公司", "intake": "registered_mail", "subject": "2009年镇办企业改制档案", "received_on": "2024-06-11", "decided_on": "2024-06-28", "outcome": "U1a", "reply_number": "洲公开告〔2024〕3号"},
			{"number": "2024-004", "applicant_kind": "natural_person", "applicant_name": "赵霜降", "intake": "ordinary_mail", "subject": "某路段交通信号灯设置依据", "received_on": "2024-08-05", "decided_on": "2024-08-20", "outcome": "U1b", "reply_number": "洲公开告〔2024〕4号"},
			{"number": "2024-005", "applicant_kind": "natural_person", "applicant_name": "陈大雪", "intake": "web", "subject": "2024年度农田水利工程建设资金使用情况", "received_on": "2024-12-24"},
		},
		"reconsideration": {
			{"number": "桐政复〔2024〕演示1号", "request_number": "2024-003", "authority": "桐乡市人民政府", "subject": "不服信息不存在答复", "accepted_on": "2024-12-03"},
		},
		"training": {
			{"number": "训2023-01", "held_on": "2023-05-18", "subject": "政府信息公开条例学习", "kind": "course", "attendees": "26", "hours": "3"},
			{"number": "训2024-01", "held_on": "2024-04-16", "subject": "依申请公开办理规范", "kind": "course", "trainer": "市政府办公室", "attendees": "32", "hours": "3"},
			{"number": "训2024-02", "held_on": "2024-10-22", "subject": "个人信息保护与公开审查", "kind": "lecture", "attendees": "28", "hours": "2"},
		},
		"meeting": {
			{"number": "会2024-01", "held_on": "2024-03-05", "subject": "年度政务公开工作部署", "chair": "郑谷雨", "attendees": "18"},
		},
		"inspection": {
			{"number": "查2024-01", "held_on": "2024-06-18", "kind": "self", "subject": "专栏更新和失效链接排查", "findings": "4"},
			{"number": "查2024-02", "held_on": "2024-11-12", "kind": "superior", "subject": "全市政务公开第三方评估", "findings": "2"},
		},
		"rectification": rectifications(),
		"appraisal": {
			{"number": "评2023-01", "year": "2023", "kind": "assessment", "organiser": "桐乡市人民政府办公室", "result": "政务公开工作考核得分91分"},
			{"number": "评2023-02", "year": "2023", "kind": "social_appraisal", "organiser": "洲泉镇人民政府", "result": "社会评议满意率95.8%", "sample": "120"},
			{"number": "评2024-01", "year": "2024", "kind": "assessment", "organiser": "桐乡市人民政府办公室", "result": "政务公开工作考核得分93分，评定为良好"},
			{"number": "评2024-02", "year": "2024", "kind": "social_appraisal", "organiser": "洲泉镇人民政府", "result": "社会评议满意率96.5%", "sample": "150"},
		},
		"staff": {
			{"number": "2023", "year": "2023", "full_time": "1", "part_time": "2", "names": "党政综合办公室3人"},
			{"number": "2024", "year": "2024", "full_time": "1", "part_time": "2", "names": "党政综合办公室3人"},
		},
		"service_point": {
			{"number": "点01", "kind": "reception", "title": "洲泉镇信息公开受理窗口", "address": "演示路1号便民服务中心", "hours": "工作日8:30—12:00，14:00—17:30", "telephone": "0573-00000000", "opened_on": "2019-06-01"},
			{"number": "点02", "kind": "reading", "title": "洲泉镇图书馆信息查阅点", "address": "演示路8号", "hours": "周二至周日9:00—17:00", "opened_on": "2020-03-01"},
		},
		"internal_office": {
			{"number": "办01", "title": "党政综合办公室", "leads": "yes", "liaison": "周小满", "officer": "周小满", "opened_on": "2019-01-01"},
			{"number": "办02", "title": "综合信息指挥室", "liaison": "何惊蛰", "opened_on": "2020-01-01"},
			{"number": "办03", "title": "财政所", "liaison": "许清明", "opened_on": "2019-01-01"},
		},
		"duty": {
			{"number": "责01", "title": "信息公开平台维护", "office": "党政综合办公室", "post": "信息公开专岗", "person": "周小满", "rhythm": "periodic", "opened_on": "2023-01-01"},
			{"number": "责02", "title": "突发情况信息发布", "office": "综合信息指挥室", "person": "何惊蛰", "rhythm": "immediate", "opened_on": "2023-01-01"},
		},
		"media_account": {
			{"number": "媒01", "title": "品水映洲泉", "kind": "wechat", "owner": "党政综合办公室", "opened_on": "2018-05-01"},
			{"number": "媒02", "title": "“爱桐乡”洲泉专栏", "kind": "app", "owner": "党政综合办公室", "opened_on": "2021-03-01"},
		},
		"disclosure_rule": {
			{"number": "制01", "title": "信息发布“三审三校”制度", "opened_on": "2021-04-01"},
			{"number": "制02", "title": "政府信息公开岗位责任制度", "opened_on": "2020-02-01"},
			{"number": "制03", "title": "依申请公开办理规程", "opened_on": "2021-09-01"},
		},
	}
}

func rectifications() []map[string]string {
	var rows []map[string]string
	for i, finding := range []string{"财政信息栏目超过三个月未更新", "两条附件无法下载", "一条公示期满未撤下", "联系电话与指南不一致", "解读材料未与文件关联", "一处机构名称使用旧称"} {
		from, found, done := "查2024-01", "2024-06-18", "2024-07-05"
		if i >= 4 {
			from, found, done = "查2024-02", "2024-11-12", "2024-11-28"
		}
		rows = append(rows, map[string]string{
			"number": fmt.Sprintf("改2024-%02d", i+1), "inspection_number": from, "found_on": found,
			"finding": finding, "owner": "周小满", "rectified_on": done, "result": "holds",
		})
	}
	return rows
}
