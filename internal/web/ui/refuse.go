package ui

import (
	"errors"
	"net/url"
	"slices"
	"strings"

	"gongkai/internal/fault"
	"gongkai/internal/message"
)

// Fill returns the form with the answers that were sent, so that a refused form
// comes back as it was typed. Passwords and files are not shown again, and what
// may only be read keeps its own value.
func (f Form) Fill(sent url.Values) Form {
	return f.each(func(field Field) Field {
		answers := sent[field.Name]
		switch {
		case field.ReadOnly || field.Kind == PasswordField || field.Kind == FileField || field.Kind == HiddenField:
		case len(field.Options) > 0:
			field.Options = Choose(field.Options, answers...)
			fallthrough
		default:
			field.Value = strings.Join(answers, "、")
		}
		return field
	})
}

// Refused returns the form with what an error says about it: problems beside
// their fields, anything else at the top. It reports false for an error that the
// person at the form cannot mend, such as one of ours; return that one.
func (f Form) Refused(err error) (Form, bool) {
	if !errors.Is(err, fault.Invalid) && !errors.Is(err, fault.Conflict) {
		return f, false
	}
	var problems fault.Problems
	if !errors.As(err, &problems) {
		f.Problem = message.Of(err).String()
		return f, true
	}
	wrong := message.Fields(err)
	f = f.each(func(field Field) Field {
		field.Error = wrong[field.Name]
		delete(wrong, field.Name)
		return field
	})
	var rest []string // about the whole, or about a field this form does not have
	for _, p := range problems {
		if s := wrong[p.Field]; s != "" && !slices.Contains(rest, s) {
			rest = append(rest, s)
		}
	}
	f.Problem = strings.Join(rest, "")
	return f, true
}

// each returns the form with every field changed, leaving the given one as it is.
func (f Form) each(change func(Field) Field) Form {
	groups := make([]Group, len(f.Groups))
	for i, g := range f.Groups {
		fields := make([]Field, len(g.Fields))
		for j, field := range g.Fields {
			fields[j] = change(field)
		}
		g.Fields = fields
		groups[i] = g
	}
	f.Groups = groups
	return f
}
