package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// jsonCommand looks into what the last command printed. A path goes through names
// and places: findings/0/id; “length” is that of a list or the number of names.
// Without a value the path has only to be there; with ! it must not be.
func jsonCommand(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) < 1 || len(args) > 2 || neg && len(args) == 2 {
		ts.Fatalf("usage: [!] json PATH [VALUE]")
	}
	decoder := json.NewDecoder(strings.NewReader(ts.ReadFile("stdout")))
	decoder.UseNumber()
	var value any
	err := decoder.Decode(&value)
	if err != nil {
		ts.Fatalf("standard output is no JSON: %v", err)
	}
	for name := range strings.SplitSeq(args[0], "/") {
		var found bool
		value, found = step(value, name)
		if !found {
			if !neg {
				ts.Fatalf("there is no %s: %s is missing", args[0], name)
			}
			return
		}
	}
	if neg {
		ts.Fatalf("there is a %s: %s, want none", args[0], compact(ts, value))
	}
	if got := compact(ts, value); len(args) == 2 && got != args[1] {
		ts.Fatalf("%s = %s, want %s", args[0], got, args[1])
	}
}

func step(value any, name string) (any, bool) {
	switch v := value.(type) {
	case map[string]any:
		if name == "length" {
			return len(v), true
		}
		next, found := v[name]
		return next, found
	case []any:
		if name == "length" {
			return len(v), true
		}
		i, err := strconv.Atoi(name)
		if err != nil || i < 0 || i >= len(v) {
			return nil, false
		}
		return v[i], true
	}
	return nil, false
}

// compact is a text as it is and anything else as JSON.
func compact(ts *testscript.TestScript, value any) string {
	if text, ok := value.(string); ok {
		return text
	}
	data, err := json.Marshal(value)
	ts.Check(err)
	return string(data)
}

func beginsCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: begins FILE TEXT")
	}
	content := ts.ReadFile(args[0])
	if !strings.HasPrefix(content, args[1]) || len(content) < len(args[1])+100 {
		ts.Fatalf("%s begins with %.8q in %d bytes, want %q and something behind it", args[0], content, len(content), args[1])
	}
}

func hashedCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: hashed FILE JSON")
	}
	var promised struct{ Hash string }
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[1])), &promised))
	got := fmt.Sprintf("%x", sha256.Sum256([]byte(ts.ReadFile(args[0]))))
	if got != promised.Hash {
		ts.Fatalf("SHA-256 of %s = %s, want %s as %s says", args[0], got, promised.Hash, args[1])
	}
}

func gb18030Command(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: gb18030 FILE")
	}
	encoded, err := simplifiedchinese.GB18030.NewEncoder().String(ts.ReadFile(args[0]))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(encoded), 0o600))
}

// workbookCommand writes the rows of a CSV file as cells of text and merges ranges.
func workbookCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: workbook CSV XLSX [RANGE…]")
	}
	reader := csv.NewReader(strings.NewReader(ts.ReadFile(args[0])))
	reader.FieldsPerRecord = -1
	rows, err := reader.ReadAll()
	ts.Check(err)
	book := excelize.NewFile()
	for r, cells := range rows {
		for c, text := range cells {
			at, err := excelize.CoordinatesToCellName(c+1, r+1)
			ts.Check(err)
			ts.Check(book.SetCellStr("Sheet1", at, text))
		}
	}
	for _, merged := range args[2:] {
		from, to, _ := strings.Cut(merged, ":")
		ts.Check(book.MergeCell("Sheet1", from, to))
	}
	var file bytes.Buffer
	ts.Check(book.Write(&file))
	ts.Check(book.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), file.Bytes(), 0o600))
}
