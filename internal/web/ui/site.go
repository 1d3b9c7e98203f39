package ui

// Site is what every page of one website says about it. Facts that are empty
// are left out of the page; the self-check, not the page, complains of them.
type Site struct {
	Name         string // registered name (网站规范名称)
	Host         string // host name with port, for absolute addresses
	Domain       string // registered domain, such as www.example.gov.cn
	Code         string // website identification code (网站标识码), 10 digits
	ICP          string // ICP filing number (ICP备案号)
	PoliceRecord string // public security filing number (公安备案号)
	PoliceURL    string // page of that filing
	Sponsor      string // sponsoring body (主办单位)
	Operator     string // operating body (承办单位)
	Phone        string
	Address      string
	Postcode     string
	Email        string
	Logo         string // address of the emblem the operator uploaded and may use
	Demo         bool   // a demonstration: every page says so
}

// Fact is one line of the footer or of a contact box.
type Fact struct {
	Label string
	Text  string
	Href  string
}

// Facts lists the footer's facts that are known: who is responsible first, then
// the register numbers (Guidelines 2017 No. 47, page design).
func (s Site) Facts() []Fact {
	all := []Fact{
		{Label: "主办单位", Text: s.Sponsor},
		{Label: "承办单位", Text: s.Operator},
		{Label: "联系电话", Text: s.Phone},
		{Label: "地址", Text: s.Address},
		{Label: "邮政编码", Text: s.Postcode},
		{Label: "电子邮箱", Text: s.Email},
	}
	return known(all)
}

// Records lists the register numbers that are known.
func (s Site) Records() []Fact {
	all := []Fact{
		{Label: "网站标识码", Text: s.Code},
		{Label: "ICP备案号", Text: s.ICP, Href: "https://beian.miit.gov.cn/"},
		{Label: "公安备案号", Text: s.PoliceRecord, Href: s.PoliceURL},
	}
	return known(all)
}

func known(all []Fact) []Fact {
	facts := make([]Fact, 0, len(all))
	for _, f := range all {
		if f.Text != "" {
			facts = append(facts, f)
		}
	}
	return facts
}
