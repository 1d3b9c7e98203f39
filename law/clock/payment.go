package clock

import "gongkai/law/workday"

// PaymentDays is the number of natural days for paying the fee (Measures on the
// Information-Processing Fee).
const PaymentDays = 30

// PaymentDue is the last day for paying the fee after the notice was received on
// the given day: 30 natural days, the first of them the day after receipt
// (Measures on the Information-Processing Fee). Unpaid by then, the request is
// taken as given up.
func PaymentDue(cal workday.Calendar, served workday.Date) Deadline {
	return NaturalDays(PaymentDays).Due(cal, served)
}
