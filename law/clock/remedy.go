package clock

import "gongkai/law/workday"

const (
	// ReconsiderationDays is the number of natural days for applying for
	// administrative reconsideration (Administrative Reconsideration Law,
	// article 20).
	ReconsiderationDays = 60
	// LitigationMonths is the number of months for going to court directly
	// (Administrative Litigation Law, article 46).
	LitigationMonths = 6
	// LitigationAfterReconsiderationDays is the number of natural days for going
	// to court against a reconsideration decision (Administrative Litigation Law,
	// article 45).
	LitigationAfterReconsiderationDays = 15
)

// ReconsiderationDue is the last day for applying for administrative
// reconsideration of a reply served on the given day (Administrative
// Reconsideration Law, article 20).
func ReconsiderationDue(cal workday.Calendar, served workday.Date) Deadline {
	return NaturalDays(ReconsiderationDays).Due(cal, served)
}

// LitigationDue is the last day for taking a reply served on the given day to
// court directly (Administrative Litigation Law, article 46).
func LitigationDue(cal workday.Calendar, served workday.Date) Deadline {
	return Months(LitigationMonths).Due(cal, served)
}

// LitigationAfterReconsiderationDue is the last day for going to court against a
// reconsideration decision served on the given day (Administrative Litigation
// Law, article 45).
func LitigationAfterReconsiderationDue(cal workday.Calendar, served workday.Date) Deadline {
	return NaturalDays(LitigationAfterReconsiderationDays).Due(cal, served)
}
