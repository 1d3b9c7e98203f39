package tally

// Outcome is the code of a kind of final reply to a request.
type Outcome string

// RemedyClass says which clause on remedies a final reply carries.
type RemedyClass string

// The classes of remedy clause. Decisions before ReconsiderationFirstSince all give the
// choice.
const (
	// ReconsiderationFirst: 行政复议 has to come before litigation, because the
	// reply refuses under Arts. 14 to 16.
	ReconsiderationFirst RemedyClass = "A"
	// Choice: 行政复议 or litigation.
	Choice RemedyClass = "B"
	// ByGround: ReconsiderationFirst where the part withheld is withheld under
	// Arts. 14 to 16, else Choice.
	ByGround RemedyClass = "A/B"
	// ChoiceOrNone: Choice, or no clause where nothing was decided, such as
	// after a withdrawal.
	ChoiceOrNone RemedyClass = "B/-"
)

// ReconsiderationFirstSince is the first day of decisions in class
// ReconsiderationFirst, when 行政复议法 art. 23 came into force.
const ReconsiderationFirstSince = "2024-01-01"

// OutcomeRule says where in table three a reply of a kind is counted and on what
// it rests.
type OutcomeRule struct {
	Code  Outcome
	Title string
	// Provisions of the Regulation the reply rests on.
	Provisions []Provision
	// Instrument is a further norm, or a note in Chinese where there is no
	// provision of the Regulation; else empty.
	Instrument string
	// Row is the row of table three in the format of 2021; Format.RowOf gives
	// that of another format.
	Row    string
	Remedy RemedyClass
	// Since is the first day, YYYY-MM-DD, on which a reply of this kind was possible.
	Since string
}

// First days in force.
const (
	regulationSince = "2019-05-15" // the Regulation as revised
	feesSince       = "2021-01-01" // 政府信息公开信息处理费管理办法
)

// RowOf is the row of table three, in the format of 2021, in which a reply of the
// given kind is counted. A reply that gives a part counts in partly_granted only.
func RowOf(code Outcome) (string, bool) {
	rule, ok := OutcomeByCode(code)
	return rule.Row, ok
}

// OutcomeByCode finds the rule of a kind of reply.
func OutcomeByCode(code Outcome) (OutcomeRule, bool) {
	for _, rule := range Outcomes {
		if rule.Code == code {
			return rule, true
		}
	}
	return OutcomeRule{}, false
}

// RowOf is the row of this format's table three in which a reply of the given
// kind is counted; before 2019 there is none. In the format of 2019 all of
// （六）其他处理 is one row.
func (f Format) RowOf(code Outcome) (string, bool) {
	rule, ok := OutcomeByCode(code)
	if !ok {
		return "", false
	}
	_, exists := f.cells[RequestCell(rule.Row, TotalColumn)]
	if exists {
		return rule.Row, true
	}
	for _, row := range f.RequestRows {
		if row.Unsplit {
			return row.Key, true
		}
	}
	return "", false
}
