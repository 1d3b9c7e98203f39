package sheet_test

import (
	"bytes"
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"

	"gongkai/internal/docfile/sheet"
	"gongkai/internal/docfile/xlsx"
)

// register writes n rows of distinct text.
func register(t *testing.T, n int) []byte {
	t.Helper()
	var b bytes.Buffer
	at := 0
	err := xlsx.Stream(&b, xlsx.Register{Sheet: "登记", Header: []string{"序号", "内容"}}, func() ([]any, error) {
		if at == n {
			return nil, io.EOF
		}
		at++
		return []any{at, strings.Repeat("关于申请公开的说明", 10)}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestLongRegisterDoesNotSitInMemory(t *testing.T) {
	const rows = 30_000
	content := register(t, rows)
	book, err := sheet.Read("登记.xlsx", bytes.NewReader(content), int64(len(content)), sheet.Limit{})
	if err != nil {
		t.Fatal(err)
	}
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	count, most := 0, uint64(0)
	err = book.Sheets[0].Rows(func(sheet.Row) error {
		count++
		if count%10_000 == 0 {
			runtime.GC()
			runtime.ReadMemStats(&after)
			most = max(most, after.HeapAlloc)
		}
		return nil
	})
	if err != nil || count != rows+1 {
		t.Fatalf("read %d rows, %v, want %d", count, err, rows+1)
	}
	if grown := int64(most) - int64(before.HeapAlloc); grown > 2<<20 {
		t.Errorf("heap grew by %d bytes while reading %d rows, want at most 2 MiB", grown, rows)
	}
}

func TestFilledTemplateComesBack(t *testing.T) {
	var b bytes.Buffer
	err := xlsx.Template(&b, "导入模板", []xlsx.Column{{Name: "标题", Required: true}, {Name: "属性", Choices: []string{"主动公开"}}})
	if err != nil {
		t.Fatal(err)
	}
	book, err := sheet.Read("模板.xlsx", bytes.NewReader(b.Bytes()), int64(b.Len()), sheet.Limit{})
	if err != nil {
		t.Fatal(err)
	}
	stop := errors.New("header read")
	var header sheet.Row
	err = book.Sheets[0].Rows(func(r sheet.Row) error { header = r; return stop })
	if !errors.Is(err, stop) || book.Sheets[0].Name != "填写" || header.Text(0) != xlsx.RequiredMark+"标题" || header.Text(1) != "属性" || header.Text(9) != "" {
		t.Errorf("sheet %s begins with %+v, %v", book.Sheets[0].Name, header, err)
	}
}
