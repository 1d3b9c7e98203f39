package workbench

import (
	"math"
	"strconv"
	"strings"

	"gongkai/internal/annualreport/collection"
	"gongkai/internal/annualreport/reading"
	"gongkai/internal/web/ui"
	"gongkai/law/tally"
)

// sureEnough is the confidence from which a person need not look at a cell again.
const sureEnough = 0.8

// unsureList lists the cells that were read with little to go by, in the order of the
// tables; nil when there are none.
func unsureList(place collectionPlace, f collection.File, read reading.Result) *ui.List {
	format, err := tally.ByID(read.Format)
	if err != nil {
		return nil
	}
	list := ui.List{Caption: "把握不大的单元格", Columns: []ui.Column{
		{Title: "单元格", Kind: ui.TitleColumn}, {Title: "数值", Kind: ui.NumberColumn}, {Title: "把握", Kind: ui.NumberColumn}, {Title: "凭什么"}, {Title: "位置", Kind: ui.CodeColumn},
	}}
	for _, cell := range format.Cells {
		r, was := read.Read[cell.Name]
		if !was || r.Value.State == tally.Unknown || r.Confidence >= sureEnough {
			continue
		}
		list.Rows = append(list.Rows, ui.Row{Tone: ui.Warn, Cells: []ui.Cell{
			{Text: cell.Label}, {Text: firstOf(r.Value.Shown(cell.Unit), "空白")}, {Text: percent(r.Confidence)}, {Text: evidenceText(r.Evidence)}, placed(place, f, r.Place),
		}})
	}
	if len(list.Rows) == 0 {
		return nil
	}
	return &list
}

func percent(share float64) string { return strconv.Itoa(int(math.Round(share*100))) + "%" }

// evidenceWords say in Chinese by what a cell was told.
var evidenceWords = []struct{ prefix, text string }{
	{"label", "行名"},
	{"order", "行的次序"},
	{"seven figures", "一行七个数"},
	{"seven cells", "一行七格"},
	{"fifteen figures", "一行十五个数"},
	{"figures in order", "数的次序"},
	{"column head", "列名"},
	{"equation", "勾稽关系"},
	{"note", "括注不计"},
}

// evidenceText lists each kind of evidence once.
func evidenceText(evidence []string) string {
	var words []string
	for _, w := range evidenceWords {
		for _, e := range evidence {
			if strings.HasPrefix(e, w.prefix) || strings.Contains(e, ", "+w.prefix) {
				words = append(words, w.text)
				break
			}
		}
	}
	return strings.Join(words, "、")
}
