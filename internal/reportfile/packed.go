package reportfile

import (
	"encoding/binary"

	"gongkai/law/tally"
)

// packedCells are the values of a format's cells in their order, each its state and, of a
// number, the number. Most are small: of thousands of reports this is what has to
// stay in memory.
type packedCells []byte

// with adds a value.
func (p packedCells) with(v tally.Value) packedCells {
	p = append(p, byte(v.State))
	if v.State == tally.Number {
		p = binary.AppendVarint(p, v.N)
	}
	return p
}

// values takes the values out again.
func (p packedCells) values() []tally.Value {
	var values []tally.Value
	for len(p) > 0 {
		v := tally.Value{State: tally.State(p[0])}
		p = p[1:]
		if v.State == tally.Number {
			n, size := binary.Varint(p)
			v.N, p = n, p[max(size, 0):]
		}
		values = append(values, v)
	}
	return values
}
