package narrate

// improvement is chapter 五. Its templates say only what the figures show; where
// they show nothing, the section stays empty until someone writes it.
func improvement() []SectionSpec {
	return []SectionSpec{
		{
			Key: "improvement.problems", Chapter: chapterImprovement, Heading: "（一）存在的主要问题", Title: "存在的主要问题",
			Topic: TopicImprovement, Required: true,
			Hint:     "写本机关今年的实际问题，不照抄上年和其他单位；可以点选根据数据给出的建议句，再补充自查发现的问题。",
			Template: problemsText,
		},
		{
			Key: "improvement.measures", Chapter: chapterImprovement, Heading: "（二）改进情况", Title: "改进情况",
			Topic: TopicImprovement, Required: true,
			Hint:     "先逐条说明上年提出的改进措施落实得怎么样，再写针对今年问题的措施。",
			Template: measuresText,
		},
	}
}

const problemsText = "{{?rectification.open: " + openProblem + "}}{{?training.sessions: | " + trainingProblem + "}}" +
	"{{?review.corrected: " + reviewProblem + "}}{{?request.extended: " + extendedProblem + "}}"

const measuresText = "{{?rectification.open: " + openMeasure + "}}{{?training.sessions: | " + trainingMeasure + "}}" +
	"{{?review.corrected: " + reviewMeasure + "}}{{?request.extended: " + extendedMeasure + "}}"
