package narrate

// tableNotes are what may be said under the tables of the chapters 二 to 四. They
// are empty to begin with: the tables speak for themselves.
func tableNotes() []SectionSpec {
	return []SectionSpec{
		{
			Key: "proactive.note", Chapter: chapterProactive, Title: "表二说明", Topic: TopicItem,
			Hint: "需要解释的事项写在表后，如规范性文件清理情况、收费依据；没有可以不写。",
		},
		{
			Key: "requests.note", Chapter: chapterRequests, Title: "表三说明", Topic: TopicRequest,
			Hint: "需要解释的事项写在表后，如“其他处理”的具体情形；没有可以不写。",
		},
		{
			Key: "remedies.note", Chapter: chapterRemedies, Title: "表四说明", Topic: TopicRemedy,
			Hint: "需要解释的事项写在表后，如结果纠正的原因；没有可以不写。",
		},
	}
}
