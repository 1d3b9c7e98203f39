package demo

import (
	"fmt"
	"time"

	"gongkai/internal/register"
	"gongkai/law/tally"
)

// Requests makes up n requests around a year, the same ones every time: nine of
// ten received in it, the others in the year before, most answered after some
// weeks, with every outcome and kind of applicant. It serves measurements.
func Requests(year, n int) register.Sheets { return generated{year, n} }

type generated struct{ year, n int }

// Rows implements register.Sheets.
func (g generated) Rows(each func(register.SheetRow) error) error {
	fields := []string{"number", "applicant_kind", "applicant_name", "intake", "subject", "received_on", "decided_on", "outcome"}
	header := register.SheetRow{Sheet: "申请", Line: 1, Cells: make([]register.SheetCell, len(fields))}
	for i, name := range fields {
		header.Cells[i].Text = name
	}
	err := each(header)
	if err != nil {
		return err
	}
	first := time.Date(g.year, 1, 1, 0, 0, 0, 0, time.UTC)
	for i := range g.n {
		received := first.AddDate(0, 0, (i*7919)%365-36)
		decided, outcome := "", ""
		if answered := received.AddDate(0, 0, 8+(i*31)%20); i%97 != 0 {
			decided, outcome = answered.Format(time.DateOnly), string(tally.Outcomes[(i*13)%len(tally.Outcomes)].Code)
		}
		kind := tally.ApplicantKinds[0]
		if i%4 == 0 {
			kind = tally.ApplicantKinds[(i/4)%len(tally.ApplicantKinds)]
		}
		row := register.SheetRow{Sheet: "申请", Line: i + 2, Cells: []register.SheetCell{
			{Text: fmt.Sprintf("%d-%07d", received.Year(), i)},
			{Text: string(kind)},
			{Text: "某申请人"},
			{Text: "web"},
			{Text: "编造的申请内容"},
			{Text: received.Format(time.DateOnly)},
			{Text: decided},
			{Text: outcome},
		}}
		err = each(row)
		if err != nil {
			return err
		}
	}
	return nil
}
