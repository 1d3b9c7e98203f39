package e2e

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"path"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// openings are how files of a kind begin.
var openings = map[string]string{".pdf": "%PDF-", ".docx": "PK\x03\x04", ".xlsx": "PK\x03\x04", ".json": "{"}

// takeAway downloads the four forms of a published report. What the page says of new
// requests and of items, the files say as well.
func takeAway(t *testing.T, site *server, hrefs []string) {
	t.Helper()
	files := map[string][]byte{}
	for _, href := range hrefs {
		kind := path.Ext(strings.Split(href, "?")[0])
		body, header, err := site.get(absolute(t, site.address+publicReport, href))
		if err != nil {
			t.Error(err)
			continue
		}
		if !strings.HasPrefix(string(body), openings[kind]) || len(body) < 5_000 {
			t.Errorf("%s: %d bytes that begin with %q", href, len(body), body[:min(len(body), 8)])
		}
		if !strings.HasPrefix(header.Get("Content-Disposition"), "attachment") {
			t.Errorf("%s: Content-Disposition is %q", href, header.Get("Content-Disposition"))
		}
		files[kind] = body
	}
	if len(files) != len(openings) {
		t.Fatalf("the downloads are %q, want one of each: PDF, DOCX, XLSX, JSON", hrefs)
	}
	if got := receivedInWorkbook(t, files[".xlsx"]); got != "4 1 0 0 0 0 5" {
		t.Errorf("new requests in the workbook: %q, want %q", got, "4 1 0 0 0 0 5")
	}
	var data struct {
		Cells map[string]any
	}
	err := json.Unmarshal(files[".json"], &data)
	if err != nil {
		t.Fatalf("read the data: %v", err)
	}
	if got := data.Cells["req.received_new.total"]; got != 5.0 {
		t.Errorf("new requests in the data: %v, want 5", got)
	}
	sum := sha256.Sum256(files[".json"])
	page, _, err := site.get(publicReport)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(page, []byte(hex.EncodeToString(sum[:]))) {
		t.Errorf("the page does not show the SHA-256 of the data, %x", sum)
	}
}

// receivedInWorkbook reads the row of new requests from the report's workbook.
func receivedInWorkbook(t *testing.T, content []byte) string {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatalf("open the workbook: %v", err)
	}
	defer book.Close()
	for _, name := range book.GetSheetList() {
		rows, err := book.GetRows(name)
		if err != nil {
			t.Fatalf("read sheet %s: %v", name, err)
		}
		for _, row := range rows {
			if len(row) > 0 && strings.HasPrefix(row[0], "一、本年新收政府信息公开申请数量") {
				var numbers []string
				for _, cell := range row[1:] {
					if cell != "" {
						numbers = append(numbers, cell)
					}
				}
				return strings.Join(numbers, " ")
			}
		}
	}
	return ""
}
