package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// Pages that say no are as open to everybody as the others, keep what was typed and
// lead to the place of the mistake.
func TestRefusals(t *testing.T) {
	t.Parallel()
	site := serve(t)
	clerk := site.visit(t)
	for _, refusal := range []struct {
		name string
		lead func(*visitor)
		says []string
	}{
		{"wrong-password", func(v *visitor) {
			v.open("/work/login")
			v.choose("select[name=site]", "330483")
			v.write("input[name=login]", "town-clerk")
			v.write("input[name=password]", "demo-gongkaj")
			v.press(".g-form button:not(.is-quiet)")
		}, []string{"用户名或者密码"}},
		{"record-with-mistakes", func(v *visitor) {
			v.signIn("330483", "town-clerk")
			v.open("/work/o/330483-town/registers/request/new")
			v.write("input[name=number]", "2025-001")
			v.press(".g-form .g-actions button:not(.is-quiet)")
			if got := v.value("input[name=number]"); got != "2025-001" {
				v.t.Errorf("the form keeps %q of what was typed, want 2025-001", got)
			}
		}, []string{"还不能提交，请先更正", "申请内容没有填写。请填写后再提交。"}},
		{"file-with-mistakes", func(v *visitor) {
			name := filepath.Join(v.t.TempDir(), "公开信息.csv")
			err := os.WriteFile(name, []byte("索引号,名称,信息类别,公开渠道,栏目,发布日期\n001008004005097/2025-00001,,一般信息,政府信息公开平台,工作动态,2025-02-30\n"), 0o600)
			if err != nil {
				v.t.Fatal(err)
			}
			upload(v, name)
			waitFor(v, "一条也没有写入")
		}, []string{"需要更正的地方", "发布日期"}},
		{"no-such-page", func(v *visitor) {
			v.turn("open what is not there", goTo(v, "/s/330483/organs/330483-town/reports/1999/"))
			if v.status != 404 {
				v.t.Errorf("a report that is not there has status %d, want 404", v.status)
			}
		}, []string{"没有找到"}},
	} {
		t.Run(refusal.name, func(t *testing.T) {
			v := *clerk
			v.t = t
			v.resize(1280)
			refusal.lead(&v)
			v.sees(refusal.says...)
			for _, width := range widths {
				v.resize(width)
				place := fmt.Sprintf("%s, %d px", refusal.name, width)
				v.fits(place, width)
				v.openToAll(place)
				if width != 360 {
					v.picture(fmt.Sprintf("%s-%d", refusal.name, width))
				}
			}
		})
	}
}
