package container

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"strings"
)

// mostParts is how many files an archive may have.
const mostParts = 10_000

// What is wrong with an archive that Open refuses.
var (
	ErrDamaged   = errors.New("the archive is damaged")
	ErrTooLarge  = errors.New("the archive unpacks to too much")
	ErrProtected = errors.New("the archive has a password")
)

// Parts are the files of a document by path: lower case, with slashes.
type Parts map[string]*zip.File

// Open reads an archive's directory. The unpacked sizes that it declares must stay
// below most bytes together, and no part is read beyond what it declared (see
// Declared): so a zip bomb costs nothing. It fails with one of the errors above.
func Open(r io.ReaderAt, size, most int64) (Parts, error) {
	archive, err := zip.NewReader(r, size)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if len(archive.File) > mostParts {
		return nil, ErrTooLarge
	}
	found := Parts{}
	room := uint64(most)
	for _, f := range archive.File {
		if f.Flags&1 != 0 {
			return nil, ErrProtected
		}
		if f.UncompressedSize64 > room {
			return nil, ErrTooLarge
		}
		room -= f.UncompressedSize64
		name := strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))
		if found[name] == nil {
			found[name] = f
		}
	}
	return found, nil
}

// Declared reads a part up to the size that it declared.
func Declared(f *zip.File, content io.Reader) io.Reader {
	return io.LimitReader(content, int64(f.UncompressedSize64))
}
