package main

import (
	"bufio"
	"os"
	"strings"

	"gongkai/internal/fault"
	"gongkai/internal/organ"
)

type userCmd struct {
	Add    userAddCmd    `cmd:"" help:"添加人员。"`
	Passwd userPasswdCmd `cmd:"" help:"设置密码。"`
	List   userListCmd   `cmd:"" help:"列出人员。"`
}

type userAddCmd struct {
	Organ    string   `required:"" help:"所在机关。" placeholder:"NAME"`
	Login    string   `required:"" help:"账号。"`
	Name     string   `required:"" help:"姓名。"`
	Post     string   `help:"岗位。"`
	Role     []string `help:"角色：clerk、reviewer、signer、supervisor、administrator、auditor，可以多个。" enum:"clerk,reviewer,signer,supervisor,administrator,auditor"`
	Password string   `help:"密码；不给出时从标准输入读一行。" env:"GONGKAI_PASSWORD"`
}

// Run adds a person.
func (cmd *userAddCmd) Run(c *console) error {
	return c.withReports(func(a *app) error {
		o, err := a.organNamed(c, cmd.Organ)
		if err != nil {
			return err
		}
		person := organ.Person{SiteID: o.SiteID, OrganID: o.ID, Login: cmd.Login, Name: cmd.Name, Post: cmd.Post}
		for _, role := range cmd.Role {
			person.Grants = append(person.Grants, organ.Grant{Role: organ.Role(role), OrganID: o.ID})
		}
		password, err := typedPassword(cmd.Password)
		if err != nil {
			return err
		}
		person, err = a.organs.AddPerson(c.ctx, organ.System, person, password)
		if err != nil {
			return err
		}
		if c.json() {
			return c.printJSON(map[string]any{"id": person.ID, "login": person.Login})
		}
		c.print("已添加 %s（账号 %s）。", person.Name, person.Login)
		return nil
	})
}

type userPasswdCmd struct {
	Organ    string `required:"" help:"所在机关，用来确定站点。" placeholder:"NAME"`
	Login    string `required:"" help:"账号。"`
	Password string `help:"新密码；不给出时从标准输入读一行。" env:"GONGKAI_PASSWORD"`
}

// Run sets a person's password.
func (cmd *userPasswdCmd) Run(c *console) error {
	return c.withReports(func(a *app) error {
		o, err := a.organNamed(c, cmd.Organ)
		if err != nil {
			return err
		}
		account, err := a.organs.Reader().Account(c.ctx, o.SiteID, cmd.Login)
		if err != nil {
			return fault.Refuse(fault.NotFound, "person-unknown", "", "login", cmd.Login)
		}
		password, err := typedPassword(cmd.Password)
		if err != nil {
			return err
		}
		err = a.organs.SetPassword(c.ctx, organ.System, o.SiteID, account.Person.ID, password)
		if err != nil {
			return err
		}
		c.print("已更新 %s 的密码。", account.Person.Name)
		return nil
	})
}

func typedPassword(given string) (string, error) {
	if given != "" {
		return given, nil
	}
	line, err := bufio.NewReader(os.Stdin).ReadString('\n')
	if err != nil && line == "" {
		return "", usage("没有给出密码。请用 --password，或者从标准输入输入一行。")
	}
	return strings.TrimRight(line, "\r\n"), nil
}

type userListCmd struct{}

// Run lists the people of every site.
func (cmd *userListCmd) Run(c *console) error {
	return c.withReports(func(a *app) error {
		people, err := a.organs.Reader().People(c.ctx, "")
		if err != nil {
			return err
		}
		type line struct {
			Site     string   `json:"site"`
			Organ    string   `json:"organ"`
			Login    string   `json:"login"`
			Name     string   `json:"name"`
			Roles    []string `json:"roles"`
			Disabled bool     `json:"disabled"`
		}
		lines := []line{}
		for _, p := range people {
			l := line{p.SiteID, p.OrganID, p.Login, p.Name, []string{}, p.Disabled}
			for _, g := range p.Grants {
				l.Roles = append(l.Roles, string(g.Role))
			}
			lines = append(lines, l)
		}
		if c.json() {
			return c.printJSON(lines)
		}
		for _, l := range lines {
			c.print("%s  %-20s %-20s %s  %s", l.Site, l.Organ, l.Login, l.Name, strings.Join(l.Roles, "、"))
		}
		return nil
	})
}

type organCmd struct {
	List organListCmd `cmd:"" help:"列出机关。"`
	Show organShowCmd `cmd:"" help:"显示一个机关。"`
}

type organListCmd struct{}

// Run lists the organs of every site as a tree.
func (cmd *organListCmd) Run(c *console) error {
	return c.withReports(func(a *app) error {
		organs, err := a.organs.Reader().Organs(c.ctx, "")
		if err != nil {
			return err
		}
		if c.json() {
			list := []organ.Organ{}
			return c.printJSON(append(list, organs...))
		}
		for _, node := range organ.Tree(organs) {
			c.print("%s%s  %s（%s）", strings.Repeat("  ", node.Depth), node.ID, node.Name, organ.KindLabels[node.Kind])
		}
		return nil
	})
}

type organShowCmd struct {
	Name string `arg:"" help:"机关名称或者编号。"`
}

// Run shows one organ.
func (cmd *organShowCmd) Run(c *console) error {
	return c.withReports(func(a *app) error {
		o, err := a.organNamed(c, cmd.Name)
		if err != nil {
			return err
		}
		changes, err := a.organs.Reader().Changes(c.ctx, o.SiteID, o.ID)
		if err != nil {
			return err
		}
		if c.json() {
			return c.printJSON(map[string]any{"organ": o, "changes": append([]organ.Change{}, changes...)})
		}
		c.print("%s（%s），编号 %s，站点 %s", o.Name, organ.KindLabels[o.Kind], o.ID, o.SiteID)
		c.print("公开工作机构：%s  负责人：%s  电话：%s", o.WorkingBody, o.Head, o.Telephone)
		for _, change := range changes {
			c.print("%s  %s  %s", change.On, organ.ChangeLabels[change.Kind], change.Detail)
		}
		return nil
	})
}
