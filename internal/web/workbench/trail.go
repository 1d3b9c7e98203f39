package workbench

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"gongkai/internal/annualreport"
	"gongkai/internal/audit"
	"gongkai/internal/organ"
	"gongkai/internal/register"
	"gongkai/internal/web/ui"
)

const (
	entriesPerPage = 50
	// recordEntries is how much of its trail a record's page shows.
	recordEntries = 50
	// entriesLooked bounds the look for an organ's entries among those of records
	// with the same number in other organs.
	entriesLooked = 1000
)

type trailPage struct {
	ui.WorkFrame
	List ui.List
}

// trail serves GET …/trail: what was done in the organ's business, newest first.
func (b *Workbench) trail(w http.ResponseWriter, r *http.Request, v visit) error {
	after, err := trailKey(r.URL.Query())
	if err != nil {
		return errNoPage
	}
	entries, err := b.Trail.AuditOfOrgan(r.Context(), v.Site.ID, v.Organ.ID, after, entriesPerPage+1)
	if err != nil {
		return fmt.Errorf("read the trail of %s: %w", v.Organ.ID, err)
	}
	pager := ui.Pager{}
	if !after.At.IsZero() {
		pager.First = v.At("trail")
	}
	if len(entries) > entriesPerPage {
		entries = entries[:entriesPerPage]
		last := entries[entriesPerPage-1]
		pager.Next = v.At("trail") + "?" + url.Values{"at": {last.At.Format(time.RFC3339Nano)}, "id": {last.ID}}.Encode()
	}
	page := trailPage{WorkFrame: v.frame("操作记录", v.At("trail")), List: v.entryList(entries, true)}
	page.List.Pager = pager
	return b.show(w, "trail", page)
}

func trailKey(sent url.Values) (audit.Entry, error) {
	if sent.Get("at") == "" {
		return audit.Entry{}, nil
	}
	at, err := time.Parse(time.RFC3339Nano, sent.Get("at"))
	return audit.Entry{At: at, ID: sent.Get("id")}, err
}

// recordTrail is the trail of one record. Numbers are unique in one organ only, so
// entries of other organs are passed over.
func (b *Workbench) recordTrail(ctx context.Context, v visit, d register.Definition, number string) (ui.List, error) {
	var own []audit.Entry
	var after audit.Entry
	for looked := 0; looked < entriesLooked && len(own) < recordEntries; looked += recordEntries {
		page, err := b.Trail.AuditOfObject(ctx, v.Site.ID, d.Name, number, after, recordEntries)
		if err != nil {
			return ui.List{}, fmt.Errorf("read the trail of %s %s: %w", d.Name, number, err)
		}
		for _, e := range page {
			if e.OrganID == v.Organ.ID {
				own = append(own, e)
			}
		}
		if len(page) < recordEntries {
			break
		}
		after = page[len(page)-1]
	}
	return v.entryList(own, false), nil
}

// entryList lists entries; those of an organ name what was acted on.
func (v visit) entryList(entries []audit.Entry, named bool) ui.List {
	l := ui.List{
		Caption: "操作记录", Empty: ui.Empty{Title: "没有单独的操作记录", Text: "从表格导入的记录，只记整个文件的导入。"},
		Columns: []ui.Column{{Title: "时间", Kind: ui.CodeColumn}, {Title: "操作", Kind: ui.TitleColumn}, {Title: "操作人"}, {Title: "内容"}},
	}
	for _, e := range entries {
		what := ui.Cell{Text: actionLabel(e.Action)}
		if named {
			what = v.entryObject(e)
		}
		content := v.changed(e)
		if e.Reason != "" {
			content = "原因：" + e.Reason + "。" + content
		}
		name := e.ActorName
		if name == "" {
			name = "系统"
		}
		l.Rows = append(l.Rows, ui.Row{Cells: []ui.Cell{{Text: ui.Minute(e.At.In(china))}, what, {Text: name}, {Text: content}}})
	}
	return l
}

// entryObject names the action with what it was done to, linked where there is a page.
func (v visit) entryObject(e audit.Entry) ui.Cell {
	c := ui.Cell{Text: actionLabel(e.Action)}
	d, isRecord := register.ByName(e.ObjectKind)
	if !isRecord {
		c.Note = objectName(e)
		return c
	}
	c.Text += "：" + d.Title
	c.Note = e.ObjectID
	if e.Action != "register.import" && !strings.HasSuffix(e.Action, "void") && v.May(organ.ReadRegister) {
		c.Href = v.recordPath(d.Name, e.ObjectID)
	}
	return c
}

// objectName is the name that people, organs and sites carry in the trail.
func objectName(e audit.Entry) string {
	var named struct{ Name string }
	if len(e.After) == 0 || json.Unmarshal(e.After, &named) != nil {
		return ""
	}
	return named.Name
}

var actionLabels = map[string]string{
	"register.add": "登记", "register.change": "修改", "register.void": "作废", "register.import": "导入",
	"register.correct_add": "更正（补登）", "register.correct_change": "更正（修改）", "register.correct_void": "更正（作废）",
	"site.add": "建立网站", "site.save": "修改网站信息", "organ.add": "新增机关", "organ.save": "修改机关", "organ.merge": "合并机关",
	"organ.split": "分立机关", "organ.abolish": "撤销机关",
	"person.add": "新增人员", "person.save": "修改人员", "person.password": "设置密码", "person.login": "登录", "person.login_failed": "登录失败",
	"report.attest": "确认登记簿齐全", "report.drop_entry": "删去手工填写的数字", "report.enter": "手工填写数字", "report.template": "修改模板",
	"report.write": "修改报告正文", "rollup.adjust": "调整汇总数", "rollup.lock": "锁定汇总",
}

// actionLabel is the Chinese of an action; steps of a report have their own names.
func actionLabel(action string) string {
	if label, known := actionLabels[action]; known {
		return label
	}
	if label, known := collectionLabels[action]; known {
		return label
	}
	if step, isReport := strings.CutPrefix(action, "report."); isReport {
		if label, known := annualreport.StepLabels[annualreport.Step(step)]; known {
			return "年度报告：" + label
		}
	}
	return action
}

// changed says which fields of a record changed and from what to what. Personal
// data is named and not shown to those who may not read it.
func (v visit) changed(e audit.Entry) string {
	if e.Action == "register.import" {
		return importedWords(e)
	}
	if collectionLabels[e.Action] != "" {
		return collectionWords(e)
	}
	d, isRecord := register.ByName(e.ObjectKind)
	if !isRecord || len(e.Before) == 0 || len(e.After) == 0 {
		return ""
	}
	var before, after map[string]string
	if json.Unmarshal(e.Before, &before) != nil || json.Unmarshal(e.After, &after) != nil {
		return "内容无法显示"
	}
	var parts []string
	for _, f := range d.Fields {
		if before[f.Name] == after[f.Name] {
			continue
		}
		if f.Private && !v.May(organ.ReadPrivate) {
			parts = append(parts, f.Label+"有改动")
			continue
		}
		parts = append(parts, fmt.Sprintf("%s：%s → %s", f.Label, orNone(shortened(f.Format(before[f.Name]))), orNone(shortened(f.Format(after[f.Name])))))
	}
	return strings.Join(parts, "；")
}

func importedWords(e audit.Entry) string {
	var counts struct{ Added, Changed, Unchanged int64 }
	err := json.NewDecoder(bytes.NewReader(e.After)).Decode(&counts)
	if err != nil {
		return ""
	}
	return fmt.Sprintf("新增%d条，修改%d条，未变%d条", counts.Added, counts.Changed, counts.Unchanged)
}

func trimmed(s string) string { return strings.TrimSpace(s) }
