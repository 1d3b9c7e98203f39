// Package job runs durable work: rows that a change puts into the queue in its
// own transaction, and that workers take, finish, retry or give up. A timetable
// puts in what runs every day.
//
// A job may run twice: after a crash, or when a lease ran out. Handlers are
// written so that this does no harm, and say so with their own checks, not by
// trusting the queue. The package leaves storage to its Store, knows nothing of
// what the kinds of jobs do, and has no clock of its own: time and ticks are given.
package job
