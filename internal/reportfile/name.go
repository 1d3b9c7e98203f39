package reportfile

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"gongkai/law/sitecode"
)

// bareName is an organ's name without the words that one year's title has and the
// next leaves out. A government's office is an organ of its own and keeps its name.
func bareName(name string) string {
	for _, ending := range []string{"人民政府", "办事处"} {
		bare, found := strings.CutSuffix(name, ending)
		if found && bare != "" {
			return bare
		}
	}
	return name
}

// ownNames are the names by which an organ calls itself in its text, longest first:
// 禾岭县青石镇人民政府, 禾岭县青石镇, 青石镇.
func ownNames(organ string) []string {
	if organ == "" {
		return nil
	}
	bare := bareName(organ)
	names := []string{organ, bare}
	const levels = "县市区旗州"
	last := strings.LastIndexAny(bare, levels)
	for last >= 0 {
		_, size := utf8.DecodeRuneInString(bare[last:])
		if rest := bare[last+size:]; rest != "" {
			if utf8.RuneCountInString(rest) > 1 {
				names = append(names, rest)
			}
			break
		}
		last = strings.LastIndexAny(bare[:last], levels) // the level is the organ's own
	}
	slices.SortStableFunc(names, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	return slices.Compact(names)
}

// maybeSame reports whether two names may be one organ's, as 青石镇 and
// 禾岭县青石镇人民政府 may, or a government and the office that signs for it.
func maybeSame(a, b string) bool {
	a = bareName(strings.TrimSuffix(a, "办公室"))
	b = bareName(strings.TrimSuffix(b, "办公室"))
	return strings.HasSuffix(a, b) || strings.HasSuffix(b, a)
}

// regionOf is the region of the site that a report was published on, from the code
// of the site in its foot; empty when it gives none.
func regionOf(head map[string]string) sitecode.Region {
	site, err := sitecode.ParseSite(head["site_code"])
	if err == nil && !site.Central() {
		return site.Region()
	}
	return ""
}

// sameRegion reports whether two sites may be those of one place. A county may move
// its pages to the site of its city: 330000 holds 330100, which holds 330106. What
// is not known may be anywhere.
func sameRegion(a, b sitecode.Region) bool {
	if a == "" || b == "" {
		return true
	}
	wide, narrow := prefixOf(a), prefixOf(b)
	return strings.HasPrefix(wide, narrow) || strings.HasPrefix(narrow, wide)
}

// prefixOf is a region's code without the levels it leaves open, two digits each.
func prefixOf(r sitecode.Region) string {
	code := string(r)
	for len(code) > 2 && strings.HasSuffix(code, "00") {
		code = code[:len(code)-2]
	}
	return code
}
