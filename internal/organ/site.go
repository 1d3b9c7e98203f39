package organ

import (
	"slices"
	"strings"
)

// Site (站点) is one public site with its own host name and statutory footer facts;
// it holds a tree of organs. One installation holds many.
type Site struct {
	ID           string
	Name         string // 网站规范名称
	Host         string // host names that select the site, without port, the main one first, apart by spaces
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

// Hosts lists the host names of the site, the main one first.
func (s Site) Hosts() []string { return strings.Fields(strings.ToLower(s.Host)) }

// Domain is the main host name, which the site calls itself by; empty when it has none.
func (s Site) Domain() string {
	hosts := s.Hosts()
	if len(hosts) == 0 {
		return ""
	}
	return hosts[0]
}

// Serves reports whether a request for the host name, without port, is the site's.
func (s Site) Serves(host string) bool { return slices.Contains(s.Hosts(), strings.ToLower(host)) }

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

// HandsIn reports whether an organ of the kind hands a report of its own in to the
// organ that supervises it.
func (k Kind) HandsIn() bool { return k != CountyGovernment }
