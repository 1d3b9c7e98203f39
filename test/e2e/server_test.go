package e2e

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// server is the program, running on sample data of its own.
type server struct {
	t       *testing.T
	data    string
	address string // such as http://127.0.0.1:12345
	process *exec.Cmd
	ended   chan struct{}
	log     lockedBuffer
	// scriptless visitors have scripts turned off.
	scriptless bool
}

// lockedBuffer is written by a process while a test may read it.
type lockedBuffer struct {
	mu   sync.Mutex
	text bytes.Buffer
}

// Write implements io.Writer.
func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.Write(p)
}

// String is what was written so far.
func (b *lockedBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.String()
}

// serve starts the program on a copy of the sample data. What it logs is shown when
// the test fails, and a page that broke in it fails the test.
func serve(t *testing.T) *server {
	t.Helper()
	needBrowser(t)
	origin, err := sample()
	if err != nil {
		t.Fatal(err)
	}
	s := &server{t: t, data: t.TempDir()}
	err = os.CopyFS(s.data, os.DirFS(origin))
	if err != nil {
		t.Fatalf("copy the sample data: %v", err)
	}
	s.start()
	t.Cleanup(s.stop)
	return s
}

var announced = regexp.MustCompile(`http://127\.0\.0\.1:\d+`)

// start runs the program and reads from its welcome where it answers.
func (s *server) start() {
	s.t.Helper()
	program, err := built()
	if err != nil {
		s.t.Fatal(err)
	}
	process := exec.Command(program, "demo", "--data", s.data, "--addr", "127.0.0.1:0")
	process.Stderr = &s.log
	welcome, err := process.StdoutPipe()
	if err != nil {
		s.t.Fatalf("read the program's welcome: %v", err)
	}
	err = process.Start()
	if err != nil {
		s.t.Fatalf("start the program: %v", err)
	}
	s.process, s.ended = process, make(chan struct{})
	lines := bufio.NewScanner(welcome)
	s.address = ""
	for s.address == "" && lines.Scan() {
		s.address = announced.FindString(lines.Text())
	}
	go func() {
		_, _ = io.Copy(io.Discard, welcome)
		_ = process.Wait() // how it ended is up to the test
		close(s.ended)
	}()
	if s.address == "" {
		s.t.Fatalf("the program did not say where it answers; it logged:\n%s", s.log.String())
	}
}

// stop ends the program as an administrator would, and looks through its log.
func (s *server) stop() {
	err := s.process.Process.Signal(os.Interrupt)
	if err == nil {
		select {
		case <-s.ended:
		case <-time.After(30 * time.Second):
			s.t.Error("the program does not stop")
			s.kill()
		}
	}
	for line := range strings.Lines(s.log.String()) {
		if strings.Contains(line, "level=ERROR") {
			s.t.Errorf("the program logged: %s", line)
		}
	}
	if s.t.Failed() {
		s.t.Logf("the program's log:\n%s", s.log.String())
	}
}

// kill ends the program as a power failure would.
func (s *server) kill() {
	s.t.Helper()
	err := s.process.Process.Kill()
	if err != nil {
		s.t.Fatalf("kill the program: %v", err)
	}
	<-s.ended
}

// get fetches a public address without a browser: its body and headers.
func (s *server) get(path string) ([]byte, http.Header, error) {
	answer, err := http.Get(s.address + path)
	if err != nil {
		return nil, nil, fmt.Errorf("get %s: %w", path, err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		return nil, nil, fmt.Errorf("read %s: %w", path, err)
	}
	if answer.StatusCode != http.StatusOK {
		return nil, nil, fmt.Errorf("get %s: %s", path, answer.Status)
	}
	return body, answer.Header, nil
}
