package main

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
)

// bar shows how far long work is, on standard error, so that results stay clean.
type bar struct{ shown *progressbar.ProgressBar }

// progress begins a bar over total rows; -1 is not known.
func (c *console) progress(total int64, what string) bar { return c.progressOf(total, what, "行") }

// progressOf begins a bar over total units of any kind.
func (c *console) progressOf(total int64, what, unit string) bar {
	drawn := c.err
	if !atTerminal(c.err) {
		drawn = io.Discard // a log has no use for a bar
	}
	return bar{progressbar.NewOptions64(total, progressbar.OptionSetWriter(drawn), progressbar.OptionSetDescription(what),
		progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString(unit),
		progressbar.OptionThrottle(200*time.Millisecond), progressbar.OptionClearOnFinish(), progressbar.OptionSetPredictTime(total > 0))}
}

// atTerminal reports whether somebody may be looking at what is written.
func atTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

func (b bar) set(done int64) { _ = b.shown.Set64(done) } // a bar that cannot be drawn stops nothing

func (b bar) finish() { _ = b.shown.Finish() }
