package xlsx

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

const paperA4 = 9

// page sets a sheet up for print: A4, as wide as the paper, heads repeated and
// frozen, the title above and the page number below.
func (b *book) page(sheet, title, orientation string, headRows int, whole bool) error {
	paper, wide, tall, fit, top := paperA4, 1, 0, true, 0.8
	if whole {
		tall = 1
	}
	err := b.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &paper, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &tall})
	if err != nil {
		return fmt.Errorf("set page of %s: %w", sheet, err)
	}
	err = b.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit})
	if err != nil {
		return fmt.Errorf("fit %s to its page: %w", sheet, err)
	}
	centred, margin, edge := true, 0.6, 0.3
	err = b.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{
		Left: &margin, Right: &margin, Top: &top, Bottom: &margin, Header: &edge, Footer: &edge, Horizontally: &centred,
	})
	if err != nil {
		return fmt.Errorf("set margins of %s: %w", sheet, err)
	}
	header, err := plain(title)
	if err != nil {
		return err
	}
	// In a header an ampersand begins a code; doubled it is itself.
	header = "&C" + strings.ReplaceAll(clip(header, 100), "&", "&&")
	err = b.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddHeader: header, OddFooter: "&C第 &P 页，共 &N 页"})
	if err != nil {
		return fmt.Errorf("set header of %s: %w", sheet, err)
	}
	if headRows == 0 {
		return nil
	}
	err = b.SetPanes(sheet, frozen(headRows))
	if err != nil {
		return fmt.Errorf("freeze head of %s: %w", sheet, err)
	}
	return b.repeatHead(sheet, headRows)
}

// frozen keeps the first rows in sight.
func frozen(rows int) *excelize.Panes {
	return &excelize.Panes{Freeze: true, YSplit: rows, TopLeftCell: address(rows, 0), ActivePane: "bottomLeft"}
}

// repeatHead prints the first rows on every page.
func (b *book) repeatHead(sheet string, rows int) error {
	err := b.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", Scope: sheet,
		RefersTo: fmt.Sprintf("'%s'!$1:$%d", strings.ReplaceAll(sheet, "'", "''"), rows),
	})
	if err != nil {
		return fmt.Errorf("repeat head of %s: %w", sheet, err)
	}
	return nil
}
