package docx

import (
	"regexp"
	"strings"
)

// titleRoom is how many characters of 22 pt a title line takes.
const titleRoom = 20

// titleBreak matches what may begin the second line of a long title: the year
// (with the words after it) or 关于.
var titleBreak = regexp.MustCompile(`[0-9]{4}\s*年|关于`)

// titleLines breaks a title that is too long for one line where its sense
// allows (GB/T 9704-2012, 7.3.1): before the year of a report, or before 关于;
// failing that, into two even lines without cutting a number. A title of three
// lines or with breaks of its own is left to the word processor.
func titleLines(title string) []string {
	if measure(title) <= titleRoom || strings.Contains(title, "\n") {
		return strings.Split(title, "\n")
	}
	for _, at := range titleBreak.FindAllStringIndex(title, -1) {
		if at[0] > 0 && measure(title[:at[0]]) <= titleRoom && measure(title[at[0]:]) <= titleRoom {
			return []string{title[:at[0]], title[at[0]:]}
		}
	}
	if measure(title) > 2*titleRoom {
		return []string{title}
	}
	for at, r := range title {
		if r >= 0x2e80 && measure(title[:at]) >= measure(title)/2 {
			return []string{title[:at], title[at:]}
		}
	}
	return []string{title}
}
