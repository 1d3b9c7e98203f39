package ident

import (
	crand "crypto/rand"
	"encoding/binary"
	"math/rand/v2"
	"sync"
	"time"
)

// alphabet is Crockford's: no i, l, o or u, and in the order of the characters,
// so that text sorts as numbers do.
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz"

// Length is the number of characters of an identifier.
const Length = 26

const latest = 1<<48 - 1 // the last millisecond an identifier can tell, in the year 10889

// Maker makes identifiers. Each sorts after the one made before it, also when
// many are made in one millisecond or the clock is set back. It may be used from
// several goroutines.
type Maker struct {
	mu     sync.Mutex
	now    func() time.Time
	random rand.Source
	milli  uint64 // since 1970, of the last identifier
	high   uint16 // the upper 16 of its 80 random bits
	low    uint64 // the lower 64
}

// New returns a Maker that reads the given clock and source of randomness. The
// Maker guards them: they need not be safe for use from several goroutines.
func New(now func() time.Time, random rand.Source) *Maker {
	return &Maker{now: now, random: random}
}

// System returns a Maker on the system's clock and randomness.
func System() *Maker {
	return New(time.Now, systemSource{})
}

// Sequence returns a Maker for tests and demonstrations: the same seed gives the
// same identifiers, a millisecond apart from 1 January 2026 UTC.
func Sequence(seed uint64) *Maker {
	at := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	now := func() time.Time {
		at = at.Add(time.Millisecond)
		return at
	}
	return New(now, rand.NewPCG(seed, seed))
}

// Next makes an identifier.
func (m *Maker) Next() string {
	m.mu.Lock()
	defer m.mu.Unlock()
	milli := uint64(min(max(m.now().UnixMilli(), 0), latest))
	if milli > m.milli {
		m.milli = milli
		m.high = uint16(m.random.Uint64())
		m.low = m.random.Uint64()
	} else {
		m.step()
	}
	return encode(m.milli, m.high, m.low)
}

// step moves the random part on by a random stride, and carries into the
// millisecond when it overflows: order matters more than the exact time.
func (m *Maker) step() {
	stride := m.random.Uint64()>>32 + 1
	m.low += stride
	if m.low >= stride {
		return
	}
	m.high++
	if m.high == 0 && m.milli < latest {
		m.milli++
	}
}

func encode(milli uint64, high uint16, low uint64) string {
	var text [Length]byte
	for i := 9; i >= 0; i-- {
		text[i] = alphabet[milli&31]
		milli >>= 5
	}
	// 80 bits are 16 characters of five; the fourth takes bits of both words.
	for i := 25; i >= 14; i-- {
		text[i] = alphabet[low&31]
		low >>= 5
	}
	text[13] = alphabet[low&15|uint64(high&1)<<4]
	high >>= 1
	for i := 12; i >= 10; i-- {
		text[i] = alphabet[high&31]
		high >>= 5
	}
	return string(text[:])
}

// Valid reports whether text could be an identifier. It says nothing about
// whether there is such a record.
func Valid(text string) bool {
	if len(text) != Length || text[0] > '7' {
		return false
	}
	for i := range len(text) {
		if !known(text[i]) {
			return false
		}
	}
	return true
}

func known(c byte) bool {
	switch {
	case c >= '0' && c <= '9':
		return true
	case c >= 'a' && c <= 'z':
		return c != 'i' && c != 'l' && c != 'o' && c != 'u'
	}
	return false
}

// systemSource reads the system's randomness, which never fails: the runtime
// ends the program first.
type systemSource struct{}

func (systemSource) Uint64() uint64 {
	var b [8]byte
	crand.Read(b[:])
	return binary.LittleEndian.Uint64(b[:])
}
