package prose

// remedyWords speak of reconsideration and litigation (table four).
var remedyWords = merge(
	all(term{kind: label, topic: reviewTopic},
		"行政复议", "行政复议案", "行政复议申请", "行政复议案件", "复议", "复议案件", "复议申请", "政府信息公开行政复议", "信息公开行政复议", "申请行政复议"),
	all(term{kind: label, topic: suitTopic},
		"行政诉讼", "行政诉讼案", "行政诉讼案件", "诉讼", "诉讼案件", "提起行政诉讼", "政府信息公开行政诉讼", "信息公开行政诉讼", "行政应诉", "行政应诉案件"),
	all(term{kind: label, topic: directSuitTopic}, "未经复议直接起诉", "未经复议直接提起行政诉讼", "直接起诉", "直接提起行政诉讼"),
	all(term{kind: label, topic: afterReviewTopic}, "复议后起诉", "经复议后起诉", "复议后提起行政诉讼", "经复议后提起行政诉讼"),
	all(term{kind: label, act: upheld}, "结果维持", "维持", "予以维持", "维持原行政行为"),
	all(term{kind: label, act: corrected}, "结果纠正", "纠正", "予以纠正", "被纠正", "被依法纠错", "纠错", "被纠错", "败诉"),
	all(term{kind: label, act: otherEnd}, "其他结果"),
	all(term{kind: label, act: pending}, "尚未审结", "未审结", "尚在审理", "正在审理", "正在审理中", "尚在审理中", "尚未办结", "审理中", "尚未结案"),
)
