package narrate

import "gongkai/law/tally"

// basis names the notice that lays the format down, with its full title. The
// narrative reports before 2014 rested on the Regulation alone.
var basis = map[string]string{
	tally.Format2021: "和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）",
	tally.Format2019: "和《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）",
	tally.Format2014: "和《国务院办公厅关于加强和规范政府信息公开情况统计报送工作的通知》（国办发〔2014〕32号）",
}

func preamble(format tally.Format) SectionSpec {
	return SectionSpec{
		Key: "preamble", Title: "引言", Topic: TopicBasis, Required: true,
		Hint: "写明编制依据和数据统计期限（1月1日至12月31日）。",
		Template: "根据《中华人民共和国政府信息公开条例》（以下简称《条例》）" + basis[format.ID] + "要求，编制{{@organ}}{{@year}}年政府信息公开工作年度报告。" +
			"报告中所列数据的统计期限自{{@year}}年1月1日起至{{@year}}年12月31日止。现将有关情况报告如下。",
	}
}
