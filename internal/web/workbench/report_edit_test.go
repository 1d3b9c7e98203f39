package workbench

import (
	"net/url"
	"strings"
	"testing"
	"unicode/utf8"

	"gongkai/internal/annualreport/narrate"
)

// noFigures knows the figures that a test names.
type noFigures map[string]int64

func (f noFigures) Figure(name string) (narrate.Figure, bool) {
	n, ok := f[name]
	return narrate.Figure{N: n, Unit: "件", Known: ok}, true
}

func (noFigures) Fact(name string) (string, bool) { return "我镇", name == "self" }

// FuzzEdited tries every button of the editor on any text: no text is refused with
// a panic, and a refused edit gives the text back as it was.
func FuzzEdited(f *testing.F) {
	f.Add("{{@self}}公开{{item.total}}条，答复3件。", "{{", "3件", "12")
	f.Add("{{?item.total: 有{{item.total}}条 | 无}}，{{=4|据信访件}}件", "item.total", "4件", "0")
	f.Add("}}{{\x00十三件|", "a+b-c", "十三件", "6")
	f.Fuzz(func(t *testing.T, body, figure, number, place string) {
		values := noFigures{"item.total": 7}
		body = tidy(body)
		for _, sent := range []url.Values{
			{"bind": {place}, "figure-" + place: {figure}, "number-" + place: {number}},
			{"bind": {place + "=" + figure}, "number-" + place: {number}},
			{"justify": {place}, "reason-" + place: {figure}, "number-" + place: {number}},
			{"do": {"append"}, "figure": {figure}},
			{"do": {"plain"}},
			{"do": {"restore"}},
			{"add": {figure}},
		} {
			next, said, err := edited(body, sent, narrate.SectionSpec{}, nil, values)
			switch {
			case err != nil && editSentence(err) == "":
				t.Errorf("edited(%q, %v) = %v, which has no sentence", body, sent, err)
			case err == nil && said == "" && next != body:
				t.Errorf("edited(%q, %v) = %q without a word about it", body, sent, next)
			case utf8.ValidString(body) && utf8.ValidString(figure) && !utf8.ValidString(next):
				t.Errorf("edited(%q, %v) = %q, which is not UTF-8", body, sent, next)
			}
			typedNumbers(narrate.Render(next, values), nil, sent)
		}
	})
}

func TestUnformulaKeepsNumbersAndDisarmsFormulas(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "12": "12", "-3": "-3", "-3.5": "-3.5", "=1+1": "'=1+1", "@SUM": "'@SUM", "-cmd": "'-cmd", "+1": "'+1", "洲泉镇": "洲泉镇", "\t=1": "'\t=1",
	} {
		if got := unformula(text); got != want {
			t.Errorf("unformula(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestContextStaysWhole(t *testing.T) {
	text := strings.Repeat("前", 40) + "3件" + strings.Repeat("后", 40)
	at := strings.Index(text, "3件")
	if got, want := contextOf(text, at, at+len("3件")), "…"+strings.Repeat("前", 14)+"3件"+strings.Repeat("后", 14)+"…"; got != want {
		t.Errorf("contextOf = %q, want %q", got, want)
	}
}
