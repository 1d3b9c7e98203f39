package htmltest

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func parse(t *testing.T, text string) *html.Node {
	t.Helper()
	doc, err := Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestFind(t *testing.T) {
	doc := parse(t, `<nav class="a b" id="n"><a rel="next" href="/x.y">one</a><p><a>two</a></p></nav><a>three</a>`)
	tests := []struct{ selector, want string }{
		{"a", "one two three"},
		{"nav a", "one two"},
		{".b a", "one two"},
		{"nav.a.b p a", "two"},
		{"#n a[rel=next]", "one"},
		{"a[href=/x.y]", "one"},
		{"[rel]", "one"},
		{".c a", ""},
		{"a[rel", ""},
		{"nav#m", ""},
	}
	for _, tt := range tests {
		var got []string
		for _, n := range Find(doc, tt.selector) {
			got = append(got, Text(n))
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("Find(%q) = %q, want %q", tt.selector, s, tt.want)
		}
	}
}

func TestComplaints(t *testing.T) {
	good := `<html lang="zh-CN"><title>t</title><main><h1>a</h1>%s</main>`
	tests := []struct{ name, body, want string }{
		{"a sound page", `<h2>b</h2><label for="x">X</label><input id="x" name="x"><svg><title>s</title></svg>`, ""},
		{"an id twice", `<p id="a"></p><p id="a"></p>`, `id "a" is used twice`},
		{"a second title", `<h1>b</h1>`, `the page has 2 <h1>, want 1`},
		{"a skipped level", `<h3>b</h3>`, `heading "b" is level 3 after level 1`},
		{"a lost reference", `<p aria-describedby="z"></p>`, `<p aria-describedby> names id "z", which is not there`},
		{"a lost jump", `<a href="#z">z</a>`, `link "#z" leads nowhere on the page`},
		{"inline style", `<p style="color:red"></p>`, `<p> has style, which the content policy forbids`},
		{"inline script", `<script>x</script>`, `<script> is written into the page`},
		{"an unlabelled field", `<input name="x">`, `field "x" has no label`},
		{"a silent image", `<img src="/a">`, `an image has no alt`},
		{"an unnamed table", `<table></table>`, `a table has no caption`},
		{"an empty link", `<a href="/"></a>`, `a link has no words`},
	}
	for _, tt := range tests {
		got := Complaints(parse(t, strings.Replace(good, "%s", tt.body, 1)))
		if tt.want == "" && len(got) > 0 || tt.want != "" && !slices.Contains(got, tt.want) {
			t.Errorf("%s: Complaints = %q, want %q", tt.name, got, tt.want)
		}
	}
}
