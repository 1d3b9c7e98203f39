package workbench

import (
	"net/url"
	"strconv"

	"gongkai/internal/register"
)

// reportPlace makes the addresses of one organ's report of one year.
type reportPlace struct {
	organID string
	year    int
}

func (p reportPlace) path(parts ...string) string {
	return organPath(p.organID, append([]string{"reports", strconv.Itoa(p.year)}, parts...)...)
}

func (p reportPlace) report() string            { return p.path() }
func (p reportPlace) section(key string) string { return p.path("sections", key) }
func (p reportPlace) cell(name string) string   { return p.path("cells", name) }

// figure is the drill-down of a figure, or of a sum of figures.
func (p reportPlace) figure(name string) string { return p.path("figures", name) }

// record is the page of one record of a register.
func (p reportPlace) record(ledger, number string) string {
	return organPath(p.organID, "registers", ledger, "record") + "?" + url.Values{"number": {number}}.Encode()
}

// ledger is the list of a register's records, of the year where records have one.
func (p reportPlace) ledger(d register.Definition) string {
	address := organPath(p.organID, "registers", d.Name)
	if d.YearField == "" {
		return address
	}
	return address + "?" + url.Values{"year": {strconv.Itoa(p.year)}}.Encode()
}

// sectionID is the anchor of a section on the report's page.
func sectionID(key string) string { return "section-" + key }

// chapterID is the anchor of a chapter on the report's page.
func chapterID(key string) string { return "chapter-" + key }
