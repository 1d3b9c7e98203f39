package workday

// Kind says what sort of day a date is.
type Kind string

// The kinds of day. Work is done on a Workday and on a Makeup day.
const (
	Workday Kind = "workday" // Monday to Friday, nothing else said
	Makeup  Kind = "makeup"  // a Saturday or Sunday on which work is done (调休上班)
	Weekend Kind = "weekend" // an ordinary Saturday or Sunday
	Holiday Kind = "holiday" // a day off by law, notice or override, weekends inside it included
)

// Working reports whether work is done on days of this kind.
func (k Kind) Working() bool {
	return k == Workday || k == Makeup
}

// Day is what a calendar knows about one date.
type Day struct {
	Date Date `json:"date"`
	Kind Kind `json:"kind"`
	// Name is the holiday or the reason of an override, such as 春节.
	Name string `json:"name,omitempty"`
	// Source is the number of the notice or order that says so; empty for days
	// that are what their weekday makes them.
	Source string `json:"source,omitempty"`
	// Provisional means that the arrangement of the year is not loaded.
	Provisional bool `json:"provisional,omitempty"`
}
