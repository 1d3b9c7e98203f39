package portal

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

// FuzzNumbersSurviveTheirAddress holds that a record's page is found by the address
// that its number gives, whatever an organ types as a number.
func FuzzNumbersSurviveTheirAddress(f *testing.F) {
	for _, seed := range []string{"113304830025306088/2024-00001", "洲政规〔2024〕1号", "../x", "a//b", ".", "a/..", "%2F", "?q=1", "#a", "a b+c", "a&b;c", "𠮷", "a/", "/"} {
		f.Add(seed)
	}
	var got string
	mux := http.NewServeMux()
	mux.HandleFunc("GET /items/{number...}", func(_ http.ResponseWriter, r *http.Request) {
		number, err := typedNumber(r)
		if err != nil {
			number = ""
		}
		got = number
	})
	f.Fuzz(func(t *testing.T, number string) {
		if number == "" || clean(number) != number {
			return // no register holds such a number
		}
		got = ""
		r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, numbered("/items", number), nil)
		mux.ServeHTTP(httptest.NewRecorder(), r)
		if got != number {
			t.Errorf("address %s leads to %q, want %q", numbered("/items", number), got, number)
		}
	})
}

func TestTypedTextIsCleaned(t *testing.T) {
	tests := []struct{ typed, want string }{
		{" 财政 \n预算 ", "财政 预算"}, {"a\x00b", "ab"}, {"\xff\xfe", ""}, {"𠮷", "𠮷"}, {"\ufffd", ""},
	}
	for _, tt := range tests {
		if got := clean(tt.typed); got != tt.want {
			t.Errorf("clean(%q) = %q, want %q", tt.typed, got, tt.want)
		}
	}
}
