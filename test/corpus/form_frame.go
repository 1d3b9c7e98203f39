package corpus

import (
	"fmt"
	"strings"

	"gongkai/internal/document"
)

// frameForms damage what stands around a report: its title, its head, its headings.
var frameForms = []Form{
	{Key: "title-mixed", Title: "characters of the title mixed up in typing", End: ".txt", of: []int{1, 9}, damage: func(r *report) {
		r.title = strings.Replace(r.title, "公开工作年度报告", "公开 工作告年度报", 1)
		r.want.allow("N-07")
	}, write: func(r *report) []byte { return []byte(textual{table: cellsApart, head: crumbs}.file(r)) }},
	{Key: "title-lost", Title: "no title: the preamble alone names the organ, the chapters in one sentence", End: ".txt", of: []int{3, 12, 7}, damage: func(r *report) {
		r.preface(fmt.Sprintf("根据《中华人民共和国政府信息公开条例》要求，现发布《%s》。报告由总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，"+
			"存在的主要问题及改进情况，其他需要报告的事项六个部分组成。", r.title))
		r.title = ""
		r.signed.Organ = ""
		r.want.allow("N-07", "N-14")
	}, write: barText},
	{Key: "title-broken", Title: "the title broken over two lines, in the name or in its last words", End: ".txt", of: []int{4, 12, 1}, damage: func(r *report) {
		title := []rune(r.title)
		at := len(title) - 3
		if r.year%2 == 0 {
			at = 8
		}
		r.preface(fmt.Sprintf("%s编制本报告。", r.Name))
		r.title = string(title[:at]) + "\n" + string(title[at:])
	}, write: plainText},
	{Key: "title-below-list", Title: "a list of other reports with their days, the title broken below it", End: ".txt", of: []int{9, 3}, damage: func(r *report) {
		title := []rune(r.title)
		r.title = string(title[:len(title)-3]) + "\n" + string(title[len(title)-3:])
	}, write: func(r *report) []byte {
		return []byte(textual{table: barsClosing(0), head: func(r *report) string {
			s := "政府信息公开年报\n"
			for _, other := range bases {
				if other.Name != r.Name {
					s += fmt.Sprintf("%s%d年政府信息公开工作年度报告%s\n", other.Name, other.year, other.signed)
				}
			}
			return s + "共 47 条第 1 页 / 共 4 页\n" + headLines(r)
		}}.file(r))
	}},
	{Key: "title-bars", Title: "a title with hundreds of bars behind it, the first chapter on the line of the preamble", End: ".txt", of: []int{3, 4}, damage: func(r *report) {
		r.title += " | " + strings.Repeat("|", 420)
	}, write: func(r *report) []byte {
		text := textual{table: barsClosing(1)}.file(r)
		return []byte(strings.NewReplacer("\n一、总体情况\n", " 一、总体情况 ").Replace(text))
	}},
	{Key: "crumbs", Title: "the path to the page, tools run together, a foot", End: ".txt", of: []int{2, 7}, write: func(r *report) []byte {
		return []byte(textual{table: barsClosing(1), head: crumbs}.file(r) + pageFoot)
	}},
	{Key: "head-bars", Title: "the statutory head as rows between bars, its labels spaced", End: ".txt", of: []int{3, 9}, write: func(r *report) []byte {
		return []byte(textual{table: barsClosing(0), head: func(r *report) string {
			return "索 引 号 | " + r.index + " | 分 类 | 综合政务/其他 / 报告 |\n发布机构 | " + r.ShortName + " | 发文日期 | " + r.signed.Date + " |\n标 题 | " + r.title +
				" | ||\n文 号 | 无〔〕号 | 主 题 词 | |\n内容概述 | |||\n时 效 | 有效 |\n"
		}}.file(r))
	}},
	{Key: "strange-words", Title: "words of another site put in before names", End: ".txt", of: []int{9}, damage: func(r *report) {
		r.title = "某某娱乐_某某官网@：" + r.title
		r.want.allow("N-07")
	}, write: barText},
	{Key: "headings-old", Title: "subjects of the old Regulation in other words", End: ".txt", of: []int{11, 10}, damage: func(r *report) {
		r.eachChapter(func(heading string) string {
			return strings.NewReplacer("收费及减免情况", "支出与收费", "主要问题及改进情况", "不足及改进措施").Replace(heading)
		})
	}, write: func(r *report) []byte { return []byte(textual{table: barsBetween}.file(r)) }},
}

// preface puts a paragraph before everything else.
func (r *report) preface(text string) {
	r.blocks = append([]document.Block{document.Text(text)}, r.blocks...)
}

func chineseYear(r *report) string { return fmt.Sprintf("%d年度", r.year) }

// headLines are the facts of the statutory head, one to a line.
func headLines(r *report) string {
	s := ""
	for _, fact := range r.head {
		s += fact[0] + "：" + fact[1] + "\n"
	}
	return s
}

// crumbs is what stands above a report whose elements were run together.
func crumbs(r *report) string {
	return "登录 注册\n无障碍浏览\n当前页面: 首页  > 政府信息公开 > 法定主动公开内容 > " + r.ShortName + " > 政府信息公开年报\n" + headLines(r) +
		"来源:" + r.Name + "发布时间:" + r.signed.Date + " 17:49:57访问量:字体:[大 中 小]\n"
}

const pageFoot = "打印本页 关闭窗口\n上一篇：没有了\n主办单位：青棠县人民政府 承办单位：青棠县数据局\n网站标识码：3399980012 浙ICP备09999123号-2 浙公网安备33999802000117号\n"
