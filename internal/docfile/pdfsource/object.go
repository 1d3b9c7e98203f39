package pdfsource

// The objects of a PDF are Go values: nil, bool, float64, text (a string), name,
// array, dict, *stream and ref; in content streams also keyword.
type (
	text    string
	name    string
	keyword string
	array   []any
	dict    map[name]any
	ref     struct{ number, generation int }
)

// stream is a dictionary with data, still packed.
type stream struct {
	dict
	data   []byte
	number int // of the object, 0 where it has none; the key of encrypted data
	gen    int
}
