package audit

import (
	"context"
	"encoding/json"
	"time"
)

// Entry is one line of the trail. Storage fills in an empty ID and a zero At.
type Entry struct {
	SiteID     string
	ID         string
	At         time.Time // to the microsecond
	ActorID    string    // empty when the system itself acted
	ActorName  string    // as it was then: a later change of name does not rewrite the trail
	Action     string    // such as "request.reply"
	ObjectKind string    // such as "request"
	ObjectID   string
	OrganID    string // the organ whose business it is; empty for the site's own
	Reason     string // what the actor gave as the reason, if the action asks for one
	Before     json.RawMessage
	After      json.RawMessage
}

// Trail takes entries. A transaction is one, so that an entry stands or falls
// with the change it tells of.
type Trail interface {
	Audit(ctx context.Context, e Entry) error
}
