// Package workbench is the staff face: signing in, what waits for whom, the
// registers with their forms and imports, the annual report, the supervisor's
// board, reports that were collected, and the pages of administrators and auditors.
//
// Every page stands below /work. The organ a person works for is part of the
// address, /work/o/{organ}/…, so that an address means the same for everyone and
// can be passed on. Each route names the action it needs; who may not do it to
// that organ is refused before the page runs, and a route without an action is
// open only to people with some role reaching the organ. A service asks again.
//
// A page is a struct that embeds ui.WorkFrame and has a template of its name. A
// form that was refused comes back as typed; a form that was taken leads on to
// another page, so that loading again repeats nothing.
//
// The package leaves rules to the features, markup to package ui, sentences to
// package message, and files to the adapters behind Ledgers, Imports and Originals.
//
// Provisions carried out: registers and reports as Art. 49 and Art. 50 ask for
// them, kept by the working body of Art. 4.
package workbench
