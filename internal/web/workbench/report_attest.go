package workbench

import (
	"fmt"
	"net/http"
	"strconv"
	"time"

	"gongkai/internal/annualreport"
	"gongkai/internal/web/ui"
)

// attestTable lists the registers that the report counts, and who stood up for
// each of them.
type attestTable struct {
	Path    string // where the form goes; empty for who may not attest now
	Rows    []attestRow
	Total   int
	Open    int   // not attested, or changed since
	Empty   int   // of the open ones, those without a record of the year
	Records int64 // of the year, in all registers
}

type attestRow struct {
	Name, Title string
	Href        string // the register's records of the year
	Records     int64
	State       ui.Badge
	Note        string // who and when
	Open        bool
}

func attestTableOf(view annualreport.View, place reportPlace, edit bool) attestTable {
	if view.Report.Source != "" {
		return attestTable{} // its numbers were read, no register gave them
	}
	table := attestTable{Total: len(view.Holdings)}
	if edit {
		table.Path = place.path("attestations")
	}
	for _, h := range view.Holdings {
		row := attestRow{Name: h.Register.Name, Title: h.Register.Title, Href: place.ledger(h.Register), Records: h.Records}
		switch {
		case h.Attestation == nil:
			row.Open, row.State = true, ui.Badge{Text: "未确认", Tone: ui.Warn}
		case h.Attestation.Records != h.Records:
			row.Open, row.State = true, ui.Badge{Text: "需重新确认", Tone: ui.Warn}
			row.Note = fmt.Sprintf("%s确认时为%d条，现为%d条", h.Attestation.Person, h.Attestation.Records, h.Records)
		default:
			row.State = ui.Badge{Text: "已确认", Tone: ui.Good}
			row.Note = h.Attestation.Person
			if view.Site.Today == "" { // a demonstration's date is not the clock's
				row.Note += " " + h.Attestation.At.In(china).Format(time.DateOnly)
			}
		}
		if row.Open {
			table.Open++
			if h.Records == 0 {
				table.Empty++
			}
		}
		table.Records += h.Records
		table.Rows = append(table.Rows, row)
	}
	return table
}

// attest serves POST /work/o/{organ}/reports/{year}/attestations: the registers
// that were ticked, or all of them.
func (b *Workbench) attest(w http.ResponseWriter, r *http.Request, v visit) error {
	key, err := reportKey(r, v)
	if err != nil {
		return err
	}
	version, err := versionIn(r)
	if err != nil {
		return b.reportRefused(w, r, v, key, err)
	}
	ledgers := r.PostForm["register"]
	if r.PostForm.Get("all") != "" {
		ledgers = annualreport.CountedRegisters()
	}
	if len(ledgers) == 0 {
		b.notify(r.Context(), ui.Warn, "没有选择登记簿，没有作出确认。")
		http.Redirect(w, r, placeOf(key).report()+"#attest", http.StatusSeeOther)
		return nil
	}
	_, err = b.Reports.Attest(r.Context(), v.Person, key, version, ledgers)
	if err != nil {
		return b.reportRefused(w, r, v, key, err)
	}
	return b.done(w, r, placeOf(key).report()+"#attest", "已确认"+strconv.Itoa(len(ledgers))+"个登记簿登记齐全。")
}
