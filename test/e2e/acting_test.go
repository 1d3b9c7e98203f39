package e2e

import (
	"context"
	"fmt"
	"strings"

	"github.com/chromedp/chromedp"
)

// spot is where the mouse goes.
type spot struct {
	Found int // things that answer the description and can be seen
	X, Y  float64
	Cover string // what lies over it; empty when it can be clicked
}

// spotOf looks among candidates for what can be seen, brings the first into view
// and asks what lies on top there.
const spotOf = `(candidates => {
	const seen = candidates.filter(e => e.checkVisibility({checkVisibilityCSS: true, checkOpacity: true}) && e.getClientRects().length);
	if (!seen.length) return {Found: 0};
	const e = seen[0];
	e.scrollIntoView({block: "center", behavior: "instant"});
	const box = [...e.getClientRects()].find(r => r.width && r.height) || e.getBoundingClientRect();
	const x = box.left + box.width / 2, y = box.top + box.height / 2;
	const top = document.elementFromPoint(x, y);
	const free = top && (e.contains(top) || top.contains(e));
	return {Found: seen.length, X: x, Y: y, Cover: free ? "" : top ? top.outerHTML.slice(0, 200) : "the edge of the window"};
})`

// named lists the links and buttons with exactly these words.
func named(words string) string {
	return `[...document.querySelectorAll("a[href], button, summary, label")].filter(e => e.textContent.replace(/\s+/g, " ").trim() === ` + quoted(words) + `)`
}

// selected lists what a selector of CSS finds.
func selected(selector string) string {
	return `[...document.querySelectorAll(` + quoted(selector) + `)]`
}

// point finds the spot of one thing that a person would see.
func (v *visitor) point(what, candidates string) spot {
	v.t.Helper()
	s := ask[spot](v, spotOf+"("+candidates+")")
	if s.Found == 0 {
		v.t.Fatalf("%s: there is no %s to be seen", v.path(), what)
	}
	if s.Cover != "" {
		v.t.Fatalf("%s: %s cannot be clicked, on top of it lies %s", v.path(), what, s.Cover)
	}
	return s
}

// click presses the link or button with these words and waits for the next page.
func (v *visitor) click(words string) {
	v.t.Helper()
	s := v.point("“"+words+"”", named(words))
	v.clicks++
	v.turn("click “"+words+"”", chromedp.MouseClickXY(s.X, s.Y))
}

// press clicks what the selector finds and waits for the next page.
func (v *visitor) press(selector string) {
	v.t.Helper()
	s := v.point(selector, selected(selector))
	v.clicks++
	v.turn("click "+selector, chromedp.MouseClickXY(s.X, s.Y))
}

// unfold clicks what opens without leaving the page.
func (v *visitor) unfold(words string) {
	v.t.Helper()
	s := v.point("“"+words+"”", named(words))
	v.clicks++
	v.run("click “"+words+"”", chromedp.MouseClickXY(s.X, s.Y))
}

// write replaces the text of a field.
func (v *visitor) write(selector, text string) {
	v.t.Helper()
	s := v.point(selector, selected(selector))
	v.clicks++
	v.run("write into "+selector, chromedp.MouseClickXY(s.X, s.Y))
	ask[bool](v, `(() => { document.activeElement.select(); return true })()`)
	v.enter(text)
}

// append types at the end of a field.
func (v *visitor) append(selector, text string) {
	v.t.Helper()
	s := v.point(selector, selected(selector))
	v.clicks++
	v.run("write into "+selector, chromedp.MouseClickXY(s.X, s.Y))
	ask[bool](v, `(() => { const e = document.activeElement; e.setSelectionRange(e.value.length, e.value.length); return true })()`)
	v.enter(text)
}

// enter puts text where the cursor is, as an input method does.
func (v *visitor) enter(text string) {
	v.t.Helper()
	v.run("type", func(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
		return chromedp.Void{}, t.Call(ctx, "Input.insertText", map[string]any{"text": text}, nil)
	})
}

// choose takes an option of a list by its value.
func (v *visitor) choose(selector, value string) {
	v.t.Helper()
	v.point(selector, selected(selector))
	v.clicks++
	taken := ask[string](v, fmt.Sprintf(`(() => { const e = document.querySelector(%s); e.value = %s; return e.value })()`, quoted(selector), quoted(value)))
	if taken != value {
		v.t.Fatalf("%s: %s has no option %q", v.path(), selector, value)
	}
}

// text is what can be read in the first thing a selector finds; empty for none.
func (v *visitor) text(selector string) string {
	v.t.Helper()
	return strings.TrimSpace(ask[string](v, `(document.querySelector(`+quoted(selector)+`) || {innerText: ""}).innerText`))
}

// texts is what can be read in everything a selector finds.
func (v *visitor) texts(selector string) []string {
	v.t.Helper()
	return ask[[]string](v, selected(selector)+`.map(e => e.innerText.trim())`)
}

// hrefs lists the addresses of the links that a selector finds, once each.
func (v *visitor) hrefs(selector string) []string {
	v.t.Helper()
	return ask[[]string](v, `[...new Set(`+selected(selector)+`.map(e => e.getAttribute("href")))]`)
}

// sees fails the test unless the words can be read on the page.
func (v *visitor) sees(words ...string) {
	v.t.Helper()
	shown := v.text("body")
	for _, w := range words {
		if !strings.Contains(shown, w) {
			v.t.Fatalf("%s does not show %q. It shows:\n%s", v.path(), w, v.text("main"))
		}
	}
}

// signIn signs in at a site of the demonstration and reaches the to-do list.
func (v *visitor) signIn(site, login string) *visitor {
	v.t.Helper()
	v.open("/work/login")
	v.choose("select[name=site]", site)
	v.write("input[name=login]", login)
	v.write("input[name=password]", password)
	v.press(".g-form button:not(.is-quiet)")
	if v.status != 200 || strings.HasPrefix(v.path(), "/work/login") {
		v.t.Fatalf("sign in as %s: status %d at %s: %s", login, v.status, v.path(), v.text("main"))
	}
	return v
}
