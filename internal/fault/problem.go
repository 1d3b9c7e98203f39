package fault

import "strings"

// Problem is what is wrong with one field of a form.
type Problem struct {
	Field   string // the form's name for the field; empty for the form as a whole
	Code    string // picks the sentence
	Article string // the provision quoted under it, or empty
	Args    []Arg  // the values of the sentence
}

// Problems is an error that holds everything wrong with a form, so that all of
// it can be shown at once. Its kind is Invalid. Collect with Add and return Err,
// which is nil when nothing was added.
type Problems []Problem

// Add notes one problem. The args are key, value pairs, as for Refuse.
func (p *Problems) Add(field, code, article string, args ...string) {
	*p = append(*p, Problem{Field: field, Code: code, Article: article, Args: pair(args)})
}

// Err returns the problems as an error, or nil when there are none.
func (p Problems) Err() error {
	if len(p) == 0 {
		return nil
	}
	return p
}

// At returns the problems of one field, in the order they were added.
func (p Problems) At(field string) []Problem {
	var found []Problem
	for _, problem := range p {
		if problem.Field == field {
			found = append(found, problem)
		}
	}
	return found
}

// Error is for logs: every problem after its field.
func (p Problems) Error() string {
	parts := make([]string, len(p))
	for i, problem := range p {
		parts[i] = problem.Field + ": " + describe(problem.Code, problem.Article, problem.Args)
	}
	return "invalid: " + strings.Join(parts, "; ")
}

// Unwrap gives Invalid, so that errors.Is finds it.
func (p Problems) Unwrap() error { return Invalid }
