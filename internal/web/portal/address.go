package portal

import (
	"net/url"
	"strconv"
	"strings"
)

func sitePath(id string) string { return "/s/" + url.PathEscape(id) }

// to is the address of a page of the site, such as to("/reports").
func (v visit) to(path string) string { return v.base + path }

// at is the address of a page of the organ's platform; "" is its first page.
func (v visit) at(page string) string {
	return v.base + "/organs/" + url.PathEscape(v.organ.ID) + "/" + page
}

// atOrgan is at for another organ of the site.
func (v visit) atOrgan(id, page string) string {
	return v.base + "/organs/" + url.PathEscape(id) + "/" + page
}

// absolute makes a local address one that can leave the site.
func (v visit) absolute(local string) string { return v.origin + local }

// numbered is the address of a record by its number. A slash of the number stays a
// slash; a number that would not survive in a path travels in the query.
func numbered(list, number string) string {
	segments := strings.Split(number, "/")
	for i, s := range segments {
		if s == "" || s == "." || s == ".." {
			return list + "/?" + url.Values{"number": {number}}.Encode()
		}
		segments[i] = url.PathEscape(s)
	}
	return list + "/" + strings.Join(segments, "/")
}

func (v visit) itemPath(number string) string     { return numbered(v.at("items"), number) }
func (v visit) documentPath(number string) string { return numbered(v.at("documents"), number) }
func (v visit) rulePath(number string) string     { return numbered(v.at("rules"), number) }

func (v visit) columnPath(code string) string {
	return v.at("items") + "?" + url.Values{"column": {code}}.Encode()
}

// reportPath is the address of a report; edition 0 is the newest.
func (v visit) reportPath(year, edition int) string {
	return v.at("reports/"+strconv.Itoa(year)+"/") + editionQuery(edition)
}

func (v visit) exportPath(year, edition int, name string) string {
	return v.at("reports/"+strconv.Itoa(year)+"/report."+url.PathEscape(name)) + editionQuery(edition)
}

func editionQuery(edition int) string {
	if edition == 0 {
		return ""
	}
	return "?edition=" + strconv.Itoa(edition)
}

// withQuery adds the values that are not empty to an address.
func withQuery(path string, pairs ...string) string {
	q := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			q.Set(pairs[i], pairs[i+1])
		}
	}
	if len(q) == 0 {
		return path
	}
	return path + "?" + q.Encode()
}
