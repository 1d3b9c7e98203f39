package source

// Code says why a file is refused.
type Code string

// The reasons for a refusal.
const (
	TooLarge      Code = "too-large"
	UnpacksLarge  Code = "unpacks-too-large" // what a zip bomb does
	TooMuch       Code = "too-much"          // more lines, cells or pages than a report has
	Empty         Code = "empty"
	LegacyFormat  Code = "legacy-format"
	FixedLayout   Code = "ofd" // the national format for documents as they are printed
	Protected     Code = "password-protected"
	PictureFile   Code = "picture"
	UnknownFormat Code = "unknown-format"
	Damaged       Code = "damaged"
	Charset       Code = "charset"
	TooSlow       Code = "too-slow"
)

var sentences = map[Code]string{
	TooLarge:      "文件过大，不像是一份年度报告，请拆分或压缩图片后再试。",
	UnpacksLarge:  "文件解压后过大，不像是一份年度报告，没有打开，请用原来的软件另存为新文件后再试。",
	TooMuch:       "文件内容过多，不像是一份年度报告，请拆分后再试。",
	Empty:         "文件没有内容。请打开原文件核对，重新保存或者向报送单位索取后再读。",
	LegacyFormat:  "不支持旧格式（.doc、.xls、.wps、.et、.odt、.rtf 等），请另存为 .docx、.xlsx 或 PDF 后再试。",
	FixedLayout:   "这是 OFD 版式文件，不能读取，请转换为带文字的 PDF 或提供网页、Word 文档。",
	Protected:     "文件设有密码，请取消密码后再试。",
	PictureFile:   "这是图片文件，其中的文字不能读取，请提供网页、Word 文档或带文字的 PDF。",
	UnknownFormat: "无法识别文件格式，请提供网页、.docx、.xlsx、PDF、Markdown 或文本文件。",
	Damaged:       "文件已损坏，请用原来的软件打开并另存后再试。",
	Charset:       "文字编码无法识别，请将文件另存为 UTF-8 编码后再试。",
	TooSlow:       "文件结构异常，未能在限定时间内读完，请用原来的软件另存后再试。",
}

// Error is the refusal of a file.
type Error struct {
	Code Code
	Err  error // the cause, where there is one
}

// Error is for logs; a clerk reads Sentence.
func (e *Error) Error() string {
	text := "read source: " + string(e.Code)
	if e.Err != nil {
		text += ": " + e.Err.Error()
	}
	return text
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// Sentence says in Chinese what is wrong and what to do about it.
func (e *Error) Sentence() string { return sentences[e.Code] }
