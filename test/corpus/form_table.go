package corpus

import (
	"strconv"
	"strings"

	"gongkai/internal/document"
	"gongkai/law/tally"
)

// tableForms change what stands in the cells of tables without losing any.
var tableForms = []Form{
	{Key: "ocr-labels", Title: "slips of character recognition in labels", End: ".txt", of: []int{3, 7, 6}, damage: slipLabels, write: plainText},
	{Key: "labels-spaced", Title: "blanks between the characters of labels", End: ".html", of: []int{3}, damage: func(r *report) {
		r.eachLabel(func(c *document.Cell) { c.Text = strings.Join(strings.Split(c.Text, ""), " ") })
	}, write: plainPage},
	{Key: "labels-short", Title: "labels without number and note, as an office retyped them", End: ".md", of: []int{12}, damage: shortenLabels, write: markdown},
	{Key: "labels-numbered", Title: "labels numbered in another way, fees with idle decimals", End: ".docx", of: []int{9, 0}, damage: renumberLabels, write: func(r *report) []byte { return own(r, "docx") }},
	{Key: "notes-in-cells", Title: "notes and units inside the cells of figures", End: ".html", of: []int{7, 3}, damage: noteCells, write: plainPage},
	{Key: "wide-digits", Title: "full-width digits and thousands separators", End: ".txt", of: []int{7, 8}, damage: widenDigits, write: barText},
	{Key: "chinese-numerals", Title: "Chinese numerals for figures, circled numbers for labels", End: ".html", of: []int{9, 2}, damage: spellDigits, write: plainPage},
	{Key: "blank-or-slash", Title: "cells left blank or crossed out", End: ".html", of: []int{3, 1}, damage: blankCells, write: plainPage},
	{Key: "blank-docx", Title: "blank cells in DOCX", End: ".docx", of: []int{12}, damage: blankCells, write: func(r *report) []byte { return own(r, "docx") }},
}

// recognition are slips of character recognition by which labels are met.
var recognition = strings.NewReplacer(
	"上年结转", "上生F结转", "总计", "总 +", "不予公开", "不 予公开", "属于国家秘密", "属干国家秘密", "无法提供", "无法捉供", "第三方", "笫三方",
	"三安全一稳定", "三安仝一稳定", "重复申请", "重夏申请", "尚未\n审结", "尚末\n审结", "结果\n维持", "结呆\n维持", "自然人", "白然人", "商业\n企业", "商业\n企亚",
	"科研\n机构", "科硏\n机构", "本年制发件数", "木年制发件数", "规章", "规 章", "行政处罚", "行政处罸", "公开出版物", "公幵出版物", "继续办理", "继绫办理",
	"确认或重新", "确认或重薪", "需要另行制作", "需要另行制 作", "缴纳费用", "激纳费用", "行政复议", "行玫复议", "复议后起诉", "复议后起 诉", "逾期不补正", "逾期不补止",
)

func slipLabels(r *report) {
	r.eachLabel(func(c *document.Cell) { c.Text = recognition.Replace(c.Text) })
}

// shortenLabels cuts numbers and notes off labels of rows. 3.其他 under （六）其他处理
// keeps its place by the group beside it.
func shortenLabels(r *report) {
	r.eachLabel(func(c *document.Cell) {
		text := c.Text
		if _, rest, found := strings.Cut(text, "）"); found && strings.HasPrefix(text, "（") && !strings.HasPrefix(text, "（本列") {
			text = rest
		}
		if number, rest, found := strings.Cut(text, "."); found && len(number) == 1 {
			text = rest
		}
		text, _, _ = strings.Cut(text, "（区分处理的")
		text = strings.TrimSuffix(text, "、行政机关不再处理其政府信息公开申请")
		c.Text = text
	})
}

// renumberLabels numbers the rows of groups （1）, （2） and writes the fees with two
// decimals.
func renumberLabels(r *report) {
	r.eachLabel(func(c *document.Cell) {
		number, rest, found := strings.Cut(c.Text, ".")
		if found && len(number) == 1 {
			c.Text = "（" + number + "）" + rest
		}
	})
	r.eachFigure(func(c *document.Cell) {
		if c.Ref == "admin_fee_amount_wan" && !strings.Contains(c.Text, ".") {
			c.Text += ".00"
		}
	})
}

// noteCells writes notes and units behind some of the figures.
func noteCells(r *report) {
	n := 0
	r.eachFigure(func(c *document.Cell) {
		value := r.cells[c.Ref]
		cell, _ := r.figures.format.Cell(c.Ref)
		if value.State != tally.Number || value.N < 2 || cell.Unit != tally.Pieces {
			return
		}
		n++
		switch n % 6 {
		case 1:
			c.Text += "（其中修订 " + strconv.FormatInt(value.N/2+1, 10) + " 件）"
		case 3:
			c.Text += "件"
		case 5:
			c.Text += "\n（含网上" + strconv.FormatInt(value.N-1, 10) + "件）"
		}
	})
}

// wide are full-width digits.
var wide = strings.NewReplacer("0", "０", "1", "１", "2", "２", "3", "３", "4", "４", "5", "５", "6", "６", "7", "７", "8", "８", "9", "９")

// grouped puts a separator before every third digit from the right.
func grouped(digits, separator string) string {
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + separator + digits[i:]
	}
	return digits
}

// widenDigits writes every other figure in full-width digits, and larger ones with
// separators, Western or full-width.
func widenDigits(r *report) {
	n := 0
	r.eachFigure(func(c *document.Cell) {
		if strings.Contains(c.Text, ".") {
			return
		}
		n++
		switch n % 3 {
		case 0:
			c.Text = wide.Replace(grouped(c.Text, "，"))
		case 1:
			c.Text = grouped(c.Text, ",")
		}
	})
}

// numerals are 0 to 10 in Chinese.
var numerals = []string{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"}

// spelled writes a number below 100 in Chinese.
func spelled(n int64) string {
	switch {
	case n <= 10:
		return numerals[n]
	case n < 20:
		return "十" + numerals[n-10]
	case n%10 == 0:
		return numerals[n/10] + "十"
	}
	return numerals[n/10] + "十" + numerals[n%10]
}

// spellDigits writes every other small figure in Chinese and the numbers of labels
// in circles.
func spellDigits(r *report) {
	n := 0
	r.eachFigure(func(c *document.Cell) {
		value := r.cells[c.Ref]
		cell, _ := r.figures.format.Cell(c.Ref)
		if value.State != tally.Number || value.N < 1 || value.N > 99 || cell.Unit != tally.Pieces {
			return
		}
		n++
		if n%2 == 1 {
			c.Text = spelled(value.N)
		}
	})
	circled := []rune("①②③④⑤⑥⑦⑧")
	r.eachLabel(func(c *document.Cell) {
		number, rest, found := strings.Cut(c.Text, ".")
		if found && len(number) == 1 && number[0] >= '1' && number[0] <= '8' {
			c.Text = string(circled[number[0]-'1']) + rest
		}
	})
}

// blankCells empties some of the zeros and crosses others out.
func blankCells(r *report) {
	n := 0
	r.eachFigure(func(c *document.Cell) {
		cell, _ := r.figures.format.Cell(c.Ref)
		if r.cells[c.Ref] != tally.Count(0) || cell.Derived {
			return
		}
		n++
		switch n % 7 {
		case 2, 5:
			c.Text, r.want.Cells[c.Ref] = "", tally.BlankValue
		case 3:
			c.Text, r.want.Cells[c.Ref] = "/", tally.NotApplicableValue
		case 6:
			c.Text, r.want.Cells[c.Ref] = "—", tally.NotApplicableValue
		}
	})
	r.want.find("T3-04", "R-04")
}
