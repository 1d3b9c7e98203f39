package source

import (
	"bytes"
	"testing"
)

// BenchmarkOpen opens what reports mostly come as. 3,000 of them in a minute on two
// cores leave 40 ms for each, the reading included.
func BenchmarkOpen(b *testing.B) {
	page := fixture(b, "report.html")
	large := append([]byte("<html><meta charset=utf-8>"), bytes.Repeat(page, 100_000/len(page))...)
	for name, data := range map[string][]byte{
		"page of 100 kB": large, "docx": fixture(b, "libreoffice.docx"), "pdf": fixture(b, "chromium.pdf"),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				open(b, "report", data)
			}
		})
	}
}
