package fault

import "errors"

// The kinds. Compare with errors.Is; wrapped errors keep their kind.
var (
	NotFound  = errors.New("not found") // the thing named does not exist, or may not be known to exist
	Invalid   = errors.New("invalid")   // what was entered cannot be accepted as it stands
	Conflict  = errors.New("conflict")  // it contradicts what is already recorded
	Forbidden = errors.New("forbidden") // this person may not do this
)

var kinds = []error{NotFound, Invalid, Conflict, Forbidden}

// Kind reports which of the sentinels err belongs to, or nil when it is none of
// them: a failure of ours.
func Kind(err error) error {
	for _, kind := range kinds {
		if errors.Is(err, kind) {
			return kind
		}
	}
	return nil
}
