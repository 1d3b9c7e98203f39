package e2e

import (
	"context"
	"os"
	"path/filepath"

	"github.com/chromedp/chromedp"
)

// picture keeps the whole page for a person to look at, under the folder of
// artifacts of the test (go test -artifacts).
func (v *visitor) picture(name string) {
	v.t.Helper()
	ctx, cancel := context.WithTimeout(v.ctx, patience)
	defer cancel()
	image, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
	if err != nil {
		v.t.Errorf("picture %s of %s: %v", name, v.path(), err)
		return
	}
	err = os.WriteFile(filepath.Join(v.t.ArtifactDir(), name+".png"), image, 0o644)
	if err != nil {
		v.t.Errorf("keep picture %s: %v", name, err)
	}
}

// resize gives the window another width; phones count as touch screens.
func (v *visitor) resize(width int64) {
	v.t.Helper()
	var options []chromedp.EmulateViewportOption
	if width < 600 {
		options = append(options, chromedp.EmulateMobile, chromedp.EmulateTouch)
	}
	v.run("resize", chromedp.EmulateViewport(width, 900, options...))
}
