package reading

import "testing"

func TestYearOfText(t *testing.T) {
	for _, test := range []struct {
		text string
		want int
	}{
		{"统计期限自2024年1月1日起，至2024年12月31日止。", 2024},
		{"数据统计期限为2021年1月1日至12月31日。", 2021},
		{"统计时间为2023年1月1日起至2023年12月31日止。", 2023},
		{"截止2023年12月31日我局发布信息34条。", 2023},
		{"现将2019年度政府信息公开工作公告如下。", 2019},
		{"一、总体情况\n2020年，我街道依法公开。\n二、主动公开政府信息情况", 2020},
		{"2020年，我街道依法公开。\n2021年，我街道将继续。", 0},
		{"我局印发2015号文件。", 0},
		// The period stands there from the report before.
		{"编制了2021年政府信息公开年度报告。统计期限自2020年1月1日起至2020年12月31日止。\n一、总体情况\n2021年，我局依法公开。", 2021},
		{"现公布2021年政府信息公开年度报告。统计期限自2020年1月1日起至2020年12月31日止。\n2020年，我局依法公开。", 2020},
	} {
		got := yearOfText(test.text)
		if got != test.want {
			t.Errorf("yearOfText(%q) = %d, want %d", test.text, got, test.want)
		}
	}
}

func TestTitlesAsPagesBreakThem(t *testing.T) {
	for _, test := range []struct {
		name, organ, title string
		year               int
		lines              []string
	}{
		{
			"characters mixed up", "枫桥县桐溪镇", "枫桥县桐溪镇2023年政府信息公开工作告年度报", 2023,
			[]string{"政府信息公开", "枫桥县桐溪镇2023年政府信息公开 工作告年度报"},
		},
		{
			"broken in its last words", "枫桥县文广新局", "枫桥县文广新局2013年度信息公开工作年度报告", 2013,
			[]string{"枫桥县文广新局2013年度信息公开工作", "年度报告"},
		},
		{
			"broken in a word", "枫桥县市场监督管理局", "枫桥县市场监督管理局2023年政府信息公开工作年度报告", 2023,
			[]string{"枫桥县市场监督管理局2023年政府信息公开工作年", "度报告"},
		},
		{
			"broken in the name", "枫桥县人力资源和社会保障局", "枫桥县人力资源和社会保障局2023年政府信息公开工作年度报告", 2023,
			[]string{"枫桥县人力资源和社会", "保障局2023年政府信息公开工作年度报告", "枫桥县人力资源和社会保障局编制本报告。"},
		},
		{
			"with the year inside", "枫桥市司法局", "枫桥市司法局政府信息公开2021年度报告", 2021,
			[]string{"枫桥市司法局政府信息公开2021年度报告", "（2022年1月25日）"},
		},
		{
			"at the head of the text", "枫桥县卫生健康局", "枫桥县卫生健康局2022年度政府信息公开工作的报告", 2022,
			[]string{"枫桥县卫生健康局 2022年度政府信息公开工作的报告 根据《中华人民共和国政府信息公开条例》和县人民政府办公室关于做好年度报告编制工作的通知要求，县卫生健康局办公室编制了本年报，并对数据逐项进行了核对。"},
		},
		{
			"below the path to it", "枫桥街道", "2021年枫桥街道政府信息公开工作年度报告", 2021,
			[]string{"首页 > 政府信息公开年报 > 2021 > 街道办事处政府信息公开工作年度报告", "2021年枫桥街道政府信息公开工作年度报告", "枫桥街道办事处"},
		},
		{
			"below a list of others", "枫桥镇", "枫桥镇2023年政府信息公开工作年度报告", 2023,
			[]string{"枫桥镇2023年政府信息公开工作年", "度报告", "桐溪镇2022年政府信息公开工作年度报告2023-01-12", "松塘镇2021年政府信息公开工作年度报告[2022-01-12]"},
		},
	} {
		p := &paper{}
		p.lines(test.lines...)
		p.lines("一、总体情况", "依法公开。", "二、主动公开政府信息情况", "见表。", "五、存在的主要问题及改进情况", "加强培训。")
		r := Read(p.source(Text))
		if r.Organ != test.organ || r.Year != test.year || r.Title != test.title {
			t.Errorf("Read(%s) = organ %q, year %d, title %q, want %q, %d, %q", test.name, r.Organ, r.Year, r.Title, test.organ, test.year, test.title)
		}
	}
}

func TestPageTitle(t *testing.T) {
	for _, test := range []struct {
		text, organ string
		year        int
		ok          bool
	}{
		{"枫桥镇2023年政府信息公开工作年度报告", "枫桥镇", 2023, true},
		{"枫桥镇2023年政府信息公开工作年度报告_枫桥县人民政府网", "枫桥镇", 2023, true},
		{"枫桥县人民政府-2023年枫桥镇政府信息公开工作年度报告", "枫桥镇", 2023, true},
		{"枫桥镇2023年政府信息公开工作年度报告 - 年报 - 枫桥县门户网站", "枫桥镇", 2023, true},
		{"政府信息公开年报_枫桥政府网", "", 0, false},
		{"枫桥县人民政府门户网站", "", 0, false},
		{"", "", 0, false},
	} {
		got, ok := pageTitle(test.text)
		if got.organ != test.organ || got.year != test.year || ok != test.ok {
			t.Errorf("pageTitle(%q) = organ %q, year %d, %t, want %q, %d, %t", test.text, got.organ, got.year, ok, test.organ, test.year, test.ok)
		}
	}
}
