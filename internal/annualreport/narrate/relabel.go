package narrate

import (
	"regexp"
	"strings"
)

// The signs between the figures of an expression, as stored and as typed.
var (
	plainSigns = regexp.MustCompile(`[+-]`)
	wideSigns  = regexp.MustCompile(`[+\-＋－−]`)
)

// rewrite changes every name of a body's bindings and leaves all else as it is. It
// finds bindings by their signs alone, so that a body that Parse refuses in part
// keeps its shape, and a label stands exactly where its name stood.
func rewrite(body string, word wordOf, signs *regexp.Regexp) string {
	var b strings.Builder
	rest := body
	for {
		at := strings.Index(rest, opening)
		if at < 0 {
			b.WriteString(rest)
			return b.String()
		}
		at += len(opening)
		b.WriteString(rest[:at])
		rest = rest[at:]
		sigil := 0
		if rest != "" && strings.ContainsRune("?*@", rune(rest[0])) {
			sigil = 1
		}
		choice := sigil == 1 && rest[0] == '?'
		fact := sigil == 1 && rest[0] == '@'
		end := strings.Index(rest, closing)
		if choice {
			end = strings.IndexAny(rest, ":：{}")
		}
		if end < sigil || choice && strings.ContainsAny(rest[end:end+1], "{}") || strings.Contains(rest[:end], opening) || strings.HasPrefix(rest, "=") {
			continue
		}
		b.WriteString(rest[:sigil])
		inner := rest[sigil:end]
		rest = rest[end:]
		if name, isFact := strings.CutPrefix(strings.TrimLeft(inner, " "), "@"); choice && isFact {
			b.WriteString(inner[:len(inner)-len(name)])
			inner, fact = name, true
		}
		if fact {
			b.WriteString(changed(inner, word, true))
			continue
		}
		b.WriteString(expression(inner, word, signs))
	}
}

// expression changes the words between the signs. Wide signs become plain ones where
// every word is known; elsewhere they may belong to something else.
func expression(inner string, word wordOf, signs *regexp.Regexp) string {
	var b strings.Builder
	known := true
	words := signs.Split(inner, -1)
	for i, w := range words {
		words[i] = changed(w, word, false)
		known = known && figureName.MatchString(strings.TrimSpace(words[i]))
	}
	for i, sign := range append(signs.FindAllString(inner, -1), "") {
		b.WriteString(words[i])
		switch {
		case known && sign == "＋":
			sign = "+"
		case known && (sign == "－" || sign == "−"):
			sign = "-"
		}
		b.WriteString(sign)
	}
	return b.String()
}

// changed changes one word and keeps the space around it.
func changed(w string, word wordOf, fact bool) string {
	name := strings.TrimSpace(w)
	other, ok := word(name, fact)
	if !ok || name == "" {
		return w
	}
	at := strings.Index(w, name)
	return w[:at] + other + w[at+len(name):]
}
