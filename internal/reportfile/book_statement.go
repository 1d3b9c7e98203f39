package reportfile

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"gongkai/internal/annualreport/narrate"
	"gongkai/internal/annualreport/prose"
	"gongkai/internal/docfile/xlsx"
)

// statement is a figure stated in the text, as the JSON of a reading has it.
type statement struct {
	Text  string  `json:"text"`
	Value float64 `json:"value"` // money in 元, shares in percent
	Unit  string  `json:"unit"`
	Means string  `json:"means"`
	Line  int     `json:"line"`

	Manner prose.Manner `json:"manner"`
	Scope  prose.Scope  `json:"scope"`
}

// idle reports whether nothing is known of a number but that it stands there.
func (s statement) idle() bool { return s.Means == "" && s.Unit == "" }

// beforeStatements begins the statements in the JSON of a reading, which end where
// the findings begin. Like withoutFindings it stands nowhere else.
var beforeStatements = []byte(`"statements":`)

// statementsOf fetches what the text of a report states.
func (b *Batch) statementsOf(e *Entry) ([]statement, error) {
	data, err := b.kept.fetch(e.whole)
	if err != nil {
		return nil, fmt.Errorf("fetch what was read of %s: %w", e.File, err)
	}
	_, list, found := bytes.Cut(data, beforeStatements)
	if found {
		list, _, found = bytes.Cut(list, append([]byte(","), withoutFindings...))
	}
	if !found {
		return nil, fmt.Errorf("fetch what was read of %s: it has no statements", e.File)
	}
	var stated []statement
	err = json.Unmarshal(list, &stated)
	if err != nil {
		return nil, fmt.Errorf("decode the statements of %s: %w", e.File, err)
	}
	return stated, nil
}

// statements is the sheet 正文数字: a row for each figure that a text states. The
// statements are fetched report by report.
func (b *Batch) statements() xlsx.Part {
	at := -1
	var left []statement
	next := func() ([]any, error) {
		for len(left) == 0 {
			at++
			if at >= len(b.Entries) {
				return nil, io.EOF
			}
			all, err := b.statementsOf(&b.Entries[at])
			if err != nil {
				return nil, err
			}
			left = slices.DeleteFunc(all, statement.idle)
		}
		e, s := &b.Entries[at], left[0]
		left = left[1:]
		return []any{e.File, e.Organ, orNothing(e.Year), s.Text, s.Value, s.Unit, narrate.ShowLabel(s.Means), prose.Statement{Manner: s.Manner, Scope: s.Scope}.Qualifier(), s.Means, orNothing(s.Line)}, nil
	}
	return xlsx.Part{Register: xlsx.Register{
		Sheet:  "正文数字",
		Header: []string{"文件", "机关", "年度", "原文", "数值", "单位", "含义", "口径", "数据名称", "行"},
		Widths: []float64{36, 36, 8, 50, 12, 8, 36, 16, 44, 8},
	}, Next: next}
}
