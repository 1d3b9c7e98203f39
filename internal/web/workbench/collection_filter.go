package workbench

import (
	"net/url"
	"slices"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/annualreport/collection"
	"gongkai/internal/web/ui"
)

// undecidedWord stands in an address for the mark that is the empty word.
const undecidedWord = "undecided"

// severityWords name the severities as on notices and in workbooks.
var severityWords = map[checks.Severity]string{checks.Error: "错误", checks.Warning: "注意", checks.Information: "说明"}

var severityTones = map[checks.Severity]ui.Tone{checks.Error: ui.Bad, checks.Warning: ui.Warn, checks.Information: ui.Plain}

var severityOptions = []ui.Option{
	{Value: "", Label: "全部"}, {Value: string(checks.Error), Label: "错误"}, {Value: string(checks.Warning), Label: "注意"}, {Value: string(checks.Information), Label: "说明"},
}

var markOptions = []ui.Option{
	{Value: "", Label: "全部"}, {Value: undecidedWord, Label: "未处理"}, {Value: string(collection.Accepted), Label: "认可"}, {Value: string(collection.Returned), Label: "退回修改"},
}

var markTones = map[collection.Mark]ui.Tone{collection.Undecided: ui.Plain, collection.Accepted: ui.Good, collection.Returned: ui.Bad}

// readCollectionFilter reads a filter from an address or a form; what makes no
// sense is left out.
func readCollectionFilter(sent url.Values) collection.Filter {
	f := collection.Filter{Check: trimmed(sent.Get("check")), Text: trimmed(sent.Get("text"))}
	severity := checks.Severity(sent.Get("severity"))
	if severityWords[severity] != "" {
		f.Severity = severity
	}
	mark, known := markIn(sent.Get("mark"))
	if known {
		f.Mark = &mark
	}
	return f
}

// markIn reads a mark of a filter; false for none.
func markIn(word string) (collection.Mark, bool) {
	if word == undecidedWord {
		return collection.Undecided, true
	}
	mark := collection.Mark(word)
	return mark, mark == collection.Accepted || mark == collection.Returned
}

// collectionValues writes a filter as readCollectionFilter reads it.
func collectionValues(f collection.Filter) url.Values {
	values := url.Values{}
	set := func(name, value string) {
		if value != "" {
			values.Set(name, value)
		}
	}
	set("severity", string(f.Severity))
	set("check", f.Check)
	set("text", f.Text)
	if f.Mark != nil {
		set("mark", firstOf(string(*f.Mark), undecidedWord))
	}
	return values
}

// collectionFilterForm asks for a filter.
func collectionFilterForm(action string, f collection.Filter, counts []collection.CheckCount) ui.Form {
	values := collectionValues(f)
	offered := []ui.Option{{Value: "", Label: "全部"}}
	for _, c := range counts {
		offered = append(offered, ui.Option{Value: c.ID, Label: c.ID + " " + c.Title})
	}
	if f.Check != "" && !slices.ContainsFunc(counts, func(c collection.CheckCount) bool { return c.ID == f.Check }) {
		offered = append(offered, ui.Option{Value: f.Check, Label: f.Check})
	}
	form := ui.Form{Action: action, Submit: "筛选", Groups: []ui.Group{{Fields: []ui.Field{
		{Name: "severity", Label: "级别", Kind: ui.SelectField, Options: ui.Choose(severityOptions, values.Get("severity"))},
		{Name: "check", Label: "检查", Kind: ui.SelectField, Options: ui.Choose(offered, f.Check)},
		{Name: "mark", Label: "处理", Kind: ui.SelectField, Options: ui.Choose(markOptions, values.Get("mark"))},
		{Name: "text", Label: "机关或文件名", Kind: ui.SearchField, Value: f.Text, Length: 100},
	}}}}
	if len(values) > 0 {
		form.Cancel = ui.Link{Title: "清除条件", Href: action}
	}
	return form
}

// collectionFilterText says in words what a filter selects.
func collectionFilterText(f collection.Filter) string {
	text := ""
	add := func(words string) {
		if words == "" {
			return
		}
		if text != "" {
			text += "，"
		}
		text += words
	}
	if f.Severity != "" {
		add("级别为“" + severityWords[f.Severity] + "”")
	}
	if f.Check != "" {
		add("检查为" + f.Check)
	}
	if f.Mark != nil {
		add("处理为“" + collection.MarkLabels[*f.Mark] + "”")
	}
	if f.Text != "" {
		add("机关或文件名含“" + f.Text + "”")
	}
	return text
}
