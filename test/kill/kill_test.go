package kill_test

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gongkai/internal/store/storetest"
)

func TestMain(m *testing.M) { storetest.Main(m) }

// change is something that is struck: what the child does, and what the parent
// finds of it afterwards.
type change struct {
	name string
	// town begins the ids of the towns that it is tried in.
	town string
	// prepare brings a town to where the change begins.
	prepare func(o office)
	do      func(o office, progress func()) error
	// found reports whether the change is there, after having complained about
	// everything that is there by half.
	found func(o office) bool
	// goOn does what comes after the change.
	goOn func(o office)
}

var changes = []change{imported, signed, published, read}

// untilDone lets a child print as much progress as it likes.
const untilDone = 1 << 30

// TestHelperIsKilled is the process that is killed. It says when it begins, how it
// gets on, and when the change is safely stored.
func TestHelperIsKilled(t *testing.T) {
	url := os.Getenv("GONGKAI_KILL_URL")
	if url == "" {
		return
	}
	o := openOffice(t, url, os.Getenv("GONGKAI_KILL_TOWN"))
	for _, c := range changes {
		if c.name == os.Getenv("GONGKAI_KILL_CHANGE") {
			fmt.Println("begin")
			o.must(c.do(o, func() { fmt.Println("progress") }))
			fmt.Println("done")
		}
	}
}

// PostgreSQL has no file of ours to break: a few strikes show that nothing is left
// hanging on the server.
func TestKilledInTheMiddle(t *testing.T) {
	t.Run("sqlite", func(t *testing.T) { strikeAll(t, filepath.Join(t.TempDir(), "kill.db"), 12) })
	for _, engine := range storetest.Engines(t) {
		if engine.Name == "postgres" {
			t.Run(engine.Name, func(t *testing.T) { strikeAll(t, engine.URL, 4) })
		}
	}
}

func strikeAll(t *testing.T, url string, strikes int) {
	foundCounty(t, url, strikes)
	all, none := 0, 0
	for _, c := range changes {
		t.Run(c.name, func(t *testing.T) {
			whole, nothing := c.strike(t, url, strikes)
			all, none = all+whole, none+nothing
		})
	}
	if all < 2*len(changes) || none == 0 {
		t.Errorf("%d changes were left whole and nothing of %d, want each whole twice and some nothing: the strikes miss the changes", all, none)
	}
}

// strike kills the change once in each of the towns, at another moment each time:
// somewhere in the time that it takes undisturbed, at its very beginning, and
// after its end, to see that what was reported as done is kept. It returns how
// many changes were left whole, and of how many there was nothing.
func (c change) strike(t *testing.T, url string, strikes int) (int, int) {
	random := rand.New(rand.NewPCG(uint64(len(c.name)), 2024))
	all, none := 0, 0
	var took time.Duration
	marks := 0
	for round := range strikes + 1 {
		o := openOffice(t, url, fmt.Sprintf("%s%02d", c.town, round))
		c.prepare(o)
		o.close()
		s := struck{progress: untilDone}
		if round > 0 && round < strikes {
			// Let some progress through, then wait for a part of the way to the next.
			s = struck{progress: random.IntN(marks + 1), wait: time.Duration(random.Int64N(int64(took)/int64(marks+1) + 1))}
		}
		if round == 1 {
			s = struck{}
		}
		heard := c.runAndKill(t, url, o.town, s)
		if round == 0 {
			took, marks = heard.took, heard.progress
		}

		o = openOffice(t, url, o.town)
		o.settle()
		there := c.found(o)
		if heard.done && !there {
			t.Errorf("%s in %s: the process said that it was done, but nothing is there", c.name, o.town)
		}
		if there {
			all++
		} else {
			none++
			o.must(c.do(o, func() {}))
			if !c.found(o) {
				t.Errorf("%s in %s: the change is not there after it was done again", c.name, o.town)
			}
		}
		c.goOn(o)
		if round == strikes { // what an earlier strike broke would still be broken
			o.intact()
		}
		o.close()
	}
	t.Logf("%s takes %v with %d lines of progress; %d were left whole, of %d there is nothing", c.name, took, marks, all, none)
	return all, none
}

// struck says when the child is killed: after so many lines of progress, and a
// while.
type struck struct {
	progress int
	wait     time.Duration
}

// heard is what the child said before it died.
type heard struct {
	progress int
	done     bool
	took     time.Duration // from its beginning until it was done
}

func (c change) runAndKill(t *testing.T, url, town string, s struck) heard {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^TestHelperIsKilled$")
	child.Env = append(os.Environ(), "GONGKAI_KILL_URL="+url, "GONGKAI_KILL_TOWN="+town, "GONGKAI_KILL_CHANGE="+c.name)
	output, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	err = child.Start()
	if err != nil {
		t.Fatal(err)
	}
	said := make(chan string, 1000)
	go func() {
		defer close(said)
		for lines := bufio.NewScanner(output); lines.Scan(); {
			said <- lines.Text()
		}
	}()
	var h heard
	var began time.Time
	var strange []string
	listen := func(line string) {
		switch line {
		case "begin":
			began = time.Now()
		case "progress":
			h.progress++
		case "done":
			h.done, h.took = true, time.Since(began)
		case "PASS":
		default:
			strange = append(strange, line)
		}
	}
	for began.IsZero() || h.progress < s.progress && !h.done {
		line, open := <-said
		if !open {
			break
		}
		listen(line)
	}
	time.Sleep(s.wait)
	_ = child.Process.Kill() // it may have come to its end meanwhile
	for line := range said {
		listen(line)
	}
	_ = child.Wait() // it was killed
	if len(strange) > 0 || began.IsZero() {
		t.Fatalf("%s in %s: the child said %s", c.name, town, strings.Join(strange, "\n"))
	}
	return h
}
