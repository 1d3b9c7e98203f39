package reading

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gongkai/internal/annualreport/checks"
	"gongkai/law/indexno"
	"gongkai/law/tally"
)

// Ids of the findings that reading itself makes, beside those of the checks.
const (
	FoundOldForm      = "R-01" // an older form in a later year
	FoundTableLost    = "R-02" // a table that is not in the file, or only as a picture
	FoundCellsUnknown = "R-03" // cells of a table that was read that could not be decided
	FoundCrossedOut   = "R-04" // "/" where a number belongs
	FoundTitleTwice   = "R-05"
	FoundTwoTables    = "R-06" // several tables or reports in one file
	FoundIndexNumber  = "R-07" // 索引号 that is none
	FoundNoReport     = "R-08" // not an annual report at all
	FoundNumbering    = "R-09" // chapters numbered in more than one way
	FoundNoFigure     = "R-10" // a cell with something in it that is no figure
	FoundCellNote     = "R-11" // a note beside a figure
)

// findings are those of the checks and of the reading itself, each with its place
// in the file.
func (r *report) findings() []checks.Finding {
	if !r.isReport() {
		return []checks.Finding{{
			ID: FoundNoReport, Severity: checks.Warning, Where: "file", Title: "不是年度报告",
			Text: "这个文件里没有找到政府信息公开工作年度报告的标题、章节和表格，请确认是否选错了文件。",
		}}
	}
	found := checks.Run(r.ledger())
	found = append(found, r.levelMix(found)...)
	found = append(found, r.oldForm()...)
	found = append(found, r.lostTables()...)
	found = append(found, r.unknownCells()...)
	found = append(found, r.crossedOut()...)
	found = append(found, r.oddCells()...)
	found = append(found, r.frame()...)
	for i := range found {
		r.locate(&found[i])
	}
	return found
}

// isReport reports whether the file is an annual report at all: it has a title that
// says so, or chapters or a table of one.
func (r *report) isReport() bool {
	keys := make(map[string]bool)
	for _, h := range r.heads {
		keys[h.key] = true
	}
	rows := 0
	for _, t := range r.tables {
		rows += t.rows
	}
	return r.title.text != "" || len(keys) >= 3 || rows >= 3
}

// oldForm is the finding that a report keeps to a form that was replaced.
func (r *report) oldForm() []checks.Finding {
	governing, err := tally.FormatFor(r.Year)
	if err != nil || !r.told || r.Format == "" || r.Format >= governing.ID {
		return nil
	}
	return []checks.Finding{{
		ID: FoundOldForm, Severity: checks.Warning, Where: "format", Title: "使用旧格式",
		Text: fmt.Sprintf("%d年度报告用的是%s年的格式，应当使用%s（%s）规定的格式，请按新格式重新编制。", r.Year, r.Format, governing.ID+"年起施行的格式", governing.Basis),
	}}
}

var tableTitles = map[int]string{2: "表二（主动公开政府信息情况）", 3: "表三（收到和处理政府信息公开申请情况）", 4: "表四（行政复议、行政诉讼情况）", tally.StatisticsTable: "政府信息公开情况统计表"}

var tableChapters = map[int]string{2: "proactive", 3: "requests", 4: "remedies"}

// lostTables are the tables of which nothing was read.
func (r *report) lostTables() []checks.Finding {
	var found []checks.Finding
	for _, layout := range r.format.Layouts {
		if r.knownIn(layout.Table) > 0 {
			continue
		}
		text := tableTitles[layout.Table] + "没有读到，各单元格按未知处理，请核对原文是否漏了表格。"
		if r.pictureIn(tableChapters[layout.Table]) {
			text = tableTitles[layout.Table] + "在文件里是图片，没有读到数字，各单元格按未知处理，请改用文字表格。"
		}
		where := tableChapters[layout.Table]
		if where == "" {
			where = "table"
		}
		found = append(found, checks.Finding{ID: FoundTableLost, Severity: checks.Warning, Where: where, Title: "表格缺失", Text: text})
		r.Notes = append(r.Notes, text)
	}
	return found
}

func (r *report) knownIn(table int) int {
	n := 0
	for _, cell := range r.format.Cells {
		if cell.Table == table && r.Cells[cell.Name].State != tally.Unknown {
			n++
		}
	}
	return n
}

func (r *report) pictureIn(chapter string) bool {
	for i, s := range r.strips {
		if s.picture && chapter != "" && r.chapterOf(i) == chapter {
			return true
		}
	}
	return false
}

// unknownCells are the cells of a table that was read otherwise.
func (r *report) unknownCells() []checks.Finding {
	const named = 5
	var found []checks.Finding
	for _, layout := range r.format.Layouts {
		if r.knownIn(layout.Table) == 0 {
			continue
		}
		var unknown []tally.Cell
		for _, cell := range r.format.Cells {
			if cell.Table == layout.Table && r.Cells[cell.Name].State == tally.Unknown {
				unknown = append(unknown, cell)
			}
		}
		if len(unknown) == 0 {
			continue
		}
		var labels []string
		for _, cell := range unknown[:min(named, len(unknown))] {
			labels = append(labels, "“"+cell.Label+"”")
		}
		more := ""
		if len(unknown) > named {
			more = "等"
		}
		found = append(found, checks.Finding{
			ID: FoundCellsUnknown, Severity: checks.Warning, Where: unknown[0].Name, Title: "单元格无法确定",
			Text: tableTitles[layout.Table] + "有" + strconv.Itoa(len(unknown)) + "个单元格无法确定：" + strings.Join(labels, "、") + more + "，按未知处理，请对照原文补录。",
		})
	}
	return found
}

// crossedOut are cells with “/” where the format wants 0.
func (r *report) crossedOut() []checks.Finding {
	var found []checks.Finding
	for _, layout := range r.format.Layouts {
		var names []string
		for _, cell := range r.format.Cells {
			if cell.Table == layout.Table && r.Cells[cell.Name].State == tally.NotApplicable {
				names = append(names, cell.Name)
			}
		}
		if len(names) == 0 || layout.Table == tally.StatisticsTable {
			continue
		}
		found = append(found, checks.Finding{
			ID: FoundCrossedOut, Severity: checks.Warning, Where: names[0], Title: "单元格填“/”",
			Text: tableTitles[layout.Table] + "有" + strconv.Itoa(len(names)) + "个单元格填的是“/”一类的符号，没有的应当填0，请改正。",
		})
	}
	return found
}

func (r *report) oddCells() []checks.Finding {
	var found []checks.Finding
	for _, odd := range r.cells.odd {
		cell, _ := r.format.Cell(odd.name)
		f := checks.Finding{
			ID: FoundNoFigure, Severity: checks.Warning, Where: odd.name, Title: "单元格不是数字", Quote: odd.text,
			Text: "“" + cell.Label + "”填的是“" + odd.text + "”，不是可以确定的数字，按未知处理，请核对。",
		}
		if odd.note != "" {
			f.ID, f.Title, f.Severity = FoundCellNote, "单元格内有说明", checks.Information
			f.Text = "“" + cell.Label + "”的数字后面带有说明“" + odd.note + "”，表格里应当只填数字，说明请写在正文。"
		}
		found = append(found, f)
	}
	return found
}

// frame are the findings about title, index number, numbering and what else stands
// in the file.
func (r *report) frame() []checks.Finding {
	var found []checks.Finding
	if r.titleTwice() {
		found = append(found, checks.Finding{
			ID: FoundTitleTwice, Severity: checks.Information, Where: "title", Title: "标题重复", Quote: r.Title,
			Text: "标题“" + r.Title + "”出现了不止一次，请确认不是重复粘贴。",
		})
	}
	if r.tables[3].tables > 1 || r.twoReports() {
		found = append(found, checks.Finding{
			ID: FoundTwoTables, Severity: checks.Warning, Where: "file", Title: "一个文件里有多份报告",
			Text: "文件里有不止一份报告或者不止一张表三，数字不同的单元格按未知处理，请分成单独的文件。",
		})
	}
	if r.IndexNumber != "" {
		n, err := indexno.Parse(r.IndexNumber)
		switch {
		case err != nil:
			found = append(found, checks.Finding{ID: FoundIndexNumber, Severity: checks.Warning, Where: "index_number", Title: "索引号", Quote: r.IndexNumber,
				Text: "索引号“" + r.IndexNumber + "”不是“前段码/年份-流水号”的形式，请核对。"})
		case !n.Front.Valid():
			found = append(found, checks.Finding{ID: FoundIndexNumber, Severity: checks.Information, Where: "index_number", Title: "索引号", Quote: r.IndexNumber,
				Text: "索引号“" + r.IndexNumber + "”前段码的校验位不对，请核对。"})
		}
	}
	if r.mixed && hasTables(r.format) {
		found = append(found, checks.Finding{ID: FoundNumbering, Severity: checks.Warning, Where: "headings", Title: "章节编号混用",
			Text: "六章的标题没有用同一种编号，请统一写作“一、”至“六、”。"})
	}
	return found
}

func (r *report) titleTwice() bool {
	n := 0
	for _, t := range r.titles {
		if t.text == r.Title {
			n++
		}
	}
	return n > 1
}

// twoReports reports whether titles of different organs or years stand in the text.
func (r *report) twoReports() bool {
	keys := make(map[string]int)
	for _, h := range r.heads {
		keys[h.key]++
	}
	return keys["overview"] > 1 && keys["requests"] > 1
}

// levelMix is the finding that a town or a department speaks of a county here and
// of a city there, where neither its name nor its site says which one it belongs to.
func (r *report) levelMix(found []checks.Finding) []checks.Finding {
	const id = "N-15"
	known := slices.ContainsFunc(found, func(f checks.Finding) bool { return f.ID == id })
	if known || r.regionCode() != "" || endsWithAny(r.Organ, "县", "市", "区", "县人民政府", "市人民政府", "区人民政府") {
		return nil
	}
	for _, name := range []string{r.Organ, r.signed.organ} {
		if strings.ContainsAny(name, "县市区") {
			return nil
		}
	}
	county, b, at := r.firstWord("县政府", "县人民政府", "县门户网站", "县委")
	city, _, _ := r.firstWord("市政务公开", "市政府", "市人民政府", "市委")
	if county == "" || city == "" {
		return nil
	}
	place := b.placeOf(at, at+len(county))
	return []checks.Finding{{
		ID: id, Severity: checks.Warning, Where: b.key + ".text", Title: "县市区称谓", Quote: county, Place: chinesePlace(place),
		Text: "正文有的地方写“" + county + "”，有的地方写“" + city + "”，请确认本机关属于县还是县级市，统一称谓。",
	}}
}

// firstWord finds the first of the words in the running text.
func (r *report) firstWord(words ...string) (string, body, int) {
	for _, b := range r.bodies {
		for _, word := range words {
			at := strings.Index(b.text, word)
			if at >= 0 {
				return word, b, at
			}
		}
	}
	return "", body{}, 0
}
