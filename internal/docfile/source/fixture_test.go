package source

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"
)

func fixture(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestPrintedReportsMatchTheirPage compares what browsers and office programs made
// of one page with the page: tables cut by page breaks at different rows, bordered
// cell by cell, set across, encrypted against changes.
func TestPrintedReportsMatchTheirPage(t *testing.T) {
	page := open(t, "report.html", fixture(t, "report.html"))
	var want []string
	for _, g := range gridsOf(page) {
		want = append(want, strings.Join(cellsOf(g), "\n"))
	}
	if len(want) != 3 {
		t.Fatalf("tables of the page = %d, want 3", len(want))
	}
	for _, name := range []string{
		"chromium.pdf", "chromium-separate.pdf", "chromium-landscape.pdf", "libreoffice.pdf", "libreoffice.docx",
		"owner-password.pdf", "owner-password-rc4.pdf", "owner-password-aes128.pdf",
	} {
		s := open(t, name, fixture(t, name))
		grids := gridsOf(s)
		if len(grids) != len(want) {
			t.Errorf("%s: %d tables, want %d", name, len(grids), len(want))
			continue
		}
		for i, g := range grids {
			if got := strings.Join(cellsOf(g), "\n"); got != want[i] {
				t.Errorf("%s: table %d =\n%s\nwant\n%s", name, i+1, got, want[i])
			}
		}
		all := ""
		for _, b := range s.Blocks {
			all += plain(b.Text) + "\n"
		}
		for _, line := range []string{
			"白石县柳溪街道办事处2023年政府信息公开工作年度报告\n",
			"全年主动公开政府信息318条，其中网站206条、公众号112条；新收申请17件，全部按期办结，没有发生因政府信息公开引起的行政复议和行政诉讼案件，街道办事处还在便民服务大厅设立了查阅点。\n",
			"\n四、政府信息公开行政复议、行政诉讼情况\n",
		} {
			if !strings.Contains(all, line) {
				t.Errorf("%s: no block reads %q in\n%s", name, line, all)
			}
		}
	}
}

func TestUserPasswordIsSaid(t *testing.T) {
	data := fixture(t, "user-password.pdf")
	_, err := Open("report.pdf", bytes.NewReader(data), int64(len(data)), Limits{})
	var refused *Error
	if !errors.As(err, &refused) || refused.Code != Protected {
		t.Errorf("Open(user-password.pdf) = %v, want %s", err, Protected)
	}
}

// TestTableWithoutLines reads a table that only its alignment shows.
func TestTableWithoutLines(t *testing.T) {
	grids := gridsOf(open(t, "unruled", fixture(t, "chromium-unruled.pdf")))
	if len(grids) != 1 {
		t.Fatalf("tables = %d, want 1", len(grids))
	}
	want := "0,0 1x1 渠道\n0,1 1x1 新增\n0,2 1x1 更新\n0,3 1x1 合计\n1,0 1x1 政府网站\n1,1 1x1 106\n1,2 1x1 100\n1,3 1x1 206\n" +
		"2,0 1x1 公众号\n2,1 1x1 80\n2,2 1x1 32\n2,3 1x1 112\n3,0 1x1 公开栏\n3,1 1x1 7\n3,2 1x1 0\n3,3 1x1 7"
	if got := strings.Join(cellsOf(grids[0]), "\n"); got != want {
		t.Errorf("cells =\n%s\nwant\n%s", got, want)
	}
}

// TestVerticalHeads reads writing from top to bottom, turned figures included.
func TestVerticalHeads(t *testing.T) {
	grids := gridsOf(open(t, "vertical", fixture(t, "chromium-vertical.pdf")))
	if len(grids) != 1 {
		t.Fatalf("tables = %d, want 1", len(grids))
	}
	want := "0,0 1x1 办理结果\n0,1 1x1 自然人\n0,2 1x1 总计2023年\n1,0 1x1 予以公开\n1,1 1x1 12\n1,2 1x1 345"
	if got := strings.Join(cellsOf(grids[0]), "\n"); got != want {
		t.Errorf("cells =\n%s\nwant\n%s", got, want)
	}
}
