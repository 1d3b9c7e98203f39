package reportfile

import (
	"bufio"
	"cmp"
	"embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strconv"
	"time"

	"gongkai/internal/annualreport/checks"
)

//go:embed templates
var templates embed.FS

var resultsPage = template.Must(template.ParseFS(templates, "templates/results.html"))

// Occasion is when and from where the files were taken.
type Occasion struct {
	On    time.Time // in the zone in which it is to be shown
	Paths []string  // files and folders as the person named them
}

// pageTitle stands over the page and in the properties of the workbook.
const pageTitle = "政府信息公开工作年度报告读取结果"

// WritePage writes the results as one page of HTML that needs nothing beside it: the
// files that were no report, the checks, reports against checks, and every finding,
// the reports with the most errors first. It is written piece by piece.
func (b *Batch) WritePage(w io.Writer, o Occasion) error {
	p := webPage{to: bufio.NewWriter(w)}
	p.put("top", b.head(o))
	var unread []*Entry
	var clean []string
	var faulty []*Entry
	for i := range b.Entries {
		e := &b.Entries[i]
		switch {
		case !isReport(*e):
			unread = append(unread, e)
		case len(e.Findings) == 0:
			clean = append(clean, e.name()+"（"+e.File+"）")
		default:
			faulty = append(faulty, e)
		}
	}
	if len(unread) > 0 {
		p.put("unreadable", unread)
	}
	slices.SortStableFunc(faulty, byWeight)
	if len(faulty) > 0 {
		columns := columnsOf(faulty)
		p.put("checks", columns)
		p.matrix(faulty, columns)
		p.reports(faulty)
	} else if len(clean) > 0 {
		p.put("sound", nil)
	}
	if len(clean) > 0 {
		p.put("clean", clean)
	}
	p.put("end", nil)
	if p.err == nil {
		p.err = p.to.Flush()
	}
	if p.err != nil {
		return fmt.Errorf("write the page of results: %w", p.err)
	}
	return nil
}

// byWeight puts the report with more errors first, then that with more warnings.
func byWeight(a, b *Entry) int {
	return cmp.Or(cmp.Compare(b.Count(checks.Error), a.Count(checks.Error)), cmp.Compare(b.Count(checks.Warning), a.Count(checks.Warning)),
		cmp.Compare(len(b.Findings), len(a.Findings)))
}

// webPage writes the pieces of a page and remembers the first failure.
type webPage struct {
	to  *bufio.Writer
	err error
}

func (p *webPage) put(piece string, data any) {
	if p.err == nil {
		p.err = resultsPage.ExecuteTemplate(p.to, piece, data)
	}
}

// head is the top of the page.
type head struct {
	Title, Stamp, On string
	Paths            []string
	Totals           []total
}

// total is one figure over all files.
type total struct {
	Label, Class string
	N            int
}

func (b *Batch) head(o Occasion) head {
	reports, organs, years := 0, make(map[string]bool), make(map[int]bool)
	counts := make(map[checks.Severity]int)
	for i := range b.Entries {
		e := &b.Entries[i]
		if !isReport(*e) {
			continue
		}
		reports++
		if e.Organ != "" {
			organs[bareName(e.Organ)] = true
		}
		if e.Year != 0 {
			years[e.Year] = true
		}
		for _, f := range e.Findings {
			counts[f.Severity]++
		}
	}
	totals := []total{
		{"文件", "", len(b.Entries)}, {"没有读到报告", "", len(b.Entries) - reports}, {"报告", "", reports}, {"机关", "", len(organs)}, {"年度", "", len(years)},
	}
	for _, s := range severities {
		totals = append(totals, total{SeverityLabels[s], string(s), counts[s]})
	}
	on := fmt.Sprintf("%d年%d月%d日%s", o.On.Year(), int(o.On.Month()), o.On.Day(), o.On.Format("15:04"))
	return head{pageTitle, o.On.Format(time.RFC3339), on, o.Paths, totals}
}

// name is how the page calls a report.
func (e *Entry) name() string {
	switch {
	case e.Organ == "" && e.Year == 0:
		return e.File
	case e.Organ == "":
		return "机关不详，" + strconv.Itoa(e.Year) + "年"
	case e.Year == 0:
		return e.Organ + "（年度不详）"
	}
	return e.Organ + strconv.Itoa(e.Year) + "年"
}
