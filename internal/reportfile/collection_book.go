package reportfile

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"gongkai/internal/annualreport/collection"
	"gongkai/internal/docfile/xlsx"
	"gongkai/internal/message"
	"gongkai/internal/organ"
)

// china is the zone in which people read times.
var china = time.FixedZone("CST", 8*60*60)

// WriteCollectionBook writes a collection as a workbook: 总表, one row for each file,
// and 检查结果, one row for each finding with what was decided about it. files and
// findings give one after another and end with io.EOF; findings is called after
// files has ended.
func WriteCollectionBook(w io.Writer, c collection.Collection, files func() (collection.File, error), findings func() (collection.Finding, error)) error {
	seen := make(map[int]collection.File)
	overview := xlsx.Part{Register: xlsx.Register{
		Sheet: "总表", Title: c.Title,
		Header: []string{"序号", "文件", "机关", "年度", "格式", "读到的数字", "空白", "填“/”", "未知", "错误", "注意", "说明", "未处理", "认可", "退回修改", "备注"},
		Widths: []float64{6, 36, 36, 8, 8, 12, 8, 8, 8, 8, 8, 8, 8, 8, 10, 40},
	}, Next: func() ([]any, error) {
		f, err := files()
		if err != nil {
			return nil, err
		}
		o, t := f.Outline, f.Tally
		seen[f.Number] = collection.File{Name: f.Name, Outline: collection.Outline{Organ: o.Organ, Year: o.Year}}
		return []any{
			f.Number, f.Name, o.Organ, orNothing(o.Year), o.Format, o.Numbers, o.Blank, o.Crossed, o.Unknown,
			t.Errors, t.Warnings, t.Informations, t.Undecided, t.Accepted, t.Returned, strings.Join(o.Notes, "\n"),
		}, nil
	}}
	results := xlsx.Part{Register: xlsx.Register{
		Sheet:  "检查结果",
		Header: []string{"级别", "编号", "检查", "机关", "年度", "问题", "位置", "原文", "报告填写", "应为", "依据", "处理", "处理说明", "处理人", "处理时间", "文件"},
		Widths: []float64{8, 8, 20, 30, 8, 70, 40, 30, 12, 12, 30, 10, 30, 12, 18, 36},
	}, Next: func() ([]any, error) {
		f, err := findings()
		if err != nil {
			return nil, err
		}
		of := seen[f.File]
		return []any{
			SeverityLabels[f.Severity], f.ID, f.Title, of.Outline.Organ, orNothing(of.Outline.Year), f.Text, f.Place, f.Quote,
			figure(f.Where, f.Stated), figure(f.Where, f.Expected), message.Citation(f.Citation),
			collection.MarkLabels[f.Mark], f.Note, f.MarkedBy, decidedAt(f.MarkedAt), of.Name,
		}, nil
	}}
	return xlsx.StreamParts(w, overview, results)
}

func decidedAt(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.In(china).Format("2006-01-02 15:04")
}

// pageOf is how many files or findings are asked for at once.
const pageOf = 500

// WriteBook writes the workbook of a collection that the actor may see.
func (c *Collections) WriteBook(ctx context.Context, actor organ.Person, k collection.Key, w io.Writer) error {
	set, err := c.service.Get(ctx, actor, k)
	if err != nil {
		return err
	}
	files := paged(func(after collection.File) ([]collection.File, error) {
		return c.service.Files(ctx, actor, k, collection.Filter{}, after, pageOf)
	})
	findings := paged(func(after collection.Finding) ([]collection.Finding, error) {
		return c.service.Findings(ctx, actor, k, collection.Filter{}, after, pageOf)
	})
	err = WriteCollectionBook(w, set, files, findings)
	if err != nil {
		return fmt.Errorf("write collection %s: %w", k.ID, err)
	}
	return nil
}

// paged gives the items of a list one by one, a page in memory at a time.
func paged[T any](page func(after T) ([]T, error)) func() (T, error) {
	var items []T
	var last T
	ended := false
	return func() (T, error) {
		var none T
		if len(items) == 0 && !ended {
			next, err := page(last)
			if err != nil {
				return none, err
			}
			items, ended = next, len(next) < pageOf
		}
		if len(items) == 0 {
			return none, io.EOF
		}
		last, items = items[0], items[1:]
		return last, nil
	}
}
