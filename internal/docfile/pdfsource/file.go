package pdfsource

import (
	"bytes"
	"errors"
	"regexp"
	"strconv"
	"time"
)

// The reasons for refusing a file. Other errors mean that it is damaged.
var (
	ErrProtected = errors.New("the file has a password")
	ErrTooMuch   = errors.New("the file holds more than a report does")
	ErrTooSlow   = errors.New("the file could not be read in time")
)

// file is an opened PDF.
type file struct {
	data     []byte
	entries  map[int]entry
	trailer  dict
	cache    map[int]any
	busy     map[int]bool // objects being read: a reference to one of them leads in a circle
	packed   map[int]map[int]any
	crypt    *crypt
	room     int64 // bytes that may still be unpacked
	deadline time.Time
	rebuilt  bool
}

// entry says where an object is: at an offset, or in an object stream.
type entry struct {
	offset int
	stream int // number of the object stream, 0 for none
	gen    int
}

func openFile(data []byte, limits Limits) (*file, error) {
	f := &file{
		data: data, entries: map[int]entry{}, trailer: dict{}, cache: map[int]any{}, busy: map[int]bool{},
		packed: map[int]map[int]any{}, room: limits.Unpacked, deadline: time.Now().Add(limits.Time),
	}
	f.readXrefs()
	if f.pagesRoot() == nil {
		f.rebuild()
	}
	if encrypt := f.resolve(f.trailer["Encrypt"]); encrypt != nil {
		d, _ := encrypt.(dict)
		c, err := f.newCrypt(d)
		if err != nil {
			return nil, err
		}
		f.crypt = c
		clear(f.cache)
		clear(f.packed)
	}
	if f.pagesRoot() == nil {
		return nil, errors.New("the file has no page tree")
	}
	return f, nil
}

func (f *file) pagesRoot() dict {
	return f.dict(f.dict(f.trailer["Root"])["Pages"])
}

// late reports whether the time is up.
func (f *file) late() bool { return time.Now().After(f.deadline) }

// resolve follows references to an object. Circles end in nil.
func (f *file) resolve(o any) any {
	for range 16 {
		r, ok := o.(ref)
		if !ok {
			return o
		}
		o = f.load(r.number)
	}
	return nil
}

func (f *file) load(n int) any {
	if o, ok := f.cache[n]; ok {
		return o
	}
	e, ok := f.entries[n]
	if !ok || f.busy[n] || len(f.busy) > 200 {
		return nil
	}
	f.busy[n] = true
	var o any
	if e.stream > 0 {
		o = f.unpack(e.stream)[n]
	} else {
		o = f.objectAt(n, e.offset)
	}
	delete(f.busy, n)
	f.cache[n] = o
	return o
}

// objectAt reads the object n at an offset. One that is not there turns a file's
// table into a guess, and the table is rebuilt once.
func (f *file) objectAt(n, offset int) any {
	l := lexer{data: f.data, at: offset}
	number, ok1 := l.token().(float64)
	generation, ok2 := l.token().(float64)
	if !ok1 || !ok2 || l.token() != keyword("obj") || int(number) != n {
		if f.rebuilt {
			return nil
		}
		f.rebuild()
		e, ok := f.entries[n]
		if !ok || e.stream > 0 || e.offset == offset {
			return nil
		}
		return f.objectAt(n, e.offset)
	}
	o := l.object(true, 0)
	d, ok := o.(dict)
	if !ok {
		return f.decrypted(o, n, int(generation))
	}
	back := l.at
	if l.token() != keyword("stream") {
		l.at = back
		return f.decrypted(o, n, int(generation))
	}
	return &stream{dict: f.decrypted(d, n, int(generation)).(dict), data: f.streamData(d, l.at), number: n, gen: int(generation)}
}

// streamData is the data after the keyword stream. A length that does not lead to
// endstream is not believed.
func (f *file) streamData(d dict, at int) []byte {
	if at < len(f.data) && f.data[at] == '\r' {
		at++
	}
	if at < len(f.data) && f.data[at] == '\n' {
		at++
	}
	length, ok := f.resolve(d["Length"]).(float64)
	if ok && length >= 0 && length <= float64(len(f.data)-at) {
		stop := at + int(length)
		l := lexer{data: f.data, at: stop}
		if l.token() == keyword("endstream") {
			return f.data[at:stop]
		}
	}
	stop := bytes.Index(f.data[at:], []byte("endstream"))
	if stop < 0 {
		return f.data[at:]
	}
	return f.data[at : at+stop]
}

// unpack reads an object stream whole.
func (f *file) unpack(n int) map[int]any {
	if found, ok := f.packed[n]; ok {
		return found
	}
	found := map[int]any{}
	s, ok := f.load(n).(*stream)
	if !ok {
		return found
	}
	data := f.unpacked(s)
	count, first := f.number(s.dict["N"]), int(f.number(s.dict["First"]))
	if first < 0 || first > len(data) {
		return found
	}
	head := lexer{data: data[:first]}
	for range int(min(count, float64(len(data)))) {
		number, ok1 := head.token().(float64)
		offset, ok2 := head.token().(float64)
		if !ok1 || !ok2 {
			break
		}
		at := first + int(offset)
		if at < first || at >= len(data) {
			continue
		}
		l := lexer{data: data, at: at}
		if _, twice := found[int(number)]; !twice {
			found[int(number)] = l.object(true, 0)
		}
	}
	f.packed[n] = found
	return found
}

func (f *file) number(o any) float64 {
	n, _ := f.resolve(o).(float64)
	return n
}

// dict is the dictionary that o is or points to, also that of a stream.
func (f *file) dict(o any) dict {
	switch o := f.resolve(o).(type) {
	case dict:
		return o
	case *stream:
		return o.dict
	}
	return nil
}

func (f *file) array(o any) array {
	a, _ := f.resolve(o).(array)
	return a
}

func (f *file) name(o any) name {
	n, _ := f.resolve(o).(name)
	return n
}

var objectStart = regexp.MustCompile(`(\d{1,10})[ \t\r\n]+(\d{1,5})[ \t\r\n]+obj\b`)

// rebuild finds the objects of a file whose table is damaged, by looking for them.
// Later ones replace earlier ones, as in files that were saved on top.
func (f *file) rebuild() {
	f.rebuilt = true
	clear(f.cache)
	clear(f.packed)
	clear(f.entries)
	for _, m := range objectStart.FindAllSubmatchIndex(f.data, 1_000_000) {
		n, err := strconv.Atoi(string(f.data[m[2]:m[3]]))
		if err == nil {
			f.entries[n] = entry{offset: m[0]}
		}
	}
	for at := 0; ; {
		next := bytes.Index(f.data[at:], []byte("trailer"))
		if next < 0 {
			break
		}
		at += next + len("trailer")
		l := lexer{data: f.data, at: at}
		if d, ok := l.object(true, 0).(dict); ok {
			f.adopt(d)
		}
	}
	f.findStreams()
}

// findStreams looks through the objects for object streams, whose contents the file
// does not name outside, and for the catalogue where no trailer named it.
func (f *file) findStreams() {
	for n, e := range f.entries {
		if e.stream > 0 || f.late() {
			continue
		}
		o := f.load(n)
		switch d := f.dict(o); f.name(d["Type"]) {
		case "ObjStm":
			for inner := range f.unpack(n) {
				if _, known := f.entries[inner]; !known {
					f.entries[inner] = entry{stream: n}
				}
			}
		case "XRef":
			f.adopt(d)
		case "Catalog":
			if f.trailer["Root"] == nil {
				f.trailer["Root"] = ref{n, 0}
			}
		}
	}
	for n := range f.entries {
		if f.trailer["Root"] == nil && f.name(f.dict(ref{n, 0})["Type"]) == "Catalog" {
			f.trailer["Root"] = ref{n, 0}
		}
	}
}

// adopt takes over what a trailer says, where none said so before.
func (f *file) adopt(d dict) {
	for _, key := range []name{"Root", "Info", "Encrypt", "ID"} {
		if d[key] != nil && f.trailer[key] == nil {
			f.trailer[key] = d[key]
		}
	}
}
