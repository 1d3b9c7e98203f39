package corpus

import (
	"fmt"
	"strings"
)

// Fixture is a damaged report with what can be read in it.
type Fixture struct {
	Name string // “pdf-unruled 砚川市自然资源和规划局 2024”
	Form string // Form.Key, "slip" or "hand"
	File string // name with its ending
	Data []byte
	Want Want
}

// Fixtures makes the whole corpus, the same at every call.
func Fixtures() ([]Fixture, error) {
	var all []Fixture
	for _, f := range Forms {
		for _, number := range f.of {
			all = append(all, f.fixture(bases[number]))
		}
	}
	all = append(all, slipped()...)
	written, err := byHand()
	if err != nil {
		return nil, fmt.Errorf("read the fixtures written by hand: %w", err)
	}
	return append(all, written...), nil
}

// fixture damages the report of a base.
func (f Form) fixture(b base) Fixture {
	if f.old != "" {
		b.format = f.old
	}
	name := fmt.Sprintf("%s %s %d", f.Key, b.Name, b.year)
	r := compose(b)
	if f.damage != nil {
		f.damage(r)
	}
	if f.old != "" {
		r.want.find("R-01")
	}
	return Fixture{Name: name, Form: f.Key, File: strings.ReplaceAll(name, " ", "-") + f.End, Data: f.write(r), Want: r.want}
}
