package gallery

import "gongkai/internal/web/ui"

type deskPage struct {
	ui.WorkFrame
	Figures  []ui.Figure
	List     ui.List
	Progress ui.Progress
}

type draftPage struct {
	ui.WorkFrame
	Steps    ui.Steps
	Findings ui.Findings
	Clean    ui.Findings
	Form     ui.Form
}

type signInPage struct {
	ui.WorkFrame
	Form ui.Form
}

func workFrame(v ui.View, title, entry, path string) ui.WorkFrame {
	nav := []ui.NavGroup{
		{Items: []ui.MenuItem{{Title: "待办", Href: "/work", Count: 7}}},
		{Title: "主动公开", Items: []ui.MenuItem{{Title: "拟文登记", Href: "/work/items"}, {Title: "审核", Href: "/work/reviews", Count: 2}, {Title: "规范性文件", Href: "/work/documents"}}},
		{Title: "依申请公开", Items: []ui.MenuItem{{Title: "申请台账", Href: "/work/requests", Count: 1}, {Title: "答复书", Href: "/work/letters"}}},
		{Title: "年度报告", Items: []ui.MenuItem{{Title: "2025年度报告", Href: "/work/report"}, {Title: "台账与基数", Href: "/work/register"}}},
	}
	for i := range nav {
		nav[i].Items = ui.MarkCurrent(nav[i].Items, entry)
	}
	return ui.WorkFrame{
		Site: site, Organ: "石山镇人民政府", User: ui.Person{Name: "王敏", Roles: []string{"经办人", "联络员"}}, Title: title,
		Crumbs: []ui.Link{{Title: "工作台", Href: "/work"}, {Title: title}}, Nav: nav, View: v, Path: path, Token: "t",
		Links: []ui.Link{{Title: "帮助", Href: "/help"}, {Title: "退出", Href: "/sign-out"}},
	}
}

func desk(v ui.View) deskPage {
	p := deskPage{WorkFrame: workFrame(v, "待办", "/work", "/desk")}
	p.Notices = []ui.Notice{{Tone: ui.Good, Text: "已保存。"}, {Tone: ui.Warn, Text: "2026年度报告须在1月31日前公布，还有12个工作日。", Link: ui.Link{Title: "去编制", Href: "/work/report"}}}
	p.Figures = []ui.Figure{
		{Label: "待审核", Value: "2", Unit: "件", Href: "/work/reviews"},
		{Label: "即将到期申请", Value: "1", Unit: "件", Href: "/work/requests", Tone: ui.Warn},
		{Label: "超期", Value: "1", Unit: "件", Href: "/work/late", Tone: ui.Bad},
		{Label: "本年主动公开", Value: "825", Unit: "条", Href: "/work/items"},
		{Label: "办理费用", Value: "—", Note: "尚未登记"},
	}
	p.List = ui.List{
		Caption: "申请台账", Columns: []ui.Column{{Title: "申请内容", Kind: ui.TitleColumn}, {Title: "编号", Kind: ui.CodeColumn}, {Title: "申请人"}, {Title: "状态", Kind: ui.StateColumn}, {Title: "剩余工作日", Kind: ui.NumberColumn}, {Title: "答复期限", Kind: ui.DateColumn}, {Title: "操作", Kind: ui.ActionColumn}},
		Rows: []ui.Row{
			{Tone: ui.Bad, Cells: []ui.Cell{{Text: "2024年征地补偿款分配明细", Href: "/r/1"}, {Text: "2025-017"}, {Text: "公民"}, {Badge: ui.Badge{Text: "超期", Tone: ui.Bad}}, {Text: "-2"}, {Text: "2026-01-09"}, {Links: []ui.Link{{Title: "答复", Href: "/r/1/reply"}}}}},
			{Tone: ui.Warn, Cells: []ui.Cell{{Text: "村道硬化工程招标文件", Href: "/r/2"}, {Text: "2025-018"}, {Text: "商业企业"}, {Badge: ui.Badge{Text: "征求意见", Tone: ui.Warn}}, {Text: "3"}, {Text: "2026-01-16"}, {Links: []ui.Link{{Title: "答复", Href: "/r/2/reply"}, {Title: "延期", Href: "/r/2/extend"}}}}},
			{Cells: []ui.Cell{{Text: "低保对象名单公示文件", Href: "/r/3"}, {Text: "2026-001"}, {Text: "公民"}, {Badge: ui.Badge{Text: "办理中", Tone: ui.Plain}}, {Text: "15"}, {Text: "2026-02-03"}, {Links: []ui.Link{{Title: "答复", Href: "/r/3/reply"}}}}},
		}, Pager: ui.Pager{Next: "/desk?after=3", Note: "本页3件"},
	}
	p.Progress = ui.Progress{Label: "正在导入历史文件", Done: 412, Total: 1280, Unit: "件", Note: "可以离开本页，完成后会在待办中提示。"}
	return p
}

func draft(v ui.View) draftPage {
	p := draftPage{WorkFrame: workFrame(v, "2025年度报告", "/work/report", "/draft")}
	p.Steps = ui.Steps{Label: "报告进度", Items: []ui.Step{{Title: "编制", State: ui.StepDone, Note: "王敏 01-08"}, {Title: "校核", State: ui.StepDone, Note: "李强 01-09"}, {Title: "签发", State: ui.StepCurrent, Note: "待赵镇长"}, {Title: "报送", State: ui.StepAhead}, {Title: "审核", State: ui.StepStopped, Note: "退回：表三合计不符"}, {Title: "发布", State: ui.StepAhead}}}
	p.Findings = ui.Findings{Items: []ui.Finding{
		{ID: "T3-SUM-01", Severity: ui.SeverityError, Text: "表三第一项加第二项之和为2，第三项加第四项之和为1，两者应当相等。", Citation: "国办公开办函〔2021〕30号", Place: "表三 自然人", Href: "/report#requests", Fix: ui.Link{Title: "查看台账", Href: "/work/register"}},
		{ID: "PROSE-02", Severity: ui.SeverityWarn, Text: "正文写“76条”，台账为75条。", Place: "一、总体情况", Href: "/report#part-1"},
		{ID: "ZERO-01", Severity: ui.SeverityInfo, Text: "表四全部为0，与上年相同。", Place: "表四"},
	}}
	p.Clean = ui.Findings{Label: "勾稽关系"}
	p.Form = ui.Form{
		ID: "return", Problem: "还有1处错误没有处理，不能签发。", Submit: "签发", Name: "act", Value: "sign",
		Others: []ui.Button{{Title: "保存", Name: "act", Value: "save"}, {Title: "退回", Name: "act", Value: "return", Tone: ui.Bad}}, Cancel: ui.Link{Title: "返回列表", Href: "/work"},
		Groups: []ui.Group{{Fields: []ui.Field{
			{Name: "sum", Label: "表三 自然人 新收", Kind: ui.NumberField, Unit: "件", Value: "2件", Error: "“2件”里带有单位或者文字，这一格只能填数字。请只填数字，单位已印在表头上。", Short: true, Required: true},
			{Name: "reason", Label: "退回理由", Kind: ui.LongField, Help: "退回时必须写明。", Rows: 3},
			{Name: "organ", Label: "编制机关", Value: "石山镇人民政府", ReadOnly: true},
		}}},
	}
	return p
}

func signIn(v ui.View) signInPage {
	f := workFrame(v, "登录", "", "/sign-in")
	f.Bare, f.User, f.Nav, f.Crumbs, f.Organ, f.Links = true, ui.Person{}, nil, nil, "", nil
	return signInPage{f, ui.Form{Submit: "登录", Groups: []ui.Group{{Fields: []ui.Field{
		{Name: "name", Label: "用户名", Required: true, Complete: "username"},
		{Name: "password", Label: "密码", Kind: ui.PasswordField, Required: true, Complete: "current-password"},
	}}}}}
}
