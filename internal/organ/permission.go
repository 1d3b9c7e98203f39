package organ

import "slices"

// Role is what a person does for an organ.
type Role string

// The roles. One person may hold several, but never acts twice on one report
// where the law wants two people.
const (
	Clerk         Role = "clerk"         // 经办: keeps the registers and draws up the report
	Reviewer      Role = "reviewer"      // 校核
	Signer        Role = "signer"        // 签发: the head of the organ
	Supervisor    Role = "supervisor"    // 主管部门: accepts and returns reports of organs below
	Administrator Role = "administrator" // 系统管理
	Auditor       Role = "auditor"       // 审计: reads everything, changes nothing
)

// RoleLabels names the roles in Chinese.
var RoleLabels = map[Role]string{
	Clerk: "经办人", Reviewer: "校核人", Signer: "签发人", Supervisor: "主管部门监督员", Administrator: "系统管理员", Auditor: "审计员",
}

// Roles lists the roles in order of work.
var Roles = []Role{Clerk, Reviewer, Signer, Supervisor, Administrator, Auditor}

// Action is something a person may be allowed to do to an organ's records.
type Action string

// The actions that pages and commands ask about.
const (
	ReadRegister  Action = "register.read"
	WriteRegister Action = "register.write"
	ReadPrivate   Action = "register.read_private" // unmasked personal data
	ReadReport    Action = "report.read"
	DrawUpReport  Action = "report.draw_up"
	CheckReport   Action = "report.check"
	SignReport    Action = "report.sign"
	SubmitReport  Action = "report.submit"
	PublishReport Action = "report.publish"
	ReviewReport  Action = "report.review" // accept or return what an organ below submitted
	RollUp        Action = "report.roll_up"
	VerifyReport  Action = "report.verify"
	// CollectReports is to receive published reports of others, to decide on the
	// findings and to return reports.
	CollectReports Action = "report.collect"
	ReadAudit      Action = "audit.read"
	ManageOrgans   Action = "organ.manage"
	ManagePeople   Action = "person.manage"
)

// reach is how far a role's permission goes from the organ it was given at.
type reach uint8

const (
	own   reach = iota + 1 // that organ alone
	below                  // that organ and all below it
)

// permissions is the whole table: what is not in it is refused.
var permissions = map[Action]map[Role]reach{
	ReadRegister:   {Clerk: own, Reviewer: own, Signer: own, Supervisor: below, Auditor: below},
	WriteRegister:  {Clerk: own},
	ReadPrivate:    {Clerk: own, Reviewer: own, Signer: own},
	ReadReport:     {Clerk: own, Reviewer: own, Signer: own, Supervisor: below, Auditor: below},
	DrawUpReport:   {Clerk: own},
	CheckReport:    {Reviewer: own},
	SignReport:     {Signer: own},
	SubmitReport:   {Clerk: own, Signer: own},
	PublishReport:  {Clerk: own, Signer: own},
	ReviewReport:   {Supervisor: below},
	RollUp:         {Supervisor: below, Auditor: below},
	VerifyReport:   {Clerk: own, Reviewer: own, Signer: own, Supervisor: below, Auditor: below},
	CollectReports: {Clerk: own, Signer: own, Supervisor: below},
	ReadAudit:      {Auditor: below, Administrator: below},
	ManageOrgans:   {Administrator: below},
	ManagePeople:   {Administrator: below},
}

// Person is one account.
type Person struct {
	ID       string
	SiteID   string
	OrganID  string // where they work
	Login    string // unique in the site
	Name     string
	Post     string
	Disabled bool
	Grants   []Grant
}

// Grant gives a role at an organ.
type Grant struct {
	Role    Role
	OrganID string
}

// Has reports whether the person holds the role anywhere.
func (p Person) Has(role Role) bool {
	return slices.ContainsFunc(p.Grants, func(g Grant) bool { return g.Role == role })
}

// May reports whether the person may do the action to an organ. chain is the
// organ's id followed by those of its superiors, nearest first.
func (p Person) May(action Action, siteID string, chain []string) bool {
	if p.Disabled || p.SiteID != siteID || len(chain) == 0 {
		return false
	}
	for _, g := range p.Grants {
		switch permissions[action][g.Role] {
		case own:
			if g.OrganID == chain[0] {
				return true
			}
		case below:
			if slices.Contains(chain, g.OrganID) {
				return true
			}
		}
	}
	return false
}

// Chain returns the organ's id and those of its superiors, nearest first.
func Chain(organs []Organ, id string) []string {
	parents := make(map[string]string, len(organs))
	for _, o := range organs {
		parents[o.ID] = o.ParentID
	}
	var chain []string
	for id != "" && len(chain) <= len(organs) {
		parent, known := parents[id]
		if !known {
			break
		}
		chain = append(chain, id)
		id = parent
	}
	return chain
}
