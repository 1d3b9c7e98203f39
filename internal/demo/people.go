package demo

import (
	"gongkai/internal/organ"
)

// work names the three people of each office and those of the county, with the
// login that follows the organ's own: made-up people, one for each role.
var work = []struct {
	role  organ.Role
	login string
	name  string
	post  string
}{
	{organ.Clerk, "clerk", "周小满", "公开工作经办人"},
	{organ.Reviewer, "reviewer", "钱立夏", "办公室主任"},
	{organ.Signer, "signer", "郑谷雨", "分管领导"},
}

var countyWork = []struct {
	role  organ.Role
	login string
	name  string
	post  string
}{
	{organ.Supervisor, "supervisor", "孙白露", "政务公开科科长"},
	{organ.Administrator, "admin", "吴寒露", "系统管理员"},
	{organ.Auditor, "auditor", "冯小雪", "审计员"},
}

// people are the sample accounts of a county: clerk, reviewer and signer of each
// organ (a login such as town-clerk), and the county's supervisor, administrator
// and auditor.
func (c county) people() []organ.Person {
	var people []organ.Person
	for _, m := range c.organs {
		for _, w := range work {
			people = append(people, c.person(m.ID, w.role))
		}
	}
	for _, w := range countyWork {
		people = append(people, organ.Person{
			ID: c.site.ID + "-" + w.login, SiteID: c.site.ID, OrganID: c.site.RootID, Login: w.login, Name: w.name, Post: w.post,
			Grants: []organ.Grant{{Role: w.role, OrganID: c.site.RootID}},
		})
	}
	return people
}

// person is the sample account of a role in an organ, or in the county.
func (c county) person(organID string, role organ.Role) organ.Person {
	for _, w := range work {
		if w.role == role {
			return organ.Person{
				ID: organID + "-" + w.login, SiteID: c.site.ID, OrganID: organID, Login: shortID(c.site.ID, organID) + "-" + w.login,
				Name: w.name, Post: w.post, Grants: []organ.Grant{{Role: role, OrganID: organID}},
			}
		}
	}
	for _, p := range c.people() {
		if p.Has(role) {
			return p
		}
	}
	return organ.Person{}
}

// shortID is the organ's part of its id: "330483-town" → "town".
func shortID(siteID, organID string) string { return organID[len(siteID)+1:] }

// Accounts lists the sample accounts.
func Accounts() []Account {
	var accounts []Account
	for _, c := range counties {
		for _, p := range c.people() {
			accounts = append(accounts, Account{c.site, p})
		}
	}
	return accounts
}
