package document

// Document is one official document from title to signature.
type Document struct {
	Title    string // the full title line, such as “…2024年政府信息公开工作年度报告”
	Organ    string // full name of the issuing organ
	Subject  string // a sentence for the file's metadata
	Keywords []string
	Date     string   // civil date of the document, YYYY-MM-DD; also the file's creation date
	ID       string   // stable identity, such as a content hash; the file ids are made from it
	Notes    []string // lines set in small type under the title, such as a correction note
	Blocks   []Block
}

// Block is one of Heading, Paragraph, Table and Signature.
type Block interface{ block() }

// Heading opens a chapter (level 1, 黑体), a section (2, 楷体) or a paragraph group (3).
type Heading struct {
	Level int
	Text  string
}

// Paragraph is running text, indented by two characters as GB/T 9704 asks.
type Paragraph struct {
	Runs     []Run
	NoIndent bool
}

// Run is a stretch of text. Ref names the figure that the text states, so that
// a page can link it to its records; writers without links ignore it.
type Run struct {
	Text   string
	Strong bool
	Ref    string
}

// Signature is the organ and the date at the foot of the document.
type Signature struct {
	Organ string
	Date  string // as printed, such as “2025年1月16日”
}

func (Heading) block()   {}
func (Paragraph) block() {}
func (*Table) block()    {}
func (Signature) block() {}

// Text returns a paragraph of one plain run.
func Text(s string) Paragraph { return Paragraph{Runs: []Run{{Text: s}}} }

// String joins the paragraph's runs.
func (p Paragraph) String() string {
	s := ""
	for _, r := range p.Runs {
		s += r.Text
	}
	return s
}
