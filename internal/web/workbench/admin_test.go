package workbench

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"gongkai/internal/organ"
)

const countyPages = "/work/o/county"

func personForm(login string) url.Values {
	return url.Values{"login": {login}, "password": {password}, "name": {"新人"}, "post": {"科员"}, "organ": {"town"}, "roles": {"clerk", "reviewer"}}
}

func TestAPersonIsAddedChangedAndDisabled(t *testing.T) {
	w := newWorld(t)
	admin := w.as("admin")
	admin.get(countyPages+"/people/new").want(http.StatusOK, "用户名", "经办人")
	admin.post(countyPages+"/people/new", url.Values{"organ": {"town"}}).want(http.StatusUnprocessableEntity, "姓名没有填写")
	short := personForm("novice")
	short.Set("password", "short")
	a := admin.post(countyPages+"/people/new", short).want(http.StatusUnprocessableEntity, "密码要有8到200个字符")
	if got := a.value("login"); got != "novice" {
		t.Errorf("login = %q, want what was typed", got)
	}
	admin.post(countyPages+"/people/new", personForm("novice")).want(http.StatusSeeOther)
	admin.post(countyPages+"/people/new", personForm("novice")).want(http.StatusConflict, "已经有人使用")
	account, err := w.organs.Reader().Account(t.Context(), "s", "novice")
	w.must(err)
	novice := w.as("novice")
	novice.get(townPages + "/").want(http.StatusOK)
	page := countyPages + "/people/" + account.Person.ID
	admin.get(page).want(http.StatusOK, "新人", "重置密码")

	form := url.Values{"name": {"新人"}, "organ": {"town"}, "roles": {"clerk"}, "further_role": {"auditor"}, "further_organ": {"other"}}
	admin.post(page, form).want(http.StatusSeeOther)
	account, err = w.organs.Reader().Account(t.Context(), "s", "novice")
	w.must(err)
	want := []organ.Grant{{Role: organ.Clerk, OrganID: "town"}, {Role: organ.Auditor, OrganID: "other"}}
	for _, g := range want {
		if !slices.Contains(account.Person.Grants, g) || len(account.Person.Grants) != len(want) {
			t.Errorf("grants = %v, want %v", account.Person.Grants, want)
		}
	}
	admin.post(page+"/password", url.Values{"password": {"short"}}).want(http.StatusUnprocessableEntity, "密码要有")
	admin.post(page+"/password", url.Values{"password": {"a brand new one"}}).want(http.StatusSeeOther)
	if a := novice.get(townPages + "/"); a.status != http.StatusSeeOther {
		t.Errorf("a session outlived the reset password: %d", a.status)
	}
	form.Set("disabled", "1")
	admin.post(page, form).want(http.StatusSeeOther)
	novice.get("/work/login")
	if a := novice.post("/work/login", url.Values{"site": {"s"}, "login": {"novice"}, "password": {"a brand new one"}}); a.status != http.StatusForbidden {
		t.Errorf("a disabled account signs in: %d", a.status)
	}
}

func TestAnAdministratorHandsOutOnlyWhatIsTheirs(t *testing.T) {
	w := newWorld(t)
	b := w.as("townadmin")
	b.get(townPages + "/people/s-admin").want(http.StatusNotFound)
	b.post(townPages+"/people/s-admin/password", url.Values{"password": {"a brand new one"}}).want(http.StatusNotFound)
	form := url.Values{"name": {"人员townadmin"}, "organ": {"town"}, "roles": {"administrator"}, "further_role": {"administrator"}, "further_organ": {"county"}}
	b.post(townPages+"/people/s-townadmin", form).want(http.StatusUnprocessableEntity, "授予在哪个机关没有填写")
	form = url.Values{"name": {"人员townadmin"}, "organ": {"county"}, "roles": {"administrator"}}
	b.post(townPages+"/people/s-townadmin", form).want(http.StatusUnprocessableEntity, "所在机关没有填写")
	form = url.Values{"name": {"人员townadmin"}, "organ": {"town"}, "roles": {"administrator", "emperor"}, "others": {"administrator@county"}}
	b.post(townPages+"/people/s-townadmin", form).want(http.StatusSeeOther)
	form.Set("disabled", "1")
	b.post(townPages+"/people/s-townadmin", form).want(http.StatusUnprocessableEntity, "不能停用自己的账号")
	p, err := w.organs.Reader().Person(t.Context(), "s", "s-townadmin")
	w.must(err)
	if want := []organ.Grant{{Role: organ.Administrator, OrganID: "town"}}; !slices.Equal(p.Grants, want) || p.OrganID != "town" {
		t.Errorf("grants = %v at %s, want %v at town", p.Grants, p.OrganID, want)
	}
	b.get(townPages + "/site").want(http.StatusNotFound)
	b.post(townPages+"/site", url.Values{"name": {"我的网站"}}).want(http.StatusNotFound)
	b.get(townPages + "/organs/county").want(http.StatusNotFound)
	b.post(townPages+"/organs/county", url.Values{"name": {"我的县"}}).want(http.StatusNotFound)
}

func TestTheSitesFacts(t *testing.T) {
	w := newWorld(t)
	b := w.as("admin")
	b.get(countyPages+"/site").want(http.StatusOK, "网站标识码")
	form := url.Values{"name": {""}, "host": {"http://x"}, "site_code": {"33048300"}, "icp": {"备案"}, "police_record": {"123"}, "sponsor": {"甲县人民政府办公室"}}
	a := b.post(countyPages+"/site", form).want(http.StatusUnprocessableEntity, "网站规范名称没有填写", "“http://x”不是域名", "“33048300”不是网站标识码", "“备案”不是ICP备案号", "“123”不是公安备案号")
	if got := a.value("sponsor"); got != "甲县人民政府办公室" {
		t.Errorf("sponsor = %q, want what was typed", got)
	}
	form = url.Values{"name": {"甲县政府网"}, "host": {"S.test"}, "site_code": {"3304830001"}, "icp": {"浙ICP备11041973号-1"}, "police_record": {"33048302000392"}, "publish_unaccepted": {"1"}}
	b.post(countyPages+"/site", form).want(http.StatusSeeOther)
	sites, err := w.organs.Reader().Sites(t.Context())
	w.must(err)
	for _, s := range sites {
		if s.ID == "s" && (s.SiteCode != "3304830001" || s.Host != "s.test" || !s.PublishUnaccepted || s.RootID != "county" || s.Today == "") {
			t.Errorf("site = %+v, want what was typed and the rest as it was", s)
		}
	}
}

func organTyped(name string) url.Values {
	return url.Values{"name": {name}, "short_name": {"简称"}, "kind": {"town"}, "parent": {"county"}, "region_code": {"330483"}}
}

func TestOrgansAreAddedRenamedAndReformed(t *testing.T) {
	w := newWorld(t)
	b := w.as("admin")
	b.get(countyPages+"/organs").want(http.StatusOK, "乙镇人民政府", "丙镇人民政府")
	b.get(countyPages+"/organs/new").want(http.StatusOK, "索引号前段")
	wrong := organTyped("")
	wrong.Set("region_code", "999999")
	wrong.Set("kept_since", "2025-13-01")
	wrong.Set("parent", "xroot")
	b.post(countyPages+"/organs/new", wrong).want(http.StatusUnprocessableEntity, "全称没有填写", "不是行政区划代码", "不是一个存在的日期", "上级机关没有填写")
	b.post(countyPages+"/organs/new", organTyped("乙镇人民政府")).want(http.StatusConflict, "已经有名为")
	b.post(countyPages+"/organs/new", organTyped("丁镇人民政府")).want(http.StatusSeeOther)

	renamed := organTyped("乙街道办事处")
	b.post(countyPages+"/organs/town", renamed).want(http.StatusUnprocessableEntity, "更名日期没有填写")
	renamed.Set("renamed_on", "2025-01-01")
	renamed.Set("document", "甲政〔2024〕9号")
	b.post(countyPages+"/organs/town", renamed).want(http.StatusSeeOther)
	b.get(countyPages+"/organs/town").want(http.StatusOK, "乙镇人民政府 → 乙街道办事处", "甲政〔2024〕9号")

	split := url.Values{"name": {"戊镇人民政府"}, "short_name": {"戊镇"}, "kind": {"town"}, "on": {"2025-02-01"}, "document": {"甲政〔2025〕1号"}}
	b.get(countyPages+"/organs/other/reform/split").want(http.StatusOK, "新机关全称")
	b.post(countyPages+"/organs/other/reform/split", url.Values{}).want(http.StatusUnprocessableEntity, "新机关全称没有填写", "批准文号没有填写")
	b.post(countyPages+"/organs/other/reform/split", split).want(http.StatusSeeOther)
	b.post(countyPages+"/organs/other/reform/merge", url.Values{"into": {"town"}, "on": {"2025-03-01"}, "document": {"甲政〔2025〕2号"}}).want(http.StatusSeeOther)
	b.get(countyPages+"/organs/other").want(http.StatusOK, "分出 戊镇人民政府", "并入 乙街道办事处")
	b.post(countyPages+"/organs/other/reform/abolish", url.Values{"on": {"2025-04-01"}, "document": {"甲政〔2025〕3号"}}).want(http.StatusConflict, "已经撤销")
	b.post(countyPages+"/organs/county/reform/abolish", url.Values{"on": {"2025-04-01"}, "document": {"甲政〔2025〕3号"}}).want(http.StatusConflict, "最上级机关")
	b.get(countyPages + "/organs/town/reform/devour").want(http.StatusNotFound)
	organs, err := w.organs.Reader().Organs(t.Context(), "s")
	w.must(err)
	i := slices.IndexFunc(organs, func(o organ.Organ) bool { return o.Name == "戊镇人民政府" })
	if i < 0 || organs[i].EstablishedOn != "2025-02-01" || organs[i].ParentID != "county" {
		t.Errorf("organs = %+v, want 戊镇人民政府 since 2025-02-01 beside the one it came from", organs)
	}
}

func TestAnOrganIsNotPutBelowItself(t *testing.T) {
	w := newWorld(t)
	b := w.as("admin")
	form := organTyped("乙镇人民政府")
	form.Set("parent", "town")
	b.post(countyPages+"/organs/town", form).want(http.StatusUnprocessableEntity, "上级机关没有填写")
	a := b.get(countyPages + "/organs/county").want(http.StatusOK)
	if strings.Contains(a.text(), "上级机关") {
		t.Error("the organ at the top is asked for its superior")
	}
}
