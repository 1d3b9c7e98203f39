package workbench

import (
	"fmt"
	"net/http"
	"path"
	"strconv"

	"gongkai/internal/annualreport"
	"gongkai/internal/annualreport/collection"
	"gongkai/internal/annualreport/reading"
	"gongkai/internal/fault"
	"gongkai/internal/web/ui"
)

// adoptForm offers to take a collected report into the organ's own history.
type adoptForm struct {
	ui.Form
	Taken ui.Link // the report that the organ has of the year
}

// adoptForm tells whether the year is taken, which a refusal would say only after
// the form was sent.
func (b *Workbench) adoptForm(r *http.Request, v visit, place collectionPlace, f collection.File, read reading.Result) (*adoptForm, error) {
	form := &adoptForm{Form: ui.Form{
		ID: "adopt", Action: place.file(f.Number, "adopt"), Token: v.Token, Submit: "收入历年年报",
		Groups: []ui.Group{{
			Title: "收入历年年报",
			Note:  "以往在别处发布的年度报告，收入后成为本机关该年度已发布的第一版，按读到的内容封存，在“历年对比”里可以比较。没有读到的数字保持“未知”。",
			Fields: []ui.Field{
				{Name: "year", Label: "报告年度", Kind: ui.NumberField, Unit: "年", Required: true, Short: true},
				{Name: "source", Label: "来源", Value: f.Name, Required: true, Length: 300, Help: "文件名或者原来的网址，会写在报告页上。"},
				{Name: "other_name", Label: "报告中的机关名称与现在不同", Kind: ui.CheckField, Help: "机构改革、更名前的报告请勾选。报告写的是“" + firstOf(read.Organ, "（没有读到）") + "”，本机关是“" + v.Organ.Name + "”。"},
			},
		}},
	}}
	if read.Year == 0 {
		return form, nil
	}
	form.Groups[0].Fields[0].Value = strconv.Itoa(read.Year)
	headers, err := b.Desk.Headers(r.Context(), annualreport.HeaderFilter{SiteID: v.Site.ID, OrganID: v.Organ.ID, Year: read.Year})
	if err != nil {
		return nil, fmt.Errorf("look for a report %d of %s: %w", read.Year, v.Organ.ID, err)
	}
	if len(headers) > 0 {
		form.Taken = ui.Link{Title: fmt.Sprintf("%d年度报告（%s）", read.Year, annualreport.StateLabels[headers[0].State]), Href: reportPlace{v.Organ.ID, read.Year}.report()}
	}
	return form, nil
}

// adoptCollected serves POST …/files/{number}/adopt.
func (b *Workbench) adoptCollected(w http.ResponseWriter, r *http.Request, v visit) error {
	_, f, content, err := b.collected(r, v)
	if err != nil {
		return err
	}
	key := annualreport.Key{SiteID: v.Site.ID, OrganID: v.Organ.ID}
	key.Year, err = strconv.Atoi(trimmed(r.PostForm.Get("year")))
	if err != nil || key.Year < 1000 || key.Year > 9999 {
		err = fault.Problems{{Field: "year", Code: "year-unreadable", Args: []fault.Arg{{Key: "label", Value: "报告年度"}, {Key: "value", Value: r.PostForm.Get("year")}}}}
	} else {
		_, read := b.Originals.Open(f.Name, content)
		_, err = b.Reports.Adopt(r.Context(), v.Person, key, annualreport.Adoption{
			Read: read, Source: r.PostForm.Get("source"), OtherName: r.PostForm.Get("other_name") == "1",
			Original: content, FileName: path.Base(f.Name),
		})
	}
	if err == nil {
		return b.done(w, r, placeOf(key).report(), fmt.Sprintf("%d年度报告已收入历年年报。", key.Year))
	}
	page, pageErr := b.collectedPage(r, v)
	if pageErr != nil || page.Adopt == nil {
		return err
	}
	filled, shown := page.Adopt.Fill(r.PostForm).Refused(err)
	if !shown {
		return err
	}
	page.Adopt.Form = filled
	return b.showRefused(w, err, "collection_report", page)
}
