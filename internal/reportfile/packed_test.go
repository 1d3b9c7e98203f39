package reportfile

import (
	"math"
	"slices"
	"testing"

	"gongkai/law/tally"
)

func TestPackedValuesComeBack(t *testing.T) {
	values := []tally.Value{
		tally.Count(0), tally.UnknownValue, tally.NotApplicableValue,
		{State: tally.Blank},
		tally.Count(-8), tally.Count(11_398_889),
		tally.Amount(1_260_000), tally.Count(math.MaxInt64), tally.Count(math.MinInt64), tally.Count(1),
	}
	var p packedCells
	for _, v := range values {
		p = p.with(v)
	}
	if got := p.values(); !slices.Equal(got, values) {
		t.Errorf("values() = %+v, want %+v", got, values)
	}
	if got := packedCells(nil).values(); got != nil {
		t.Errorf("values() of nothing = %+v, want none", got)
	}
}
