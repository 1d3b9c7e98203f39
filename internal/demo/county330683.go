package demo

import (
	"context"
	"fmt"

	"gongkai/internal/annualreport"
	"gongkai/internal/organ"
)

// county330683 is 嵊州市 with 谷来镇 (60 items, no fee) and 嵊州市文化广电旅游局 (142
// items, 28 licences, 6 penalties, 6 requests, one reconsideration, one suit) in
// 2022: the town's report is submitted, the bureau's published.
var county330683 = county{
	site: organ.Site{
		ID: "330683", Name: "嵊州市政府信息公开平台（演示）", Host: "shengzhou.example", SiteCode: "3306830002",
		ICP: "浙ICP备11041973号-1", PoliceRecord: "33068302000392", Sponsor: "嵊州市人民政府", Operator: "嵊州市大数据发展管理中心",
		RootID: "330683-county", Today: "2023-01-16", PublishUnaccepted: true,
	},
	organs: []member{
		{Organ: government("330683", "嵊州市")},
		{Organ: organ.Organ{
			ID: "330683-town", ParentID: "330683-county", Kind: organ.Town, Name: "嵊州市谷来镇人民政府", ShortName: "谷来镇",
			Aliases: []string{"谷来镇人民政府", "嵊州市谷来镇"}, RegionCode: "330683", IndexFront: "330683030000", WorkingBody: "党政综合办公室", Head: "郑谷雨",
			Address: "演示街1号", Hours: "工作日8:30—12:00，14:00—17:00", Telephone: "0575-00000000", KeptSince: "2022-01-01", Demo: true,
		}, ledgers: town330683()},
		{Organ: organ.Organ{
			ID: "330683-bureau", ParentID: "330683-county", Kind: organ.Department, Name: "嵊州市文化广电旅游局", ShortName: "市文化广电旅游局",
			Aliases: []string{"文化广电旅游局"}, RegionCode: "330683", IndexFront: "330683011000", WorkingBody: "办公室", Head: "郑谷雨",
			Address: "演示街9号", Hours: "工作日8:30—12:00，14:00—17:00", Telephone: "0575-00000001", KeptSince: "2022-01-01", Demo: true,
		}, ledgers: bureau330683()},
	},
	reports: func(ctx context.Context, s Services, c county) error {
		err := c.carry(ctx, s, carry{"330683-bureau", 2022, annualreport.Publish, "2023-01-11", map[string]string{
			"improvement.problems": "一是文旅活动类信息发布较为集中，日常更新不够均衡；二是经办人员对答复文书格式掌握不够熟练。",
			"improvement.measures": "一是按月制定发布计划，做到活动前有预告、活动后有反馈；二是组织答复文书专题学习，建立疑难申请会商机制。",
		}})
		if err != nil {
			return err
		}
		err = c.carry(ctx, s, carry{"330683-town", 2022, annualreport.Submit, "2023-01-13", map[string]string{
			"improvement.problems": "一是公开内容以工作动态为主，政策文件类信息偏少；二是各办公室报送信息的时效有待提高。",
			"improvement.measures": "一是梳理与群众生产生活密切相关的事项，增加政策文件和服务信息；二是建立信息报送台账，按月通报各办公室报送情况。",
		}})
		if err != nil {
			return err
		}
		return c.settle(ctx, s)
	},
}

func town330683() map[string][]map[string]string {
	return map[string][]map[string]string{
		"disclosure_item": items(2022, "330683030000", 5, "谷来镇", []batch{{60, "platform", "嵊州市政府信息公开平台", "", []subject{
			{"news", "%s工作动态", places},
			{"policy", "关于做好%s防汛工作的通知", months},
			{"finance", "2022年%s惠民补贴发放公示", months},
			{"rural", "%s农业生产指导", places},
			{"notice", "%s停水停电通知", places},
		}}}),
		"staff":         {{"number": "2022", "year": "2022", "full_time": "0", "part_time": "3", "names": "党政综合办公室、便民服务中心"}},
		"service_point": {{"number": "点01", "kind": "reception", "title": "谷来镇信息公开受理点", "address": "演示街1号", "hours": "工作日8:30—17:00", "opened_on": "2020-01-01"}},
		"internal_office": {
			{"number": "办01", "title": "党政综合办公室", "leads": "yes", "liaison": "周小满", "opened_on": "2019-01-01"},
			{"number": "办02", "title": "经济发展办公室", "liaison": "何惊蛰", "opened_on": "2019-01-01"},
			{"number": "办03", "title": "社会事务办公室", "liaison": "许清明", "opened_on": "2019-01-01"},
		},
		"inquiry": {
			{"number": "咨2022-01", "received_on": "2022-03-10", "intake": "telephone", "subject": "低保公示在哪里查看", "answered_on": "2022-03-10"},
			{"number": "咨2022-02", "received_on": "2022-08-17", "intake": "counter", "subject": "宅基地审批需要哪些材料", "answered_on": "2022-08-17"},
		},
		"appraisal": {
			{"number": "评2022-01", "year": "2022", "kind": "assessment", "organiser": "嵊州市人民政府办公室", "result": "政务公开工作考核合格"},
			{"number": "评2022-02", "year": "2022", "kind": "social_appraisal", "organiser": "谷来镇人民政府", "result": "社会评议满意率94.2%", "sample": "86"},
		},
		"training": {{"number": "训2022-01", "held_on": "2022-05-19", "subject": "公文公开属性认定", "kind": "course", "attendees": "15", "hours": "2"}},
		"disclosure_rule": {
			{"number": "制01", "title": "公文公开属性审核制度", "opened_on": "2020-05-01"}, {"number": "制02", "title": "政府信息公开考核办法", "opened_on": "2021-02-01"},
		},
	}
}

func bureau330683() map[string][]map[string]string {
	ledgers := map[string][]map[string]string{
		"disclosure_item": items(2022, "330683011000", 5, "", []batch{
			{122, "platform", "嵊州市政府信息公开平台", "", []subject{
				{"organ_profile", "机构职能和内设机构调整情况（%s）", months},
				{"policy", "关于加强%s文化市场管理的通知", months},
				{"planning", "%s文旅工作计划", months},
				{"news", "%s文旅工作动态", months},
				{"licence", "%s行政许可办理结果", months},
				{"culture", "%s公益演出和展览安排", places},
			}},
			{20, "notice_board", "政务公开栏", "", []subject{{"culture", "%s文化下乡活动安排", places}, {"notice", "%s文化场馆开放公告", months}}},
		}),
		"request": {},
		"reconsideration": {
			{"number": "嵊政复〔2022〕演示3号", "request_number": "2022-004", "authority": "嵊州市人民政府", "subject": "不服不予公开答复", "accepted_on": "2022-08-02", "closed_on": "2022-09-28", "result": "upheld"},
		},
		"litigation": {
			{"number": "（2022）浙0604行初演示2号", "request_number": "2022-002", "route": "direct", "court": "绍兴市上虞区人民法院", "accepted_on": "2022-06-15", "closed_on": "2022-11-10", "result": "claims_dismissed"},
		},
		"training":        {{"number": "训2022-01", "held_on": "2022-04-11", "subject": "周一夜学：政府信息公开条例", "kind": "evening", "attendees": "41", "hours": "2"}},
		"inspection":      {{"number": "查2022-01", "held_on": "2022-09-06", "kind": "self", "subject": "公开内容和更新情况自查", "findings": "2"}},
		"rectification":   {{"number": "改2022-01", "inspection_number": "查2022-01", "found_on": "2022-09-06", "finding": "两个栏目更新不及时", "rectified_on": "2022-09-20", "result": "holds"}},
		"staff":           {{"number": "2022", "year": "2022", "full_time": "1", "part_time": "1", "names": "办公室2人"}},
		"service_point":   {{"number": "点01", "kind": "reception", "title": "局办公室受理窗口", "address": "演示街9号", "hours": "工作日8:30—17:00", "opened_on": "2019-06-01"}},
		"disclosure_rule": {{"number": "制01", "title": "信息发布先审查后公开制度", "opened_on": "2019-06-01"}},
	}
	for i, r := range [][4]string{
		{"natural_person", "2022-01-18", "2022-02-15", "G2"},
		{"natural_person", "2022-03-21", "2022-04-15", "U1a"},
		{"org_business", "2022-04-25", "2022-05-20", "G1"},
		{"natural_person", "2022-06-06", "2022-07-01", "D4"},
		{"org_legal_service", "2022-08-15", "2022-09-08", "G3"},
		{"natural_person", "2022-10-24", "2022-11-18", "N1"},
	} {
		subject := []string{"某演出场所审批材料", "2010年文物普查原始记录", "公共图书馆采购结果", "某旅行社投诉处理材料", "某文保单位修缮方案", "要求处理某网吧扰民问题"}[i]
		ledgers["request"] = append(ledgers["request"], map[string]string{
			"number": fmt.Sprintf("2022-%03d", i+1), "applicant_kind": r[0], "applicant_name": []string{"王芒种", "李秋分", "某文化传媒有限公司", "赵霜降", "某律师事务所", "陈大雪"}[i],
			"intake": "web", "subject": subject, "received_on": r[1], "decided_on": r[2], "outcome": r[3], "reply_number": fmt.Sprintf("嵊文广旅公开告〔2022〕%d号", i+1),
		})
	}
	for i := range 28 {
		ledgers["administrative_action"] = append(ledgers["administrative_action"], map[string]string{
			"number": fmt.Sprintf("嵊文广旅许〔2022〕%d号", i+1), "kind": "licence", "subject": []string{"营业性演出审批", "互联网上网服务营业场所设立", "娱乐场所设立", "广播电视节目制作经营许可"}[i%4],
			"decided_on": spread(2022, i, 28), "quantity": "1", "source_document": "行政审批系统办件",
		})
	}
	for i := range 6 {
		ledgers["administrative_action"] = append(ledgers["administrative_action"], map[string]string{
			"number": fmt.Sprintf("嵊文广旅罚〔2022〕%d号", i+1), "kind": "penalty", "subject": []string{"未按规定核对上网人员身份", "超范围经营娱乐项目", "擅自变更演出内容"}[i%3],
			"decided_on": spread(2022, i, 6), "quantity": "1", "source_document": "行政处罚案卷",
		})
	}
	return ledgers
}
