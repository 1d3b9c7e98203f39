package reportfile

import (
	"fmt"
	"io"
	"os"
)

// kept is a temporary file of records: what was read of thousands of reports, out
// of memory until it is asked for.
type kept struct {
	file     *os.File
	end      int64
	nameless bool // the system let its name go while it is open
}

// record is where a record stands in the file, in bytes.
type record struct{ start, size int64 }

func newKept() (*kept, error) {
	file, err := os.CreateTemp("", "gongkai-read-*")
	if err != nil {
		return nil, fmt.Errorf("make a temporary file: %w", err)
	}
	// Without a name it goes with the program, also with one that is killed. Where the
	// system keeps names of open files, close removes it.
	return &kept{file: file, nameless: os.Remove(file.Name()) == nil}, nil
}

// add writes a record behind the others.
func (k *kept) add(data []byte) (record, error) {
	_, err := k.file.WriteAt(data, k.end)
	if err != nil {
		return record{}, fmt.Errorf("write to the temporary file: %w", err)
	}
	r := record{k.end, int64(len(data))}
	k.end += r.size
	return r, nil
}

// fetch reads a record back.
func (k *kept) fetch(r record) ([]byte, error) {
	data := make([]byte, r.size)
	_, err := io.ReadFull(io.NewSectionReader(k.file, r.start, r.size), data)
	if err != nil {
		return nil, fmt.Errorf("read back from the temporary file: %w", err)
	}
	return data, nil
}

// close removes the file.
func (k *kept) close() error {
	err := k.file.Close()
	if err == nil && !k.nameless {
		err = os.Remove(k.file.Name())
	}
	if err != nil {
		return fmt.Errorf("let go of the temporary file: %w", err)
	}
	return nil
}
