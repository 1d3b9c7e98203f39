package workday

// Add is the n-th working day after d. The day d itself is not counted, whether
// or not it is a working day, so the day of receipt is not part of a term; for
// negative n it is the n-th working day before d, and Add(d, 0) is d. The result
// is the zero Date if d is not Valid or the count leaves the years 1 to 9999.
func (c Calendar) Add(d Date, n int) Date {
	if n == 0 && d.Valid() {
		return d
	}
	day, ok := d.number()
	if !ok {
		return ""
	}
	step := 1
	if n < 0 {
		step = -1
	}
	for n != 0 {
		day += step
		if day < firstNumber || day > lastNumber {
			return ""
		}
		if c.working(day) {
			n -= step
		}
	}
	return fromNumber(day)
}

// Between is the number of working days after the first date up to and including
// the second. It is 0 if the second is not later or one of them is not Valid.
func (c Calendar) Between(after, through Date) int {
	from, okFrom := after.number()
	to, okTo := through.number()
	if !okFrom || !okTo {
		return 0
	}
	count := 0
	for n := from + 1; n <= to; n++ {
		if c.working(n) {
			count++
		}
	}
	return count
}

// NextWorkday is the first working day on or after d: where a term counted in
// natural days ends if its last day is d. It is the zero Date if d is not Valid
// or no such day is left before the year 10000.
func (c Calendar) NextWorkday(d Date) Date {
	n, ok := d.number()
	if !ok {
		return ""
	}
	for ; n <= lastNumber; n++ {
		if c.working(n) {
			return fromNumber(n)
		}
	}
	return ""
}

// ProvisionalBetween reports whether a count over the days after the first date
// up to and including the second touches a provisional day, which makes its
// result provisional even where it ends in a loaded year.
func (c Calendar) ProvisionalBetween(after, through Date) bool {
	from, okFrom := after.number()
	to, okTo := through.number()
	if !okFrom || !okTo {
		return false
	}
	for n := from + 1; n <= to; n++ {
		_, provisional := c.look(n)
		if provisional {
			return true
		}
	}
	return false
}
