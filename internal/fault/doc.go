// Package fault holds the few kinds of error everyone shares. A service refuses
// with one of the sentinels, or with a *Rule when the law explains the refusal,
// or with Problems when several fields of a form are wrong at once.
//
// The package leaves wording to the pages: a code picks the Chinese sentence in
// web/ui and the article is quoted under it. It leaves HTTP status codes to the
// one function in web and the one in api that map the kinds. An error that is
// none of the kinds is a failure of ours, shown as a plain apology and logged.
package fault
