package prose

import "strings"

// Kind says how the value of a number is held.
type Kind uint8

// The kinds of number.
const (
	Count   Kind = iota // whole things
	Money               // fen
	Percent             // hundredths of a percent
)

// unit is a word that may follow a number.
type unit struct {
	word     string
	kind     Kind
	factor   int64 // of money: fen in one
	counting bool  // a number of things, as against a term, an age or a score
}

// units, longer words before those they begin with.
var units = []unit{
	{word: "个百分点", kind: Percent},
	{word: "个工作日"},
	{word: "工作日"},
	{word: "个小时"},
	{word: "小时"},
	{word: "分钟"},
	{word: "个月"},
	{word: "周年"},
	{word: "周岁"},
	{word: "亿元", kind: Money, factor: 1e10, counting: true},
	{word: "万元", kind: Money, factor: 1e6, counting: true},
	{word: "元", kind: Money, factor: 100, counting: true},
	{word: "%", kind: Percent, counting: true},
	{word: "％", kind: Percent, counting: true},
	{word: "人次", counting: true},
	{word: "场次", counting: true},
	{word: "件次", counting: true},
	{word: "条次", counting: true},
	{word: "件", counting: true},
	{word: "条", counting: true},
	{word: "次", counting: true},
	{word: "份", counting: true},
	{word: "篇", counting: true},
	{word: "个", counting: true},
	{word: "項", counting: true},
	{word: "项", counting: true},
	{word: "人", counting: true},
	{word: "名", counting: true},
	{word: "场", counting: true},
	{word: "期", counting: true},
	{word: "处", counting: true},
	{word: "家", counting: true},
	{word: "则", counting: true},
	{word: "宗", counting: true},
	{word: "起", counting: true},
	{word: "部", counting: true},
	{word: "批", counting: true},
	{word: "幅", counting: true},
	{word: "张", counting: true},
	{word: "册", counting: true},
	{word: "户", counting: true},
	{word: "块", counting: true},
	{word: "例", counting: true},
	{word: "倍"},
	{word: "分"},
	{word: "页"},
	{word: "字"},
	{word: "天"},
	{word: "周"},
	{word: "岁"},
	{word: "类"},
	{word: "种"},
	{word: "支"},
	{word: "套"},
	{word: "轮"},
	{word: "位"},
	{word: "日"},
	{word: "年"},
}

// unitAt finds the unit a text begins with.
func unitAt(text string) (unit, bool) {
	for _, u := range units {
		if strings.HasPrefix(text, u.word) {
			return u, true
		}
	}
	return unit{}, false
}

// pieces are the units in which reports count documents and cases alike.
var pieces = []string{"件", "条", "份", "篇", "个", "则", "宗", "起", "项", "例", "件次", "条次"}
