package portal

import "gongkai/internal/register"

// column is one column of the platform under 法定主动公开内容 (Art. 20, Art. 21).
type column struct {
	Code  string
	Title string
	About string // what belongs in it; also the column's description in the metadata
	Kind  string // 栏目类别 of the metadata
}

// columns lists the columns in the order of the register's choices.
var columns = listColumns()

var columnAbout = map[string]string{
	"organ_profile":  "机构职能、机构设置、办公地址、办公时间、联系方式和负责人。",
	"policy":         "本机关制发的政策文件。",
	"interpretation": "政策文件的解读材料。",
	"planning":       "国民经济和社会发展规划、专项规划、区域规划、工作计划和总结。",
	"statistics":     "国民经济和社会发展统计信息。",
	"licence":        "办理行政许可的依据、条件、程序和办理结果。",
	"penalty":        "实施行政处罚、行政强制的依据、条件、程序和决定。",
	"finance":        "财政预算、决算和其他财政信息。",
	"admin_fee":      "行政事业性收费项目及其依据、标准。",
	"procurement":    "政府集中采购项目的目录、标准和实施情况。",
	"project":        "重大建设项目的批准和实施情况。",
	"livelihood":     "扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施和实施情况。",
	"emergency":      "突发公共事件的应急预案、预警信息和应对情况。",
	"inspection":     "环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况。",
	"recruitment":    "公务员招考、事业单位招聘和人事任免信息。",
	"decision":       "重大行政决策事项、征求意见和决策结果。",
	"proposal":       "人大代表建议和政协提案的办理情况。",
	"rural":          "农业农村政策、农田水利、土地流转、宅基地、征收补偿、社会救助等信息。",
	"news":           "本机关的工作动态。",
	"notice":         "公告、公示和通知。",
	"culture":        "群众文化、体育活动信息。",
	"guide":          "政府信息公开指南的编制和更新。",
	"catalogue":      "政府信息公开目录的编制和更新。",
	"other":          "其他应当主动公开的政府信息。",
}

// columnKinds are the 栏目类别 that differ from the column's own name.
var columnKinds = map[string]string{
	"organ_profile": "机构职能", "policy": "政策文件", "interpretation": "政策解读", "news": "工作动态", "notice": "通知公告",
	"statistics": "统计数据", "planning": "规划计划", "guide": "信息公开指南", "catalogue": "信息公开目录",
}

func listColumns() []column {
	field, _ := register.DisclosureItem.Field("category")
	list := make([]column, 0, len(field.Choices))
	for _, choice := range field.Choices {
		c := column{Code: choice.Code, Title: choice.Label, About: columnAbout[choice.Code], Kind: columnKinds[choice.Code]}
		if c.About == "" {
			c.About = c.Title + "方面的政府信息。"
		}
		if c.Kind == "" {
			c.Kind = "法定主动公开内容"
		}
		list = append(list, c)
	}
	return list
}

// columnOf finds a column by its code.
func columnOf(code string) (column, bool) {
	for _, c := range columns {
		if c.Code == code {
			return c, true
		}
	}
	return column{}, false
}
