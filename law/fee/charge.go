package fee

import "fmt"

// The largest counts that are charged. No applicant reaches them in earnest, so a
// larger one is a mistake upstream; within them no sum can overflow an int64.
const (
	MaxItems = 1_000_000 // requests of one applicant in one month
	MaxPages = 1_000_000 // pages of one request

	maxUnitYuan = 1_000 // a tier priced above this is a typing mistake
)

// Method is the way a charge was counted (Fee Measures Art. 3).
type Method string

// The two methods. One request is charged by one of them.
const (
	PerItem Method = "item" // 按件计收
	PerPage Method = "page" // 按量计收
)

// Charge is a fee with its proof: one line for each tier the count fell into.
type Charge struct {
	Method Method
	Yuan   int64
	Lines  []Line
}

// Line is the part of a charge that lies inside one tier.
type Line struct {
	From     int64 // first position of the tier
	Through  int64 // last position of the tier; 0 when it has no end
	Count    int64 // how many of the positions charged lie in the tier
	UnitYuan int64 // price of each
	Yuan     int64 // Count × UnitYuan
}

// ItemCharge reports the fee for count further requests of an applicant from whom
// prior requests came before in the same calendar month. Free positions have
// lines too, so that the letter can show them. It refuses negative numbers and
// sums above MaxItems.
func ItemCharge(s Schedule, prior, count int64) (Charge, error) {
	err := inRange(prior, count, MaxItems)
	if err != nil {
		return Charge{}, fmt.Errorf("charge requests: %w", err)
	}
	return charge(PerItem, s.Items, prior, count)
}

// PageCharge reports the fee for the pages of one request; pages of several
// requests are not added together. It refuses negative numbers and counts above
// MaxPages.
func PageCharge(s Schedule, pages int64) (Charge, error) {
	err := inRange(0, pages, MaxPages)
	if err != nil {
		return Charge{}, fmt.Errorf("charge pages: %w", err)
	}
	return charge(PerPage, s.Pages, 0, pages)
}

func inRange(prior, count, most int64) error {
	if prior < 0 {
		return fmt.Errorf("earlier count %d is negative", prior)
	}
	if count < 0 {
		return fmt.Errorf("count %d is negative", count)
	}
	if prior > most || count > most-prior {
		return fmt.Errorf("%d after %d is more than %d", count, prior, most)
	}
	return nil
}

func charge(method Method, tiers []Tier, prior, count int64) (Charge, error) {
	err := check(tiers)
	if err != nil {
		return Charge{}, fmt.Errorf("charge by %s: %w", method, err)
	}
	c := Charge{Method: method}
	for left, position := count, prior+1; left > 0; {
		line := step(tiers, position)
		line.Count = left
		if line.Through != 0 {
			line.Count = min(left, line.Through-position+1)
		}
		line.Yuan = line.Count * line.UnitYuan
		c.Lines = append(c.Lines, line)
		c.Yuan += line.Yuan
		left -= line.Count
		position += line.Count
	}
	return c, nil
}

// step reports the bounds and the unit price of the step that holds a position.
// The tiers have passed check, so the last one holds whatever the others do not.
func step(tiers []Tier, position int64) Line {
	i := 0
	for i < len(tiers)-1 && position > tiers[i].Through {
		i++
	}
	t := tiers[i]
	if t.Width == 0 {
		return Line{From: t.From, Through: t.Through, UnitYuan: t.UnitYuan}
	}
	climbed := (position - t.From) / t.Width
	from := t.From + climbed*t.Width
	return Line{From: from, Through: from + t.Width - 1, UnitYuan: t.UnitYuan + climbed*t.RiseYuan}
}
