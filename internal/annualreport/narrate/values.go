package narrate

// Figure is one figure of the report as its year has it.
type Figure struct {
	N     int64  // pieces, or fen when Money
	Unit  string // 条, 件, 元, 万元 …
	Money bool   // N is in fen; shown in 万元 when that is its unit, else in 元
	Known bool
}

// Values gives what the bindings of a body name.
type Values interface {
	// Figure finds a figure, a cell or a sum of cells such as "req.denied.total".
	// A name that begins with LastYear asks for the year before, whose figure exists
	// and is unknown when there is no report on it. It reports false when no figure
	// has the name.
	Figure(name string) (Figure, bool)
	// Fact finds a word such as "organ"; see Facts. It reports false for one that
	// does not exist or is not filled in.
	Fact(name string) (string, bool)
}
