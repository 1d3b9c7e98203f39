package pdfsource

import "bytes"

// readXrefs reads the tables that say where objects are, from the last one back.
// The newest word on an object counts.
func (f *file) readXrefs() {
	tail := f.data[max(0, len(f.data)-2048):]
	at := bytes.LastIndex(tail, []byte("startxref"))
	if at < 0 {
		return
	}
	l := lexer{data: tail, at: at + len("startxref")}
	offset, ok := l.token().(float64)
	// Some files have junk before the header; offsets count from the header.
	shift := max(bytes.Index(f.data[:min(len(f.data), 1024)], []byte("%PDF-")), 0)
	if shift > 0 {
		f.data = f.data[shift:]
	}
	seen := map[int]bool{}
	for ok && offset > 0 && int(offset) < len(f.data) && !seen[int(offset)] {
		seen[int(offset)] = true
		d := f.readXref(int(offset))
		if d == nil {
			return
		}
		f.adopt(d)
		hybrid, both := d["XRefStm"].(float64)
		if both && hybrid > 0 && int(hybrid) < len(f.data) && !seen[int(hybrid)] {
			seen[int(hybrid)] = true
			f.readXref(int(hybrid))
		}
		offset, ok = d["Prev"].(float64)
	}
}

// readXref reads one table, plain or packed, and gives its trailer.
func (f *file) readXref(offset int) dict {
	l := lexer{data: f.data, at: offset}
	if l.token() == keyword("xref") {
		return f.plainXref(&l)
	}
	l.at = offset
	n, ok := l.token().(float64)
	if !ok {
		return nil
	}
	s, ok := f.objectAt(int(n), offset).(*stream)
	if !ok || f.name(s.dict["Type"]) != "XRef" {
		return nil
	}
	f.packedXref(s)
	return s.dict
}

func (f *file) plainXref(l *lexer) dict {
	for {
		switch first := l.token().(type) {
		case float64:
			count, ok := l.token().(float64)
			if !ok {
				return nil
			}
			for n := first; n < first+count; n++ {
				offset, ok1 := l.token().(float64)
				gen, ok2 := l.token().(float64)
				kind, ok3 := l.token().(keyword)
				if !ok1 || !ok2 || !ok3 {
					return nil
				}
				if kind == "n" && offset > 0 {
					f.enter(int(n), entry{offset: int(offset), gen: int(gen)})
				}
			}
		case keyword:
			if first != "trailer" {
				return nil
			}
			d, _ := l.object(true, 0).(dict)
			return d
		default:
			return nil
		}
	}
}

func (f *file) enter(n int, e entry) {
	if _, known := f.entries[n]; !known {
		f.entries[n] = e
	}
}

func (f *file) packedXref(s *stream) {
	data := f.unpacked(s)
	var widths [3]int
	w := f.array(s.dict["W"])
	if len(w) < 3 {
		return
	}
	total := 0
	for i := range widths {
		widths[i] = int(f.number(w[i]))
		if widths[i] < 0 || widths[i] > 8 {
			return
		}
		total += widths[i]
	}
	index := f.array(s.dict["Index"])
	if len(index) == 0 {
		index = array{0.0, f.number(s.dict["Size"])}
	}
	for i := 0; i+1 < len(index); i += 2 {
		first, count := int(f.number(index[i])), int(f.number(index[i+1]))
		for n := first; n < first+count && len(data) >= total && total > 0; n++ {
			var fields [3]int
			rest := data
			for j, width := range widths {
				for range width {
					fields[j] = fields[j]<<8 | int(rest[0])
					rest = rest[1:]
				}
			}
			if widths[0] == 0 {
				fields[0] = 1
			}
			data = data[total:]
			switch fields[0] {
			case 1:
				f.enter(n, entry{offset: fields[1], gen: fields[2]})
			case 2:
				f.enter(n, entry{stream: fields[1]})
			}
		}
	}
}
