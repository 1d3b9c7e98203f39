package tally

// ApplicantKind is the kind of applicant recorded at registration. It decides
// the column of table three; joint applicants count under the first of them.
type ApplicantKind string

// The kinds of applicant: 自然人, and five kinds of 法人或其他组织.
const (
	NaturalPerson    ApplicantKind = "natural_person"
	OrgBusiness      ApplicantKind = "org_business"
	OrgResearch      ApplicantKind = "org_research"
	OrgPublicWelfare ApplicantKind = "org_public_welfare"
	OrgLegalService  ApplicantKind = "org_legal_service"
	OrgOther         ApplicantKind = "org_other"
)

// TotalColumn is the key of the column 总计 in tables three and four.
const TotalColumn = "total"

const organisations = "法人或其他组织"

// RequestColumn is one of the seven value columns of table three.
type RequestColumn struct {
	Key   string
	Label string
	Group string // 法人或其他组织 over the five middle columns, else empty
	lines string // the label as broken in the table head
}

// RequestColumns lists the columns of table three in order. Not to be modified.
var RequestColumns = []RequestColumn{
	{Key: string(NaturalPerson), Label: "自然人", lines: "自然人"},
	{Key: string(OrgBusiness), Label: "商业企业", Group: organisations, lines: "商业\n企业"},
	{Key: string(OrgResearch), Label: "科研机构", Group: organisations, lines: "科研\n机构"},
	{Key: string(OrgPublicWelfare), Label: "社会公益组织", Group: organisations, lines: "社会\n公益\n组织"},
	{Key: string(OrgLegalService), Label: "法律服务机构", Group: organisations, lines: "法律\n服务\n机构"},
	{Key: string(OrgOther), Label: "其他", Group: organisations, lines: "其他"},
	{Key: TotalColumn, Label: "总计", lines: "总计"},
}

// ApplicantKinds lists the kinds in column order. Not to be modified.
var ApplicantKinds = []ApplicantKind{
	NaturalPerson, OrgBusiness, OrgResearch, OrgPublicWelfare, OrgLegalService, OrgOther,
}

// Label is the Chinese name of the kind as the column head gives it, or "" for
// a kind that does not exist.
func (k ApplicantKind) Label() string {
	if !k.Valid() {
		return ""
	}
	for _, column := range RequestColumns {
		if column.Key == string(k) {
			return column.Label
		}
	}
	return ""
}

// Valid reports whether the kind is one of the six.
func (k ApplicantKind) Valid() bool {
	for _, kind := range ApplicantKinds {
		if kind == k {
			return true
		}
	}
	return false
}

// path is the label with the group above it.
func (c RequestColumn) path() string { return joinLabels(c.Group, c.Label) }
