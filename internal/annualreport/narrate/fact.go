package narrate

import (
	"strconv"
	"strings"

	"gongkai/internal/organ"
)

// Facts are the words that a body may ask for with {{@name}}: organ, short, year,
// next_year, last_year, self, working_body, address, telephone. What the organ has
// not filled in is missing.
func Facts(o organ.Organ, year int) map[string]string {
	facts := map[string]string{
		"organ": o.Name, "short": o.ShortName, "self": Self(o),
		"year": strconv.Itoa(year), "next_year": strconv.Itoa(year + 1), "last_year": strconv.Itoa(year - 1),
		"working_body": o.WorkingBody, "address": o.Address, "telephone": o.Telephone,
	}
	for name, word := range facts {
		if strings.TrimSpace(word) == "" {
			delete(facts, name)
		}
	}
	return facts
}

// selfNames are how an organ speaks of itself, by the end of its name without
// 人民政府; longer endings first.
var selfNames = map[organ.Kind][][2]string{
	organ.Town:             {{"民族乡", "我乡"}, {"乡", "我乡"}, {"镇", "我镇"}},
	organ.Street:           {{"街道办事处", "我街道"}, {"街道", "我街道"}},
	organ.CountyGovernment: {{"县", "我县"}, {"市", "我市"}, {"区", "我区"}, {"旗", "我旗"}},
	organ.Office:           {{"办公室", "我办"}},
	organ.Department: {
		{"委员会", "我委"}, {"办公室", "我办"}, {"中心", "我中心"}, {"局", "我局"}, {"委", "我委"}, {"办", "我办"}, {"队", "我队"},
	},
}

// Self is how the organ speaks of itself: 我镇, 我局, 我县; 本机关 where its name
// does not tell.
func Self(o organ.Organ) string {
	name := strings.TrimSuffix(o.Name, "人民政府")
	for _, ending := range selfNames[o.Kind] {
		if strings.HasSuffix(name, ending[0]) {
			return ending[1]
		}
	}
	return "本机关"
}
