package xlsx

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// Excel's own limits.
const (
	maxRows      = 1_048_576
	maxCellText  = 32_767 // UTF-16 units
	maxSheetName = 31     // UTF-16 units
	exactDigits  = 15     // a longer number loses digits
)

// cut marks text that is longer than a cell can be.
const cut = "……（内容过长，此处未完）"

// about is what the file's properties say.
type about struct{ title, subject, organ, keywords, id, date string }

// book is a workbook being written; names are the sheet names taken.
type book struct {
	*excelize.File
	names map[string]bool
}

// newBook starts a workbook whose first sheet is called first. A date, if there
// is one, is YYYY-MM-DD.
func newBook(first string, a about) (*book, error) {
	f := excelize.NewFile()
	f.SetZipWriter(newArchive)
	b := &book{File: f, names: map[string]bool{}}
	err := b.describe(a)
	if err == nil {
		err = f.SetDefaultFont("宋体")
	}
	if err == nil {
		err = f.SetSheetName("Sheet1", b.sheetName(first))
	}
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("start workbook: %w", err)
	}
	return b, nil
}

func (b *book) describe(a about) error {
	for _, s := range []*string{&a.title, &a.subject, &a.organ, &a.keywords, &a.id} {
		clean, err := plain(*s)
		if err != nil {
			return err
		}
		*s = clean
	}
	created := time.Unix(0, 0).UTC()
	if a.date != "" {
		day, err := time.Parse(time.DateOnly, a.date)
		if err != nil {
			return fmt.Errorf("date: %w", err)
		}
		created = day
	}
	err := b.SetDocProps(&excelize.DocProperties{
		Title: a.title, Subject: a.subject, Creator: a.organ, LastModifiedBy: a.organ, Keywords: a.keywords, Identifier: a.id,
		Created: created.Format(time.RFC3339), Modified: created.Format(time.RFC3339), Language: "zh-CN",
	})
	if err != nil {
		return fmt.Errorf("set properties: %w", err)
	}
	return b.SetAppProps(&excelize.AppProperties{Application: "Gongkai", Company: a.organ})
}

// finish writes the workbook to w and lets go of it.
func (b *book) finish(w io.Writer) error {
	err := b.Write(w)
	closing := b.Close()
	if err != nil {
		return fmt.Errorf("write workbook: %w", err)
	}
	if closing != nil {
		return fmt.Errorf("close workbook: %w", closing)
	}
	return nil
}

// sheetName makes of wish a name that Excel takes and that is still free.
func (b *book) sheetName(wish string) string {
	wish = strings.Trim(strings.Map(func(r rune) rune {
		if r < 0x20 || strings.ContainsRune(`:\/?*[]`, r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(wish, "")), " '")
	if wish == "" {
		wish = "表"
	}
	name := clip(wish, maxSheetName)
	for n := 2; b.names[strings.ToLower(name)]; n++ {
		suffix := "（" + strconv.Itoa(n) + "）"
		name = clip(wish, maxSheetName-len(utf16.Encode([]rune(suffix)))) + suffix
	}
	b.names[strings.ToLower(name)] = true
	return name
}

// clip shortens s to a number of UTF-16 units without halving a character.
func clip(s string, units int) string {
	for at, r := range s {
		units -= utf16.RuneLen(r)
		if units < 0 {
			return s[:at]
		}
	}
	return s
}

// plain returns s as a cell can hold it: without the control characters that XML
// cannot carry, visibly cut where it is too long. It refuses what is not UTF-8.
func plain(s string) (string, error) {
	if !utf8.ValidString(s) {
		return "", fmt.Errorf("text %q is not UTF-8", s)
	}
	s = strings.Map(func(r rune) rune {
		if r < 0x20 && r != '\n' && r != '\t' || r == 0x7f || r == 0xfffe || r == 0xffff {
			return -1
		}
		return r
	}, s)
	if len(s) <= maxCellText || len(clip(s, maxCellText)) == len(s) {
		return s, nil
	}
	return clip(s, maxCellText-len(utf16.Encode([]rune(cut)))) + cut, nil
}

// figure reads a number as it is printed and how many decimals it shows. What is
// no number, or has more digits than Excel keeps, is to be stored as text.
func figure(s string) (any, int, bool) {
	unsigned := strings.TrimPrefix(s, "-")
	whole, decimals, point := strings.Cut(unsigned, ".")
	digits := whole + decimals
	if whole == "" || point && decimals == "" || len(digits) > exactDigits || strings.Trim(digits, "0123456789") != "" {
		return nil, 0, false
	}
	if !point {
		n, err := strconv.ParseInt(s, 10, 64)
		return n, 0, err == nil
	}
	n, err := strconv.ParseFloat(s, 64)
	return n, len(decimals), err == nil
}

// address names a cell by its zero-based row and column.
func address(row, column int) string {
	name, err := excelize.CoordinatesToCellName(column+1, row+1)
	if err != nil {
		return "" // excelize then refuses the cell with its own error
	}
	return name
}

// measure is the width of the widest line in the units of a column's width: two
// for a Chinese character.
func measure(text string) float64 {
	widest := 0.0
	for line := range strings.SplitSeq(text, "\n") {
		width := 0.0
		for _, r := range line {
			width++
			if r >= 0x2000 {
				width++
			}
		}
		widest = max(widest, width)
	}
	return widest
}
