package e2e

import (
	"slices"
	"testing"
)

// What TestEveryPage looks for is found where it is: a picture without words, grey
// letters on white, a box that is wider than a phone.
func TestBarriersAreFound(t *testing.T) {
	t.Parallel()
	v := serve(t).visit(t)
	v.open("/")
	v.resize(390)
	ask[bool](v, `(() => {
		const add = (name, set) => document.querySelector("main").appendChild(Object.assign(document.createElement(name), set));
		add("img", {src: "/assets/no-words.svg"});
		Object.assign(add("p", {textContent: "浅灰"}).style, {color: "#bbb", background: "#fff"});
		add("div", {textContent: "宽"}).style.width = "500px";
		return true;
	})()`)
	var found []string
	for _, b := range v.barriers("/ with faults") {
		found = append(found, b.ID)
	}
	for _, want := range []string{"image-alt", "color-contrast"} {
		if !slices.Contains(found, want) {
			t.Errorf("axe finds %q, want %s among them", found, want)
		}
	}
	if over := v.tooWide(390); over < 110 {
		t.Errorf("a box of 500 px makes the page %d px too wide for 390, want 110 at least", over)
	}
}
