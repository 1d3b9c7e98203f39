// Package fee computes the information-processing fee (信息处理费) that an organ
// may charge when the number or the frequency of one applicant's requests
// clearly exceeds a reasonable range (Art. 42 para. 1).
//
// The fee is charged either per request or per page, never both ways for one
// request (Fee Measures Art. 3). Both ways are progressive: the price of a tier
// applies only to the part that lies inside it. The prices are data with their
// first day in force, so that a request is judged by the schedule of its day.
//
// The package leaves to others whether to charge at all, which requests belong
// to one applicant, the notice, its payment term and the receipt.
package fee
