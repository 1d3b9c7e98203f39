package reportfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// File is a file to be read.
type File struct {
	Path string
	Name string // as results name it
}

// ErrNothing is wrapped when there is no file to read.
var ErrNothing = errors.New("no file to read")

// List finds the files under paths: a file stands for itself, a folder for every
// file below it in the order of names. Left out are hidden files, the lock files of
// office programs, and the folder in which a browser puts the pictures and scripts
// of a saved page. It fails when a path is missing, is neither file nor folder, or
// when nothing is left.
func List(paths []string) ([]File, error) {
	var files []File
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			return nil, fmt.Errorf("look at %s: %w", path, err)
		}
		switch {
		case info.Mode().IsRegular():
			files = append(files, File{Path: path, Name: path})
		case info.IsDir():
			files, err = below(path, files)
			if err != nil {
				return nil, err
			}
		default:
			return nil, &fs.PathError{Op: "read", Path: path, Err: fs.ErrInvalid}
		}
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("list %s: %w", strings.Join(paths, ", "), ErrNothing)
	}
	return files, nil
}

func below(root string, files []File) ([]File, error) {
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := d.Name()
		switch {
		case path != root && strings.HasPrefix(name, "."), strings.HasPrefix(name, "~$"):
			return skip(d)
		case d.IsDir() && furniture(path):
			return fs.SkipDir
		case !d.Type().IsRegular():
			return nil
		}
		files = append(files, File{Path: path, Name: path})
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("walk %s: %w", root, err)
	}
	return files, nil
}

func skip(d fs.DirEntry) error {
	if d.IsDir() {
		return fs.SkipDir
	}
	return nil
}

// furniture reports whether a folder belongs to a saved page beside it.
func furniture(folder string) bool {
	for _, ending := range []string{"_files", ".files", "_文件"} {
		page, found := strings.CutSuffix(folder, ending)
		if !found {
			continue
		}
		for _, kind := range []string{".html", ".htm", ".shtml"} {
			_, err := os.Stat(page + kind)
			if err == nil {
				return true
			}
		}
	}
	return false
}
