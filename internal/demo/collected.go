package demo

import (
	"bytes"
	"context"
	"embed"
	"fmt"

	"gongkai/internal/annualreport/collection"
	"gongkai/internal/organ"
)

//go:embed collected
var collectedFiles embed.FS

// collected is a batch of reports that an office received as files. The organs in
// the supervisor's batch do not exist.
type collected struct {
	organID string
	role    organ.Role // of the person who received them
	title   string
	files   [][2]string // the name it was sent under and the file it is here
}

var batches = map[string]collected{
	"330683": {
		organID: "330683-county", role: organ.Supervisor, title: "2022年度镇街年报（演示）",
		files: [][2]string{
			{"青石镇/2022年报.txt", "sound.txt"},
			{"白溪镇/2022年报.html", "unbalanced.html"},
			{"云台街道/2022年报.txt", "tables-lost.txt"},
			{"大坪乡/2022年报.txt", ""},
		},
	},
	"330483": {
		organID: "330483-town", role: organ.Clerk, title: "以往年度的年报（演示）",
		files: [][2]string{{"2022年政府信息公开工作年度报告.txt", "earlier.txt"}},
	},
}

// receive has the office receive its batch. It is read when the program serves.
func (c county) receive(ctx context.Context, s Services) error {
	batch, has := batches[c.site.ID]
	if !has {
		return nil
	}
	key, person := collection.Key{SiteID: c.site.ID, OrganID: batch.organID}, c.person(batch.organID, batch.role)
	var uploads []collection.Upload
	for _, f := range batch.files {
		var content []byte // of a file that came empty
		if f[1] != "" {
			var err error
			content, err = collectedFiles.ReadFile("collected/" + f[1])
			if err != nil {
				return fmt.Errorf("open the sample report %s: %w", f[1], err)
			}
		}
		upload, err := s.Collections.Keep(ctx, person, key, f[0], bytes.NewReader(content))
		if err != nil {
			return err
		}
		uploads = append(uploads, upload)
	}
	_, err := s.Collections.Receive(ctx, person, key, batch.title, "", uploads)
	return err
}
