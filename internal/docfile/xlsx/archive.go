package xlsx

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// epoch is the date stamped on every entry, 1 January 1980 as MS-DOS writes it;
// the real date is a property.
const epoch = 1<<5 | 1

// archive is the zip writer that excelize fills. It holds the entries back and
// writes them sorted: excelize takes streamed sheets from a Go map, in an order
// that changes from run to run.
type archive struct {
	w       io.Writer
	entries []*entry
}

// entry is one file, compressed as it arrives.
type entry struct {
	name string
	data bytes.Buffer
	pack *flate.Writer
	size uint64
	sum  uint32
}

func newArchive(w io.Writer) excelize.ZipWriter { return &archive{w: w} }

// Create begins the next entry.
func (a *archive) Create(name string) (io.Writer, error) {
	e := &entry{name: name}
	pack, err := flate.NewWriter(&e.data, flate.DefaultCompression)
	if err != nil {
		return nil, fmt.Errorf("compress %s: %w", name, err)
	}
	e.pack = pack
	a.entries = append(a.entries, e)
	return e, nil
}

// AddFS is asked for by excelize's interface; no workbook of ours has a folder to add.
func (a *archive) AddFS(_ fs.FS) error {
	return errors.New("add a file system to a workbook: it is made of parts only")
}

// Write compresses a piece of the entry.
func (e *entry) Write(p []byte) (int, error) {
	e.sum = crc32.Update(e.sum, crc32.IEEETable, p)
	e.size += uint64(len(p))
	return e.pack.Write(p)
}

// Close writes the entries, the content types first.
func (a *archive) Close() error {
	slices.SortFunc(a.entries, func(x, y *entry) int { return strings.Compare(x.name, y.name) })
	out := zip.NewWriter(a.w)
	for _, e := range a.entries {
		err := e.pack.Close()
		if err != nil {
			return fmt.Errorf("compress %s: %w", e.name, err)
		}
		//nolint:staticcheck // Modified would add a second, finer stamp; CreateRaw writes the header as it stands
		w, err := out.CreateRaw(&zip.FileHeader{
			Name: e.name, Method: zip.Deflate, ModifiedDate: epoch, CRC32: e.sum,
			CompressedSize64: uint64(e.data.Len()), UncompressedSize64: e.size,
		})
		if err != nil {
			return fmt.Errorf("add %s: %w", e.name, err)
		}
		_, err = e.data.WriteTo(w)
		if err != nil {
			return fmt.Errorf("write %s: %w", e.name, err)
		}
	}
	return out.Close()
}
