package organ

// Site (站点) is one public site with its own host name and statutory footer facts;
// it holds a tree of organs. One installation holds many.
type Site struct {
	ID           string
	Name         string // 网站规范名称
	Host         string // host name that selects the site, without port
	SiteCode     string // 网站标识码
	ICP          string // ICP备案号
	PoliceRecord string // 公安备案号, 14 digits
	Sponsor      string // 主办单位
	Operator     string // 承办单位
	Address      string
	Telephone    string
	Email        string
	RootID       string // the organ at the top of the tree
	// Today fixes the site's date for a demonstration; empty in real use.
	Today string
	// PublishUnaccepted allows publishing before the superior accepted the report;
	// see reading R-publish in docs/law/readings.md.
	PublishUnaccepted bool
}

// Kind is what sort of administrative organ it is; terms, duties and rights differ.
type Kind string

// The kinds of organ.
const (
	CountyGovernment Kind = "county_government"
	Department       Kind = "department"
	Town             Kind = "town"
	Street           Kind = "street"
	Office           Kind = "government_office" // 政府办公室, the competent authority (Art. 3)
)

// KindLabels names the kinds in Chinese.
var KindLabels = map[Kind]string{
	CountyGovernment: "县级人民政府", Department: "县级政府部门", Town: "乡镇人民政府", Street: "街道办事处", Office: "政府办公室",
}

// IsGovernment reports whether the organ is a people's government at some level,
// whose report must state appraisal and accountability (Art. 50 item 4).
func (k Kind) IsGovernment() bool { return k == CountyGovernment || k == Town }
