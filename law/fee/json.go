package fee

import (
	"encoding/json"
	"strconv"
)

// The written form keeps money as decimal text, because readers in other
// languages may hold numbers as floating point.
type chargeForm struct {
	Yuan  string     `json:"yuan"`
	Lines []lineForm `json:"lines"`
}

type lineForm struct {
	From     int64  `json:"from"`
	Through  int64  `json:"through,omitzero"` // absent when the tier has no end
	Count    int64  `json:"count"`
	UnitYuan string `json:"unit_yuan"`
	Yuan     string `json:"yuan"`
}

// MarshalJSON writes the charge as {"yuan":"380","lines":[…]}. The method is left
// out: it is a field of the record that holds the charge.
func (c Charge) MarshalJSON() ([]byte, error) {
	form := chargeForm{Yuan: decimal(c.Yuan), Lines: make([]lineForm, len(c.Lines))}
	for i, l := range c.Lines {
		form.Lines[i] = lineForm{
			From: l.From, Through: l.Through, Count: l.Count,
			UnitYuan: decimal(l.UnitYuan), Yuan: decimal(l.Yuan),
		}
	}
	return json.Marshal(form)
}

func decimal(yuan int64) string { return strconv.FormatInt(yuan, 10) }
