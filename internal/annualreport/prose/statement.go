package prose

// Manner says in what manner a sentence states a figure.
type Manner uint8

// The manners of stating.
const (
	Stated  Manner = iota // a number of things or of money
	Absent                // there was none: 没有, 未发生
	Changed               // by how much it changed against the year before
	Shared                // what share it is of something
)

// Scope says whose and which year's figure it is.
type Scope uint8

// The scopes of a statement.
const (
	Own       Scope = iota // this organ, the report year
	OtherYear              // last year, some other year, or several years together
	Below                  // subordinate organs or villages
	Planned                // something intended
)

// Statement is one figure that a text states.
type Statement struct {
	Text     string // the whole sentence
	Sentence Span
	// Start and End are the words that state it, from the first that names the
	// figure to the number; for an absence, from the negation on.
	Start, End int
	Manner     Manner
	Number     Number // empty for an absence
	// Value is in pieces, fen or hundredths of a percent (Number.Kind); it is 0 for
	// an absence and negative for a decrease. Low and High bound it when the words
	// are vague.
	Value, Low, High int64
	Unit             string
	// Means names the figure; several stand for their sum. It is nil when the
	// words do not decide it.
	Means []string
	Scope Scope
	// Named is true when words that are not understood stand before those that name
	// the figure, such as the name of an organ: it may be that organ's figure.
	Named bool
}

// Exact reports whether the statement names one value and not a range.
func (s Statement) Exact() bool { return s.Low == s.High }

// Reading is what was read in a text.
type Reading struct {
	Text       string
	Numbers    []Number
	Statements []Statement
	Breakdowns []Breakdown
	Clashes    []Clash
}

// Read reads the statements of a text in their order. The report year tells which
// of the years mentioned is another one; 0 when it is not known. A number may give
// two statements, as in 收到并处理申请6件.
func Read(text string, year int) Reading {
	r := Reading{Text: text, Numbers: Numbers(text)}
	var topic topic        // carries over to the next sentence of a paragraph
	var before []Statement // those of the sentence before in the paragraph
	ofYear := wordsOfYear(year)
	previousEnd := 0
	for _, sentence := range Sentences(text) {
		if previousEnd > 0 && containsLineEnd(text[previousEnd:sentence.Start]) {
			topic, before = noTopic, nil
		}
		previousEnd = sentence.End
		first := len(r.Statements)
		s := scan{text: text, sentence: sentence, marks: scopeMarks(sentence.Of(text), year, ofYear), topic: topic, spoken: topic, before: before}
		s.tokens = lex(text, sentence, r.Numbers, ofYear)
		s.read()
		s.partsOfTheSame()
		besideEachOther(&s, s.statements, year)
		before = s.statements
		r.Statements = append(r.Statements, s.statements...)
		r.Breakdowns = append(r.Breakdowns, breakdowns(&s, r.Statements[first:])...)
		r.Clashes = append(r.Clashes, clashes(&s)...)
		topic = s.topic
	}
	return r
}

func containsLineEnd(text string) bool {
	for _, r := range text {
		if r == '\n' || r == '\r' {
			return true
		}
	}
	return false
}
