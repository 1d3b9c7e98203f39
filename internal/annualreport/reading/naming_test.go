package reading

import "testing"

func TestOrganOfText(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"形成了《某某体育@：枫桥镇人民政府2023年政府信息公开工作年度报告》。", "枫桥镇人民政府"},
		{"现发布《枫桥市医疗保障局2021年政府信息公开工作年度报告》。", "枫桥市医疗保障局"},
		{"特向社会公布枫桥街道2021年度信息公开年度报告。", "枫桥街道"},
		{"特向社会公布2022年度枫桥县气象局政府信息公开工作情况。", "枫桥县气象局"},
		{"表格如下：\n单位： 枫桥市自然资源局 2023年度\n第二十条", "枫桥市自然资源局"},
		{"如有疑问，请与枫桥市医疗保障局办公室联系（地址：中山路3号）。", "枫桥市医疗保障局"},
		{"如有疑问，请与枫桥县青龙镇政府信息公开领导小组办公室联系。", "枫桥县青龙镇"},
		{"如有疑问，请与枫桥市水利局(地址:中山路3号)联系。", "枫桥市水利局"},
		{"如有疑问，请联系：枫桥区发展和改革局党政办公室，地址：中山路3号。", "枫桥区发展和改革局"},
		{"本报告根据条例要求，由枫桥县地震局办公室编制并依法公开。", "枫桥县地震局"},
		{"本报告由枫桥县青龙镇人民政府党政办公室编制。", "枫桥县青龙镇人民政府"},
		{"根据条例要求，由青石街道编制。", "青石街道"},
		{"现将枫桥开发区发展改革局（以下简称发改局）2025年度信息公开工作报告如下：", "枫桥开发区发展改革局"},
		{"全文包括枫桥旗青石苏木人民政府信息公开总体情况，主动公开政府信息情况。", "枫桥旗青石苏木人民政府"},
		{"一、总体情况\n2023年，枫桥工业园区管委会严格按照条例公开。", "枫桥工业园区管委会"},
		{"一、总体情况\n2023年，在县委、县政府领导下，我局认真公开。", ""},
		{"一、总体情况\n2023年，全县行政机关认真公开。", ""},
		{"报告的电子版可在枫桥县人民政府门户网站下载。\n一、总体情况\n2023年，我县坚持公开。", "枫桥县人民政府"},
		{"报告的电子版可在枫桥县人民政府门户网站下载。\n一、总体情况\n2023年，我县水利工作会议要求我局依法公开。", ""},
		{"本报告由枫桥县人民政府办公室编制。", ""},
		// An office of a government may report for itself or for the government.
		{"如有疑问，请与枫桥区人民政府办公室联系。", ""},
		{"根据《枫桥县人民政府办公室关于做好2023年政府信息公开工作年度报告编写工作的通知》要求，现公布我局2023年政府信息公开工作年度报告。", ""},
		{"向社会公开2016年度镇政府信息公开年度报告。", ""},
		{"现公布本级2021年政府信息公开工作年度报告。", ""},
	} {
		got := organOfText(test.text)
		if got != test.want {
			t.Errorf("organOfText(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}

func TestOrganOfATitle(t *testing.T) {
	for _, test := range []struct{ title, organ string }{
		{"2024年枫桥县青龙镇人民政府信息公开工作年度报告", "枫桥县青龙镇人民政府"},
		{"枫中〔2015〕3号签发人：张明 2014年枫桥第二中学 政府信息公开工作年度报告", "枫桥第二中学"},
		{"枫桥港务局（本级机关）2020年政府信息公开工作年度报告", "枫桥港务局（本级机关）"},
		{"枫桥省审计厅2025年政务信息公开工作开展年度报告", "枫桥省审计厅"},
	} {
		got, ok := readTitle(test.title, 0)
		if !ok || got.organ != test.organ {
			t.Errorf("readTitle(%q) = organ %q, %t, want %q", test.title, got.organ, ok, test.organ)
		}
	}
}

// A label without value leaves what follows to the next one.
func TestEmptyLabel(t *testing.T) {
	r := Read(textSource("report.txt", "索引号 000014349/2026-00021 文 号\n发布机构 发布日期 2026-01-16 18:22:45\n枫桥省审计厅2025年政府信息公开工作年度报告\n一、总体情况\n2025年，我厅依法公开。"))
	if r.Head[headPublisher] != "" || r.Dates["published"] != "2026-01-16" {
		t.Errorf("publisher = %q, published = %q, want none and 2026-01-16", r.Head[headPublisher], r.Dates["published"])
	}
}

// A report that lost its title and most of its chapters says itself what it is.
func TestReportWithoutTitle(t *testing.T) {
	const opening = "引言\n本年度报告是根据《中华人民共和国政府信息公开条例》要求，由枫桥市外事办公室编制。统计期限自2013年1月1日起至12月31日止。\n"
	r := Read(textSource("report.txt", opening+"一、概述\n本办加强领导。\n二、主动公开政府信息情况\n主动公开政府信息67条。"))
	if r.Organ != "枫桥市外事办公室" || r.Year != 2013 {
		t.Errorf("organ, year = %q, %d, want 枫桥市外事办公室, 2013", r.Organ, r.Year)
	}
}
