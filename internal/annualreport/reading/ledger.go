package reading

import (
	"strings"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/organ"
	"gongkai/law/sitecode"
	"gongkai/law/tally"
)

// ledger is the report as the checks examine it. What a report from outside cannot
// tell, such as registers and the year before, stays unknown.
func (r *report) ledger() *checks.Ledger {
	l := &checks.Ledger{
		Organ: r.organ(), Year: r.Year, Format: r.format, Cells: r.Cells,
		Counts: make(map[string]int64), Title: r.title.text,
		Signed: checks.Signature{Organ: r.signed.organ, Date: r.signed.date},
		// Without a date limit that has passed there is nothing to say about a page
		// that does not give its date.
		PublishedOn: r.publishedOn(),
	}
	if r.Year == 0 {
		l.Title = "" // a standard title has a year
	}
	for _, b := range r.bodies {
		if b.key == preamble && strings.TrimSpace(b.text) == "" {
			continue
		}
		section := checks.Section{Key: b.key + ".text", Text: b.text, Reading: &b.reading}
		if b.key == preamble {
			section.Key = preamble
		}
		l.Chapters = append(l.Chapters, checks.Chapter{Key: b.key, Heading: r.numbered(b), Sections: []checks.Section{section}})
	}
	return l
}

// numbered is the heading of a chapter. Numbers that a text program counts itself are
// often lost with all headings at once; that is one finding, not six.
func (r *report) numbered(b body) string {
	chapter, ok := r.format.Chapter(b.key)
	if ok && r.unnumbered() && b.heading == chapter.Title {
		return chapter.Heading()
	}
	return b.heading
}

// unnumbered reports whether no chapter has a number.
func (r *report) unnumbered() bool {
	for _, h := range r.heads {
		if h.number != "" {
			return false
		}
	}
	return len(r.heads) > 0
}

// publishedOn is the day of publication. A page that was moved to a new site shows
// the day of the move: a date later than the year after the report's is not used.
func (r *report) publishedOn() string {
	date := r.Dates["published"]
	if date == "" || yearOf(date[:4]) != r.Year+1 {
		return ""
	}
	return date
}

// organ is what is known about the organ: the full name from the signature where
// it ends in the name the title gives.
func (r *report) organ() organ.Organ {
	o := organ.Organ{Name: r.Organ}
	for _, name := range []string{r.signed.organ, r.title.organ, r.Head[headPublisher]} {
		if name == "" || name == o.Name || !sameOrgan(name, r.Organ) {
			continue
		}
		if len(name) > len(o.Name) {
			o.Aliases = append(o.Aliases, o.Name)
			o.Name = name
			continue
		}
		o.Aliases = append(o.Aliases, name)
	}
	o.Kind = organKind(o.Name)
	switch {
	case o.Kind == organ.Street && strings.HasSuffix(o.Name, "街道"):
		o.Name, o.Aliases = o.Name+"办事处", append(o.Aliases, o.Name)
	case strings.HasSuffix(o.Name, "管委会"):
		o.Aliases = append(o.Aliases, strings.TrimSuffix(o.Name, "管委会")+"管理委员会")
	}
	if place := strings.TrimSuffix(strings.TrimSuffix(o.Name, "人民政府"), "办事处"); place != o.Name && place != "" {
		o.ShortName = place
	}
	o.RegionCode = r.regionCode()
	// Whether an organ may make rules is not known from its report; a city with
	// districts may.
	o.RuleMaking = strings.HasSuffix(o.Name, "市人民政府") || strings.HasSuffix(o.Name, "省人民政府") || o.Name == ""
	return o
}

// sameOrgan reports whether two names may be those of one organ: the same but for
// the county in front and 人民政府 or 办公室 behind.
func sameOrgan(a, b string) bool {
	a, b = coreName(a), coreName(b)
	if a == "" || b == "" {
		return false
	}
	return strings.HasSuffix(a, b) || strings.HasSuffix(b, a) || strings.HasPrefix(a, b) || strings.HasPrefix(b, a) ||
		likeness([]rune(a), []rune(b)) >= 0.75
}

func coreName(name string) string {
	for _, ending := range []string{"人民政府办公室", "人民政府办公厅", "人民政府", "办事处", "委员会", "办公室"} {
		trimmed := strings.TrimSuffix(name, ending)
		if trimmed != name && trimmed != "" {
			return trimmed
		}
	}
	return name
}

// organKind guesses the kind of an organ from its name.
func organKind(name string) organ.Kind {
	place := strings.TrimSuffix(strings.TrimSuffix(name, "人民政府"), "政府")
	government := place != name
	switch {
	case name == "":
		return ""
	case strings.HasSuffix(name, "镇") || strings.HasSuffix(name, "乡") || government && endsWithAny(place, "镇", "乡", "苏木"):
		return organ.Town
	case strings.HasSuffix(name, "街道") || strings.HasSuffix(name, "街道办事处") || strings.HasSuffix(name, "街道办"):
		return organ.Street
	case government && endsWithAny(place, "县", "市", "区", "州", "盟", "旗", "省", "自治区") || endsWithAny(name, "县", "市", "区") && len(name) <= 15:
		return organ.CountyGovernment
	case endsWithAny(name, "人民政府办公室", "人民政府办公厅", "人民政府办"):
		return organ.Office
	}
	return organ.Department
}

// regionCode is the region of the site the page was published on.
func (r *report) regionCode() string {
	site, err := sitecode.ParseSite(r.Head[footSiteCode])
	if err == nil && !site.Central() {
		return string(site.Region())
	}
	police, err := sitecode.ParsePolice(r.Head[footPolice])
	if err == nil {
		return string(police.Region())
	}
	return ""
}

// hasTables reports whether the format has tables two to four.
func hasTables(format tally.Format) bool {
	return format.ID == tally.Format2021 || format.ID == tally.Format2019
}
