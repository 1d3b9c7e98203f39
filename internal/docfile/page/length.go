package page

// Length is a distance in thousandths of a point. Places on a page count from its
// upper left corner, to the right and down.
type Length int

// Point is one typographic point.
const Point Length = 1000

// The page of GB/T 9704, 5: A4 with a text area of 156 mm × 225 mm.
const (
	Width  Length = 595276 // 210 mm
	Height Length = 841890 // 297 mm

	top     Length = 104882 // 天头 37 mm
	left    Length = 79370  // 订口 28 mm
	measure Length = 442205 // 156 mm, the width of the text area
	bottom  Length = 742677 // 35 mm above the lower edge

	leading Length = 28950 // 22 lines to the page
	pitch   Length = 15790 // 28 characters to the line
	indent         = 2 * pitch
	body           = 16 * Point // 3 号
	// numberLine is the baseline of the page number, whose dash stands 7 mm below the text.
	numberLine Length = 767300
)

// milli scales a measure in thousandths of an em to a type size, rounded to the nearest.
func milli(em int, size Length) Length {
	scaled := Length(em) * size
	if scaled < 0 {
		return (scaled - 500) / 1000
	}
	return (scaled + 500) / 1000
}
