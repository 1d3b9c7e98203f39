package font

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// errShort reports a table that ends before its own content does.
var errShort = errors.New("table is cut short")

// directory maps a table's tag to its bytes.
type directory map[string][]byte

// tables reads the table directory of a TrueType file, or of one face of a
// TrueType collection. The tables are parts of file, not copies, so that a large
// embedded font is paged in only where it is used.
func tables(file []byte, face int) (directory, error) {
	start := 0
	if len(file) >= 12 && string(file[:4]) == "ttcf" {
		count := int(binary.BigEndian.Uint32(file[8:]))
		if face < 0 || face >= count || 16+4*face > len(file) {
			return nil, fmt.Errorf("collection has no face %d", face)
		}
		start = int(binary.BigEndian.Uint32(file[12+4*face:]))
	}
	if start < 0 || start+12 > len(file) {
		return nil, errShort
	}
	switch tag := string(file[start : start+4]); tag {
	case "\x00\x01\x00\x00", "true":
	case "OTTO":
		return nil, errors.New("outlines are CFF; only TrueType outlines can be used")
	default:
		return nil, fmt.Errorf("file begins with %q, not a TrueType font", tag)
	}
	count := int(binary.BigEndian.Uint16(file[start+4:]))
	found := make(directory, count)
	for i := range count {
		at := start + 12 + 16*i
		if at+16 > len(file) {
			return nil, errShort
		}
		offset := int64(binary.BigEndian.Uint32(file[at+8:]))
		length := int64(binary.BigEndian.Uint32(file[at+12:]))
		if offset+length > int64(len(file)) {
			return nil, fmt.Errorf("table %q: %w", file[at:at+4], errShort)
		}
		found[string(file[at:at+4])] = file[offset : offset+length]
	}
	return found, nil
}

// need returns a table of at least the given length.
func (d directory) need(tag string, length int) ([]byte, error) {
	table, ok := d[tag]
	if !ok {
		return nil, fmt.Errorf("table %q is missing", tag)
	}
	if len(table) < length {
		return nil, fmt.Errorf("table %q: %w", tag, errShort)
	}
	return table, nil
}

func u16(b []byte, at int) int { return int(binary.BigEndian.Uint16(b[at:])) }
func i16(b []byte, at int) int { return int(int16(binary.BigEndian.Uint16(b[at:]))) }
func u32(b []byte, at int) int { return int(binary.BigEndian.Uint32(b[at:])) }
