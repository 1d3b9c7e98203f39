package xlsx

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
)

// count returns a source of n rows that number themselves.
func count(n int) func() ([]any, error) {
	at := 0
	return func() ([]any, error) {
		if at == n {
			return nil, io.EOF
		}
		at++
		return []any{at}, nil
	}
}

func TestStreamKeepsValues(t *testing.T) {
	rows := [][]any{
		{"=1+1", int64(410101199001011234), 12, 3.5, true, nil, "㛃𬭎堃\x00"},
		{strings.Repeat("长", maxCellText+5)},
	}
	next := func() ([]any, error) {
		if len(rows) == 0 {
			return nil, io.EOF
		}
		row := rows[0]
		rows = rows[1:]
		return row, nil
	}
	f, _ := opened(t, func(w io.Writer) error {
		return Stream(w, Register{Sheet: "申请登记", Date: "2025-01-16", Header: []string{"申请内容", "证件号码"}, Widths: []float64{30}}, next)
	})
	got, err := f.GetRows("申请登记")
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"=1+1", "410101199001011234", "12", "3.5", "是", "", "㛃𬭎堃"}; !slices.Equal(got[1], want) {
		t.Errorf("row 2 = %q, want %q", got[1], want)
	}
	formula, err := f.GetCellFormula("申请登记", "A2")
	if err != nil || formula != "" {
		t.Errorf("A2 holds the formula %q, %v", formula, err)
	}
	if !strings.HasSuffix(got[2][0], cut) || len([]rune(got[2][0])) != maxCellText {
		t.Errorf("a text too long has %d characters and ends in %q, want %d and the mark", len([]rune(got[2][0])), got[2][0][len(got[2][0])-30:], maxCellText)
	}
	panes, err := f.GetPanes("申请登记")
	if err != nil || panes.YSplit != 1 {
		t.Errorf("panes = %+v, %v, want a frozen header", panes, err)
	}
}

func TestRegisterLongerThanASheetGoesOn(t *testing.T) {
	f, _ := opened(t, func(w io.Writer) error {
		b, err := newBook("登记", about{})
		if err != nil {
			return err
		}
		err = b.stream(Register{Sheet: "登记", Header: []string{"序号"}}, count(7), 4)
		if err != nil {
			return err
		}
		return b.finish(w)
	})
	var got []string
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, sheet)
		for _, row := range rows {
			got = append(got, row...)
		}
	}
	want := []string{"登记", "序号", "1", "2", "3", "登记（2）", "序号", "4", "5", "6", "登记（3）", "序号", "7"}
	if !slices.Equal(got, want) {
		t.Errorf("sheets = %q, want %q", got, want)
	}
}

func TestStreamRefuses(t *testing.T) {
	broken := errors.New("connection lost")
	for name, next := range map[string]func() ([]any, error){
		"a value of no known type": func() ([]any, error) { return []any{struct{}{}}, nil },
		"a source that fails":      func() ([]any, error) { return nil, broken },
		"text that is not UTF-8":   func() ([]any, error) { return []any{"\xff"}, nil },
	} {
		err := Stream(io.Discard, Register{Sheet: "s"}, next)
		if err == nil || name == "a source that fails" && !errors.Is(err, broken) {
			t.Errorf("%s: Stream error = %v", name, err)
		}
	}
}

func TestTemplate(t *testing.T) {
	columns := []Column{
		{Name: "标题", Help: "公开事项的标题", Example: "关于…的通知", Required: true},
		{Name: "公开属性", Help: "源头认定的属性", Choices: []string{"主动公开", "依申请公开", "不予公开", "甲,乙"}, Required: true},
		{Name: "成文日期", Kind: Date, Example: "2025-01-16"},
		{Name: "页数", Kind: Number, Example: "3"},
	}
	f, _ := opened(t, func(w io.Writer) error { return Template(w, "公开事项导入模板", columns) })
	rows, err := f.GetRows("填写")
	if err != nil || len(rows) != 1 || !slices.Equal(rows[0], []string{"*标题", "*公开属性", "成文日期", "页数"}) {
		t.Errorf("sheet 填写 = %q, %v, want the header only", rows, err)
	}
	rules, err := f.GetDataValidations("填写")
	if err != nil || len(rules) != 1 || rules[0].Sqref != "B2:B1048576" || rules[0].Formula1 != "'选项'!$A$1:$A$4" {
		t.Errorf("rules = %+v, %v, want one list on column B", rules, err)
	}
	if got := value(t, f, "选项", "A4"); got != "甲,乙" {
		t.Errorf("fourth choice = %q, want 甲,乙", got)
	}
	visible, err := f.GetSheetVisible("选项")
	if err != nil || visible {
		t.Errorf("sheet of choices is visible")
	}
	for column, want := range map[string]int{"A": textFormat, "C": textFormat, "D": 0} {
		number, err := f.GetColStyle("填写", column)
		if err != nil {
			t.Fatal(err)
		}
		style, err := f.GetStyle(number)
		if err != nil || style.NumFmt != want {
			t.Errorf("format of column %s = %+v, %v, want %d", column, style, err, want)
		}
	}
	colour := func(cell string) string {
		number, err := f.GetCellStyle("填写", cell)
		if err != nil {
			t.Fatal(err)
		}
		style, err := f.GetStyle(number)
		if err != nil {
			t.Fatal(err)
		}
		return style.Font.Color
	}
	if colour("A1") != requiredInk || colour("C1") == requiredInk {
		t.Errorf("header colours = %q, %q, want only the required one in %s", colour("A1"), colour("C1"), requiredInk)
	}
	help, err := f.GetRows("填写说明")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := help[7], []string{"公开属性", "是", "源头认定的属性", "从列表中选择：主动公开、依申请公开、不予公开、甲,乙"}; !slices.Equal(got, want) {
		t.Errorf("explanation = %q, want %q", got, want)
	}
}

func TestTemplateRefuses(t *testing.T) {
	for name, columns := range map[string][]Column{
		"no columns":     nil,
		"an empty name":  {{Name: " "}},
		"the same twice": {{Name: "标题"}, {Name: "标题"}},
	} {
		if err := Template(io.Discard, "t", columns); err == nil {
			t.Errorf("%s: Template error = nil", name)
		}
	}
}
