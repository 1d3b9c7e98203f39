package checks

// Similarity is how much of their wording two texts share, as N-08 measures it:
// signs, digits, the names given and sentences that every report has are left out.
// It is false when either text has too little wording of its own to be compared.
func Similarity(a, b string, names ...string) (float64, bool) {
	left, right := shingles(a, names), shingles(b, names)
	if len(left) < fewestShingles || len(right) < fewestShingles {
		return 0, false
	}
	return similarity(left, right), true
}
