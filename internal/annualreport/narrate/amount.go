package narrate

import (
	"strconv"
	"strings"

	"gongkai/law/tally"
)

// text writes the figure without its unit: pieces as they are, money in 万元 where
// that is its unit, and else in 元 with no more decimals than it needs.
func (f Figure) text() string {
	switch {
	case !f.Money:
		return strconv.FormatInt(f.N, 10)
	case f.Unit == "万元":
		return tally.Amount(f.N).Text(tally.TenThousandYuan)
	}
	return yuan(f.N)
}

// yuan writes fen in 元: 120000 is 1200, 1250 is 12.5.
func yuan(fen int64) string {
	const fenPerYuan = 100
	sign, rest := "", uint64(fen)
	if fen < 0 {
		sign, rest = "-", -rest // unsigned, so that the smallest int64 survives
	}
	text := sign + strconv.FormatUint(rest/fenPerYuan, 10)
	part := rest % fenPerYuan
	if part == 0 {
		return text
	}
	return text + "." + strings.TrimRight(strconv.FormatUint(part/10, 10)+strconv.FormatUint(part%10, 10), "0")
}
