package e2e

import (
	"context"
	"os"
	"sync"

	"github.com/chromedp/chromedp"
)

// barrier is a rule that axe finds broken.
type barrier struct {
	ID    string   `json:"id"`
	Help  string   `json:"help"`
	Nodes []string `json:"nodes"`
}

var axe = sync.OnceValues(func() (string, error) {
	source, err := os.ReadFile(axeFile)
	return string(source), err
})

// examined is what axe says of a page.
type examined struct {
	Rules      int       `json:"rules"` // how many it found something to apply to
	Violations []barrier `json:"violations"`
}

// examination runs what WCAG 2.1 asks on levels A and AA, and what axe holds to be
// good practice.
const examination = `axe.run(document, {resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]})
	.then(found => ({rules: found.passes.length + found.violations.length,
		violations: found.violations.map(v => ({id: v.id, help: v.help, nodes: v.nodes.map(n => n.html)}))}))`

// openToAll fails the test for what keeps people from using the open page.
func (v *visitor) openToAll(place string) {
	v.t.Helper()
	for _, b := range v.barriers(place) {
		v.t.Errorf("%s: %s (%s) at %d places, the first %.200s", place, b.Help, b.ID, len(b.Nodes), b.Nodes[0])
	}
}

// barriers lists what axe finds wrong with the open page.
func (v *visitor) barriers(place string) []barrier {
	v.t.Helper()
	if axeFile == "" {
		v.t.Skip("NOT TESTED: barriers for people with disabilities: GONGKAI_AXE names no axe-core; make e2e fetches it")
	}
	source, err := axe()
	if err != nil {
		v.t.Fatalf("read axe-core: %v", err)
	}
	ctx, cancel := context.WithTimeout(v.ctx, patience)
	defer cancel()
	_, err = chromedp.Run(ctx, chromedp.Evaluate[bool](source+"\n;true"))
	if err != nil {
		v.t.Fatalf("load axe-core on %s: %v", place, err)
	}
	found, err := chromedp.Run(ctx, chromedp.Evaluate[examined](examination, chromedp.EvalAwaitPromise))
	if err != nil {
		v.t.Fatalf("examine %s: %v", place, err)
	}
	if found.Rules < 10 {
		v.t.Errorf("%s: axe applied %d rules, want some at least", place, found.Rules)
	}
	return found.Violations
}
