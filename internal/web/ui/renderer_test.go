package ui

import (
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
)

// renderer parses the given pages, named without ".html".
func renderer(t *testing.T, pages map[string]string) *Renderer {
	t.Helper()
	assets, err := NewAssets("")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for name, text := range pages {
		files[name+".html"] = &fstest.MapFile{Data: []byte(text)}
	}
	rd, err := NewRenderer(assets, files)
	if err != nil {
		t.Fatal(err)
	}
	return rd
}

type greeting struct {
	PortalFrame
	Word string
}

func TestPageStandsInItsFrameWithSafeHeaders(t *testing.T) {
	rd := renderer(t, map[string]string{"hello": `<h1>{{.Word}}</h1>`})
	w := httptest.NewRecorder()
	err := rd.Page(w, 200, "hello", greeting{PortalFrame{Organ: "示例镇人民政府", Title: "问候"}, "<b>你好</b>"})
	if err != nil {
		t.Fatal(err)
	}
	body := w.Body.String()
	for _, want := range []string{"<h1>&lt;b&gt;你好&lt;/b&gt;</h1>", "示例镇人民政府", `id="main"`} {
		if !strings.Contains(body, want) {
			t.Errorf("page lacks %q", want)
		}
	}
	policy := w.Header().Get("Content-Security-Policy")
	if !strings.HasPrefix(policy, "default-src 'self'") || strings.Contains(policy, "unsafe") {
		t.Errorf("Content-Security-Policy = %q, want this site only and nothing unsafe", policy)
	}
}
