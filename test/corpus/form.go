package corpus

// Form is one way in which a report reaches its reader damaged.
type Form struct {
	Key    string        // "cell-per-line"
	Title  string        // what happened to it
	End    string        // of the file name
	of     []int         // the bases it damages, as numbers in their list
	old    string        // id of an older format that the report wrongly follows
	damage func(*report) // changes the report and what can be read; may be nil
	write  func(*report) []byte
}

// Forms lists the forms of damage: files, then tables, then words and characters.
var Forms = concat(pageForms, twiceForms, fileForms, lineForms, webForms, tableForms, lossForms, chapterForms, frameForms, wordForms, charsetForms, oldForms)

func concat(lists ...[]Form) []Form {
	var all []Form
	for _, list := range lists {
		all = append(all, list...)
	}
	return all
}

// plainPage writes the report as an ordinary page.
func plainPage(r *report) []byte { return markup{}.page(r) }

// plainText writes the report as text with tab columns.
func plainText(r *report) []byte { return []byte(textual{table: tabs(emptied)}.file(r)) }

// barText writes the report as text with rows between bars.
func barText(r *report) []byte { return []byte(textual{table: bars(emptied)}.file(r)) }
