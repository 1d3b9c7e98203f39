package pdfsource

import "io"

// earlyLZW reads LZW whose codes grow one code early.
type earlyLZW struct {
	data    []byte
	bit     int
	table   [4096][]byte
	next    int
	width   int
	last    []byte
	pending []byte
}

const (
	lzwClear = 256
	lzwEnd   = 257
)

// Read gives the unpacked bytes.
func (z *earlyLZW) Read(b []byte) (int, error) {
	for len(z.pending) == 0 {
		if z.width == 0 {
			z.reset()
		}
		code, ok := z.code()
		if !ok || code == lzwEnd {
			return 0, io.EOF
		}
		if code == lzwClear {
			z.reset()
			continue
		}
		var entry []byte
		switch {
		case code < z.next && z.table[code] != nil:
			entry = z.table[code]
		case code == z.next && z.last != nil:
			entry = append(append([]byte{}, z.last...), z.last[0])
		default:
			return 0, io.ErrUnexpectedEOF
		}
		if z.last != nil && z.next < len(z.table) {
			z.table[z.next] = append(append([]byte{}, z.last...), entry[0])
			z.next++
		}
		if z.next+1 >= 1<<z.width && z.width < 12 {
			z.width++
		}
		z.last, z.pending = entry, entry
	}
	n := copy(b, z.pending)
	z.pending = z.pending[n:]
	return n, nil
}

func (z *earlyLZW) reset() {
	for i := range 256 {
		z.table[i] = []byte{byte(i)}
	}
	z.next, z.width, z.last = 258, 9, nil
}

func (z *earlyLZW) code() (int, bool) {
	if z.bit+z.width > len(z.data)*8 {
		return 0, false
	}
	code := 0
	for range z.width {
		code = code<<1 | int(z.data[z.bit/8]>>(7-z.bit%8)&1)
		z.bit++
	}
	return code, true
}
