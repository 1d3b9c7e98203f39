package collection

import (
	"context"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"
	"time"

	"gongkai/internal/fault"
	"gongkai/internal/organ"
)

// MostFiles is how many files a collection may hold.
const MostFiles = 5000

// mostTitle is how many characters a title may have.
const mostTitle = 200

// Receive makes a collection of files that were kept and queues their reading, all
// or nothing. region names the organ whose report is compared with the sum of the
// others; it need not be an organ of the site. Uploads that were refused are noted,
// as long as one was kept.
func (s *Service) Receive(ctx context.Context, actor organ.Person, k Key, title, region string, uploads []Upload) (string, error) {
	title, region = strings.TrimSpace(legible(title)), strings.TrimSpace(legible(region))
	var id string
	err := s.store.InTx(ctx, func(tx Tx) error {
		err := permit(ctx, tx, actor, organ.CollectReports, k)
		if err != nil {
			return err
		}
		switch {
		case title == "":
			return fault.Refuse(fault.Invalid, "collection-title-required", "")
		case len([]rune(title)) > mostTitle || len([]rune(region)) > mostTitle:
			return fault.Refuse(fault.Invalid, "collection-title-too-long", "", "limit", fmt.Sprint(mostTitle))
		}
		c := Collection{
			SiteID: k.SiteID, ID: tx.NewID(), OrganID: k.OrganID, Title: title, Region: region, State: Reading, Run: tx.NewID(),
			Person: actor.Name, CreatedAt: s.now(), LeftOut: leftOut(nil, uploads),
		}
		err = tx.AddCollection(ctx, c)
		if err != nil {
			return fmt.Errorf("add collection %s: %w", title, err)
		}
		joined, err := s.join(ctx, tx, c, nil, uploads)
		if err != nil {
			return err
		}
		id = c.ID
		err = s.record(ctx, tx, actor, c, "receive", "", nil, map[string]any{"title": title, "region": region, "files": len(joined), "left_out": c.LeftOut})
		if err != nil {
			return err
		}
		return queue(ctx, tx, c)
	})
	if err != nil {
		return "", err
	}
	return id, nil
}

// replaced names the two files of one name in the trail.
type replaced struct {
	Name   string `json:"name"`
	Number int    `json:"number"`
	Digest string `json:"digest"`
}

// Add has more files join a collection and be read with the others. A file of a
// name that is there already, with other content, replaces the older one, which
// leaves with its findings; the same content changes nothing.
func (s *Service) Add(ctx context.Context, actor organ.Person, k Key, uploads []Upload) error {
	return s.change(ctx, actor, k, func(tx Tx, c Collection) error {
		present, err := tx.AllFiles(ctx, c.SiteID, c.ID)
		if err != nil {
			return fmt.Errorf("list files of collection %s: %w", c.ID, err)
		}
		joined, err := s.join(ctx, tx, c, present, uploads)
		if err != nil {
			return err
		}
		c.LeftOut = leftOut(c.LeftOut, uploads)
		if len(joined) == 0 {
			return tx.SaveCollection(ctx, c)
		}
		old := make(map[string]File, len(present))
		for _, f := range present {
			old[f.Name] = f
		}
		var left, came []replaced
		for _, f := range joined {
			before, was := old[f.Name]
			if !was {
				continue
			}
			err = tx.DropFile(ctx, c.SiteID, c.ID, before.Number)
			if err != nil {
				return fmt.Errorf("drop file %d of collection %s: %w", before.Number, c.ID, err)
			}
			left = append(left, replaced{before.Name, before.Number, before.Digest})
			came = append(came, replaced{f.Name, f.Number, f.Digest})
		}
		err = s.record(ctx, tx, actor, c, "add", "",
			map[string]any{"files": len(present), "replaced": left},
			map[string]any{"files": len(present) + len(joined) - len(left), "added": len(joined), "replacing": came})
		if err != nil {
			return err
		}
		return readAnew(ctx, tx, c)
	})
}

// join adds uploads to a collection and returns the files that they became.
func (s *Service) join(ctx context.Context, tx Tx, c Collection, present []File, uploads []Upload) ([]File, error) {
	uploads = kept(uploads)
	if len(uploads) == 0 {
		return nil, fault.Refuse(fault.Invalid, "collection-no-files", "")
	}
	fresh, total := newcomers(present, uploads)
	if total > MostFiles {
		return nil, fault.Refuse(fault.Invalid, "collection-too-many-files", "", "limit", fmt.Sprint(MostFiles))
	}
	if len(fresh) == 0 {
		return nil, nil
	}
	first, err := tx.Numbers(ctx, c.SiteID, c.ID, len(fresh))
	if err != nil {
		return nil, fmt.Errorf("number files of collection %s: %w", c.ID, err)
	}
	files := make([]File, len(fresh))
	for i, u := range fresh {
		size, err := tx.StoredSize(ctx, c.SiteID, u.Digest)
		if errors.Is(err, fault.NotFound) {
			return nil, fault.Refuse(fault.Conflict, "collection-upload-gone", "", "file", u.Name)
		}
		if err != nil {
			return nil, fmt.Errorf("look for %s: %w", u.Name, err)
		}
		files[i] = File{Number: first + i, Name: u.Name, Size: size, Digest: u.Digest, AddedAt: s.now().Truncate(time.Microsecond)}
		err = tx.AddFile(ctx, c.SiteID, c.ID, files[i])
		if err != nil {
			return nil, fmt.Errorf("add %s to collection %s: %w", u.Name, c.ID, err)
		}
	}
	return files, nil
}

// kept are the uploads that were not refused.
func kept(uploads []Upload) []Upload {
	return slices.DeleteFunc(slices.Clone(uploads), func(u Upload) bool { return u.Refused != "" })
}

// leftOut are the files that could not be kept, those of before included, until a
// file of the name was.
func leftOut(before []LeftOut, uploads []Upload) []LeftOut {
	var list []LeftOut
	for _, l := range before {
		sentAgain := slices.ContainsFunc(uploads, func(u Upload) bool { return u.Name == l.Name })
		if !sentAgain {
			list = append(list, l)
		}
	}
	for _, u := range uploads {
		if u.Refused != "" {
			list = append(list, LeftOut{Name: legible(u.Name), Why: u.Refused})
		}
	}
	return list
}

// newcomers are the uploads that change a collection, each with a name of its own,
// and how many files there will be. Two files sent at once under one name, as from
// two folders, both stay.
func newcomers(present []File, uploads []Upload) ([]Upload, int) {
	there, sent := make(map[string]string, len(present)), make(map[string]string, len(uploads))
	for _, f := range present {
		there[f.Name] = f.Digest
	}
	var fresh []Upload
	total := len(present)
	for _, u := range uploads {
		u.Name = fileName(u.Name)
		name := u.Name
		for n := 2; sent[u.Name] != "" && sent[u.Name] != u.Digest; n++ {
			end := path.Ext(name)
			u.Name = fmt.Sprintf("%s（%d）%s", strings.TrimSuffix(name, end), n, end)
		}
		if sent[u.Name] == u.Digest {
			continue
		}
		sent[u.Name] = u.Digest
		digest, was := there[u.Name]
		if digest == u.Digest {
			continue
		}
		if !was {
			total++
		}
		fresh = append(fresh, u)
	}
	return fresh, total
}
