package workday

// The days off that the Measures on Public Holidays give every citizen. They
// stand in for an arrangement that is not loaded, without the make-up days and
// the bridging days that only a notice can fix.

// thirteenSince is the first year of the revision of 2024-11-10, which added the
// eve of the Spring Festival and 2 May.
const thirteenSince = 2025

type statutoryDay struct {
	date Date
	name string
}

// fixedDays are the statutory days of a year whose date is the same every year.
func fixedDays(year int) []statutoryDay {
	days := []statutoryDay{
		{civil(year, 1, 1), "元旦"},
		{civil(year, 5, 1), "劳动节"},
		{civil(year, 10, 1), "国庆节"},
		{civil(year, 10, 2), "国庆节"},
		{civil(year, 10, 3), "国庆节"},
	}
	if year >= thirteenSince {
		days = append(days, statutoryDay{civil(year, 5, 2), "劳动节"})
	}
	return days
}

// lunarYear holds the statutory days that follow the lunar calendar or the sun:
// the first day of the Spring Festival, Qingming, Dragon Boat and Mid-Autumn.
type lunarYear struct {
	spring, tomb, boat, autumn Date
}

// lunarYears covers the years that can be asked for before their notices exist.
// Outside it only the fixed days are known.
var lunarYears = map[int]lunarYear{
	2027: {"2027-02-06", "2027-04-05", "2027-06-09", "2027-09-15"},
	2028: {"2028-01-26", "2028-04-04", "2028-05-28", "2028-10-03"},
	2029: {"2029-02-13", "2029-04-04", "2029-06-16", "2029-09-22"},
	2030: {"2030-02-03", "2030-04-05", "2030-06-05", "2030-09-12"},
	2031: {"2031-01-23", "2031-04-05", "2031-06-24", "2031-10-01"},
	2032: {"2032-02-11", "2032-04-04", "2032-06-12", "2032-09-19"},
}

// lunarNames are the statutory days of lunarYears by day number.
var lunarNames = nameLunarDays()

func nameLunarDays() map[int]string {
	names := make(map[int]string)
	for _, y := range lunarYears {
		spring, _ := y.spring.number()
		for n := spring - 1; n <= spring+2; n++ { // from the eve to the third day
			names[n] = "春节"
		}
		tomb, _ := y.tomb.number()
		names[tomb] = "清明节"
		boat, _ := y.boat.number()
		names[boat] = "端午节"
		autumn, _ := y.autumn.number()
		names[autumn] = "中秋节"
	}
	return names
}

// statutoryName is the name of the statutory day with the given number, empty
// for every other day. Where two fall together, the fixed one gives the name.
func statutoryName(n int) string {
	year, month, day := ymd(n)
	switch {
	case month == 1 && day == 1:
		return "元旦"
	case month == 5 && (day == 1 || day == 2 && year >= thirteenSince):
		return "劳动节"
	case month == 10 && day <= 3:
		return "国庆节"
	}
	return lunarNames[n]
}
