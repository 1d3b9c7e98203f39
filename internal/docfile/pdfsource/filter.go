package pdfsource

import (
	"bytes"
	"compress/flate"
	"compress/lzw"
	"compress/zlib"
	"encoding/ascii85"
	"io"
)

// unpacked is the data of a stream after its filters. Damage gives what could be
// read; pictures give nothing.
func (f *file) unpacked(s *stream) []byte {
	data := s.data
	if f.crypt != nil && f.name(s.dict["Type"]) != "XRef" {
		data = f.crypt.bytes(data, s.number, s.gen)
	}
	filters := f.list(firstOf(s.dict, "Filter", "F"))
	parameters := f.list(firstOf(s.dict, "DecodeParms", "DP"))
	for i, filter := range filters {
		if i >= 8 {
			return nil
		}
		var p dict
		if i < len(parameters) {
			p = f.dict(parameters[i])
		}
		before := f.room
		data = f.apply(f.name(filter), p, data)
		f.room = before - int64(len(data))
	}
	return data
}

func firstOf(d dict, keys ...name) any {
	for _, k := range keys {
		if d[k] != nil {
			return d[k]
		}
	}
	return nil
}

// list is an array, or a single object as one.
func (f *file) list(o any) array {
	switch o := f.resolve(o).(type) {
	case nil:
		return nil
	case array:
		return o
	default:
		return array{o}
	}
}

func (f *file) apply(filter name, p dict, data []byte) []byte {
	switch filter {
	case "FlateDecode", "Fl":
		return f.predicted(p, f.inflate(data))
	case "LZWDecode", "LZW":
		early := p["EarlyChange"] == nil || f.number(p["EarlyChange"]) != 0
		return f.predicted(p, f.limited(lzwReader(data, early)))
	case "ASCII85Decode", "A85":
		return f.ascii85(data)
	case "ASCIIHexDecode", "AHx":
		l := lexer{data: append(bytes.Clone(data), '>')}
		h, _ := l.hex().(text)
		return []byte(h)
	case "RunLengthDecode", "RL":
		return f.runLength(data)
	case "Crypt":
		return data
	}
	return nil
}

// maxStream is how many bytes one stream may unpack to; a page of a report has some
// ten thousand.
const maxStream = 48 << 20

// limited reads as much as may still be unpacked.
func (f *file) limited(r io.Reader) []byte {
	out, err := io.ReadAll(io.LimitReader(r, min(max(f.room, 0), maxStream)))
	if err != nil {
		return out // what came before the damage
	}
	return out
}

func (f *file) inflate(data []byte) []byte {
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		if len(data) < 2 {
			return nil
		}
		return f.limited(flate.NewReader(bytes.NewReader(data[2:]))) // the head is damaged
	}
	return f.limited(r)
}

// lzwReader reads PDF's LZW, which widens codes one code earlier than TIFF's
// deferred form; the standard library has the deferred form only.
func lzwReader(data []byte, early bool) io.Reader {
	if !early {
		return lzw.NewReader(bytes.NewReader(data), lzw.MSB, 8)
	}
	return &earlyLZW{data: data}
}

func (f *file) ascii85(data []byte) []byte {
	data = bytes.TrimPrefix(bytes.TrimSpace(data), []byte("<~"))
	stop := bytes.IndexByte(data, '~')
	if stop >= 0 {
		data = data[:stop]
	}
	return f.limited(ascii85.NewDecoder(bytes.NewReader(data)))
}

func (f *file) runLength(data []byte) []byte {
	var out []byte
	for i := 0; i < len(data) && int64(len(out)) < f.room; {
		n := int(data[i])
		i++
		switch {
		case n == 128:
			return out
		case n < 128:
			stop := min(i+n+1, len(data))
			out = append(out, data[i:stop]...)
			i = stop
		case i < len(data):
			out = append(out, bytes.Repeat(data[i:i+1], 257-n)...)
			i++
		}
	}
	return out
}

// predicted undoes the prediction that packs tables better.
func (f *file) predicted(p dict, data []byte) []byte {
	predictor := int(f.number(p["Predictor"]))
	if predictor < 2 {
		return data
	}
	value := func(key name, otherwise int) int {
		n := int(f.number(p[key]))
		if n <= 0 || n > 1<<16 {
			return otherwise
		}
		return n
	}
	colors, bits, columns := value("Colors", 1), value("BitsPerComponent", 8), value("Columns", 1)
	width, pixel := (colors*bits*columns+7)/8, max(colors*bits/8, 1)
	if predictor == 2 {
		if bits == 8 {
			for row := 0; row+width <= len(data); row += width {
				for i := pixel; i < width; i++ {
					data[row+i] += data[row+i-pixel]
				}
			}
		}
		return data
	}
	var out []byte
	previous := make([]byte, width)
	for len(data) > 1 {
		line := make([]byte, width)
		copy(line, data[1:min(1+width, len(data))])
		unfilter(data[0], line, previous, pixel)
		out = append(out, line...)
		previous = line
		data = data[min(1+width, len(data)):]
	}
	return out
}

// unfilter undoes PNG's filters, a row at a time.
func unfilter(kind byte, line, above []byte, pixel int) {
	for i := range line {
		left, corner := 0, 0
		if i >= pixel {
			left, corner = int(line[i-pixel]), int(above[i-pixel])
		}
		up := int(above[i])
		switch kind {
		case 1:
			line[i] += byte(left)
		case 2:
			line[i] += byte(up)
		case 3:
			line[i] += byte((left + up) / 2)
		case 4:
			line[i] += byte(paeth(left, up, corner))
		}
	}
}

func paeth(a, b, c int) int {
	abs := func(n int) int { return max(n, -n) }
	p := a + b - c
	pa, pb, pc := abs(p-a), abs(p-b), abs(p-c)
	switch {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}
