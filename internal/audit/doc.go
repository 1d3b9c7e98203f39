// Package audit is the word for a line of the append-only trail that everyone
// writes: who did what to which record, when and why, with the record before and
// after. A use case writes its entry in the transaction of the change, so there
// is never one without the other.
//
// The package leaves storage to store, which refuses to alter or delete an
// entry, and leaves the wording of actions to the pages.
package audit
