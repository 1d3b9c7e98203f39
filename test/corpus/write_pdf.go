package corpus

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// sheaf is a PDF of the product taken apart into its objects, so that other
// programs' ways can be put into it: no rules, no structure, turned pages.
type sheaf struct {
	bodies  map[int]string // objects without stream
	entries map[int]string // dictionaries of streams, without Length and Filter
	streams map[int][]byte // their contents, unpacked
	trailer string
	highest int
}

var (
	streamObject = regexp.MustCompile(`(?s)(\d+) 0 obj\n<<(.*?)/Length (\d+)>>\nstream\n`)
	filterEntry  = regexp.MustCompile(`/Filter/FlateDecode`)
	packedEntry  = regexp.MustCompile(`/N (\d+)/First (\d+)`)
	trailerEntry = regexp.MustCompile(`/Root \d+ 0 R/Info \d+ 0 R`)
	layoutRules  = regexp.MustCompile(`(?s)/Artifact<</Type/Layout>>BDC\n.*?EMC\n`)
	structure    = regexp.MustCompile(`/MarkInfo<</Marked true>>|/StructTreeRoot \d+ 0 R|/StructParents \d+|/Tabs/S`)
	mediaBox     = regexp.MustCompile(`/MediaBox\[0 0 ([0-9.]+) ([0-9.]+)\]`)
	contents     = regexp.MustCompile(`/Contents (\d+) 0 R`)
)

// unbind takes apart what package pdf wrote.
func unbind(data []byte) *sheaf {
	s := &sheaf{bodies: map[int]string{}, entries: map[int]string{}, streams: map[int][]byte{}}
	for _, m := range streamObject.FindAllSubmatchIndex(data, -1) {
		number, _ := strconv.Atoi(string(data[m[2]:m[3]]))
		length, _ := strconv.Atoi(string(data[m[6]:m[7]]))
		entries, content := string(data[m[4]:m[5]]), data[m[1]:m[1]+length]
		if filterEntry.MatchString(entries) {
			content = inflate(content)
			entries = filterEntry.ReplaceAllString(entries, "")
		}
		switch {
		case strings.Contains(entries, "/Type/XRef"):
			s.trailer = trailerEntry.FindString(entries)
		case strings.Contains(entries, "/Type/ObjStm"):
			s.unpack(entries, string(content))
		default:
			s.entries[number], s.streams[number] = entries, content
		}
		s.highest = max(s.highest, number)
	}
	return s
}

func (s *sheaf) unpack(entries, content string) {
	m := packedEntry.FindStringSubmatch(entries)
	count, _ := strconv.Atoi(m[1])
	first, _ := strconv.Atoi(m[2])
	index := strings.Fields(content[:first])
	for i := range count {
		number, _ := strconv.Atoi(index[2*i])
		from, _ := strconv.Atoi(index[2*i+1])
		to := len(content) - first
		if i+1 < count {
			to, _ = strconv.Atoi(index[2*i+3])
		}
		s.bodies[number] = strings.TrimSpace(content[first+from : first+to])
		s.highest = max(s.highest, number)
	}
}

func inflate(packed []byte) []byte {
	r, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		panic("unpack a stream of our own: " + err.Error())
	}
	content, err := io.ReadAll(r)
	if err != nil {
		panic("unpack a stream of our own: " + err.Error())
	}
	return content
}

// bind writes the objects as a PDF with a classic cross-reference table.
func (s *sheaf) bind() []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.4\n%\xE5\x85\xAC\n")
	places := make([]int, s.highest+1)
	for number := 1; number <= s.highest; number++ {
		body, plain := s.bodies[number]
		content, isStream := s.streams[number]
		places[number] = out.Len()
		switch {
		case isStream:
			fmt.Fprintf(&out, "%d 0 obj\n<<%s/Length %d>>\nstream\n", number, s.entries[number], len(content))
			out.Write(content)
			out.WriteString("\nendstream\nendobj\n")
		case plain:
			fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", number, body)
		default:
			places[number] = 0
		}
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", s.highest+1)
	for _, at := range places[1:] {
		state := "n"
		if at == 0 {
			state = "f"
		}
		fmt.Fprintf(&out, "%010d 00000 %s \n", at, state)
	}
	fmt.Fprintf(&out, "trailer\n<</Size %d%s>>\nstartxref\n%d\n%%%%EOF\n", s.highest+1, s.trailer, start)
	return out.Bytes()
}

// bare takes away what only our own writer gives: the structure that says what is
// a table.
func (s *sheaf) bare() {
	for number, body := range s.bodies {
		s.bodies[number] = structure.ReplaceAllString(body, "")
	}
}

// unruled takes the lines of the tables away.
func (s *sheaf) unruled() {
	for number, content := range s.streams {
		s.streams[number] = layoutRules.ReplaceAll(content, nil)
	}
}

// turned lays the pages on their side: what a viewer shows upright stands rotated
// in the file when the page says so, and is drawn sideways where it does not.
func (s *sheaf) turned(saysSo bool) {
	for number, body := range s.bodies {
		box := mediaBox.FindStringSubmatch(body)
		content := contents.FindStringSubmatch(body)
		if box == nil || content == nil {
			continue
		}
		entry := fmt.Sprintf("/MediaBox[0 0 %s %s]", box[2], box[1])
		if saysSo {
			entry += "/Rotate 90"
		}
		s.bodies[number] = mediaBox.ReplaceAllLiteralString(body, entry)
		stream, _ := strconv.Atoi(content[1])
		s.streams[stream] = fmt.Appendf(nil, "q 0 1 -1 0 %s 0 cm\n%s\nQ\n", box[2], s.streams[stream])
	}
}
