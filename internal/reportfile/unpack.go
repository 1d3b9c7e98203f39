package reportfile

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"gongkai/internal/annualreport/collection"
	"gongkai/internal/fault"
)

// mostUnpacked is how many bytes the files of an archive may have together.
const mostUnpacked = 2 << 30

// Unpack hands over the files of a ZIP archive, such as a folder of reports, in its
// order: names with folders and slashes, GB18030 ones decoded. Left out are folders,
// hidden files, what systems and office programs leave behind, and what belongs to a
// saved page. It refuses an archive that is damaged, protected, without files or
// larger than collections are, in what it says of itself or in what comes out of it.
// A file that alone is too large is handed over too: reading it fails with the
// refusal, so that visit may leave it out and go on. An error of visit ends it and is
// returned.
func Unpack(name string, r io.ReaderAt, size int64, visit func(name string, content io.Reader) error) error {
	archive, err := zip.NewReader(r, size)
	if err != nil {
		return fault.Refuse(fault.Invalid, "archive-damaged", "", "file", name)
	}
	list, err := wanted(name, archive.File)
	if err != nil {
		return err
	}
	left := int64(mostUnpacked)
	for _, m := range list {
		err = unpackOne(name, m, &left, visit)
		if err != nil {
			return err
		}
	}
	return nil
}

// member is a file of an archive under its name for people.
type member struct {
	file *zip.File
	name string
}

// wanted lists the members to be handed over and refuses what their heads already
// say to be too much.
func wanted(archive string, files []*zip.File) ([]member, error) {
	names := make(map[string]bool, len(files))
	var all []member
	for _, f := range files {
		m := member{f, memberName(f)}
		names[m.name] = true
		if !f.FileInfo().IsDir() && !strings.HasSuffix(m.name, "/") && m.name != "" {
			all = append(all, m)
		}
	}
	var list []member
	var sum uint64
	for _, m := range all {
		if leftOver(m.name, names) {
			continue
		}
		sum += min(m.file.UncompressedSize64, collection.MostBytes) // more is not read
		list = append(list, m)
		if len(list) > collection.MostFiles {
			return nil, fault.Refuse(fault.Invalid, "archive-too-many-files", "", "file", archive, "limit", fmt.Sprint(collection.MostFiles))
		}
		if m.file.Flags&1 != 0 {
			return nil, fault.Refuse(fault.Invalid, "archive-protected", "", "file", archive)
		}
	}
	switch {
	case len(list) == 0:
		return nil, fault.Refuse(fault.Invalid, "archive-empty", "", "file", archive)
	case sum > mostUnpacked:
		return nil, archiveTooLarge(archive)
	}
	return list, nil
}

func memberTooLarge(name string) error {
	return fault.Refuse(fault.Invalid, "collection-file-too-large", "", "file", name, "limit", fmt.Sprint(collection.MostBytes>>20))
}

func archiveTooLarge(name string) error {
	return fault.Refuse(fault.Invalid, "archive-too-large", "", "file", name, "limit", fmt.Sprint(mostUnpacked>>30))
}

// memberName is a member's path inside the archive, never outside of it.
func memberName(f *zip.File) string {
	name := f.Name
	if !utf8.ValidString(name) {
		decoded, err := simplifiedchinese.GB18030.NewDecoder().String(name)
		if err == nil {
			name = decoded
		}
	}
	return strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/")
}

// LeftOver reports whether a file that was sent with its folder is none of the
// reports: it is hidden, something that systems and office programs leave behind, or
// it lies in the folder of a saved page.
func LeftOver(name string) bool {
	folder, _ := path.Split(name)
	for _, ending := range []string{"_files/", ".files/", "_文件/"} {
		if strings.Contains(folder, ending) {
			return true
		}
	}
	return leftOver(name, nil)
}

// leftOver reports whether a member is none of the reports.
func leftOver(name string, names map[string]bool) bool {
	folder := ""
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") || strings.HasPrefix(part, "~$") || part == "__MACOSX" || part == "Thumbs.db" || part == "desktop.ini" {
			return true
		}
		folder = path.Join(folder, part)
		if folder != name && besidePage(folder, names) {
			return true
		}
	}
	return false
}

// besidePage reports whether a folder belongs to a saved page, as furniture does.
func besidePage(folder string, names map[string]bool) bool {
	for _, ending := range []string{"_files", ".files", "_文件"} {
		page, found := strings.CutSuffix(folder, ending)
		if found && (names[page+".html"] || names[page+".htm"] || names[page+".shtml"]) {
			return true
		}
	}
	return false
}

// unpackOne hands one member over. What a head says of a size need not be true, so
// the bytes are counted as they come.
func unpackOne(archive string, m member, left *int64, visit func(name string, content io.Reader) error) error {
	content, err := m.file.Open()
	if err != nil {
		return fault.Refuse(fault.Invalid, "archive-damaged", "", "file", archive)
	}
	defer content.Close() // nothing is written
	counted := &bounded{
		from: content, left: min(int64(collection.MostBytes), *left), damaged: fault.Refuse(fault.Invalid, "archive-damaged", "", "file", archive),
		full: memberTooLarge(m.name),
	}
	if *left < collection.MostBytes {
		counted.full = archiveTooLarge(archive)
	}
	before := counted.left
	err = visit(m.name, counted)
	*left -= before - counted.left
	return err
}

// bounded reads up to so many bytes; one more is its error.
type bounded struct {
	from          io.Reader
	left          int64
	full, damaged error
}

// Read implements io.Reader.
func (b *bounded) Read(p []byte) (int, error) {
	if int64(len(p)) > b.left+1 {
		p = p[:b.left+1]
	}
	n, err := b.from.Read(p)
	b.left -= int64(n)
	switch {
	case b.left < 0:
		return 0, b.full
	case err != nil && !errors.Is(err, io.EOF):
		return n, b.damaged
	}
	return n, err
}
