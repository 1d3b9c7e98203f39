package e2e

import "fmt"

// tooWide is by how many pixels the open page scrolls sideways.
func (v *visitor) tooWide(width int64) int64 {
	v.t.Helper()
	// A phone's window grows with what sticks out of it, so it is not asked for its width.
	return max(0, ask[int64](v, `document.documentElement.scrollWidth`)-width)
}

// fits fails the test when the open page scrolls sideways.
func (v *visitor) fits(place string, width int64) {
	v.t.Helper()
	if over := v.tooWide(width); over > 0 {
		v.t.Errorf("%s: the page is %d px too wide: %s", place, over, v.widest(width))
	}
}

// widest names what reaches farthest over the right edge without a box that scrolls
// around it.
func (v *visitor) widest(width int64) string {
	v.t.Helper()
	return ask[string](v, fmt.Sprintf(`(() => {
		let far = null, right = %d;
		for (const e of document.body.querySelectorAll("*")) {
			let boxed = false;
			for (let p = e.parentElement; p; p = p.parentElement) boxed ||= getComputedStyle(p).overflowX !== "visible";
			const edge = e.getBoundingClientRect().right + scrollX;
			if (!boxed && edge > right + 0.5) { far = e; right = edge; }
		}
		return far ? far.outerHTML.slice(0, 160) : "nothing sticks out by itself";
	})()`, width))
}
