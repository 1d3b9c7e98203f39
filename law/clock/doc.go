// Package clock computes the statutory terms of government information
// disclosure: the last day for a reply, what pauses or restarts the count, how
// long it may be extended, and how late an act was.
//
// All functions are pure: dates and a workday.Calendar go in, dates come out.
// The day on which a term is set off is never counted; the last day counts to its
// end, so an act on the last day is in time. A term in working days ends on a
// working day by construction. A term in natural days or months that would end
// on a rest day ends on the next working day.
//
// A result whose count passes or ends in a year whose holiday arrangement is not
// loaded is provisional (Deadline.Provisional) and to be computed again when the
// notice comes.
//
// Left to others: what the day of receipt is for each channel (Art. 31), who may
// extend and whether it is still allowed, what follows when a term is missed,
// and terms that other laws set for single kinds of information, which Term
// computes once their length is known. The terms are those of the Regulation as
// in force since 2019-05-15.
//
// # Provisions
//
// "Art." alone means the Regulation on the Disclosure of Government Information.
//
//   - Art. 26: publication within 20 working days.
//   - Art. 30: notice of clarification within 7 working days; the term for the
//     reply runs from receipt of the corrected request.
//   - Art. 32: 15 working days for a third party.
//   - Art. 33 para. 2: reply within 20 working days, extended by at most 20.
//   - Art. 33 para. 3: the time needed to consult is left out of the count.
//   - Art. 34: 15 working days for another organ that took part in making the
//     information.
//   - Measures on the Information-Processing Fee (国办函〔2020〕109号): 30 days to
//     pay, and the handling term anew from the day after payment.
//   - Administrative Reconsideration Law, article 20: 60 days; article 88: how
//     periods are counted.
//   - Administrative Litigation Law, article 45: 15 days after reconsideration;
//     article 46: six months.
//   - Civil Procedure Law, chapter on periods: the first day is not counted, a
//     last day on a holiday moves, what is posted in time is in time.
package clock
