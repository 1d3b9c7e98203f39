package annualreport

import (
	"maps"
	"slices"

	"gongkai/internal/register"
	"gongkai/law/tally"
)

// cellCounts say where the number of each cell of a format comes from. What the
// cell is called and where it stands is law/tally's. A cell that is not among them
// has no register behind it and is unknown until someone enters it with a reason.
func cellCounts(format tally.Format) map[string][]register.Count {
	counts := make(map[string][]register.Count)
	proactiveCounts(counts)
	requestCounts(counts, format)
	remedyCounts(counts)
	maps.DeleteFunc(counts, func(name string, _ []register.Count) bool {
		_, has := format.Cell(name)
		return !has
	})
	return counts
}

// proactiveCounts fill table two (annual-report format notice of 2021, table two).
func proactiveCounts(counts map[string][]register.Count) {
	for prefix, kind := range map[string]string{"rules": "rule", "normdocs": "normative"} {
		of := is("kind", kind)
		counts[prefix+"_issued"] = one(register.Count{Register: "normative_document", Period: register.During("issued_on"), Where: of})
		counts[prefix+"_repealed"] = one(register.Count{
			Register: "normative_document", Period: register.During("ended_on"),
			Where: append(slices.Clone(of), register.Any{Field: "ended_by", Values: []string{"repealed", "declared_invalid"}}),
		})
		counts[prefix+"_in_force"] = one(register.Count{Register: "normative_document", Period: register.OpenAtEnd("issued_on", "ended_on"), Where: of})
	}
	for _, kind := range []string{"licence", "penalty", "coercion"} {
		counts[kind+"_decisions"] = one(register.Count{
			Register: "administrative_action", Period: register.During("decided_on"),
			Where: is("kind", kind), Sum: "quantity",
		})
	}
	counts["admin_fee_amount_wan"] = one(register.Count{Register: "administrative_fee", Period: register.During("collected_on"), Sum: "amount"})
}

// requestCounts fill table three: new by the day of receipt, handled by the day
// of the reply, carried over what was open at a year's end. The totals are counts
// of their own, without the restriction that the single cells carry, so that a
// record which fits no cell breaks an equation instead of vanishing.
func requestCounts(counts map[string][]register.Count, format tally.Format) {
	for _, row := range format.RequestRows {
		period, outcomes := requestPeriod(format, row.Key)
		for _, column := range tally.RequestColumns {
			var where []register.Any
			if outcomes != nil {
				where = append(where, register.Any{Field: "outcome", Values: outcomes})
			}
			if column.Key != tally.TotalColumn {
				where = append(where, register.Any{Field: "applicant_kind", Values: []string{column.Key}})
			}
			counts[tally.RequestCell(row.Key, column.Key)] = one(register.Count{Register: "request", Period: period, Where: where})
		}
	}
}

func requestPeriod(format tally.Format, row string) (register.Period, []string) {
	switch row {
	case "received_new":
		return register.During("received_on"), nil
	case "carried_in":
		return register.CarriedIn("received_on", "decided_on"), nil
	case "carried_out":
		return register.OpenAtEnd("received_on", "decided_on"), nil
	case "handled_total":
		return register.During("decided_on"), nil
	}
	outcomes := []string{}
	for _, o := range tally.Outcomes {
		if counted, ok := format.RowOf(o.Code); ok && counted == row {
			outcomes = append(outcomes, string(o.Code))
		}
	}
	return register.During("decided_on"), outcomes
}

// remedyCounts fill table four. A case counts under its result in the year it was
// closed, and as pending in every year at whose end it was open.
func remedyCounts(counts map[string][]register.Count) {
	for _, b := range []struct {
		block, ledger string
		where         []register.Any
		results       []tally.RemedyRule
	}{
		{"review", "reconsideration", nil, tally.ReconsiderationResults},
		{"suit_direct", "litigation", is("route", "direct"), tally.LitigationResults},
		{"suit_after_review", "litigation", is("route", "after_review"), tally.LitigationResults},
	} {
		closed := register.Count{Register: b.ledger, Period: register.During("closed_on"), Where: b.where}
		pending := register.Count{Register: b.ledger, Period: register.OpenAtEnd("accepted_on", "closed_on"), Where: b.where}
		for _, column := range []string{"upheld", "corrected", "other"} {
			codes := []string{}
			for _, r := range b.results {
				if r.Column == column {
					codes = append(codes, string(r.Code))
				}
			}
			count := closed
			count.Where = append(slices.Clone(b.where), register.Any{Field: "result", Values: codes})
			counts[tally.RemedyCell(b.block, column)] = one(count)
		}
		counts[tally.RemedyCell(b.block, "pending")] = one(pending)
		counts[tally.RemedyCell(b.block, tally.TotalColumn)] = []register.Count{closed, pending}
	}
}
