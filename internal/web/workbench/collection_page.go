package workbench

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/annualreport/collection"
	"gongkai/internal/fault"
	"gongkai/internal/message"
	"gongkai/internal/organ"
	"gongkai/internal/web/ui"
)

// collectionPage is a collection: what was found in its reports.
type collectionPage struct {
	ui.WorkFrame
	Facts     ui.Definitions
	Running   bool // the page asks again by itself
	Progress  ui.Progress
	Failed    bool
	Again     string               // where another reading is asked for
	LeftOut   []collection.LeftOut // files that were sent and could not be kept
	Remark    string
	Figures   []ui.Figure
	Missing   []string // organs without a report
	Year      int      // of the reports that are missing
	Filter    ui.Form
	Table     collectionTable
	Bulk      *bulkForm
	Downloads []ui.Link
	Compare   string
	More      *ui.Form // adds files
	Discard   *ui.Form
}

// bulkForm decides on every finding that the filter selects.
type bulkForm struct {
	Action  string
	Scope   string // in words; empty is everything
	Hidden  []ui.Field
	Note    string
	Problem string
}

// collection serves GET …/collections/{collection}.
func (b *Workbench) collection(w http.ResponseWriter, r *http.Request, v visit) error {
	page, err := b.collectionPage(r, v, r.URL.Query())
	if err != nil {
		return err
	}
	return b.show(w, "collection", page)
}

// collectionPage fills the page with what the values select.
func (b *Workbench) collectionPage(r *http.Request, v visit, values url.Values) (*collectionPage, error) {
	key := collectionKey(r, v)
	c, err := b.Collections.Get(r.Context(), v.Person, key)
	if err != nil {
		return nil, err
	}
	page := &collectionPage{
		WorkFrame: v.frame(c.Title, v.At("collections"), ui.Link{Title: "年报检查", Href: v.At("collections")}), LeftOut: c.LeftOut,
		Facts: ui.Definitions{Label: "收集信息", Facts: []ui.Fact{
			{Label: "收集人", Text: c.Person},
			{Label: "收到时间", Text: ui.Minute(c.CreatedAt.In(china))},
			{Label: "汇总机关", Text: c.Region},
		}},
	}
	switch c.State {
	case collection.Reading:
		err = b.readingPage(r.Context(), v, c, page)
	case collection.Failed:
		page.Failed = true
	case collection.Read:
		page.Remark = c.Remark
		err = b.readPage(r.Context(), v, key, values, page)
	}
	if err != nil {
		return nil, err
	}
	if v.May(organ.CollectReports) && !page.Running { // a page that asks again by itself takes away what is typed
		page.changes(v, collectionAt(key), c)
	}
	return page, nil
}

// readingPage shows how far the reading is.
func (b *Workbench) readingPage(ctx context.Context, v visit, c collection.Collection, page *collectionPage) error {
	done, total, err := b.Originals.Progress(ctx, v.Site.ID, c.ID)
	if err != nil {
		return err
	}
	page.Running = true
	page.Progress = ui.Progress{Label: "正在读取年报", Done: done, Total: total, Unit: "份", Note: "可以离开本页，也可以关机：读取会接着做完，结果在“年报检查”里找得到。"}
	return nil
}

// readPage shows what was found.
func (b *Workbench) readPage(ctx context.Context, v visit, k collection.Key, values url.Values, page *collectionPage) error {
	filter, place := readCollectionFilter(values), collectionAt(k)
	counts, err := b.Collections.Checks(ctx, v.Person, k)
	if err != nil {
		return err
	}
	page.Figures, err = b.collectionFigures(ctx, v, k, counts)
	if err != nil {
		return err
	}
	missing, year, err := b.Collections.Missing(ctx, v.Person, k)
	if err != nil {
		return err
	}
	page.Year = year
	for _, o := range missing {
		page.Missing = append(page.Missing, o.Name)
	}
	page.Filter = collectionFilterForm(place.path(), filter, counts)
	page.Table, err = b.collectionTable(ctx, v, k, filter, values.Get("after"), counts)
	if err != nil {
		return err
	}
	page.Downloads = []ui.Link{{Title: "工作簿（XLSX）", Href: place.path("reports.xlsx")}}
	page.Compare = place.compare(0, 0)
	returned := collection.Returned
	sent, err := b.Collections.Findings(ctx, v.Person, k, collection.Filter{Mark: &returned}, collection.Finding{}, 1)
	if err != nil {
		return err
	}
	if len(sent) > 0 {
		page.Downloads = append(page.Downloads, ui.Link{Title: "全部退回修改通知（ZIP，每份报告一个Word文件）", Href: place.path("notices.zip")})
	}
	if v.May(organ.CollectReports) && len(counts) > 0 {
		page.Bulk = &bulkForm{Action: place.path("marks"), Scope: collectionFilterText(filter)}
		for name, sent := range collectionValues(filter) {
			page.Bulk.Hidden = append(page.Bulk.Hidden, ui.Field{Name: "filter." + name, Value: sent[0]})
		}
	}
	return nil
}

// allFiles is how many files are fetched at a time where all are wanted.
const allFiles = 500

// eachCollected visits the files of a filter in the order of the table.
func (b *Workbench) eachCollected(ctx context.Context, v visit, k collection.Key, f collection.Filter, visit func(collection.File) error) error {
	var after collection.File
	for {
		files, err := b.Collections.Files(ctx, v.Person, k, f, after, allFiles)
		if err != nil {
			return err
		}
		for _, file := range files {
			err = visit(file)
			if err != nil {
				return err
			}
		}
		if len(files) < allFiles {
			return nil
		}
		after = files[len(files)-1]
	}
}

func (b *Workbench) collectionFigures(ctx context.Context, v visit, k collection.Key, counts []collection.CheckCount) ([]ui.Figure, error) {
	var files, unreadable, wrong int
	var sum collection.Tally
	err := b.eachCollected(ctx, v, k, collection.Filter{}, func(f collection.File) error {
		files++
		if f.Outline.Unreadable {
			unreadable++
		} else if f.Tally.Errors > 0 {
			wrong++
		}
		sum.Undecided += f.Tally.Undecided
		sum.Accepted += f.Tally.Accepted
		sum.Returned += f.Tally.Returned
		return nil
	})
	if err != nil {
		return nil, err
	}
	found := map[checks.Severity]int{}
	for _, c := range counts {
		found[c.Severity] += c.Findings
	}
	path := collectionAt(k).path()
	figure := func(label string, n int, unit, query string, tone ui.Tone) ui.Figure {
		f := ui.Figure{Label: label, Value: strconv.Itoa(n), Unit: unit}
		if n > 0 {
			f.Tone = tone
		}
		if query != "" {
			f.Href = path + "?" + query
		}
		return f
	}
	return []ui.Figure{
		figure("年报", files, "份", "", ""), figure("读不了", unreadable, "份", "", ui.Bad), figure("有错误", wrong, "份", "severity=E", ui.Bad),
		figure("错误", found[checks.Error], "处", "severity=E", ui.Bad), figure("注意", found[checks.Warning], "处", "severity=W", ui.Warn),
		figure("说明", found[checks.Information], "处", "severity=I", ""), figure("未处理", sum.Undecided, "处", "mark=undecided", ui.Warn),
		figure("认可", sum.Accepted, "处", "mark=accepted", ""), figure("退回修改", sum.Returned, "处", "mark=returned", ""),
	}, nil
}

// changes adds the forms with which a collection is changed.
func (p *collectionPage) changes(v visit, place collectionPlace, c collection.Collection) {
	p.More = &ui.Form{
		ID: "more", Action: place.path("files"), Token: v.Token, Upload: true, Submit: "添加并重新检查",
		Groups: []ui.Group{{Title: "添加文件", Fields: []ui.Field{filesField()}}},
	}
	p.More.Groups[0].Fields[0].Help = "名称相同的文件替换原来的一份；已经作出的处理，问题没有变化的予以保留。" + p.More.Groups[0].Fields[0].Help
	p.Discard = &ui.Form{
		ID: "discard", Action: place.path("discard"), Token: v.Token, Submit: fmt.Sprintf("删除这一批（%d份）", c.Files),
		Groups: []ui.Group{{Title: "删除", Note: "原件、检查结果和处理情况一并删除，不能恢复；操作记录里留有标题、数量和原因。已收入历年年报的报告不受影响。", Fields: []ui.Field{
			{Name: "reason", Label: "删除原因", Required: true, Length: 500},
		}}},
	}
	if p.Failed {
		p.Again = place.path("readings")
	}
}

// collectMore serves POST …/collections/{collection}/files.
func (b *Workbench) collectMore(w http.ResponseWriter, r *http.Request, v visit) error {
	key := collectionKey(r, v)
	got, err := b.receiveReports(w, r, v, key)
	if err == nil {
		err = got.err()
	}
	if err == nil {
		err = b.Collections.Add(r.Context(), v.Person, key, got.uploads)
	}
	if err == nil {
		b.waitForReading(r.Context(), v, key)
		return b.done(w, r, collectionAt(key).path(), fmt.Sprintf("收到%d个文件。", got.kept))
	}
	page, pageErr := b.collectionPage(r, v, url.Values{})
	if pageErr != nil || page.More == nil {
		return err
	}
	return b.collectRefused(w, err, page.More, got.answers, "collection", page)
}

// readAgain serves POST …/collections/{collection}/readings, after a reading failed.
func (b *Workbench) readAgain(w http.ResponseWriter, r *http.Request, v visit) error {
	key := collectionKey(r, v)
	err := b.Collections.ReadAgain(r.Context(), v.Person, key)
	if err != nil {
		return err
	}
	b.waitForReading(r.Context(), v, key)
	http.Redirect(w, r, collectionAt(key).path(), http.StatusSeeOther)
	return nil
}

// discardCollection serves POST …/collections/{collection}/discard.
func (b *Workbench) discardCollection(w http.ResponseWriter, r *http.Request, v visit) error {
	key := collectionKey(r, v)
	c, err := b.Collections.Get(r.Context(), v.Person, key)
	if err != nil {
		return err
	}
	err = b.Collections.Discard(r.Context(), v.Person, key, r.PostForm.Get("reason"))
	if err == nil {
		return b.done(w, r, v.At("collections"), "已删除“"+c.Title+"”。")
	}
	page, pageErr := b.collectionPage(r, v, url.Values{})
	if pageErr != nil || page.Discard == nil {
		return err
	}
	filled, shown := page.Discard.Fill(r.PostForm).Refused(atRule("reason", err))
	if !shown {
		return err
	}
	*page.Discard = filled
	return b.showRefused(w, err, "collection", page)
}

// atRule puts a refusal of what was typed beside the question for it.
func atRule(name string, err error) error {
	if !errors.Is(err, fault.Invalid) {
		return err
	}
	return atField(name, err)
}

// markAll serves POST …/collections/{collection}/marks: it decides on every finding
// that the filter of the page selects.
func (b *Workbench) markAll(w http.ResponseWriter, r *http.Request, v visit) error {
	key := collectionKey(r, v)
	sent := url.Values{}
	for _, name := range []string{"severity", "check", "mark", "text"} {
		sent.Set(name, r.PostForm.Get("filter."+name))
	}
	mark, known := markIn(r.PostForm.Get("mark"))
	if !known {
		return fmt.Errorf("mark %q: %w", r.PostForm.Get("mark"), fault.Invalid)
	}
	n, err := b.Collections.MarkAll(r.Context(), v.Person, key, readCollectionFilter(sent), mark, r.PostForm.Get("note"))
	if err == nil {
		return b.done(w, r, withQuery(collectionAt(key).path(), collectionValues(readCollectionFilter(sent))), markedText(n, mark))
	}
	if fault.Kind(err) == nil {
		return err
	}
	page, pageErr := b.collectionPage(r, v, sent)
	if pageErr != nil || page.Bulk == nil {
		return err
	}
	page.Bulk.Note, page.Bulk.Problem = r.PostForm.Get("note"), message.Of(err).String()
	return b.showRefused(w, err, "collection", page)
}

// markedText says what a decision changed.
func markedText(n int, mark collection.Mark) string {
	switch {
	case n == 0:
		return "没有需要改变的问题。"
	case mark == collection.Undecided:
		return fmt.Sprintf("%d处问题的标记已撤销。", n)
	}
	return fmt.Sprintf("%d处问题已标为“%s”。", n, collection.MarkLabels[mark])
}
