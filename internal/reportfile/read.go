package reportfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/annualreport/reading"
	"gongkai/internal/docfile/source"
)

// FoundUnreadable is the id of the finding that a file could not be read at all,
// beside those that reading itself makes.
const FoundUnreadable = "R-00"

// Read reads the report in a file. It always gives a result: a file that cannot be
// read gives one without cells whose one finding says what is wrong and what to do.
func Read(f File, limits source.Limits) reading.Result {
	src, err := open(f, limits)
	if err == nil {
		var result reading.Result
		result, err = readSafely(src)
		if err == nil {
			return result
		}
	}
	return unreadable(f.Name, err)
}

// unreadable is the result of a file that could not be read.
func unreadable(name string, err error) reading.Result {
	sentence := sentenceOf(err)
	return reading.Result{File: name, Notes: []string{sentence}, Findings: []checks.Finding{{
		ID: FoundUnreadable, Severity: checks.Error, Where: "file", Title: "文件无法读取", Text: sentence,
	}}}
}

func open(f File, limits source.Limits) (reading.Source, error) {
	file, err := os.Open(f.Path)
	if err != nil {
		return reading.Source{}, fmt.Errorf("open %s: %w", f.Name, err)
	}
	defer file.Close() // nothing was written to it
	info, err := file.Stat()
	if err != nil {
		return reading.Source{}, fmt.Errorf("look at %s: %w", f.Name, err)
	}
	return openSafely(f.Name, file, info.Size(), limits)
}

// readSafely turns a crash over one file into that file's error: the reports of a
// whole county must not wait for it.
func readSafely(src reading.Source) (reading.Result, error) {
	var result reading.Result
	var crash any
	func() {
		defer func() { crash = recover() }()
		result = reading.Read(src)
	}()
	if crash != nil {
		return reading.Result{}, fmt.Errorf("read %s: crashed: %v", src.File, crash)
	}
	return result, nil
}

// sentenceOf says why a file could not be read.
func sentenceOf(err error) string {
	var refused *source.Error
	switch {
	case errors.As(err, &refused):
		return refused.Sentence()
	case errors.Is(err, fs.ErrPermission):
		return "没有读取这个文件的权限，请检查文件权限后再试。"
	case errors.Is(err, fs.ErrNotExist):
		return "文件在读取之前被移走或者删除了，请确认后再试。"
	}
	return "读取这个文件时出错，没有读到内容，请用原来的软件打开并另存后再试。"
}

// Unreadable gives the sentence that says why a file was not read; false for one
// that was.
func Unreadable(r reading.Result) (string, bool) {
	for _, f := range r.Findings {
		if f.ID == FoundUnreadable {
			return f.Text, true
		}
	}
	return "", false
}
