package job

import "sync"

// Progress is how far a running handler has come. Setting it only touches
// memory, so a handler may do so as often as it likes, also while it holds the
// one transaction that may write; the runner stores it every few seconds.
type Progress struct {
	mu          sync.Mutex
	done, total int64
}

// Set notes that done of total units are finished; total 0 is unknown.
func (p *Progress) Set(done, total int64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done, p.total = max(done, 0), max(total, 0)
}

// Get returns done and total as last set.
func (p *Progress) Get() (int64, int64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.done, p.total
}
