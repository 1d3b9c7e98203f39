// Package workday answers whether a date is a working day in China and counts
// working days.
//
// A year's public holidays move with the lunar calendar and with the yearly
// arrangement of the General Office of the State Council, which turns weekdays
// into rest days and some Saturdays and Sundays into make-up working days. The
// arrangements of 2019 to 2026 are built in, one file per year under data; an
// operator loads a later year by the same kind of file (Parse, Calendar.With).
// Local holidays, emergency closures and notices that come during the year are
// overrides in layers (Calendar.Override).
//
// A calendar is a value: With and Override return a new one, nothing here reads
// a clock or a file, and every function is safe for concurrent use. A year whose
// arrangement is not loaded is never taken for plain Monday to Friday in
// silence: its days are marked provisional, and deadlines that rest on them are
// to be computed again when the notice is loaded.
//
// The notice of a year may reach back into the December before it: 2018-12-29
// is a working day and 2022-12-31 a holiday by the notices of 2019 and 2023. The
// last days of the last loaded year can therefore still change, although they
// are not provisional.
//
// Statutory terms (how many days, when they pause) belong to package clock.
//
// # Provisions
//
//   - Measures on Public Holidays (全国年节及纪念日放假办法), as revised on
//     2024-11-10: the thirteen days; eleven before 2025.
//   - The yearly holiday notices of the General Office of the State Council;
//     their numbers stand in the data files.
//   - The working day (工作日) as the unit of the Regulation on the Disclosure of
//     Government Information: Art. 26, Art. 30, Art. 32, Art. 33 and Art. 34.
//     In this module "Art." alone always means that Regulation; the articles of
//     other instruments are written out.
package workday
