package annualreport_test

import (
	"slices"
	"strings"
	"testing"

	"gongkai/internal/document"
	"gongkai/law/tally"
)

// sixHeadings are those of the format in force, to the letter.
var sixHeadings = []string{
	"一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
	"四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项",
}

func TestDocumentOfEveryReport(t *testing.T) {
	w := newWorld(t)
	for _, tt := range figuresOfRealReports {
		content := w.preview(tt.key, w.person(tt.key.SiteID, tt.login)).Content
		d := content.Document()
		if d.Title != tt.title {
			t.Errorf("Title = %q, want %q", d.Title, tt.title)
		}
		want := sixHeadings
		if tt.format == tally.Format2007 {
			want = nil
			for _, chapter := range content.Format.Chapters {
				want = append(want, chapter.Heading())
			}
		}
		var headings []string
		shown := map[string]string{}
		for _, block := range d.Blocks {
			switch b := block.(type) {
			case document.Heading:
				if b.Level == 1 {
					headings = append(headings, b.Text)
				}
			case document.Paragraph:
				if s := b.String(); strings.TrimSpace(s) != s || s == "" || strings.Contains(s, "{{") || strings.Contains(s, "\n") {
					t.Errorf("paragraph of %s = %q, want one line of text without bindings", tt.title, s)
				}
			case *document.Table:
				collect(t, tt.title, b, shown)
			}
		}
		if !slices.Equal(headings, want) {
			t.Errorf("headings of %s = %q, want %q", tt.title, headings, want)
		}
		for _, cell := range content.Format.Cells {
			if got, want := shown[cell.Name], content.Cells[cell.Name].Shown(cell.Unit); got != want {
				t.Errorf("cell %s of %s shows %q, want %q", cell.Name, tt.title, got, want)
			}
		}
		if len(shown) != len(content.Format.Cells) {
			t.Errorf("cells drawn in %s = %d, want %d", tt.title, len(shown), len(content.Format.Cells))
		}
		last, ok := d.Blocks[len(d.Blocks)-1].(document.Signature)
		if !ok || last.Organ != content.Organ.Name {
			t.Errorf("last block of %s = %+v, want the signature of %s", tt.title, d.Blocks[len(d.Blocks)-1], content.Organ.Name)
		}
	}
}

// collect notes what every cell of a table shows. Each table must fill its grid.
func collect(t *testing.T, title string, table *document.Table, shown map[string]string) {
	t.Helper()
	_, err := table.Grid()
	if err != nil {
		t.Errorf("table of %s: %v", title, err)
	}
	for _, row := range table.Rows {
		for _, cell := range row.Cells {
			if cell.Ref == "" {
				continue
			}
			if _, twice := shown[cell.Ref]; twice {
				t.Errorf("cell %s of %s is drawn twice", cell.Ref, title)
			}
			shown[cell.Ref] = cell.Text
		}
	}
}

// The numbers that stand in the prose say which figure they are, so that a page
// can lead to the records behind them.
func TestNumbersOfTheProseReferToTheirFigures(t *testing.T) {
	w := newWorld(t)
	content := w.preview(town2024, w.person("330483", "town-clerk")).Content
	found := map[string]string{}
	for _, block := range content.Document().Blocks {
		if p, ok := block.(document.Paragraph); ok {
			for _, run := range p.Runs {
				if run.Ref != "" && found[run.Ref] == "" {
					found[run.Ref] = run.Text
				}
			}
		}
	}
	for ref, want := range map[string]string{"item.total": "825", "item.channel.media": "442", "req.received_new.total": "5", "req.carried_out.total": "1"} {
		if !strings.HasPrefix(found[ref], want) {
			t.Errorf("the prose states %s as %q, want %s", ref, found[ref], want)
		}
	}
}

func TestSignatureIsWrittenOut(t *testing.T) {
	w := newWorld(t)
	blocks := w.preview(town2023, w.person("330483", "town-clerk")).Content.Document().Blocks
	want := document.Signature{Organ: "桐乡市洲泉镇人民政府", Date: "2024年1月17日"}
	if blocks[len(blocks)-1] != want {
		t.Errorf("signature = %+v, want %+v", blocks[len(blocks)-1], want)
	}
}
