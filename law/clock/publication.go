package clock

import "gongkai/law/workday"

// PublicationTerm is the number of working days for publishing information that
// is disclosed proactively (Art. 26).
const PublicationTerm = 20

// PublicationDue is the last day for publishing information formed or changed on
// the given day (Art. 26). Laws and administrative regulations may set another
// term, which prevails: see Term.
func PublicationDue(cal workday.Calendar, formed workday.Date) Deadline {
	return WorkingDays(PublicationTerm).Due(cal, formed)
}
