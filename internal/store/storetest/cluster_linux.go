package storetest

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"runtime"
	"strconv"
	"syscall"
	"time"
)

// startCluster makes and starts a PostgreSQL of our own in a temporary directory.
// It returns the server's address and what stops it and removes the directory.
func startCluster() (string, func() error, error) {
	bin, err := findBinaries()
	if err != nil {
		return "", nil, err
	}
	removeLeftovers()
	dir, err := os.MkdirTemp("", fmt.Sprintf("%s%d-", leftover, os.Getpid()))
	if err != nil {
		return "", nil, fmt.Errorf("make directory: %w", err)
	}
	c := cluster{bin: bin, dir: dir, ended: make(chan error, 1)}
	err = c.start()
	if err != nil {
		return "", nil, errors.Join(err, os.RemoveAll(dir))
	}
	address := url.URL{
		Scheme: "postgres", User: url.User("gongkai"), Path: "/postgres",
		RawQuery: url.Values{"host": {dir}}.Encode(),
	}
	return address.String(), c.halt, nil
}

// findBinaries returns the directory of the newest installed PostgreSQL.
func findBinaries() (string, error) {
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/postgres")
	if err != nil {
		return "", fmt.Errorf("look for PostgreSQL: %w", err)
	}
	newest, bin := -1, ""
	for _, path := range found {
		dir := filepath.Dir(path)
		version, err := strconv.Atoi(filepath.Base(filepath.Dir(dir)))
		if err == nil && version > newest {
			newest, bin = version, dir
		}
	}
	if bin == "" {
		return "", errAbsent
	}
	return bin, nil
}

type cluster struct {
	bin     string
	dir     string // holds the data and the socket
	process *os.Process
	ended   chan error
	log     bytes.Buffer // read only after ended
}

func (c *cluster) start() error {
	attributes, err := c.unprivileged()
	if err != nil {
		return err
	}
	data := filepath.Join(c.dir, "data")
	initdb := exec.Command(filepath.Join(c.bin, "initdb"), "-D", data, "-U", "gongkai", "-A", "trust",
		"-E", "UTF8", "--locale=C", "--no-sync")
	initdb.Dir, initdb.SysProcAttr = c.dir, attributes
	output, err := initdb.CombinedOutput()
	if err != nil {
		return fmt.Errorf("initdb: %w\n%s", err, output)
	}
	postgres := exec.Command(filepath.Join(c.bin, "postgres"), "-D", data, "-k", c.dir,
		"-c", "listen_addresses=", "-c", "max_connections=300", "-c", "shared_buffers=64MB",
		// The data is thrown away: nothing need survive a crash.
		"-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "autovacuum=off")
	postgres.Dir, postgres.SysProcAttr = c.dir, attributes
	postgres.Stdout, postgres.Stderr = &c.log, &c.log
	started := make(chan error)
	go func() {
		// The kernel sends the parent's death signal when the thread that
		// started the child ends, so the thread is kept.
		runtime.LockOSThread()
		err := postgres.Start()
		started <- err
		if err == nil {
			c.ended <- postgres.Wait()
		}
	}()
	err = <-started
	if err != nil {
		return fmt.Errorf("start postgres: %w", err)
	}
	c.process = postgres.Process
	return nil
}

// unprivileged gives the directory to a user that PostgreSQL agrees to run as:
// it refuses root, which containers build as.
func (c *cluster) unprivileged() (*syscall.SysProcAttr, error) {
	attributes := &syscall.SysProcAttr{Pdeathsig: syscall.SIGQUIT}
	if os.Geteuid() != 0 {
		return attributes, nil
	}
	account, err := user.Lookup("postgres")
	if err != nil {
		account, err = user.Lookup("nobody")
	}
	if err != nil {
		return nil, fmt.Errorf("find a user to run PostgreSQL as: %w", err)
	}
	uid, err := strconv.ParseUint(account.Uid, 10, 32)
	if err != nil {
		return nil, fmt.Errorf("read user id of %s: %w", account.Username, err)
	}
	gid, err := strconv.ParseUint(account.Gid, 10, 32)
	if err != nil {
		return nil, fmt.Errorf("read group id of %s: %w", account.Username, err)
	}
	err = os.Chown(c.dir, int(uid), int(gid))
	if err != nil {
		return nil, fmt.Errorf("give directory to %s: %w", account.Username, err)
	}
	attributes.Credential = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
	return attributes, nil
}

// halt stops the server, by force if it does not want to, and removes its files.
func (c *cluster) halt() error {
	err := c.process.Signal(syscall.SIGINT) // fast shutdown
	if err != nil {
		err = fmt.Errorf("PostgreSQL had ended by itself: %w", err)
	}
	select {
	case <-c.ended: //nolint:errcheck // it has ended, however
	case <-time.After(20 * time.Second):
		err = errors.Join(errors.New("PostgreSQL did not stop"), c.process.Signal(syscall.SIGQUIT))
		<-c.ended //nolint:errcheck // it has ended, however
	}
	if err != nil {
		err = fmt.Errorf("%w\n%s", err, c.log.String())
	}
	return errors.Join(err, os.RemoveAll(c.dir))
}

// leftover begins the names of our directories; the process number follows.
const leftover = "gongkai-postgres-"

// removeLeftovers deletes directories of test processes that were killed. An
// hour's age guards those of processes we cannot see, in another container.
func removeLeftovers() {
	dirs, err := filepath.Glob(filepath.Join(os.TempDir(), leftover+"*"))
	if err != nil {
		return
	}
	for _, dir := range dirs {
		info, err := os.Stat(dir)
		if err != nil || time.Since(info.ModTime()) < time.Hour {
			continue
		}
		var pid int
		_, err = fmt.Sscanf(filepath.Base(dir), leftover+"%d-", &pid)
		if err == nil && errors.Is(syscall.Kill(pid, 0), syscall.ESRCH) {
			_ = os.RemoveAll(dir) // only tidying
		}
	}
}
