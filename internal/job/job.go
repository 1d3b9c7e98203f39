package job

import (
	"encoding/json"
	"time"
)

// State is where a job stands.
type State string

// The states. The first two are open, the others final.
const (
	Queued    State = "queued"    // waits for its time, the first or the next after a failure
	Running   State = "running"   // a worker holds it until its lease ends
	Done      State = "done"      // the handler succeeded
	Failed    State = "failed"    // the handler failed MaxAttempts times
	Cancelled State = "cancelled" // somebody called it off
)

// Attempts is how often a task is tried that does not say.
const Attempts = 8

// Task is work to be queued.
type Task struct {
	SiteID      string
	ID          string          // made by storage when empty; set it to follow the progress
	Kind        string          // picks the handler
	Payload     json.RawMessage // what the handler needs; ids rather than copies of records
	RunAt       time.Time       // not before; at once when zero
	MaxAttempts int             // Attempts when zero
	// Key, when not empty, makes the task one of a kind: as long as the site has a
	// job of this kind and key, in any state, queuing another does nothing. A task
	// of the timetable puts its day into it.
	Key string
}

// Job is a task in the queue.
type Job struct {
	SiteID      string
	ID          string
	Kind        string
	Payload     json.RawMessage
	Key         string
	State       State
	RunAt       time.Time // of the next attempt, while queued
	Attempts    int       // begun so far; also tells the holders of a job apart
	MaxAttempts int
	LeaseUntil  time.Time // while running: whoever holds it has until then
	LastError   string    // for operators, of the last failed attempt
	Done, Total int64     // progress in the handler's own unit; Total 0 is unknown
	CreatedAt   time.Time
	FinishedAt  time.Time // zero until final
}
