package main

import (
	"fmt"

	"gongkai/internal/organ"
	"gongkai/law/sitecode"
)

type initCmd struct {
	Site     string `required:"" help:"站点编号，建议用六位行政区划代码。" placeholder:"ID"`
	Name     string `required:"" help:"网站名称。"`
	Host     string `help:"网站域名，例如 www.example.gov.cn。" default:"localhost"`
	SiteCode string `help:"网站标识码。"`
	Organ    string `required:"" help:"本级人民政府全称。"`
	Short    string `help:"本级人民政府简称，默认同全称。"`
	Login    string `help:"管理员账号。" default:"admin"`
	Password string `required:"" help:"管理员密码，至少8个字符。" env:"GONGKAI_ADMIN_PASSWORD"`
}

// Run makes the database, a site, the organ at its root and its administrator.
func (cmd *initCmd) Run(c *console) error {
	if cmd.SiteCode != "" {
		_, err := sitecode.ParseSite(cmd.SiteCode)
		if err != nil {
			return usage("网站标识码“%s”不对：地方网站为6位行政区划代码加4位顺序号，共10位数字。", cmd.SiteCode)
		}
	}
	_, err := organ.HashPassword(cmd.Password) // refuse a bad password before anything is written
	if err != nil {
		return err
	}
	a, err := c.open(true)
	if err != nil {
		return err
	}
	defer a.close()
	short := cmd.Short
	if short == "" {
		short = cmd.Organ
	}
	root := organ.Organ{ID: cmd.Site + "-root", Kind: organ.CountyGovernment, Name: cmd.Organ, ShortName: short}
	site := organ.Site{ID: cmd.Site, Name: cmd.Name, Host: cmd.Host, SiteCode: cmd.SiteCode, Sponsor: cmd.Organ, RootID: root.ID}
	err = a.organs.AddSite(c.ctx, site, []organ.Organ{root})
	if err != nil {
		return fmt.Errorf("站点没有建成: %w", err)
	}
	_, err = a.organs.AddPerson(c.ctx, organ.System, organ.Person{
		SiteID: site.ID, OrganID: root.ID, Login: cmd.Login, Name: "系统管理员",
		Grants: []organ.Grant{{Role: organ.Administrator, OrganID: root.ID}},
	}, cmd.Password)
	if err != nil {
		return err
	}
	c.print("已建立站点 %s（%s），管理员账号 %s。请运行 gongkai serve，登录工作台添加机关和人员。", site.Name, c.where(), cmd.Login)
	return nil
}

type migrateCmd struct{}

// Run brings the database to this version's schema.
func (cmd *migrateCmd) Run(c *console) error {
	a, err := c.open(true)
	if err != nil {
		return err
	}
	err = a.close()
	if err != nil {
		return err
	}
	if c.json() {
		return c.printJSON(map[string]any{"migrated": true})
	}
	c.print("数据库结构已是本版本。")
	return nil
}
