package main

import (
	"io"

	"gongkai/internal/annualreport/collection"
	"gongkai/internal/annualreport/reading"
	"gongkai/internal/document"
	"gongkai/internal/reportfile"
)

// originals hands the pages what package reportfile does with collected files.
type originals struct{ *reportfile.Collections }

func (originals) Open(name string, content []byte) (reading.Source, reading.Result) {
	return reportfile.Open(name, content)
}

func (originals) Unpack(name string, content io.ReaderAt, size int64, visit func(name string, content io.Reader) error) error {
	return reportfile.Unpack(name, content, size, visit)
}

func (originals) LeftOver(name string) bool { return reportfile.LeftOver(name) }

func (originals) NoticeOf(f collection.File, findings []collection.Finding, from, date string) *document.Document {
	return reportfile.NoticeOf(f, findings, reportfile.Sender{Organ: from, Date: date})
}
