package clock

import "gongkai/law/workday"

// Overdue reports whether an act on the given day comes after its last day, such
// as that of Art. 33 para. 2. The last day counts to its end: what is posted on
// it is in time (Civil Procedure Law, chapter on periods; for letters of the
// organ 国办公开办函〔2016〕235号). Without two valid dates nothing is overdue.
func Overdue(due, on workday.Date) bool {
	return due.Valid() && on.Valid() && on > due
}

// Lateness is the number of working days by which an act on the given day misses
// its last day (Art. 33 para. 2), 0 if it does not. On the rest days straight
// after the last day an act is Overdue with a Lateness of 0.
func Lateness(cal workday.Calendar, due, on workday.Date) int {
	return cal.Between(due, on)
}

// Remaining is the number of working days left after the given day, the last day
// included (Art. 33 para. 2): 0 on the last day and later.
func Remaining(cal workday.Calendar, due, on workday.Date) int {
	return cal.Between(on, due)
}
