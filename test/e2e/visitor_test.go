package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// visitor is a person at a browser, with cookies of their own.
type visitor struct {
	t      *testing.T
	site   *server
	ctx    context.Context
	clicks int // how often the mouse was pressed
	status int // of the page that is shown
}

// patience is how long a visitor waits for a page.
const patience = 30 * time.Second

// visit opens a browser window of a common desktop size. What a page writes to the
// console as an error fails the test.
func (s *server) visit(t *testing.T) *visitor {
	t.Helper()
	opened, err := browser()
	if err != nil {
		t.Fatalf("start the browser: %v", err)
	}
	ctx, closeWindow := chromedp.NewContext(opened, chromedp.WithNewBrowserContext())
	v := &visitor{t: t, site: s, ctx: ctx}
	err = chromedp.Do(ctx) // a window lives as long as the context of its first step
	if err != nil {
		t.Fatalf("open a window: %v", err)
	}
	v.run("size the window", chromedp.EmulateViewport(1280, 900))
	if s.scriptless {
		v.run("turn scripts off", func(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
			return chromedp.Void{}, t.Call(ctx, "Emulation.setScriptExecutionDisabled", map[string]any{"value": true}, nil)
		})
	}
	complaints := chromedp.Console(ctx)
	read := make(chan struct{})
	go func() {
		defer close(read)
		for message, err := range complaints {
			if err != nil {
				return
			}
			// The status of a page is asked for where it matters; a refused form has one, too.
			wrong := message.Type == chromedp.ConsoleException || message.Type == chromedp.ConsoleError
			if wrong && !strings.Contains(message.Text, "responded with a status of 4") {
				t.Errorf("%s says on the console: %s", message.URL, message.Text)
			}
		}
	}()
	t.Cleanup(func() {
		if t.Failed() {
			v.picture("failed")
		}
		closeWindow()
		<-read
	})
	return v
}

// run takes steps in the browser that bring nothing back.
func (v *visitor) run(doing string, steps ...chromedp.Action[chromedp.Void]) {
	v.t.Helper()
	ctx, cancel := context.WithTimeout(v.ctx, patience)
	defer cancel()
	err := chromedp.Do(ctx, steps...)
	if err != nil {
		v.t.Fatalf("%s on %s: %v", doing, v.path(), err)
	}
}

// withAndWithoutScripts makes a journey twice: no page may need its scripts.
func withAndWithoutScripts(t *testing.T, journey func(*testing.T, *server)) {
	t.Parallel()
	for name, scriptless := range map[string]bool{"with scripts": false, "without scripts": true} {
		t.Run(name, func(t *testing.T) {
			site := serve(t)
			site.scriptless = scriptless
			journey(t, site)
		})
	}
}

// turn does what leads to another page, and waits for it.
func (v *visitor) turn(doing string, steps ...chromedp.Action[chromedp.Void]) {
	v.t.Helper()
	ctx, cancel := context.WithTimeout(v.ctx, patience)
	defer cancel()
	answer, err := chromedp.RunResponse(ctx, steps...)
	if err != nil {
		v.t.Fatalf("%s on %s: %v", doing, v.path(), err)
	}
	v.status = 0
	if answer != nil {
		v.status = int(answer.Status)
	}
}

// open goes to an address of the site and must find a page there.
func (v *visitor) open(path string) {
	v.t.Helper()
	v.turn("open "+path, goTo(v, path))
	if v.status != 200 {
		v.t.Fatalf("%s has status %d, want 200", path, v.status)
	}
}

// goTo is the step to an address of the site.
func goTo(v *visitor, path string) chromedp.Action[chromedp.Void] {
	return chromedp.Navigate(v.site.address + path)
}

// path is the address shown, without the host.
func (v *visitor) path() string {
	ctx, cancel := context.WithTimeout(v.ctx, patience)
	defer cancel()
	at, err := chromedp.Run(ctx, chromedp.Location())
	if err != nil {
		return "an unknown page"
	}
	u, err := url.Parse(at)
	if err != nil {
		return at
	}
	return u.RequestURI()
}

// ask evaluates an expression in the page, which works with scripts off, too.
func ask[T any](v *visitor, expression string) T {
	v.t.Helper()
	ctx, cancel := context.WithTimeout(v.ctx, patience)
	defer cancel()
	answer, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		v.t.Fatalf("ask %s on %s: %v", expression, v.path(), err)
	}
	return answer
}

// quoted writes text as a string of a script.
func quoted(text string) string {
	written, err := json.Marshal(text)
	if err != nil {
		panic(fmt.Sprintf("text as JSON: %v", err)) // strings always can be
	}
	return string(written)
}
