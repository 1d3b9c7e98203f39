package workbench

import (
	"errors"
	"net/url"
	"strconv"
	"strings"

	"gongkai/internal/annualreport/narrate"
)

// typedNumber is a number that somebody typed without saying where it is from.
type typedNumber struct {
	At         int // byte offset in the body
	Text       string
	Context    string // the words around it
	Candidates []offer
	Figure     string // as typed into the form beside it
	Reason     string
}

// typedNumbers lists the typed numbers of a text that need a figure or a reason.
func typedNumbers(rendered narrate.Rendered, groups []offerGroup, sent url.Values) []typedNumber {
	var list []typedNumber
	for _, n := range narrate.Unbound(rendered.Text, rendered.Spans) {
		at, ok := rendered.BodyOffset(n.Start)
		if !ok {
			continue
		}
		number := typedNumber{At: at, Text: n.Text, Context: contextOf(rendered.Text, n.Start, n.End)}
		if n.Exact() && n.Whole {
			number.Candidates = candidates(groups, n.Value)
		}
		number.Figure = strings.TrimSpace(sent.Get("figure-" + strconv.Itoa(at)))
		number.Reason = strings.TrimSpace(sent.Get("reason-" + strconv.Itoa(at)))
		list = append(list, number)
	}
	return list
}

// carryAnswers gives the numbers of a changed text the answers that stood beside
// them in the text before: an edit takes one number away or adds some at the end.
func carryAnswers(before, after []typedNumber) []typedNumber {
	next := 0
	for i := range after {
		after[i].Figure, after[i].Reason = "", ""
		for j := next; j < len(before); j++ {
			if before[j].Text == after[i].Text {
				after[i].Figure, after[i].Reason = before[j].Figure, before[j].Reason
				next = j + 1
				break
			}
		}
	}
	return after
}

// wordsAround is how many characters of context are shown on each side.
const wordsAround = 14

func contextOf(text string, start, end int) string {
	before, after := []rune(text[:start]), []rune(text[end:])
	before = before[max(0, len(before)-wordsAround):]
	after = after[:min(len(after), wordsAround)]
	return "…" + strings.ReplaceAll(string(before)+text[start:end]+string(after), "\n", " ") + "…"
}

// errTextMoved: the text was changed after the list of its numbers was drawn, and
// the number is not where it was.
var errTextMoved = errors.New("the number is not where the form says")

// editSentences are what a refused edit of the text says.
var editSentences = map[error]string{
	errTextMoved:          "文字已经改动，找不到刚才的数字。请按下面最新的清单重新操作。",
	narrate.ErrNoNumber:   "文字已经改动，找不到刚才的数字。请按下面最新的清单重新操作。",
	narrate.ErrExpression: "请从列表中选择指标；多个指标之间用 + 或者 - 连接。",
	narrate.ErrReason:     "请写明数字的来源，说明中不能有花括号。",
	errNothingChosen:      "请先选择要插入的指标。",
}

var errNothingChosen = errors.New("no figure was chosen")

// editSentence is the sentence for a refused edit; empty for any other error.
func editSentence(err error) string {
	for known, sentence := range editSentences {
		if errors.Is(err, known) {
			return sentence
		}
	}
	return ""
}

// edited returns the text after what a button of the editor asks for, and what was
// done in a sentence. The text is not saved.
func edited(body string, sent url.Values, spec narrate.SectionSpec, additions []addition, values narrate.Values) (string, string, error) {
	switch {
	case sent.Has("bind"):
		place, figure, chosen := strings.Cut(sent.Get("bind"), "=")
		if !chosen {
			figure = sent.Get("figure-" + place)
		}
		at, err := placeOfNumber(body, place, sent, values)
		if err != nil {
			return body, "", err
		}
		next, err := narrate.Bind(body, at, strings.TrimSpace(narrate.ReadLabel(figure)))
		return next, "数字已改为引用登记簿指标，保存后生效。", err
	case sent.Has("justify"):
		place := sent.Get("justify")
		at, err := placeOfNumber(body, place, sent, values)
		if err != nil {
			return body, "", err
		}
		next, err := narrate.Justify(body, at, sent.Get("reason-"+place))
		return next, "已注明数字来源，保存后生效。", err
	case sent.Has("add"):
		for _, a := range additions {
			if a.Value == sent.Get("add") {
				return strings.TrimRight(body, "\n") + a.Body, "已插入到末尾，请修改补充后保存。", nil
			}
		}
		return body, "", errTextMoved
	}
	switch sent.Get("do") {
	case "append":
		figure := strings.TrimSpace(narrate.ReadLabel(sent.Get("figure")))
		if figure == "" {
			return body, "", errNothingChosen
		}
		_, ok := narrate.ParseExpression(figure)
		if !ok {
			return body, "", narrate.ErrExpression
		}
		return body + "{{" + figure + "}}", "指标已插入到末尾，可以在文字框中移动，保存后生效。", nil
	case "plain":
		return plainBody(narrate.Render(body, values)), "条件和词语已展开为现在的文字，数字仍引用登记簿；请核对后保存。", nil
	case "restore":
		return spec.Template, "已恢复为系统模板，保存后生效；原来的文字在保存之前不会改变。", nil
	}
	return body, "", nil
}

// plainBody is the text as it reads now with its figures still bound and its reasons
// kept: what a template's choices and facts come to, for people to go on writing.
func plainBody(rendered narrate.Rendered) string {
	var b strings.Builder
	at := 0
	for _, run := range rendered.Runs {
		end := at + len(run.Text)
		if run.Ref != "" {
			b.WriteString("{{" + run.Ref + "}}")
			at = end
			continue
		}
		for _, span := range rendered.Spans { // numbers typed with a reason stand in plain runs
			if span.Reason == "" || span.Start < at || span.End > end {
				continue
			}
			b.WriteString(rendered.Text[at:span.Start] + "{{=" + rendered.Text[span.Start:span.End] + "|" + span.Reason + "}}")
			at = span.End
		}
		b.WriteString(rendered.Text[at:end])
		at = end
	}
	return b.String()
}

// placeOfNumber finds the typed number that a form means: at its offset when the
// text is as it was, else the only one that reads the same.
func placeOfNumber(body, place string, sent url.Values, values narrate.Values) (int, error) {
	at, err := strconv.Atoi(place)
	if err != nil {
		return 0, errTextMoved
	}
	text := sent.Get("number-" + place)
	var same []int
	for _, n := range typedNumbers(narrate.Render(body, values), nil, nil) {
		switch {
		case n.Text != text:
		case n.At == at:
			return at, nil
		default:
			same = append(same, n.At)
		}
	}
	if len(same) != 1 {
		return 0, errTextMoved
	}
	return same[0], nil
}

// addition is a sentence that one click puts at the end of the text.
type addition struct {
	Value string // of its button
	About string // what it answers: last year's measure, or nothing
	Reads string // as it would read now
	Body  string
}

// additionsOf lists what may be put into a section of chapter 五: answers to last
// year's measures, then what the figures suggest.
func additionsOf(spec narrate.SectionSpec, lastMeasures string, values narrate.Values) []addition {
	var list []addition
	if spec.Key == "improvement.measures" {
		for i, a := range narrate.Answers(lastMeasures) {
			list = append(list, addition{Value: "answer-" + strconv.Itoa(i), About: a.Measure, Body: a.Sentence})
		}
	}
	for _, s := range narrate.Suggestions(values) {
		switch spec.Key {
		case "improvement.problems":
			list = append(list, addition{Value: s.Code, Body: s.Problem})
		case "improvement.measures":
			list = append(list, addition{Value: s.Code, Body: s.Measure})
		}
	}
	for i := range list {
		list[i].Reads = narrate.Render(list[i].Body, values).Text
	}
	return list
}
