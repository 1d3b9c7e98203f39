package reading

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/organ"
	"gongkai/law/indexno"
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
		return []checks.Finding{r.noReport()}
	}
	if r.twoReports() {
		return []checks.Finding{twoInOne()}
	}
	found := checks.Run(r.ledger())
	r.soften(found)
	found = append(found, r.levelMix(found)...)
	found = append(found, r.late()...)
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

// noReport says that the file is no annual report and, where its title tells, what it
// is. Nothing that was read in it is left standing.
func (r *report) noReport() checks.Finding {
	text := "这个文件里没有找到政府信息公开工作年度报告的标题、章节和表格，请确认是否选错了文件。"
	paper := otherPaper(r.source.Title, r.strips)
	if paper != "" {
		text = "这个文件是" + paper + "，不是政府信息公开工作年度报告，请换成年度报告的文件。"
	}
	r.Result = Result{File: r.File, Kind: r.Kind, Dates: make(map[string]string), Head: make(map[string]string)}
	return checks.Finding{ID: FoundNoReport, Severity: checks.Warning, Where: "file", Title: "不是年度报告", Text: text}
}

// soften turns errors into warnings where a report from outside leaves room for
// another explanation: a title that names nobody or no year, and a page that was published
// again after a report that was signed in time.
func (r *report) soften(found []checks.Finding) {
	for i := range found {
		f := &found[i]
		unnamed := f.ID == "N-07" && f.Where == "title" && r.title.organ == ""
		undated := f.ID == "N-06" && f.Where == "title" && r.title.year == 0 // it may be the name of the page's column
		again := f.ID == "D-01" && f.Where == "published_on" && r.signed.date != "" && r.signed.date <= r.lastDay()
		garbled := f.ID == "N-07" && !organEnding.MatchString(r.Organ)
		if f.Severity == checks.Error && (unnamed || undated || again || garbled) {
			f.Severity = checks.Warning
		}
	}
}

// lastDay is the last day for a report of the year (Art. 49; before 2019, Art. 31 of
// the Regulation of 2007).
func (r *report) lastDay() string {
	day := "-01-31"
	if r.Year < 2019 || r.organ().Kind == organ.CountyGovernment {
		day = "-03-31"
	}
	return strconv.Itoa(r.Year+1) + day
}

// late is the finding that a report without a date of publication was only signed
// after the last day for publishing it.
func (r *report) late() []checks.Finding {
	if r.publishedOn() != "" || r.Year == 0 || r.signed.date == "" || r.signed.date <= r.lastDay() || yearOf(r.signed.date[:4]) != r.Year+1 {
		return nil
	}
	return []checks.Finding{{
		ID: "D-01", Severity: checks.Warning, Where: "signature", Title: "报送和公布时限", Quote: r.signed.date,
		Text: "落款日期" + r.signed.date + "晚于公布期限" + r.lastDay() + "，请核对公布日期并说明原因。",
	}}
}

// isReport reports whether the file is an annual report at all: it has a title that
// says so and a chapter or a text of its own, or else several chapters or a table of one.
func (r *report) isReport() bool {
	keys := make(map[string]bool)
	for _, h := range r.heads {
		keys[h.key] = true
	}
	rows := 0
	for _, t := range r.tables {
		rows += t.rows
	}
	if len(keys) >= 2 && presenting.MatchString(squeezed(plainText(r.strips))) {
		return true
	}
	return r.title.text != "" && (len(keys) > 0 || r.unparted()) || len(keys) >= 3 || rows >= 3
}

// presenting is how the preamble of a report that lost its title speaks of it.
var presenting = regexp.MustCompile(`本(?:年度)?(?:工作)?(?:报告|年报)(?:是?根据|依据|按照)[^。]{0,60}政府信息公开条例|现(?:公布|发布)\p{Han}{2,30}[12]\d{3}年度?政府信息公开工作年度报告`)

// unparted reports whether a report tells its year in one go, without chapters: one
// title that names organ and year, and text that tells what was made public.
func (r *report) unparted() bool {
	if r.title.year == 0 || r.title.entry || !organEnding.MatchString(r.title.organ) {
		return false
	}
	for _, t := range r.titles {
		if t.organ != "" && t.year != 0 && (t.organ != r.title.organ || t.year != r.title.year) {
			return false // a list of reports
		}
	}
	return slices.ContainsFunc(r.strips, func(s strip) bool {
		return strings.Contains(s.text.text, "。") && strings.Contains(s.text.text, "公开")
	})
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
	if r.tables[3].tables > 1 {
		found = append(found, twoInOne())
	}
	if r.IndexNumber != "" {
		n, err := indexno.Parse(r.IndexNumber)
		switch {
		case err != nil:
			found = append(found, checks.Finding{
				ID: FoundIndexNumber, Severity: checks.Warning, Where: "index_number", Title: "索引号", Quote: r.IndexNumber,
				Text: "索引号“" + r.IndexNumber + "”不是“前段码/年份-流水号”的形式，请核对。",
			})
		case !n.Front.Valid():
			found = append(found, checks.Finding{
				ID: FoundIndexNumber, Severity: checks.Information, Where: "index_number", Title: "索引号", Quote: r.IndexNumber,
				Text: "索引号“" + r.IndexNumber + "”前段码的校验位不对，请核对。",
			})
		}
	}
	if r.unnumbered() && hasTables(r.format) {
		found = append(found, checks.Finding{
			ID: FoundNumbering, Severity: checks.Warning, Where: "headings", Title: "章节没有编号",
			Text: "六章的标题都没有编号，请写作“一、”至“六、”；如果是转换文件时丢失的，请对照原文。",
		})
	}
	if r.mixed && hasTables(r.format) {
		found = append(found, checks.Finding{
			ID: FoundNumbering, Severity: checks.Warning, Where: "headings", Title: "章节编号混用",
			Text: "六章的标题没有用同一种编号，请统一写作“一、”至“六、”。",
		})
	}
	return found
}

func twoInOne() checks.Finding {
	return checks.Finding{
		ID: FoundTwoTables, Severity: checks.Warning, Where: "file", Title: "一个文件里有多份报告",
		Text: "文件里有不止一份报告或者不止一张表三，数字不同的单元格按未知处理，请分成单独的文件。",
	}
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
		ID: id, Severity: checks.Warning, Where: b.key + ".text", Title: "县市区称谓", Quote: county, Place: ChinesePlace(place), At: place.Spot(),
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
