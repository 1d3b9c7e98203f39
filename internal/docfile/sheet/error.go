package sheet

import (
	"fmt"
	"strings"
)

// Code says why a file or a row of it is refused.
type Code string

// The reasons for a refusal.
const (
	TooLarge       Code = "too-large"
	UnpacksLarge   Code = "unpacks-too-large" // what a zip bomb does
	Empty          Code = "empty"
	LegacyFormat   Code = "legacy-format"
	Protected      Code = "password-protected"
	UnknownFormat  Code = "unknown-format"
	Damaged        Code = "damaged"
	Charset        Code = "charset"
	Quote          Code = "quote" // a quotation mark of a CSV file out of place or not closed
	TooManyRows    Code = "too-many-rows"
	TooManyColumns Code = "too-many-columns"
)

var sentences = map[Code]string{
	TooLarge:       "文件过大，请拆分后再导入。",
	UnpacksLarge:   "文件解压后过大，未予打开。",
	Empty:          "文件没有内容。",
	LegacyFormat:   "不支持旧格式（.xls、.et、.wps 等），请另存为 .xlsx 后再导入。",
	Protected:      "文件设有密码，请取消密码后再导入。",
	UnknownFormat:  "无法识别文件格式，请使用 .xlsx 或 .csv 文件。",
	Damaged:        "文件已损坏，请用表格软件打开并另存为 .xlsx 后再试。",
	Charset:        "文字编码无法识别，请将文件另存为 UTF-8 编码的 CSV 或 .xlsx。",
	Quote:          "引号不成对，请检查该处的双引号。",
	TooManyRows:    "行数过多，请拆分后再导入。",
	TooManyColumns: "列数过多，请删除多余的列。",
}

// Error is a refusal and where it occurred. Row and Column count from 1 and are
// 0, as Sheet is empty, where the place is not known or is the whole file.
type Error struct {
	Code        Code
	Sheet       string
	Row, Column int
	Err         error // the cause, where there is one
}

// Error is for logs; a clerk reads Sentence.
func (e *Error) Error() string {
	text := "read sheet: " + string(e.Code)
	if e.Sheet != "" {
		text += fmt.Sprintf(" in %q", e.Sheet)
	}
	if e.Row > 0 {
		text += fmt.Sprintf(" at row %d", e.Row)
	}
	if e.Column > 0 {
		text += fmt.Sprintf(" column %d", e.Column)
	}
	if e.Err != nil {
		text += ": " + e.Err.Error()
	}
	return text
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// Sentence says in Chinese where the fault is and what to do about it.
func (e *Error) Sentence() string {
	var place strings.Builder
	if e.Sheet != "" {
		fmt.Fprintf(&place, "工作表“%s”", e.Sheet)
	}
	if e.Row > 0 {
		fmt.Fprintf(&place, "第%d行", e.Row)
	}
	if e.Column > 0 {
		fmt.Fprintf(&place, "第%d列", e.Column)
	}
	if place.Len() > 0 {
		place.WriteString("：")
	}
	return place.String() + sentences[e.Code]
}
