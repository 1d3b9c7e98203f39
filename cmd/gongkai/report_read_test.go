package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkai/internal/reportfile"
)

// TestManyReportsAreReadOntoOnePage reads more reports than are listed in full.
func TestManyReportsAreReadOntoOnePage(t *testing.T) {
	dir := t.TempDir()
	report, err := os.ReadFile(filepath.Join("..", "..", "internal", "reportfile", "testdata", "town-2023.txt"))
	if err != nil {
		t.Fatal(err)
	}
	write := func(name string, content []byte) {
		err := os.WriteFile(filepath.Join(dir, name), content, 0o600)
		if err != nil {
			t.Fatal(err)
		}
	}
	for i := range 38 {
		write(fmt.Sprintf("%02d.txt", i), report)
	}
	read := func() (int, string) {
		var out, errOut strings.Builder
		code := run(t.Context(), []string{"report", "read", dir}, &out, &errOut)
		if errOut.Len() > 0 {
			t.Errorf("standard error says %q, want nothing", errOut.String())
		}
		return code, out.String()
	}
	code, said := read()
	if code != exitDone || !strings.Contains(said, "检查没有发现问题") || strings.Contains(said, "00.txt") {
		t.Errorf("38 reports without fault = %d, %q, want done and one sentence", code, said)
	}
	write("empty.txt", nil)
	write("picture.txt", []byte("\x89PNG\r\n\x1a\n0000"))
	code, said = read()
	if code != exitRefused {
		t.Errorf("two unreadable files = %d, want %d", code, exitRefused)
	}
	for _, want := range []string{"共 40 份报告：错误 2 处", "[E] R-00 文件无法读取：2 份报告，2 处", "empty.txt", "picture.txt", "--format xlsx"} {
		if !strings.Contains(said, want) {
			t.Errorf("page = %q, want %q on it", said, want)
		}
	}
	if lines := strings.Count(said, "\n"); lines > 12 {
		t.Errorf("page has %d lines, want the sound reports left out", lines)
	}
}

func TestNoticeName(t *testing.T) {
	taken := make(map[string]bool)
	for _, tt := range []struct{ organ, file, want string }{
		{"青石镇", "a.txt", "青石镇2024退回修改通知"},
		{"青石镇", "b.txt", "青石镇2024退回修改通知（2）"},
		{"", "dir/旧报告.txt", "旧报告.txt退回修改通知"},
		{"../../某县:\n", "c.txt", "....某县2024退回修改通知"},
		{strings.Repeat("长", 100), "d.txt", strings.Repeat("长", 60) + "退回修改通知"},
	} {
		got := noticeName(entryOf(tt.organ, tt.file), taken)
		if got != tt.want {
			t.Errorf("noticeName(%q, %q) = %q, want %q", tt.organ, tt.file, got, tt.want)
		}
	}
}

func entryOf(organ, file string) reportfile.Entry {
	return reportfile.Entry{Organ: organ, Year: 2024, File: file}
}
