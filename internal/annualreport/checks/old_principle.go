package checks

import "strings"

// oldPrinciples are wordings of the principle before the Regulation of 2019.
var oldPrinciples = []string{
	"公开是原则，不公开是例外", "公开为原则，不公开为例外", "公开是原则、不公开是例外", "公开为原则、不公开为例外",
}

// oldPrinciple points out the wording of the principle before the Regulation was
// revised in 2019; now it reads 以公开为常态、不公开为例外 (Art. 5).
var oldPrinciple = Check{
	ID: "N-18", Title: "公开原则的旧表述", Citation: "Art. 5", Severity: Information, Since: sinceRegulation,
	Applies: func(l *Ledger) bool { return l.Year >= 2019 },
	Examine: func(l *Ledger) []Finding {
		var findings []Finding
		for _, p := range l.passages() {
			text := p.plain()
			for _, old := range oldPrinciples {
				if strings.Contains(text, old) {
					findings = append(findings, l.found(p, old, "“"+old+"”是旧的表述，条例第五条的表述是“以公开为常态、不公开为例外”，建议改用。"))
				}
			}
		}
		return findings
	},
	Fails: func(l *Ledger) {
		l.append("overview.management", "坚持“公开是原则，不公开是例外”。")
	},
	Passes: func(l *Ledger) {
		l.append("overview.management", "坚持“以公开为常态、不公开为例外”。")
	},
}
