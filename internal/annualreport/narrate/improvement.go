package narrate

import (
	"strings"

	"gongkai/law/tally"
)

// improvement is chapter 五. Its templates say only what the figures show; where
// they show nothing, the section stays empty until someone writes it.
func improvement(format tally.Format) []SectionSpec {
	problems, measures := problemsText, measuresText
	if format.ID == tally.Format2014 {
		problems = strings.ReplaceAll(problems, "review.", "v14.review_")
		measures = strings.ReplaceAll(measures, "review.", "v14.review_")
	}
	return []SectionSpec{
		{
			Key: "improvement.problems", Chapter: chapterImprovement, Heading: "（一）存在的主要问题", Title: "存在的主要问题",
			Topic: TopicImprovement, Required: true,
			Hint:     "写本机关今年的实际问题，不照抄上年和其他单位；可以点选根据数据给出的建议句，再补充自查发现的问题。",
			Template: problems,
		},
		{
			Key: "improvement.measures", Chapter: chapterImprovement, Heading: "（二）改进情况", Title: "改进情况",
			Topic: TopicImprovement, Required: true,
			Hint:     "先逐条说明上年提出的改进措施落实得怎么样，再写针对今年问题的措施。",
			Template: measures,
		},
	}
}

const problemsText = "{{?rectification.open: " + openProblem + "}}{{?training.sessions: | " + trainingProblem + "}}" +
	"{{?review.corrected: " + reviewProblem + "}}{{?request.extended: " + extendedProblem + "}}"

const measuresText = "{{?rectification.open: " + openMeasure + "}}{{?training.sessions: | " + trainingMeasure + "}}" +
	"{{?review.corrected: " + reviewMeasure + "}}{{?request.extended: " + extendedMeasure + "}}"
