package register_test

import (
	"slices"
	"strings"
	"testing"

	"gongkai/internal/register"
)

// fieldOf is a field of each kind as the registers use it.
func fieldOf(kind register.Kind) register.Field {
	f := register.Field{Name: "f", Label: "一格", Kind: kind}
	if kind == register.Choice {
		f.Choices = []register.Option{{Code: "web", Label: "互联网"}, {Code: "registered_mail", Label: "邮寄（签收）"}}
	}
	return f
}

// kindNames name the kinds in failures.
var kindNames = map[register.Kind]string{
	register.Text: "Text", register.LongText: "LongText", register.Date: "Date", register.Integer: "Integer",
	register.Money: "Money", register.Choice: "Choice", register.Year: "Year",
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		kind  register.Kind
		typed string
		want  string
		code  string // of the problem, when it is refused
	}{
		{register.Date, "2024-03-05", "2024-03-05", ""},
		{register.Date, " 2024-03-05 ", "2024-03-05", ""},
		{register.Date, "2024-3-5", "2024-03-05", ""},
		{register.Date, "2024年3月5日", "2024-03-05", ""},
		{register.Date, "２０２４年３月５日", "2024-03-05", ""},
		{register.Date, "2024/3/5", "2024-03-05", ""},
		{register.Date, "2024.3.5", "2024-03-05", ""},
		{register.Date, "2024。3。5", "2024-03-05", ""},
		{register.Date, "2024-03-05 00:00:00", "2024-03-05", ""},
		{register.Date, "2024-03-05T00:00:00Z", "2024-03-05", ""},
		{register.Date, "2024年3月5日　上午", "2024-03-05", ""},
		{register.Date, "2024-02-29", "2024-02-29", ""},
		{register.Date, "2023-02-29", "", "date-impossible"},
		{register.Date, "2023-02-30", "", "date-impossible"},
		{register.Date, "2023年2月30日", "", "date-impossible"},
		{register.Date, "2024-13-01", "", "date-impossible"},
		{register.Date, "2024-00-10", "", "date-impossible"},
		{register.Date, "2024-04-31", "", "date-impossible"},
		{register.Date, "2024-03-05x", "", "date-impossible"},
		{register.Date, "24-3-5", "", "date-unreadable"},
		{register.Date, "2024", "", "date-unreadable"},
		{register.Date, "2024年3月", "", "date-impossible"},
		{register.Date, "2024-3-5-6", "", "date-unreadable"},
		{register.Date, "45356", "", "date-unreadable"},
		{register.Date, "去年三月", "", "date-unreadable"},
		{register.Date, "二〇二四年三月五日", "", "date-unreadable"},
		{register.Date, "--", "", "date-unreadable"},
		{register.Date, "2024\x003-5", "", "date-unreadable"},

		{register.Integer, "0", "0", ""},
		{register.Integer, "007", "7", ""},
		{register.Integer, "12", "12", ""},
		{register.Integer, "１２", "12", ""},
		{register.Integer, "1,234", "1234", ""},
		{register.Integer, "1，234，567", "1234567", ""},
		{register.Integer, "-0", "0", ""},
		{register.Integer, "1000000000000", "1000000000000", ""},
		{register.Integer, "1000000000001", "", "number-too-large"},
		{register.Integer, "99999999999999999999999", "", "number-too-large"},
		{register.Integer, "-3", "", "number-negative"},
		{register.Integer, "－3", "", "number-negative"},
		{register.Integer, "-3件", "", "number-negative"},
		{register.Integer, "-99999999999999999999999", "", "number-negative"},
		{register.Integer, "3件", "", "number-with-unit"},
		{register.Integer, "３ 件", "", "number-with-unit"},
		{register.Integer, "1e9", "", "number-with-unit"},
		{register.Integer, "约3", "", "number-unreadable"},
		{register.Integer, "三", "", "number-unreadable"},
		{register.Integer, "3.5", "", "number-unreadable"},
		{register.Integer, "1,2", "", "number-unreadable"},
		{register.Integer, "3，5", "", "number-unreadable"},
		{register.Integer, "12,34,567", "", "number-unreadable"},
		{register.Integer, ",", "", "number-unreadable"},
		{register.Integer, "0x10", "", "number-with-unit"},
		{register.Integer, "\x00", "", "number-unreadable"},
		{register.Integer, "无", "", "number-unreadable"},
		{register.Integer, "#REF!", "", "number-unreadable"},

		{register.Money, "1200", "120000", ""},
		{register.Money, "1200.5", "120050", ""},
		{register.Money, "1200.50", "120050", ""},
		{register.Money, "1200.500", "120050", ""},
		{register.Money, "0.01", "1", ""},
		{register.Money, "0", "0", ""},
		{register.Money, "1,200.00", "120000", ""},
		{register.Money, "１２００．５０", "120050", ""},
		{register.Money, "10000000000", "1000000000000", ""},
		{register.Money, "10000000001", "", "number-too-large"},
		{register.Money, "99999999999999999999999", "", "number-too-large"},
		{register.Money, "1200.005", "", "money-below-fen"},
		{register.Money, "12.345", "", "money-below-fen"},
		{register.Money, "-0.5", "", "number-negative"},
		{register.Money, "-12", "", "number-negative"},
		{register.Money, "1200元", "", "number-with-unit"},
		{register.Money, "1200.00元", "", "number-with-unit"},
		{register.Money, "12万", "", "number-with-unit"},
		{register.Money, "1e9", "", "number-with-unit"},
		{register.Money, "1,2", "", "number-unreadable"},
		{register.Money, "1,20.00", "", "number-unreadable"},
		{register.Money, ".5", "", "number-unreadable"},
		{register.Money, "5.", "", "number-unreadable"},
		{register.Money, "+5", "", "number-unreadable"},
		{register.Money, "1.2.3", "", "number-unreadable"},
		{register.Money, "¥12", "", "number-unreadable"},
		{register.Money, "一千", "", "number-unreadable"},

		{register.Year, "2024", "2024", ""},
		{register.Year, "２０２４", "2024", ""},
		{register.Year, "2024年", "2024", ""},
		{register.Year, "1949", "1949", ""},
		{register.Year, "2999", "2999", ""},
		{register.Year, "1948", "", "year-unreadable"},
		{register.Year, "3000", "", "year-unreadable"},
		{register.Year, "24", "", "year-unreadable"},
		{register.Year, "2024-2025", "", "year-unreadable"},
		{register.Year, "二〇二四", "", "year-unreadable"},

		{register.Choice, "web", "web", ""},
		{register.Choice, "互联网", "web", ""},
		{register.Choice, " 邮寄（签收） ", "registered_mail", ""},
		{register.Choice, "网上", "", "choice-unknown"},
		{register.Choice, "WEB", "", "choice-unknown"},
		{register.Choice, "web,registered_mail", "", "choice-unknown"},

		{register.Text, "  洲政发〔2024〕3号 ", "洲政发〔2024〕3号", ""},
		{register.Text, "𠮷䶮㛃", "𠮷䶮㛃", ""},
		{register.Text, strings.Repeat("字", 200), strings.Repeat("字", 200), ""},
		{register.Text, strings.Repeat("字", 201), "", "text-too-long"},
		{register.Text, strings.Repeat("字", 200_000), "", "text-too-long"},
		{register.Text, "两\n行", "", "text-unreadable"},
		{register.Text, "制\t表", "", "text-unreadable"},
		{register.Text, "空\x00字符", "", "text-unreadable"},
		{register.Text, "删\x7f除", "", "text-unreadable"},
		{register.Text, "换\u0085行", "", "text-unreadable"},
		{register.Text, "\xd5\xfe\xb8\xae", "", "text-unreadable"}, // 政府 as GB18030 bytes
		{register.Text, "政\ufffd府", "", "text-unreadable"},
		{register.Text, "政\uffff府", "", "text-unreadable"},
		{register.LongText, "两\n行\t和\r\n表", "两\n行\t和\r\n表", ""},
		{register.LongText, strings.Repeat("字", 4001), "", "text-too-long"},
		{register.LongText, "铃\x07声", "", "text-unreadable"},
	} {
		got, problem := fieldOf(c.kind).Parse(c.typed)
		code := ""
		if problem != nil {
			code = problem.Code
		}
		if got != c.want || code != c.code {
			t.Errorf("%s.Parse(%.40q) = %.40q, %q, want %.40q, %q", kindNames[c.kind], c.typed, got, code, c.want, c.code)
		}
		if problem != nil && (problem.Value != strings.TrimSpace(c.typed) || problem.Field != "f" || problem.Label != "一格") {
			t.Errorf("%s.Parse(%.40q): the problem is of %s (%s) and shows %.40q, want the field's own name and what was typed",
				kindNames[c.kind], c.typed, problem.Field, problem.Label, problem.Value)
		}
	}
}

func TestParseOfNothing(t *testing.T) {
	for _, typed := range []string{"", "  ", "　", "\t\n"} {
		for kind, name := range kindNames {
			f := fieldOf(kind)
			got, problem := f.Parse(typed)
			if got != "" || problem != nil {
				t.Errorf("optional %s.Parse(%q) = %q, %v, want nothing", name, typed, got, problem)
			}
			f.Required = true
			_, problem = f.Parse(typed)
			if problem == nil || problem.Code != "required" {
				t.Errorf("required %s.Parse(%q): problem %v, want required", name, typed, problem)
			}
		}
	}
	f := fieldOf(register.Choice)
	f.Required, f.Default = true, "web"
	got, problem := f.Parse("")
	if got != "web" || problem != nil {
		t.Errorf("Parse of nothing with a default = %q, %v, want the default", got, problem)
	}
}

func TestUnknownChoiceNamesTheChoices(t *testing.T) {
	_, problem := fieldOf(register.Choice).Parse("网上")
	if problem == nil || !slices.Equal(problem.Args, []string{"choices", "互联网、邮寄（签收）"}) {
		t.Errorf("Parse(网上): %+v, want a problem that lists the labels", problem)
	}
}

func TestFormat(t *testing.T) {
	for _, c := range []struct {
		kind        register.Kind
		value, want string
	}{
		{register.Money, "120000", "1200.00"},
		{register.Money, "5", "0.05"},
		{register.Money, "0", "0.00"},
		{register.Money, "1000000000000", "10000000000.00"},
		{register.Money, "", ""},
		{register.Choice, "web", "互联网"},
		{register.Choice, "gone", "gone"},
		{register.Choice, "", ""},
		{register.Integer, "12", "12"},
		{register.Date, "2024-03-05", "2024-03-05"},
		{register.Year, "2024", "2024"},
		{register.Text, "文", "文"},
	} {
		if got := fieldOf(c.kind).Format(c.value); got != c.want {
			t.Errorf("%s.Format(%q) = %q, want %q", kindNames[c.kind], c.value, got, c.want)
		}
	}
}

// FuzzParse: whatever is typed, Parse does not panic; what it accepts is canonical,
// which is to say that it is read back as itself, both raw and as it is shown.
func FuzzParse(f *testing.F) {
	for kind := range kindNames {
		for _, typed := range []string{"", "12", "１２", "1,234.50", "-3", "3件", "1e9", "2024-03-05", "2024年3月5日", "互联网", "政\xd5", "a\x00b", "99999999999999999999"} {
			f.Add(byte(kind), typed)
		}
	}
	f.Fuzz(func(t *testing.T, kind byte, typed string) {
		field := fieldOf(register.Kind(int(kind) % len(kindNames)))
		value, problem := field.Parse(typed)
		if problem != nil {
			if value != "" || problem.Code == "" {
				t.Errorf("%s.Parse(%q) = %q with %+v, want no value and a code", kindNames[field.Kind], typed, value, problem)
			}
			return
		}
		raw := value
		if field.Kind == register.Money {
			raw = field.Format(value) // fen are never typed
		}
		for _, again := range []string{raw, field.Format(value)} {
			got, problem := field.Parse(again)
			if got != value || problem != nil {
				t.Errorf("%s.Parse(%q) = %q, but Parse(%q) = %q, %v", kindNames[field.Kind], typed, value, again, got, problem)
			}
		}
	})
}
