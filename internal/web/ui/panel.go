package ui

// Panel is a titled box of dated links, such as the latest items of a column.
type Panel struct {
	Title string
	More  Link
	Items []News
}

// News is one dated link.
type News struct {
	Title string
	Href  string
	Date  string // YYYY-MM-DD; may be empty
}

// Door is a large link into a part of the site.
type Door struct {
	Title string
	Href  string
	Note  string
}

// Figure is one number of an overview; it leads to the records it counts.
type Figure struct {
	Label string
	Value string // as shown; an unknown number is “—”, never 0
	Unit  string
	Href  string
	Tone  Tone // Warn or Bad where the number calls for action
	Note  string
}
