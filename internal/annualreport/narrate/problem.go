package narrate

import "fmt"

// Code names what is wrong with a binding.
type Code string

// The codes. The first group is found by Parse, the second by Render.
const (
	Unclosed       Code = "binding-unclosed"        // {{ without }}, or }} without {{
	BadExpression  Code = "binding-bad-expression"  // not names joined by + and -
	BadNumber      Code = "binding-bad-number"      // {{=…}} without a number
	MissingReason  Code = "binding-missing-reason"  // {{=469}}
	BadChoice      Code = "binding-bad-choice"      // {{?…}} without a colon, or with too many branches
	TooDeep        Code = "binding-too-deep"        // choices within choices within choices
	NoBreakdown    Code = "binding-no-breakdown"    // {{*…}} of something that has no parts
	UnknownName    Code = "binding-unknown-name"    // no such figure
	UnknownFact    Code = "binding-unknown-fact"    // no such fact, or it is not filled in
	UnknownFigure  Code = "binding-unknown-figure"  // the figure's value is not known
	MixedUnits     Code = "binding-mixed-units"     // money added to pieces
	TooLarge       Code = "binding-too-large"       // the sum does not fit
	NegativeChoice Code = "binding-negative-choice" // less than none, and no third branch
)

// Problem is something wrong with a body.
type Problem struct {
	Code       Code
	Start, End int    // byte offsets in the body
	Detail     string // the words objected to: a name, a number, a binding
}

var sentences = map[Code]string{
	Unclosed:       "“%s”没有配对的花括号，已按原文显示。",
	BadExpression:  "“%s”不是指标名称，多个指标之间请用 + 或者 - 连接。",
	BadNumber:      "“%s”中没有可以识别的数字，写法为 {{=469|据镇志统计}}。",
	MissingReason:  "手工填写的数字“%s”没有说明来源，请在竖线后写明理由。",
	BadChoice:      "“%s”写法不完整，应为 {{?指标: 有时的表述 | 无时的表述}}。",
	TooDeep:        "“%s”嵌套过深，请拆成几句。",
	NoBreakdown:    "“%s”没有可以展开的明细。",
	UnknownName:    "没有名为“%s”的指标。",
	UnknownFact:    "“%s”没有填写，或者没有这一项。",
	UnknownFigure:  "指标“%s”的数值未知，请补登登记簿，或者填写数字并说明来源。",
	MixedUnits:     "“%s”把金额和件数加在了一起。",
	TooLarge:       "“%s”的合计过大。",
	NegativeChoice: "“%s”为负数，请补写第三种表述。",
}

// Sentence says in Chinese what is wrong and what to do.
func (p Problem) Sentence() string { return fmt.Sprintf(sentences[p.Code], p.Detail) }
