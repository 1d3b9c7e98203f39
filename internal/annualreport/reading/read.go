package reading

import (
	"slices"
	"strings"

	"gongkai/law/tally"
)

// report is a report while it is being read.
type report struct {
	Result
	source Source
	strips []strip
	format tally.Format
	title  titleLine
	titles []titleLine
	heads  []heading
	signed signature
	head   headFacts
	bodies []body
	cells  *cellReader
	tables map[int]tableCount
	told   bool // the format is told by words of the report
	mixed  bool // chapters are numbered in more than one way
}

// tableCount is how much of a table was found.
type tableCount struct{ rows, tables int }

// Read reads a report. It is pure and gives the same result for the same source;
// damage of any kind makes cells unknown and is named in findings and notes.
func Read(src Source) Result {
	r := &report{source: src, Result: Result{File: src.File, Kind: src.Kind, Dates: make(map[string]string), Head: make(map[string]string)}}
	r.strips = lay(src)
	r.readFrame()
	r.readTables()
	r.readText()
	r.confirm()
	r.Findings = r.findings()
	r.Notes = append(r.Notes, src.Lost...)
	return r.Result
}

// readFrame reads what stands around the text: title, year, format, headings, head,
// foot and signature.
func (r *report) readFrame() {
	found := findHeadings(r.strips, modernTitles)
	r.heads = chooseHeadings(found, chapterOrder(modernTitles), false)
	r.titles = titles(r.strips, r.heads)
	r.title, _ = bestTitle(r.titles, r.strips, squeezed(fold(r.source.Title).text))
	r.head = readHead(r.strips, firstStrip(r.heads))
	r.Year = r.title.year
	for _, other := range []string{r.source.Title, r.source.Meta["articletitle"], r.source.Meta["title"]} {
		t, ok := pageTitle(fold(other).text)
		if !ok {
			continue
		}
		if r.title.text == "" || r.title.organ == "" && t.organ != "" && r.title.text == t.text {
			r.title = t
		}
		if r.Year == 0 {
			r.Year = t.year
		}
	}
	if r.Year == 0 {
		r.Year = yearOfText(plainText(r.strips))
	}
	r.Format, r.told = detectFormat(r.strips, r.Year)
	r.format = workingFormat(r.Format)
	if r.Format != "" && !hasTables(r.format) {
		found = outsideStatistics(findHeadings(r.strips, legacyTitles), r.strips)
		r.heads = chooseHeadings(found, nil, true)
	}
	r.mixed = mixedHeadings(r.heads)
	r.Title = r.title.text
	r.readSignature()
	r.readDates()
	r.nameOrgan()
}

func chapterOrder(all []wordingOfChapter) []string {
	var order []string
	for _, chapter := range all {
		order = append(order, chapter.key)
	}
	return order
}

func firstStrip(heads []heading) int {
	if len(heads) == 0 {
		return -1
	}
	return heads[0].strip
}

func plainText(strips []strip) string {
	var b strings.Builder
	for _, s := range strips {
		b.WriteString(s.text.text)
		b.WriteByte('\n')
	}
	return b.String()
}

// mixedHeadings reports whether chapters are numbered in more than one way.
func mixedHeadings(heads []heading) bool {
	ways := make(map[numbering]bool)
	for _, h := range heads {
		ways[h.numbering()] = true
	}
	return len(ways) > 1
}

// readSignature looks for the signature at the end of the last chapter, behind which
// a page may go on with what is no part of the report; failing that, below the title.
func (r *report) readSignature() {
	from := position{}
	if len(r.heads) > 0 {
		last := r.heads[len(r.heads)-1]
		from = position{last.strip, last.end}
	}
	until := r.footBegins(from.strip)
	leave := func(i int) bool { return r.strips[i].picture || len(r.strips[i].filled()) > 3 }
	r.signed.begins = position{until, 0}
	const chromeStrips = 20
	for end, tried := until, 0; end > from.strip && tried < chromeStrips; end-- {
		if end > 0 && leave(end-1) {
			continue // tables may follow on sheets of their own
		}
		signed, ok := readSignature(r.strips, from, end, leave)
		own := ok && signed.date == "" && tried == 0 && sameOrgan(signed.organ, r.title.organ)
		dated := ok && signed.date != "" && (tried == 0 || signed.organ != "")
		tried++
		if own || dated {
			r.signed = signed
			if dated {
				return
			}
		}
	}
	if r.signed.organ != "" || len(r.heads) == 0 || r.title.strip < 0 || r.title.text == "" {
		return
	}
	below := position{r.title.strip + 1, 0}
	for end := below.strip + 1; end <= min(below.strip+3, r.heads[0].strip); end++ {
		signed, ok := readSignature(r.strips, below, end, func(i int) bool { return r.head.taken[i] })
		if ok && signed.date != "" {
			signed.begins = r.signed.begins
			r.signed = signed
			return
		}
	}
}

// footBegins is the first strip of the page's foot behind the last chapter.
func (r *report) footBegins(after int) int {
	for i := after + 1; i < len(r.strips); i++ {
		if r.head.taken[i] {
			return i
		}
	}
	return len(r.strips)
}

func (r *report) readDates() {
	for name, date := range r.head.dates {
		r.Dates[name] = date
	}
	if r.signed.date != "" {
		r.Dates["signed"] = r.signed.date
	}
	for _, key := range []string{"pubdate", "publishdate", "createdate"} {
		date := dateIn(r.source.Meta[key])
		if date != "" && r.Dates["published"] == "" {
			r.Dates["published"] = date
		}
	}
	for name, fact := range r.head.facts {
		r.Head[name] = fact
	}
	r.IndexNumber, r.DocumentNumber = r.head.index, r.head.number
	if r.Year == 0 && len(r.Dates["signed"]) > 4 {
		r.Year = max(0, yearOf(r.Dates["signed"][:4])-1)
		r.Format, r.told = detectFormat(r.strips, r.Year)
		r.format = workingFormat(r.Format)
	}
}

// nameOrgan is the organ as the report names itself: in the title, under the text,
// in the preamble, at the head of the page.
func (r *report) nameOrgan() {
	if !organEnding.MatchString(r.title.organ) && r.signed.organ != "" && !sameOrgan(r.title.organ, r.signed.organ) {
		r.Organ = r.signed.organ // what is left of the title is no name
		return
	}
	if r.title.entry && !organEnding.MatchString(r.title.organ) {
		r.title.organ = "" // the name of a column of the site
	}
	for _, name := range []string{r.title.organ, r.signed.organ} {
		if name != "" {
			r.Organ = name
			return
		}
	}
	r.Organ = organOfText(plainText(r.strips))
	if r.Organ == "" {
		r.Organ = r.Head[headPublisher]
	}
}

// chapterOf is the key of the chapter a strip stands in.
func (r *report) chapterOf(strip int) string {
	key := ""
	for _, h := range r.heads {
		if h.strip > strip {
			break
		}
		key = h.key
	}
	return key
}

func (r *report) readTables() {
	r.cells = &cellReader{format: r.format, read: make(map[string]CellReading), taken: make(map[int]bool), set: r.source.Kind == PDF}
	r.tables = make(map[int]tableCount)
	headed := make(map[int]bool)
	for _, h := range r.heads {
		headed[h.strip] = true
	}
	rows := observe(r.strips, r.chapterOf, func(i int) bool { return headed[i] || r.head.taken[i] })
	if hasTables(r.format) {
		found, tables := r.cells.readRequests(outsideRemedies(rows), r.strips)
		r.tables[3] = tableCount{found, tables}
		n := r.cells.readPlain(rows, 2, func(row observed) bool {
			return !r.cells.taken[row.strips[len(row.strips)-1]]
		})
		r.tables[2] = tableCount{rows: n}
		area := func(i int) bool { return !headed[i] && !r.cells.taken[i] }
		if r.hasChapter("remedies") {
			area = func(i int) bool { return !headed[i] && !r.cells.taken[i] && r.chapterOf(i) == "remedies" }
		}
		n = r.cells.readRemedies(r.strips, area)
		if n == 0 {
			// Its heading may stand apart from it, as in a workbook.
			n = r.cells.readRemedies(r.strips, func(i int) bool { return !headed[i] && !r.cells.taken[i] })
		}
		r.tables[4] = tableCount{rows: n}
	} else {
		n := r.cells.readPlain(rows, tally.StatisticsTable, func(observed) bool { return true })
		r.tables[tally.StatisticsTable] = tableCount{rows: n}
	}
	r.Read = r.cells.read
	r.Cells = make(tally.Cells, len(r.format.Cells))
	for _, cell := range r.format.Cells {
		r.Cells[cell.Name] = r.Read[cell.Name].Value
	}
}

// outsideRemedies are the rows that do not stand in the chapter of table four, whose
// totals look like those of a table three that lost its end.
func outsideRemedies(rows []observed) []observed {
	return slices.DeleteFunc(slices.Clone(rows), func(row observed) bool { return row.chapter == "remedies" })
}

func (r *report) hasChapter(key string) bool {
	return slices.ContainsFunc(r.heads, func(h heading) bool { return h.key == key })
}

// readText reads the running text of the chapters and what it states.
func (r *report) readText() {
	titleStrips := make(map[int]bool)
	for _, t := range r.titles {
		if len(r.heads) == 0 || r.heads[0].strip != t.strip {
			titleStrips[t.strip] = true
		}
	}
	inTable := r.tableStrips()
	leave := func(i int) bool { return r.head.taken[i] || inTable[i] || titleStrips[i] }
	r.bodies = bodies(r.strips, r.heads, leave, r.signed.begins)
	for i := range r.bodies {
		b := &r.bodies[i]
		if b.key == preamble && b.text == "" {
			continue
		}
		r.Chapters = append(r.Chapters, Chapter{Key: b.key, Heading: b.heading, Text: b.text, Place: b.place})
	}
	r.readStatements()
}

// tableStrips are the strips of tables, their heads included: lines without a full
// stop directly above rows that were read, and rows with several cells.
func (r *report) tableStrips() map[int]bool {
	taken := make(map[int]bool)
	for i := range r.cells.taken {
		taken[i] = true
	}
	for i := len(r.strips) - 2; i >= 0; i-- {
		s := r.strips[i]
		if taken[i] || !taken[i+1] || s.picture || strings.Contains(s.text.text, "。") || r.headingAt(i) {
			continue
		}
		taken[i] = true
	}
	for i, s := range r.strips {
		if s.grid > 0 && len(s.filled()) > 1 && hasTables(r.format) && !r.headingAt(i) {
			taken[i] = true
		}
	}
	return taken
}

func (r *report) headingAt(strip int) bool {
	return slices.ContainsFunc(r.heads, func(h heading) bool { return h.strip == strip })
}
