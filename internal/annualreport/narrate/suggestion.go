package narrate

// Suggestion is a problem that the figures show, and what may be done about it:
// bodies for the sections of chapter 五, to be put in and edited.
type Suggestion struct {
	Code             string
	Problem, Measure string
}

const (
	openProblem     = "检查发现问题的整改还不够及时，年底仍有{{rectification.open}}个问题正在整改。"
	openMeasure     = "对尚未完成整改的问题逐项明确责任人和完成时限，整改后开展“回头看”。"
	trainingProblem = "全年未组织政府信息公开培训，工作人员对公开范围和办理程序的掌握有待加强。"
	trainingMeasure = "把政府信息公开培训列入年度工作安排，重点学习公开属性认定、保密审查和依申请公开办理。"
	reviewProblem   = "依申请公开答复的规范性有待提高，行政复议中结果纠正{{review.corrected}}件。"
	reviewMeasure   = "对被纠正的答复逐案分析原因，完善答复文书的事实、理由、依据和救济告知，发出前进行合法性审核。"
	extendedProblem = "部分申请办理时间较长，延期答复{{request.extended}}件。"
	extendedMeasure = "收到申请后及时分办和检索，需要征求意见的尽早发出，严格控制延期。"
)

// suggestions are tried in order.
var suggestions = []struct {
	Suggestion
	applies func(numbers) bool
}{
	{Suggestion{"rectification-open", openProblem, openMeasure}, some("rectification.open")},
	{Suggestion{"no-training", trainingProblem, trainingMeasure}, none("training.sessions")},
	{Suggestion{"review-corrected", reviewProblem, reviewMeasure}, some("review.corrected")},
	{
		Suggestion{
			"suit-corrected", "依法答复的能力有待提高，行政诉讼中结果纠正{{suit_direct.corrected+suit_after_review.corrected}}件。",
			"对判决纠正的案件逐案复盘，重大、疑难申请答复前听取法律顾问意见。",
		},
		some("suit_direct.corrected", "suit_after_review.corrected"),
	},
	{Suggestion{"request-extended", extendedProblem, extendedMeasure}, some("request.extended")},
	{
		Suggestion{
			"nothing-published", "主动公开工作存在明显不足，全年未主动公开政府信息。",
			"对照《条例》第十九条至第二十一条逐项梳理应当主动公开的事项，明确责任科室和公开时限。",
		},
		none("item.total"),
	},
	{
		Suggestion{
			"single-channel", "公开形式较为单一，主动公开的政府信息只有一种渠道。",
			"在政府信息公开平台之外，综合运用政务新媒体、公开栏和查阅点，方便不同群体获取信息。",
		},
		func(n numbers) bool { return n.nonZero(breakdowns["item.total"]) == 1 },
	},
	{
		Suggestion{
			"fewer-published", "主动公开力度有所减弱，主动公开政府信息比上年减少{{last.item.total-item.total}}条。",
			"按照主动公开事项目录逐项核对应公开未公开的信息，及时补充发布。",
		},
		func(n numbers) bool {
			now, last := n("item.total"), n(LastYear+"item.total")
			return now.Known && last.Known && now.N > 0 && now.N < last.N
		},
	},
	{
		Suggestion{
			"clarification", "部分申请内容不够明确，本年度发出补正告知{{clarification.count}}件，对申请人的指导有待加强。",
			"更新公开指南和申请表填写说明，在受理时主动与申请人沟通，减少补正。",
		},
		some("clarification.count"),
	},
	{
		Suggestion{
			"no-inspection", "日常监督不够经常，全年未开展政府信息公开监督检查。",
			"建立定期自查制度，对栏目更新、链接有效性和依申请公开办理时限进行检查并记录整改情况。",
		},
		none("inspection.count"),
	},
	{
		Suggestion{
			"no-full-time-staff", "工作力量较为薄弱，从事政府信息公开工作的{{staff.part_time}}人均为兼职。",
			"明确岗位职责和人员备份，保持工作人员相对稳定。",
		},
		func(n numbers) bool { return none("staff.full_time")(n) && some("staff.part_time")(n) },
	},
}

// Suggestions lists what the figures suggest for chapter 五. An unknown figure
// suggests nothing.
func Suggestions(v Values) []Suggestion {
	var list []Suggestion
	figure := func(name string) Figure {
		f, exists := v.Figure(name)
		f.Known = f.Known && exists
		return f
	}
	for _, s := range suggestions {
		if s.applies(figure) {
			list = append(list, s.Suggestion)
		}
	}
	return list
}

// numbers finds a figure; one that does not exist is unknown.
type numbers func(name string) Figure

// nonZero counts the parts that are not 0; -1 when one is unknown.
func (n numbers) nonZero(parts []part) int {
	count := 0
	for _, p := range parts {
		f := n(p.figure)
		if !f.Known {
			return -1
		}
		if f.N != 0 {
			count++
		}
	}
	return count
}

func some(names ...string) func(numbers) bool {
	return func(n numbers) bool {
		for _, name := range names {
			f := n(name)
			if f.Known && f.N > 0 {
				return true
			}
		}
		return false
	}
}

func none(name string) func(numbers) bool {
	return func(n numbers) bool {
		f := n(name)
		return f.Known && f.N == 0
	}
}
