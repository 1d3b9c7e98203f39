package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"gongkai/internal/docfile/docx"
	"gongkai/internal/reportfile"
)

// returnAll writes a notice for every report that has to go back, one file each.
func (cmd *reportReadCmd) returnAll(c *console, batch *reportfile.Batch) error {
	err := os.MkdirAll(cmd.Notices, 0o750)
	if err != nil {
		return fmt.Errorf("make folder %s: %w", cmd.Notices, err)
	}
	from := reportfile.Sender{Organ: cmd.From, Date: c.now().In(china).Format(time.DateOnly)}
	quiet := *c
	quiet.format = "json" // hundreds of notices are not told one by one
	taken := make(map[string]bool)
	for _, e := range batch.Entries {
		if !e.Returned() {
			continue
		}
		path := filepath.Join(cmd.Notices, noticeName(e, taken)+".docx")
		err := quiet.toFile(path, func(w io.Writer) error { return docx.Write(w, reportfile.Notice(e, from)) })
		if err != nil {
			return err
		}
	}
	if !c.json() && !cmd.piped(c) {
		c.print("已写出退回修改通知 %d 份：%s", len(taken), cmd.Notices)
	}
	return nil
}

// china is the zone of the date under a notice.
var china = time.FixedZone("CST", 8*60*60)

// noticeName names a notice for its organ and year, or for the file where those
// were not found; a name that is taken gets a number.
func noticeName(e reportfile.Entry, taken map[string]bool) string {
	name := filepath.Base(e.File)
	if e.Organ != "" {
		name = e.Organ + yearOrDash(e.Year)
	}
	name = strings.Map(func(r rune) rune {
		if r < 0x20 || strings.ContainsRune(`/\:*?"<>|`, r) {
			return -1
		}
		return r
	}, name)
	const longest = 60 // characters; file systems end at 255 bytes
	if runes := []rune(name); len(runes) > longest {
		name = string(runes[:longest])
	}
	name += "退回修改通知"
	free := name
	for n := 2; taken[free]; n++ {
		free = fmt.Sprintf("%s（%d）", name, n)
	}
	taken[free] = true
	return free
}
