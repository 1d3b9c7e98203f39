// Package house holds the tests over the tree itself: that imports keep to the
// rings of ARCHITECTURE.md, that every package says what it is for, that the
// glossary names identifiers which exist, that links and commands in documents
// work, that files stay short and migrations gapless, and that no path of one
// developer's machine stands anywhere.
//
// It leaves citations of the law to docs/law and the wording of refusals to the
// test of package message.
package house
