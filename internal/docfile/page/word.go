package page

import "slices"

// words are the terms of titles and statutory tables that a break should not divide.
// Running text is broken anywhere, as Chinese allows.
var words = longestFirst(
	"人民政府", "办事处", "街道", "办公室", "委员会", "管理局", "服务中心", "行政机关", "机关",
	"政府", "信息", "公开", "工作", "年度", "报告", "年度报告", "申请", "申请人", "数量", "本年", "上年", "本年度", "下年度",
	"办理", "结果", "结转", "继续", "新收", "情况", "自然人", "法人", "其他", "组织", "总计",
	"商业", "企业", "科研", "机构", "社会", "公益", "法律", "服务", "法规", "行政",
	"予以", "部分", "不予", "处理", "无法", "提供", "区分", "只计", "不计", "这一", "情形",
	"属于", "国家", "秘密", "禁止", "危及", "三安全", "一稳定", "保护", "第三方", "合法", "权益",
	"三类", "内部", "事务", "四类", "过程性", "执法", "案卷", "查询", "事项", "本机关", "掌握", "相关",
	"没有", "现成", "需要", "另行", "制作", "补正", "内容", "仍不", "明确", "信访", "举报", "投诉", "类申请", "重复",
	"要求", "公开出版物", "出版物", "无正当理由", "正当", "理由", "大量", "反复", "确认", "重新", "出具", "已获取", "获取",
	"逾期", "不补正", "不再", "收费", "通知", "缴纳", "费用", "勾稽", "关系", "第一项", "第二项", "第三项", "第四项", "数据", "本列",
	"行政复议", "行政诉讼", "复议", "诉讼", "未经", "直接", "起诉", "维持", "纠正", "尚未", "审结",
	"规章", "规范性", "文件", "制发", "废止", "现行", "有效", "件数", "许可", "处罚", "强制", "事业性", "金额", "单位", "万元", "决定",
	"告知书", "答复书", "通知书", "决定书", "关于", "印发", "公告", "公示", "意见", "方案", "指南", "目录", "制度", "条例", "规定",
)

func longestFirst(list ...string) map[rune][][]rune {
	index := map[rune][][]rune{}
	for _, word := range list {
		letters := []rune(word)
		index[letters[0]] = append(index[letters[0]], letters)
	}
	for _, group := range index {
		slices.SortStableFunc(group, func(a, b []rune) int { return len(b) - len(a) })
	}
	return index
}

// insideWords marks each unit after which a break would divide a word or one of the
// given names. Names win over words, longer words over shorter ones.
func insideWords(units []unit, names []string) []bool {
	inside := make([]bool, len(units))
	for i := 0; i < len(units); {
		length := wordAt(units[i:], names)
		for k := i; k < i+length-1; k++ {
			inside[k] = true
		}
		i += max(length, 1)
	}
	return inside
}

func wordAt(units []unit, names []string) int {
	for _, name := range names {
		if letters := []rune(name); len(letters) > 0 && begins(units, letters) {
			return len(letters)
		}
	}
	for _, word := range words[units[0].r] {
		if begins(units, word) {
			return len(word)
		}
	}
	return 0
}

func begins(units []unit, word []rune) bool {
	if len(units) < len(word) {
		return false
	}
	for i, r := range word {
		if units[i].r != r {
			return false
		}
	}
	return true
}

// widestWord returns the width of the widest word or inseparable group of the units.
func widestWord(units []unit) Length {
	inside := insideWords(units, nil)
	widest, width := Length(0), Length(0)
	for i, u := range units {
		width += u.width
		widest = max(widest, width)
		if i+1 < len(units) && !inside[i] && (u.r == '\n' || units[i+1].r == '\n' || mayBreak(u.r, units[i+1].r)) {
			width = 0
		}
	}
	return widest
}
