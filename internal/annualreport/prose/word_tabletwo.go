package prose

// tableTwoWords speak of the figures of table two.
var tableTwoWords = merge(
	all(term{kind: label, topic: normdocTopic}, "行政规范性文件", "规范性文件"),
	all(term{kind: label, topic: rulesTopic}, "规章", "政府规章"),
	all(term{kind: label, topic: licenceTopic}, "行政许可", "行政许可事项决定"),
	all(term{kind: label, topic: penaltyTopic}, "行政处罚"),
	all(term{kind: label, topic: coercionTopic}, "行政强制"),
	all(term{kind: label, topic: adminFeeTopic}, "行政事业性收费", "行政事业性收费金额", "行政事业性收费收入", "行政事业性收费总额", "收取行政事业性收费"),
	all(term{kind: label, act: issued}, "制发", "制定", "印发", "出台", "制定出台", "制定印发", "制定发布", "制定并发布", "制定公布", "印发实施", "本年制发件数", "制发件数"),
	all(term{kind: label, act: repealed}, "废止", "宣布失效", "予以废止", "本年废止件数", "废止件数"),
	all(term{kind: label, act: inForce}, "现行有效", "继续有效", "现行有效件数", "现行有效文件"),
)
