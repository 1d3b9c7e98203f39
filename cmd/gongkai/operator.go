package main

import (
	"fmt"
	"strings"

	"gongkai/internal/annualreport"
	"gongkai/internal/fault"
	"gongkai/internal/organ"
)

// target is the organ and year a report command works on.
type target struct {
	Organ string `required:"" help:"机关名称，全称或者简称。" placeholder:"NAME"`
	Year  int    `required:"" help:"报告年度。"`
	As    string `help:"以哪个账号的名义办理；不给出时由命令行操作员办理。" placeholder:"LOGIN"`
}

// find returns the organ's key and the person who acts. Without --as the operator
// acts, who may do everything at that organ; a different one for each step, so that
// the trail shows which step was taken at the command line.
func (t target) find(c *console, a *app, role organ.Role) (annualreport.Key, organ.Person, error) {
	o, err := a.organNamed(c, t.Organ)
	if err != nil {
		return annualreport.Key{}, organ.Person{}, err
	}
	key := annualreport.Key{SiteID: o.SiteID, OrganID: o.ID, Year: t.Year}
	if t.As == "" {
		return key, operator(o, role), nil
	}
	account, err := a.organs.Reader().Account(c.ctx, o.SiteID, t.As)
	if err != nil {
		return key, organ.Person{}, fault.Refuse(fault.NotFound, "person-unknown", "", "login", t.As)
	}
	return key, account.Person, nil
}

// operator is whoever runs the command: who holds the machine holds the data.
func operator(o organ.Organ, role organ.Role) organ.Person {
	p := organ.Person{
		ID: "operator-" + string(role), SiteID: o.SiteID, OrganID: o.ID, Login: "operator",
		Name: "命令行操作员（" + organ.RoleLabels[role] + "）",
	}
	for _, r := range organ.Roles {
		p.Grants = append(p.Grants, organ.Grant{Role: r, OrganID: o.ID})
	}
	return p
}

// organNamed finds an organ by id, full name, short name or alias over all sites.
func (a *app) organNamed(c *console, name string) (organ.Organ, error) {
	organs, err := a.organs.Reader().Organs(c.ctx, "")
	if err != nil {
		return organ.Organ{}, fmt.Errorf("list organs: %w", err)
	}
	var found []organ.Organ
	for _, o := range organs {
		if o.ID == name || o.SiteID+"/"+o.ID == name {
			return o, nil
		}
		for _, n := range o.Names() {
			if n == name {
				found = append(found, o)
				break
			}
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return organ.Organ{}, fault.Refuse(fault.NotFound, "organ-unknown", "", "organ", name)
	}
	var ids []string
	for _, o := range found {
		ids = append(ids, o.SiteID+"/"+o.ID+"（"+o.Name+"）")
	}
	return organ.Organ{}, usage("有 %d 个机关叫“%s”：%s。请用前面的编号指明。", len(found), name, strings.Join(ids, "、"))
}
