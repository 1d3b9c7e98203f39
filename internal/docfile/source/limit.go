package source

import "time"

// Limits bounds what a file may cost. A zero field stands for its default.
type Limits struct {
	File     int64         // bytes of the file; 50 MiB
	Text     int64         // bytes of a page or a text; 16 MiB
	Unpacked int64         // bytes of an archive's parts once unpacked; 200 MiB
	Blocks   int           // lines, tables and pictures; 200,000
	Cells    int           // cells of all tables; 400,000
	Pages    int           // pages of a PDF; 600
	Time     time.Duration // for a PDF; 20 s
}

func (l Limits) orDefault() Limits {
	if l.File <= 0 {
		l.File = 50 << 20
	}
	if l.Text <= 0 {
		l.Text = 16 << 20
	}
	if l.Unpacked <= 0 {
		l.Unpacked = 200 << 20
	}
	if l.Blocks <= 0 {
		l.Blocks = 200_000
	}
	if l.Cells <= 0 {
		l.Cells = 400_000
	}
	if l.Pages <= 0 {
		l.Pages = 600
	}
	if l.Time <= 0 {
		l.Time = 20 * time.Second
	}
	return l
}
