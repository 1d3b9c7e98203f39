package checks

import (
	"regexp"
	"strings"
)

// presentedOrgan is whose report the preamble says it is: 现公布枫林镇2024年政府信息公开工作年度报告.
var presentedOrgan = regexp.MustCompile(`现(?:予)?(?:公布|发布|公开|将)(\p{Han}{3,30}?)[12]\d{3}年度?政府信息公开(?:工作)?(?:年度)?报告`)

// presentsAnother finds the name of another organ where the text presents the report.
// Bureaus go by many short names, so that only a town or street tells two organs apart.
func (l *Ledger) presentsAnother(p passage) []Finding {
	m := presentedOrgan.FindStringSubmatch(p.plain())
	if m == nil || strings.HasPrefix(m[1], "我") || strings.HasPrefix(m[1], "本") || strings.Contains(p.section.Text, "《"+m[1]) {
		return nil
	}
	name := m[1]
	for _, own := range l.Organ.Names() {
		if !apart(name, own) {
			return nil
		}
	}
	return []Finding{l.found(p, name, "正文公布的是“"+name+"”的年度报告，本机关是“"+l.Organ.Name+"”，像是沿用了其他机关的文字，请改正。")}
}

// apart reports whether two names certainly belong to two organs.
func apart(name, own string) bool {
	place, ownPlace := placeName(name), placeName(own)
	kind, ownKind := nameKind(place), nameKind(ownPlace)
	local := func(kind string) bool { return kind == "town" || kind == "street" }
	switch {
	case !local(kind) && !local(ownKind):
		return false
	case kind == "department" && !endsWithAny(name, []string{"局", "委员会", "厅", "中心"}):
		return false
	}
	return !strings.Contains(name, withoutCounty(ownPlace)) && !strings.Contains(own, withoutCounty(place))
}
