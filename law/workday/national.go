package workday

import (
	"embed"
	"fmt"
	"io/fs"
	"sync"
)

//go:embed data/*.json
var data embed.FS

// National is the calendar of the national holiday notices of 2019 to 2026.
func National() Calendar {
	return national()
}

var national = sync.OnceValue(func() Calendar {
	arrangements, err := builtIn()
	if err != nil {
		panic(err) // the files are part of the program; a test reads them all
	}
	return Calendar{}.With(arrangements...)
})

// builtIn reads the embedded arrangements.
func builtIn() ([]Arrangement, error) {
	names, err := fs.Glob(data, "data/*.json")
	if err != nil {
		return nil, fmt.Errorf("list built-in arrangements: %w", err)
	}
	var arrangements []Arrangement
	for _, name := range names {
		text, err := data.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("open built-in arrangement %s: %w", name, err)
		}
		a, err := Parse(text)
		if err != nil {
			return nil, fmt.Errorf("built-in arrangement %s: %w", name, err)
		}
		arrangements = append(arrangements, a)
	}
	return arrangements, nil
}
