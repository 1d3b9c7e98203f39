package corpus

import (
	"gongkai/internal/organ"
	"gongkai/law/tally"
)

// scale is how much happened in an organ's year.
type scale int

const (
	quiet scale = iota // nothing: every cell is 0
	small              // a town: a few requests of one or two kinds of applicant
	busy               // a department: dozens of requests of every kind
	large              // a county: hundreds in a row
)

// base is a report before any damage: whose it is, for which year, in which words.
type base struct {
	organ.Organ
	level  string // 县, 市 or 区: what the government above calls itself
	year   int
	format string // tally.Format.ID, that of the year unless an old form was used
	scale  scale
	carry  bool // requests were carried in from the year before
	voice  string
	signed string // YYYY-MM-DD
	index  string // index number
	media  string // the name of its public account
}

// bases are the reports that the forms damage. The places do not exist.
var bases = []base{
	{Organ: town("青棠县松塘镇人民政府", "松塘镇"), level: "县", year: 2022, scale: quiet, voice: "town", signed: "2023-01-12", index: "113309910026307712/2023-104417", media: "松塘发布"},
	{Organ: town("青棠县白鹭坪乡人民政府", "白鹭坪乡"), level: "县", year: 2023, scale: small, voice: "items", signed: "2024-01-18", index: "11330991002630788A/2024-100326", media: "白鹭坪之声"},
	{Organ: street("砚川市临渡街道办事处", "临渡街道"), level: "市", year: 2021, scale: small, carry: true, voice: "street", signed: "2022-01-20", index: "001007003002011/2022-01164", media: "临渡E家"},
	{Organ: bureau("砚川市自然资源和规划局", "市自然资源和规划局"), level: "市", year: 2024, scale: busy, carry: true, voice: "bureau", signed: "2025-01-22", index: "001007003001035/2025-02071", media: "砚川自规"},
	{Organ: bureau("青棠县市场监督管理局", "县市场监督管理局"), level: "县", year: 2025, scale: busy, voice: "plain", signed: "2026-01-15", index: "113309910026311550/2026-100093", media: "青棠市监"},
	{Organ: bureau("砚川市教育局", "市教育局"), level: "市", year: 2020, scale: busy, carry: true, voice: "bureau", signed: "2021-01-19", index: "001007003001008/2021-00877", media: "砚川教育"},
	{Organ: bureau("鹿鸣区住房和城乡建设局", "区住房和城乡建设局"), level: "区", year: 2019, scale: busy, voice: "items", signed: "2020-01-17", index: "0010090020010140/2020-00311", media: "鹿鸣住建"},
	{Organ: county("青棠县人民政府", "青棠县"), level: "县", year: 2023, scale: large, carry: true, voice: "county", signed: "2024-03-22", index: "113309910026300020/2024-100911", media: "青棠发布"},
	{Organ: county("砚川市人民政府", "砚川市"), level: "市", year: 2021, scale: large, carry: true, voice: "county", signed: "2022-03-18", index: "001007003001001/2022-01902", media: "砚川发布"},
	{Organ: town("砚川市石埠镇人民政府", "石埠镇"), level: "市", year: 2024, scale: small, carry: true, voice: "plain", signed: "2025-01-16", index: "001007003002004/2025-01388", media: "石埠视窗"},
	{Organ: bureau("青棠县卫生健康局", "县卫生健康局"), level: "县", year: 2014, scale: busy, voice: "narrative", signed: "2015-02-26", index: "113309910026309911/2015-100078", media: "青棠卫生"},
	{Organ: street("鹿鸣区望江街道办事处", "望江街道"), level: "区", year: 2013, scale: quiet, voice: "narrative", signed: "2014-02-18", index: "0010090020020030/2014-00096", media: ""},
	{Organ: bureau("鹿鸣区人力资源和社会保障局", "区人力资源和社会保障局"), level: "区", year: 2022, scale: busy, carry: true, voice: "street", signed: "2023-01-28", index: "0010090020010110/2023-00254", media: "鹿鸣人社"},
	{Organ: bureau("砚川市水利局", "市水利局"), level: "市", year: 2023, scale: quiet, voice: "items", signed: "2024-01-09", index: "001007003001021/2024-00452", media: "砚川水利"},
}

func town(name, short string) organ.Organ {
	return organ.Organ{Kind: organ.Town, Name: name, ShortName: short, WorkingBody: "党政综合办公室"}
}

func street(name, short string) organ.Organ {
	return organ.Organ{Kind: organ.Street, Name: name, ShortName: short, WorkingBody: "党政综合办公室"}
}

func bureau(name, short string) organ.Organ {
	return organ.Organ{Kind: organ.Department, Name: name, ShortName: short, WorkingBody: "办公室"}
}

func county(name, short string) organ.Organ {
	return organ.Organ{Kind: organ.CountyGovernment, Name: name, ShortName: short}
}

// generation is the format the report follows.
func (b base) generation() tally.Format {
	if b.format != "" {
		f, err := tally.ByID(b.format)
		if err == nil {
			return f
		}
	}
	f, err := tally.FormatFor(b.year)
	if err != nil {
		panic("the list of bases has a year without format: " + err.Error())
	}
	return f
}
