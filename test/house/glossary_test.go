package house

import (
	"fmt"
	"go/ast"
	"path"
	"strings"
	"testing"
)

// identifiers holds what the module declares: "workday.Calendar" and, for fields,
// methods and named values of a type, "workday.Calendar.With". A package alone
// stands under its name.
type identifiers map[string]bool

func declared(files []goFile) identifiers {
	names := identifiers{}
	for _, f := range files {
		if f.test() {
			continue
		}
		pkg := path.Base(f.dir())
		names[pkg] = true
		for _, d := range f.Decls {
			names.declaration(pkg, d)
		}
	}
	return names
}

func (names identifiers) declaration(pkg string, d ast.Decl) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		name := pkg + "." + d.Name.Name
		if d.Recv != nil {
			name = pkg + "." + receiver(d.Recv.List[0].Type) + "." + d.Name.Name
		}
		names[name] = true
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			names.spec(pkg, spec)
		}
	}
}

func (names identifiers) spec(pkg string, spec ast.Spec) {
	switch spec := spec.(type) {
	case *ast.ValueSpec:
		for _, id := range spec.Names {
			names[pkg+"."+id.Name] = true
		}
	case *ast.TypeSpec:
		name := pkg + "." + spec.Name.Name
		names[name] = true
		var members *ast.FieldList
		switch of := spec.Type.(type) {
		case *ast.StructType:
			members = of.Fields
		case *ast.InterfaceType:
			members = of.Methods
		default:
			return
		}
		for _, member := range members.List {
			for _, id := range member.Names {
				names[name+"."+id.Name] = true
			}
		}
	}
}

func receiver(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return receiver(e.X)
	case *ast.IndexExpr:
		return receiver(e.X)
	case *ast.Ident:
		return e.Name
	}
	return ""
}

// glossaryRow is a line of docs/glossary.md: the term, the word we say in English
// and the identifiers that stand for it.
type glossaryRow struct {
	term, word string
	code       []string
	line       int
}

func readGlossary(doc file) ([]glossaryRow, error) {
	var rows []glossaryRow
	for i, line := range strings.Split(doc.text, "\n") {
		if !strings.HasPrefix(line, "|") || strings.HasPrefix(line, "| Term ") || strings.HasPrefix(line, "| --- ") {
			continue
		}
		cells := strings.Split(strings.Trim(line, "| "), "|")
		if len(cells) != 3 {
			return nil, fmt.Errorf("%s:%d has %d cells, want 3", doc.path, i+1, len(cells))
		}
		row := glossaryRow{term: strings.TrimSpace(cells[0]), word: strings.TrimSpace(cells[1]), line: i + 1}
		for _, span := range codeSpan.FindAllStringSubmatch(cells[2], -1) {
			row.code = append(row.code, span[1])
		}
		rows = append(rows, row)
	}
	return rows, nil
}

func TestGlossaryNamesWhatExists(t *testing.T) {
	names := declared(goFiles(t))
	rows, err := readGlossary(document(t, "docs/glossary.md"))
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) < 20 {
		t.Fatalf("docs/glossary.md has %d terms: the table is not read", len(rows))
	}
	said := map[string]int{}
	for _, row := range rows {
		if row.term == "" || row.word == "" || len(row.code) == 0 {
			t.Errorf("docs/glossary.md:%d lacks the term, the word or the identifier", row.line)
		}
		if before, twice := said[row.term]; twice {
			t.Errorf("docs/glossary.md:%d: %s stands in line %d already", row.line, row.term, before)
		}
		said[row.term] = row.line
		for _, id := range row.code {
			if !names[id] {
				t.Errorf("docs/glossary.md:%d: %s: there is no %s in the code", row.line, row.term, id)
			}
		}
	}
}

func TestDeclared(t *testing.T) {
	syntax, err := parse(`package fee
type Charge struct{ Fen, Pages int }
type Teller interface{ Tell() }
func (c *Charge) String() string { return "" }
func Of() Charge { return Charge{} }
const Max, min = 1, 2
`)
	if err != nil {
		t.Fatal(err)
	}
	names := declared([]goFile{{file{"law/fee/charge.go", ""}, syntax}})
	for _, want := range strings.Fields("fee fee.Charge fee.Charge.Pages fee.Charge.String fee.Teller.Tell fee.Of fee.Max fee.min") {
		if !names[want] {
			t.Errorf("declared lacks %s", want)
		}
	}
	if len(names) != 10 {
		t.Errorf("declared found %d names, want 10: %v", len(names), names)
	}
}
