package indexno

import "strings"

// Kind says what sort of code stands before the slash.
type Kind string

// The kinds of front seen in use.
const (
	OrgCode Kind = "organisation-code" // 组织机构代码, nine characters, the hyphen optional
	USCC    Kind = "uscc"              // 统一社会信用代码, eighteen characters
	Region  Kind = "region"            // 行政区划代码, six, nine or twelve digits
	Tree    Kind = "tree"              // a site's own code of digits for a unit in its tree
)

// Front is the part before the slash with what it was taken for. The kind is the
// best guess from the text alone: one tree code of nine digits in eleven passes
// for an organisation code. A Pattern knows better.
type Front struct {
	Text string
	Kind Kind
}

// ParseFront reads the part before the slash and guesses its kind.
func ParseFront(s string) (Front, error) {
	for _, kind := range []Kind{USCC, OrgCode, Region, Tree} {
		if !shaped(kind, s) {
			continue
		}
		f := Front{Text: s, Kind: kind}
		switch kind {
		case USCC:
			// The first character names the registering department, never 0; tree
			// codes begin with it.
			if allDigits(s) && s[0] == '0' {
				continue
			}
		case OrgCode, Region:
			// Bare digits that fail the check are more likely a tree code.
			if allDigits(s) && !f.Valid() {
				continue
			}
		}
		return f, nil
	}
	return Front{}, ErrFront
}

// shaped reports whether a text has the length and the characters of a kind,
// whatever its check digit.
func shaped(kind Kind, s string) bool {
	switch kind {
	case USCC:
		return len(s) == 18 && upperAlphanumeric(s)
	case OrgCode:
		body, check, hyphen := strings.Cut(s, "-")
		if hyphen {
			// Some sites lose the leading zero of a hyphenated code.
			return (len(body) == 8 || len(body) == 7) && len(check) == 1 && upperAlphanumeric(body+check)
		}
		return len(s) == 9 && upperAlphanumeric(s)
	case Region:
		return (len(s) == 6 || len(s) == 9 || len(s) == 12) && allDigits(s)
	case Tree:
		return len(s) >= 3 && len(s) <= 24 && allDigits(s)
	}
	return false
}

// Valid reports whether the code agrees with its own rule: the check digit of an
// organisation or credit code, the province of a region code. A tree code has no
// rule.
func (f Front) Valid() bool {
	if !shaped(f.Kind, f.Text) {
		return false
	}
	switch f.Kind {
	case USCC:
		return ValidUSCC(f.Text)
	case OrgCode:
		return ValidOrgCode(strings.ReplaceAll(f.Text, "-", ""))
	case Region:
		return knownProvince(f.Text)
	}
	return f.Kind == Tree
}

// String writes the front as it stands before the slash.
func (f Front) String() string { return f.Text }

func upperAlphanumeric(s string) bool {
	for i := range len(s) {
		if (s[i] < '0' || s[i] > '9') && (s[i] < 'A' || s[i] > 'Z') {
			return false
		}
	}
	return true
}

// knownProvince reports whether the first two digits are those of a province
// (GB/T 2260): one of the eight regions of the country and a number used in it.
func knownProvince(code string) bool {
	within := map[byte]string{
		'1': "12345", '2': "123", '3': "1234567", '4': "123456",
		'5': "01234", '6': "12345", '7': "1", '8': "12",
	}
	return strings.IndexByte(within[code[0]], code[1]) >= 0
}
