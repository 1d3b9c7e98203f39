package portal

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"unicode"

	"gongkai/internal/fault"
)

// longestTyped bounds what is read of an address, in characters.
const longestTyped = 200

// typed is a value of the query as the storage can take it: valid UTF-8 without
// control characters, cut to a sane length.
func typed(r *http.Request, name string) string { return clean(r.URL.Query().Get(name)) }

func clean(s string) string {
	s = strings.Map(func(c rune) rune {
		if unicode.IsControl(c) || c == unicode.ReplacementChar {
			return -1
		}
		return c
	}, strings.ToValidUTF8(s, ""))
	if runes := []rune(s); len(runes) > longestTyped {
		s = string(runes[:longestTyped])
	}
	return strings.TrimSpace(s)
}

// typedYear is the year of the query, 0 for none and for what is no year.
func typedYear(r *http.Request) int {
	year, ok := parseYear(typed(r, "year"))
	if !ok {
		return 0
	}
	return year
}

func parseYear(s string) (int, bool) {
	year, err := strconv.Atoi(s)
	return year, err == nil && len(s) == 4 && year >= 1949
}

// typedNumber is the number of the record that the address names.
func typedNumber(r *http.Request) (string, error) {
	number := r.PathValue("number")
	if number == "" {
		number = r.URL.Query().Get("number")
	}
	if number == "" || clean(number) != number {
		return "", fmt.Errorf("record %q: %w", number, fault.NotFound)
	}
	return number, nil
}
