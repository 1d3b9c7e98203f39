package tally

// Cells are the figures of one report by cell name. A name that is absent is
// unknown. The JSON form is one object with sorted names.
type Cells map[string]Value
