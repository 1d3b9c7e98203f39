package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strconv"
	"strings"

	"gongkai/internal/docfile/page"
)

// object is the number of an indirect object; it prints as a reference to it.
type object int

// String returns the reference, such as "12 0 R".
func (o object) String() string { return strconv.Itoa(int(o)) + " 0 R" }

// file collects the objects of a PDF file. Streams are written as they come; all
// other objects are packed into compressed object streams at the end.
type file struct {
	out     bytes.Buffer
	places  []place
	waiting []object
	bodies  map[object]string
	packer  *zlib.Writer
}

// place is an entry of the cross-reference table: an offset in the file, or an object
// stream and the index in it.
type place struct {
	packed bool
	at     int
	index  int
}

// packSize is the number of objects in one object stream, so that a viewer need not
// unpack the whole tree for the first page.
const packSize = 200

func (f *file) reserve() object {
	if f.places == nil {
		f.places = make([]place, 1) // object 0 is the head of the free list
		f.bodies = map[object]string{}
		f.out.WriteString("%PDF-1.7\n%\xE5\x85\xAC\xE5\xBC\x80\n")
	}
	f.places = append(f.places, place{})
	return object(len(f.places) - 1)
}

// put gives a reserved object its body.
func (f *file) put(o object, format string, arguments ...any) {
	f.bodies[o] = fmt.Sprintf(format, arguments...)
	f.waiting = append(f.waiting, o)
}

func (f *file) add(format string, arguments ...any) object {
	o := f.reserve()
	f.put(o, format, arguments...)
	return o
}

// stream writes a compressed stream object; entries are further dictionary entries.
func (f *file) stream(entries string, content []byte) object {
	return f.plainStream("/Filter/FlateDecode"+entries, f.deflate(content))
}

func (f *file) plainStream(entries string, content []byte) object {
	o := f.reserve()
	f.writeStream(o, entries, content)
	return o
}

func (f *file) writeStream(o object, entries string, content []byte) {
	f.places[o] = place{at: f.out.Len()}
	fmt.Fprintf(&f.out, "%d 0 obj\n<<%s/Length %d>>\nstream\n", int(o), entries, len(content))
	f.out.Write(content)
	f.out.WriteString("\nendstream\nendobj\n")
}

// finish packs the waiting objects and writes the cross-reference stream.
func (f *file) finish(catalog, info object, id string) []byte {
	for len(f.waiting) > 0 {
		n := min(packSize, len(f.waiting))
		f.pack(f.waiting[:n])
		f.waiting = f.waiting[n:]
	}
	reference := f.reserve()
	start := f.out.Len()
	f.places[reference] = place{at: start}
	var table []byte
	for o, p := range f.places {
		kind, at, index := byte(1), p.at, p.index
		switch {
		case o == 0:
			kind, index = 0, 0xFFFF
		case p.packed:
			kind = 2
		}
		table = append(table, kind, byte(at>>24), byte(at>>16), byte(at>>8), byte(at), byte(index>>8), byte(index))
	}
	f.writeStream(reference, fmt.Sprintf("/Type/XRef/Size %d/W[1 4 2]/Root %v/Info %v/ID[<%s><%s>]/Filter/FlateDecode",
		len(f.places), catalog, info, id, id), f.deflate(table))
	fmt.Fprintf(&f.out, "startxref\n%d\n%%%%EOF\n", start)
	return f.out.Bytes()
}

func (f *file) pack(objects []object) {
	var index, bodies strings.Builder
	for _, o := range objects {
		fmt.Fprintf(&index, "%d %d ", int(o), bodies.Len())
		bodies.WriteString(f.bodies[o])
		bodies.WriteByte('\n')
	}
	entries := fmt.Sprintf("/Type/ObjStm/N %d/First %d", len(objects), index.Len())
	holder := f.stream(entries, []byte(index.String()+bodies.String()))
	for i, o := range objects {
		f.places[o] = place{packed: true, at: int(holder), index: i}
	}
}

// deflate compresses content. One compressor serves the whole file: making one costs
// more than most streams.
func (f *file) deflate(content []byte) []byte {
	var packed bytes.Buffer
	if f.packer == nil {
		f.packer = zlib.NewWriter(&packed)
	} else {
		f.packer.Reset(&packed)
	}
	_, err := f.packer.Write(content)
	if err == nil {
		err = f.packer.Close()
	}
	if err != nil {
		panic("compress into memory: " + err.Error()) // a bytes.Buffer takes everything
	}
	return packed.Bytes()
}

// points writes a length as a PDF number in points.
func points(l page.Length) string { return string(appendFixed(nil, int(l), 1000)) }

// appendFixed writes n/scale without trailing zeros; scale is a power of ten.
func appendFixed(out []byte, n, scale int) []byte {
	if n < 0 {
		out, n = append(out, '-'), -n
	}
	out = strconv.AppendInt(out, int64(n/scale), 10)
	rest := n % scale
	if rest == 0 {
		return out
	}
	out = append(out, '.')
	for ; rest > 0; rest %= scale {
		scale /= 10
		out = append(out, byte('0'+rest/scale))
	}
	return out
}

// list writes an array of references.
func list(objects []object) string {
	var b strings.Builder
	b.WriteByte('[')
	for i, o := range objects {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(o.String())
	}
	b.WriteByte(']')
	return b.String()
}
