// Package annualreport makes the annual report on disclosure work (年度报告,
// Art. 49, Art. 50): it collects every figure from the registers, binds the prose
// to the figures, examines both, carries the report through its workflow, seals
// it, and recomputes a sealed report from the registers at any later time.
//
// What a cell is called and how cells hang together is law/tally's; what is
// examined stands in checks, what the templates say in narrate. The package asks
// its own Store for counts and needs no other feature than organ and register.
// Pages, PDF and workbook draw the one document that Compose returns.
package annualreport
