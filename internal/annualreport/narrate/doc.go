// Package narrate turns the prose of an annual report into text whose every number
// is a figure of the registers (Art. 50). A section's body is stored with bindings
// in double braces; Render puts the figures in and says where each one stands, so
// that a page can link it to its records and a check can compare it.
//
//	{{item.total}}                        a figure, by its name
//	{{a+b}}, {{a-b}}                      a sum or a difference of figures
//	{{last.item.total}}                   the figure of the year before
//	{{=469|据镇志统计}}                        a number typed by hand, with its reason
//	{{@organ}}                            a fact that is a word, see Facts
//	{{?a: more than none | none | less}}  a choice by a figure, or by a fact being known
//	{{*req.denied.total}}                 the parts of a total that are not 0, with their labels
//
// A choice may hold anything that a body may, two levels deep. Nothing that is
// written in a body is refused: what cannot be read stays visible and is reported.
// An unknown figure reads 〔待补〕, never 0.
//
// The package also holds the sections of each report format with their templates,
// what to say of problems the figures show, and last year's measures that this
// year's report has to answer. It leaves the figures and the cross-checks to
// others and reads no storage.
package narrate
