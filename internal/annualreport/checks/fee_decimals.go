package checks

import (
	"fmt"

	"gongkai/law/tally"
)

// fenInFourDecimals is one unit of the fourth decimal of 万元.
const fenInFourDecimals = tally.FenPerTenThousandYuan / 10_000

// feeDecimals looks for money that was typed in 元 into a cell in 万元, or with
// more decimals than a sum in 万元 has.
var feeDecimals = Check{
	ID: "T2-04", Title: "收费金额以万元计", Citation: noticeTableTwo, Severity: Warning, Since: sinceFormat2019,
	Applies: hasTableTwo2021,
	Examine: func(l *Ledger) []Finding {
		const name = "admin_fee_amount_wan"
		fen, isKnown := number(l.Cells[name])
		if !isKnown {
			return nil
		}
		text := ""
		received, isCounted := l.figure("fee_received.amount")
		switch {
		case fen%fenInFourDecimals != 0:
			text = fmt.Sprintf("%s填%s万元，小数超过四位，请按财政收入核对金额和单位。", l.cellPlace(name), tenThousands(fen))
		case isCounted && received > fen:
			text = fmt.Sprintf("%s填%s万元，少于实收的信息处理费%s万元，信息处理费属于行政事业性收费，应当计入，请核对。",
				l.cellPlace(name), tenThousands(fen), tenThousands(received))
		default:
			return nil
		}
		return []Finding{{Text: text, Where: name, Place: l.cellPlace(name), Stated: pointer(fen)}}
	},
	Fails:  func(l *Ledger) { l.Cells["admin_fee_amount_wan"] = tally.Amount(1_234_567) },
	Passes: func(l *Ledger) { l.Cells["admin_fee_amount_wan"] = tally.Amount(1_234_500) },
}

func tenThousands(fen int64) string { return tally.Amount(fen).Text(tally.TenThousandYuan) }
