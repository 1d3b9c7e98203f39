package fault

import "strings"

// Arg is one named value of the sentence that a code picks, such as
// {"due", "2026-03-30"}.
type Arg struct{ Key, Value string }

// Rule is a refusal that a provision explains.
type Rule struct {
	Kind    error  // one of the sentinels
	Code    string // picks the sentence, such as "reply-already-given"
	Article string // the provision quoted under it, such as "Art. 33 para. 2"; empty when none applies
	Args    []Arg  // the values of the sentence, in the order given
}

// Refuse makes a refusal. The args are key, value pairs; a last key without a
// value gets the empty one.
func Refuse(kind error, code, article string, args ...string) *Rule {
	return &Rule{Kind: kind, Code: code, Article: article, Args: pair(args)}
}

// Error is for logs: the kind, the code, the values and the article.
func (r *Rule) Error() string {
	kind := "refused"
	if r.Kind != nil {
		kind = r.Kind.Error()
	}
	return kind + ": " + describe(r.Code, r.Article, r.Args)
}

// Unwrap gives the kind, so that errors.Is finds it.
func (r *Rule) Unwrap() error { return r.Kind }

func pair(args []string) []Arg {
	var pairs []Arg
	for i := 0; i < len(args); i += 2 {
		arg := Arg{Key: args[i]}
		if i+1 < len(args) {
			arg.Value = args[i+1]
		}
		pairs = append(pairs, arg)
	}
	return pairs
}

func describe(code, article string, args []Arg) string {
	var b strings.Builder
	b.WriteString(code)
	for _, arg := range args {
		b.WriteString(" " + arg.Key + "=" + arg.Value)
	}
	if article != "" {
		b.WriteString(" (" + article + ")")
	}
	return b.String()
}
