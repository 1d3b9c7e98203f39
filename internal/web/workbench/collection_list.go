package workbench

import (
	"context"
	"fmt"
	"net/http"
	"strconv"
	"time"

	"gongkai/internal/annualreport/collection"
	"gongkai/internal/organ"
	"gongkai/internal/web/ui"
)

// reportFiles are the endings of the files that can be read.
const reportFiles = ".html,.htm,.mht,.mhtml,.docx,.xlsx,.pdf,.md,.txt,.zip"

// collectionsPage lists what an organ collected.
type collectionsPage struct {
	ui.WorkFrame
	List ui.List
	New  *ui.Form // for who may collect
}

var collectionTones = map[collection.State]ui.Tone{collection.Reading: ui.Warn, collection.Read: ui.Good, collection.Failed: ui.Bad}

// collections serves GET /work/o/{organ}/collections.
func (b *Workbench) collections(w http.ResponseWriter, r *http.Request, v visit) error {
	page, err := b.collectionsPage(r, v)
	if err != nil {
		return err
	}
	return b.show(w, "collection_list", page)
}

func (b *Workbench) collectionsPage(r *http.Request, v visit) (collectionsPage, error) {
	found, err := b.Collections.List(r.Context(), v.Person, collectionKey(r, v))
	if err != nil {
		return collectionsPage{}, err
	}
	page := collectionsPage{WorkFrame: v.frame("年报检查", v.At("collections")), List: collectionList(v, found)}
	if v.May(organ.CollectReports) {
		form := newCollectionForm(v)
		page.New = &form
	}
	return page, nil
}

func collectionList(v visit, found []collection.Collection) ui.List {
	list := ui.List{
		Caption: "收到的年报",
		Columns: []ui.Column{
			{Title: "标题", Kind: ui.TitleColumn},
			{Title: "状态", Kind: ui.StateColumn},
			{Title: "份数", Kind: ui.NumberColumn},
			{Title: "汇总机关"},
			{Title: "收集人"},
			{Title: "收到时间", Kind: ui.DateColumn},
		},
		Empty: ui.Empty{Title: "还没有收到年报", Text: "把各机关的年度报告传上来，系统逐份读取、检查，列出每一处问题。"},
	}
	for _, c := range found {
		list.Rows = append(list.Rows, ui.Row{Cells: []ui.Cell{
			{Text: c.Title, Href: v.At("collections", c.ID)},
			{Badge: ui.Badge{Text: collection.StateLabels[c.State], Tone: collectionTones[c.State]}},
			{Text: strconv.Itoa(c.Files)},
			{Text: c.Region},
			{Text: c.Person},
			{Text: ui.Minute(c.CreatedAt.In(china))},
		}})
	}
	return list
}

func newCollectionForm(v visit) ui.Form {
	fields := []ui.Field{{
		Name: "title", Label: "标题", Value: fmt.Sprintf("%d年度政府信息公开工作年度报告", v.ReportYear()), Required: true, Length: 200,
		Help: "收到的年报按批列出，标题说明是哪一批。",
	}}
	if len(organ.Below(v.Organs, v.Organ.ID)) > 0 {
		fields = append(fields, ui.Field{
			Name: "region", Label: "汇总机关", Kind: ui.SelectField, Options: regionOptions(v),
			Help: "这一批里有本机关汇总全县（市、区）的报告时选择：它的数字与其他各份之和相核对。",
		})
	}
	return ui.Form{
		ID: "new", Action: v.At("collections"), Token: v.Token, Upload: true, Submit: "上传并检查",
		Groups: []ui.Group{{Title: "收一批年报", Fields: append(fields, filesField())}},
	}
}

func regionOptions(v visit) []ui.Option {
	return []ui.Option{{Value: "", Label: "没有"}, {Value: v.Organ.Name, Label: v.Organ.Name}}
}

func filesField() ui.Field {
	return ui.Field{
		Name: "files", Label: "年报文件", Kind: ui.FileField, Required: true, Accept: reportFiles,
		Help: "可以一次选择多个，也可以把文件拖到框里。网页（html、mht）、Word（docx）、Excel（xlsx）、带文字的PDF、Markdown、纯文本都可以；" +
			"也可以上传ZIP压缩包。每个文件最大" + ui.Bytes(collection.MostBytes) + "，一批最多" + strconv.Itoa(collection.MostFiles) + "份。",
	}
}

// collect serves POST /work/o/{organ}/collections.
func (b *Workbench) collect(w http.ResponseWriter, r *http.Request, v visit) error {
	key := collectionKey(r, v)
	got, err := b.receiveReports(w, r, v, key)
	if err == nil && trimmed(got.answers.Get("title")) == "" {
		got.problems.Add("title", "collection-title-required", "")
	}
	if err == nil {
		err = got.err()
	}
	if err == nil {
		key.ID, err = b.Collections.Receive(r.Context(), v.Person, key, got.answers.Get("title"), got.answers.Get("region"), got.uploads)
	}
	if err == nil {
		b.waitForReading(r.Context(), v, key)
		http.Redirect(w, r, collectionAt(key).path(), http.StatusSeeOther)
		return nil
	}
	page, pageErr := b.collectionsPage(r, v)
	if pageErr != nil || page.New == nil {
		return err
	}
	return b.collectRefused(w, err, page.New, got.answers, "collection_list", page)
}

// waitForReading waits up to a second for a reading to end: a few files are read
// at once, and the first page already shows the result.
func (b *Workbench) waitForReading(ctx context.Context, v visit, k collection.Key) {
	for range waitTimes {
		c, err := b.Collections.Get(ctx, v.Person, k)
		if err != nil || c.State != collection.Reading {
			return
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(waitStep):
		}
	}
}
