package collection

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"

	"gongkai/internal/fault"
	"gongkai/internal/organ"
)

// MostBytes is how large one original may be.
const MostBytes = 50 << 20

// Upload is an original that was kept and waits to join a collection. What joins
// none is dropped after a day.
type Upload struct {
	Name   string // as it was sent, folders with slashes
	Digest string // SHA-256 in hexadecimal
	Size   int64  // bytes
	// Refused says in Chinese why the file was not kept; empty for one that was.
	Refused string
}

// Keep stores one original by its content, in a transaction of its own, so that a
// large ZIP never stands in memory or holds up others. The same content is stored
// once. It refuses a file that is too large; an empty one is kept, and read as what
// it is.
func (s *Service) Keep(ctx context.Context, actor organ.Person, k Key, name string, content io.Reader) (Upload, error) {
	err := permit(ctx, s.store, actor, organ.CollectReports, k)
	if err != nil {
		return Upload{}, err
	}
	data, err := io.ReadAll(io.LimitReader(content, MostBytes+1))
	if err != nil {
		return Upload{}, fmt.Errorf("receive %s: %w", name, err)
	}
	if len(data) > MostBytes {
		return Upload{}, fault.Refuse(fault.Invalid, "collection-file-too-large", "", "file", name, "limit", fmt.Sprint(MostBytes>>20))
	}
	sum := sha256.Sum256(data)
	u := Upload{Name: name, Digest: hex.EncodeToString(sum[:]), Size: int64(len(data))}
	err = s.store.InTx(ctx, func(tx Tx) error { return tx.Store(ctx, k.SiteID, u.Digest, data, s.now()) })
	if err != nil {
		return Upload{}, fmt.Errorf("keep %s: %w", name, err)
	}
	return u, nil
}

// Original returns a file of the collection with its content as it was sent.
func (s *Service) Original(ctx context.Context, actor organ.Person, k Key, number int) (File, []byte, error) {
	var file File
	var content []byte
	err := s.look(ctx, actor, k, func(r Reader, c Collection) error {
		var err error
		file, err = fileOf(ctx, r, c, number)
		if err != nil {
			return err
		}
		content, err = r.Stored(ctx, c.SiteID, file.Digest)
		if err != nil {
			return fmt.Errorf("load original of file %d of collection %s: %w", number, c.ID, err)
		}
		return nil
	})
	return file, content, err
}

// Content is an original for the reading, which acts for nobody.
func (s *Service) Content(ctx context.Context, siteID, digest string) ([]byte, error) {
	content, err := s.store.Stored(ctx, siteID, digest)
	if err != nil {
		return nil, fmt.Errorf("load original %s: %w", digest, err)
	}
	return content, nil
}

// fileOf loads a file or says that it left the collection.
func fileOf(ctx context.Context, r Reader, c Collection, number int) (File, error) {
	file, err := r.File(ctx, c.SiteID, c.ID, number)
	if errors.Is(err, fault.NotFound) {
		return file, fault.Refuse(fault.NotFound, "collection-file-gone", "", "number", fmt.Sprint(number))
	}
	if err != nil {
		return file, fmt.Errorf("load file %d of collection %s: %w", number, c.ID, err)
	}
	return file, nil
}
