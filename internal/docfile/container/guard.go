package container

import (
	"errors"
	"io"
)

// Guard hands markup on and refuses a stretch without angle brackets of more than
// most bytes, which no document needs, before a decoder gathers it in memory.
func Guard(r io.Reader, most int) io.Reader { return &guard{r: r, most: most} }

type guard struct {
	r         io.Reader
	run, most int
}

var errLongToken = errors.New("a tag or text is too long")

// Read implements io.Reader.
func (g *guard) Read(b []byte) (int, error) {
	n, err := g.r.Read(b)
	for _, c := range b[:n] {
		g.run++
		if c == '<' || c == '>' {
			g.run = 0
		}
		if g.run > g.most {
			return 0, errLongToken
		}
	}
	return n, err
}
