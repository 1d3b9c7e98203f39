package main

import (
	"fmt"
	"net"

	"gongkai/internal/demo"
)

type demoCmd struct {
	Addr        string `help:"监听地址。" default:"127.0.0.1:8080" placeholder:"HOST:PORT"`
	PrepareOnly bool   `help:"只建立演示数据，不启动网站。"`
}

// Run makes the demonstration, if it is not there yet, and serves it.
func (cmd *demoCmd) Run(c *console) error {
	if c.db == "" && c.data == "data" {
		c.data = "data/demo" // beside, never inside, an installation in the default place
	}
	a, err := c.open(true)
	if err != nil {
		return err
	}
	defer a.close()
	err = prepareDemo(c, a)
	if err != nil {
		return err
	}
	if cmd.PrepareOnly {
		return nil
	}
	listener, err := net.Listen("tcp", cmd.Addr)
	if err != nil {
		return usage("不能在 %s 上监听：%v。请用 --addr 换一个地址。", cmd.Addr, err)
	}
	cmd.welcome(c, listener.Addr().String())
	return a.serve(c, listener)
}

// prepareDemo seeds an empty installation. Seeding that was cut short is refused
// rather than patched: the directory is told to be removed.
func prepareDemo(c *console, a *app) error {
	sites, err := a.organs.Reader().Sites(c.ctx)
	if err != nil {
		return fmt.Errorf("look for sites: %w", err)
	}
	switch len(sites) {
	case 0:
	case demo.Sites:
		return nil
	default:
		return usage("%s 里已有 %d 个站点，不是完整的演示数据。请换一个目录，或者删除后重试。", c.where(), len(sites))
	}
	err = demo.Seed(c.ctx, demo.Services{Organs: a.organs, Registers: a.registers, Reports: a.reports, Collections: a.collections})
	if err != nil {
		return fmt.Errorf("演示数据没有建完，请删除 %s 后重试: %w", c.where(), err)
	}
	return nil
}

func (c *console) where() string {
	if c.db != "" {
		return c.db
	}
	return c.data
}

func (cmd *demoCmd) welcome(c *console, addr string) {
	c.print("公开演示已就绪（机关名称是真实的，全部记录都是编造的）：")
	c.print("  门户：     http://%s/", addr)
	c.print("  工作台：   http://%s/work/", addr)
	c.print("")
	c.print("账号（密码都是 %s）：", demo.Password)
	site := ""
	for _, account := range demo.Accounts() {
		if account.Site.ID != site {
			site = account.Site.ID
			c.print("  %s", account.Site.Name)
		}
		c.print("    %-20s %s  %s", account.Person.Login, account.Person.Name, account.Person.Post)
	}
	c.print("")
	c.print("可以试试：")
	c.print("  1. 以 town-clerk 登录桐乡市站点，打开洲泉镇 2024 年度报告，点表格里的数字看背后的记录，确认登记簿；")
	c.print("     再以 town-reviewer 校核、town-signer 签发，回到 town-clerk 报送、发布，在门户上看到它。")
	c.print("  2. 以 supervisor 登录嵊州市站点，看报送情况，退回或者通过谷来镇 2022 年度报告，打开全市汇总。")
	c.print("  3. 以 town-clerk 登录宁安市站点，把镜泊镇 2022 年的“零报告”从头做到报送。")
	c.print("  4. 以 supervisor 登录嵊州市站点，打开“年报检查”，看收到的几份年报查出了什么，逐条认可或者退回，下载退回修改通知；")
	c.print("     以 town-signer 登录桐乡市站点，在“年报检查”里把洲泉镇 2022 年的旧年报收入历年年报，再看“历年对比”。")
	c.print("  5. gongkai --data %s report verify --organ 嵊州市文化广电旅游局 --year 2022", c.data)
	c.print("按 Ctrl+C 停止。")
}
