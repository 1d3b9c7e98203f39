package message

import (
	"context"
	"errors"
	"net/http"
	"regexp"
	"strings"

	"gongkai/internal/fault"
)

// Sentence is what a person reads about an error.
type Sentence struct {
	Text    string // what happened
	Article string // the provision behind it, in Chinese; empty when none applies
	Do      string // what to do now; may be empty
}

// String joins the sentence on one line, for the command line and for forms.
func (s Sentence) String() string {
	text := s.Text + s.Do
	if s.Article != "" {
		text += "（依据：" + s.Article + "）"
	}
	return text
}

// entry is a catalogue entry before its placeholders are filled.
type entry struct{ text, do string }

// topics are the catalogue's files. A code stands in one of them only.
var topics = []map[string]entry{
	accessSentences, formSentences, fileSentences, organSentences,
	registerSentences, reportSentences, collectionSentences, lawSentences,
}

// Of returns the sentence for an error, which may be wrapped. An error without a
// code of its own gets the sentence of its kind, an unforeseen one an apology.
func Of(err error) Sentence {
	var rule *fault.Rule
	if errors.As(err, &rule) {
		return sentence(rule.Code, rule.Article, rule.Args, rule.Kind)
	}
	var problems fault.Problems
	if errors.As(err, &problems) && len(problems) > 0 {
		return ofProblems(problems)
	}
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return sentence("too-large-file", "", []fault.Arg{{Key: "limit", Value: size(tooLarge.Limit)}}, fault.Invalid)
	case errors.Is(err, context.DeadlineExceeded):
		return Sentence{Text: "系统这会儿太忙，没有在规定时间内做完。", Do: "请过几分钟再试一次。"}
	}
	return ofKind(fault.Kind(err))
}

// OfProblem returns the sentence for one problem of a form.
func OfProblem(p fault.Problem) Sentence {
	return sentence(p.Code, p.Article, p.Args, fault.Invalid)
}

// Fields returns the sentences of a form's problems by field, those of one field
// on one line and without provisions; the form's own are under the empty name. An error that holds no
// problems gives an empty map.
func Fields(err error) map[string]string {
	var problems fault.Problems
	fields := map[string]string{}
	if !errors.As(err, &problems) {
		return fields
	}
	for _, p := range problems {
		s := OfProblem(p)
		fields[p.Field] += s.Text + s.Do
	}
	return fields
}

// Known reports whether a code has a sentence of its own.
func Known(code string) bool {
	_, ok := find(code)
	return ok
}

// ofProblems says them all, each once, with the first provision named.
func ofProblems(problems fault.Problems) Sentence {
	var s Sentence
	seen := map[string]bool{}
	for _, p := range problems {
		one := OfProblem(p)
		if !seen[one.Text] {
			seen[one.Text] = true
			s.Text += one.Text + one.Do
		}
		if s.Article == "" {
			s.Article = one.Article
		}
	}
	return s
}

func sentence(code, article string, args []fault.Arg, kind error) Sentence {
	e, ok := find(code)
	if !ok {
		s := ofKind(kind)
		s.Article = Article(article)
		return s
	}
	return Sentence{Text: fill(e.text, args), Article: Article(article), Do: fill(e.do, args)}
}

func find(code string) (entry, bool) {
	for _, topic := range topics {
		if e, ok := topic[code]; ok {
			return e, true
		}
	}
	return entry{}, false
}

// ofKind is the sentence where no code says more.
func ofKind(kind error) Sentence {
	switch {
	case errors.Is(kind, fault.NotFound):
		return Sentence{Text: "您要找的内容不存在，可能已经移走或者地址有误。", Do: "请从首页进入，或者用搜索查找。"}
	case errors.Is(kind, fault.Invalid):
		return Sentence{Text: "提交的内容不符合要求，没有保存。", Do: "请返回检查后重新提交。"}
	case errors.Is(kind, fault.Conflict):
		return Sentence{Text: "这项操作与已有记录不一致，没有保存。", Do: "请刷新页面，看清当前情况后再操作。"}
	case errors.Is(kind, fault.Forbidden):
		return Sentence{Text: "您没有做这项操作的权限。", Do: "如工作需要，请联系本机关系统管理员。"}
	}
	return Sentence{Text: "系统出了问题，这次操作没有完成。", Do: "请稍后再试；仍然不行，请联系维护人员。"}
}

var placeholder = regexp.MustCompile(`\{(\w+)\}`)

// fill puts the values in the place of {key}; a value that was not given leaves
// nothing. Values are not read for placeholders themselves, so a hostile one
// stays text.
func fill(text string, args []fault.Arg) string {
	values := make(map[string]string, len(args))
	for _, a := range args {
		values[a.Key] = a.Value
	}
	return placeholder.ReplaceAllStringFunc(text, func(key string) string {
		return values[strings.Trim(key, "{}")]
	})
}
