package annualreport

import "gongkai/internal/register"

var publishedInYear = register.During("published_on")

// itemFigures count released items, in all, by class and by channel (Art. 50 item 1).
var itemFigures = append([]Figure{
	{"item.total", "主动公开政府信息总数", "条", false, one(register.Count{Register: "disclosure_item", Period: publishedInYear})},
	itemClass("information", "主动公开一般信息"),
	itemClass("guide", "政府信息公开指南"),
	itemClass("profile", "机关简介"),
	itemClass("catalogue", "政府信息公开目录"),
}, itemChannels()...)

func itemClass(code, title string) Figure {
	return Figure{
		"item.class." + code, title, "条", false,
		one(register.Count{Register: "disclosure_item", Period: publishedInYear, Where: is("class", code)}),
	}
}

func itemChannels() []Figure {
	channel, _ := register.DisclosureItem.Field("channel")
	var figures []Figure
	for _, o := range channel.Choices {
		figures = append(figures, Figure{
			"item.channel." + o.Code, o.Label + "公开", "条", false,
			one(register.Count{Register: "disclosure_item", Period: publishedInYear, Where: is("channel", o.Code)}),
		})
	}
	return figures
}
