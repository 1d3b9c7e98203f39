package prose

// itemWords speak of released items, their channels and classes.
var itemWords = merge(
	all(term{kind: label, topic: itemTopic, act: published},
		"主动公开", "主动公开政府信息", "主动公开信息", "主动公开政务信息", "主动公开和更新政府信息", "主动公开各类政府信息", "主动公开各类信息", "信息公开数量", "主动公开总数",
		"主动发布", "主动公布", "主动发布政府信息", "主动发布政务信息", "主动发布各类信息"),
	// What is kept for requests, or not released, is counted as information.
	all(term{kind: label, topic: foreignTopic}, "作为依申请公开信息", "依申请公开信息数", "不予公开信息数", "依申请公开类信息", "不予公开类信息", "办理结果为主动公开", "办理结果为依申请公开"),
	all(term{kind: label, act: published}, "公开", "发布", "公布"),
	all(term{kind: filler, noun: true}, "政府信息", "政务信息", "海关政府信息", "各类海关政府信息", "各类信息", "各类政府信息", "各类政务信息", "信息"),
	channel("platform", "政府信息公开平台", "信息公开平台", "政府信息公开网", "政务公开网", "政府信息公开网站", "政务公开网站", "政府网站", "门户网站",
		"政府门户网站", "网站", "政府信息公开专栏", "信息公开专栏",
		"政务公开平台", "政府网", "信息公开网", "官网", "官方网站", "政府官网", "政府门户网", "政务外网"),
	channel("wechat", "微信公众号", "公众号", "政务微信", "微信公众平台", "微信公众账号", "公众账号", "官方微信", "微信", "政务微信公众号", "微信公众号平台"),
	channel("app", "专栏", "客户端", "客户端专栏"),
	// Accounts on all platforms together.
	channel("wechat+app+weibo+video", "政务新媒体和客户端专栏"),
	channel("app", "APP", "App", "app", "手机客户端", "小程序", "微信小程序"),
	channel("weibo", "微博", "政务微博"),
	channel("video", "短视频", "视频号", "微信视频号", "微信短视频", "抖音号", "政务短视频"),
	channel("media", "媒体", "新闻媒体", "报刊", "上级媒体", "市级以上媒体", "县级以上媒体", "省级以上媒体"),
	channel("gazette", "政府公报", "公报"),
	channel("press_conference", "新闻发布会"),
	channel("sms", "短信", "手机短信"),
	channel("notice_board", "公开栏", "政务公开栏", "政府信息公开栏", "公示栏", "宣传栏", "村务公开栏", "公告栏", "政务公开公示栏"),
	channel("screen", "电子屏", "电子信息屏", "电子显示屏"),
	all(term{kind: label, class: "guide"}, "政府信息公开指南", "信息公开指南", "公开指南"),
	all(term{kind: label, class: "profile"}, "政府机关简介", "机关简介"),
	all(term{kind: label, class: "catalogue"}, "政府信息公开目录", "政府公开目录", "信息公开目录", "公开目录"),
)

func channel(code string, list ...string) map[string]term {
	return all(term{kind: label, channel: code}, list...)
}
