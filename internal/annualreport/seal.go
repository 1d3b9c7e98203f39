package annualreport

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"gongkai/internal/fault"
	"gongkai/law/tally"
)

// Seal is a signed report fixed as bytes: its canonical JSON and the SHA-256 of
// it. The same report gives the same bytes on every engine and machine: no
// internal ids, no instants, names in one order, no floating point.
type Seal struct {
	Canonical string
	Hash      string // lower-case hexadecimal
}

// Sealed is what the canonical JSON holds.
type Sealed struct {
	Organ        string           `json:"organ"`
	Year         int              `json:"year"`
	Edition      int              `json:"edition"`
	Format       string           `json:"format"`
	Title        string           `json:"title"`
	SignedOn     string           `json:"signed_on"`
	SignedBy     string           `json:"signed_by"`
	Note         string           `json:"correction_note"`
	Source       string           `json:"source,omitempty"`   // of a report that was read from a file
	Original     string           `json:"original,omitempty"` // SHA-256 of that file
	Cells        tally.Cells      `json:"cells"`
	Counts       map[string]int64 `json:"counts"`
	Sections     []SealedSection  `json:"sections"`
	Entries      []Entry          `json:"entries"`
	Attestations []SealedRegister `json:"attestations"`
	Registers    []SealedRegister `json:"registers"`
}

// SealedSection is a section as bound and as read.
type SealedSection struct {
	Key  string `json:"key"`
	Body string `json:"body"`
	Text string `json:"text"`
}

// SealedRegister is the state of one register that was counted.
type SealedRegister struct {
	Register string `json:"register"`
	Records  int64  `json:"records"`
	Digest   string `json:"digest,omitempty"` // SHA-256 over the counted fields of every record, by number
	Person   string `json:"person,omitempty"`
}

// NewSeal fixes a report as bytes.
func NewSeal(s Sealed) (Seal, error) {
	slices.SortFunc(s.Entries, func(a, b Entry) int { return strings.Compare(a.Cell, b.Cell) })
	data, err := json.Marshal(s) // struct order, sorted map keys: canonical by construction
	if err != nil {
		return Seal{}, fmt.Errorf("encode report: %w", err)
	}
	sum := sha256.Sum256(data)
	return Seal{Canonical: string(data), Hash: hex.EncodeToString(sum[:])}, nil
}

// Open reads a seal back and checks that its hash is that of its bytes.
func (s Seal) Open() (Sealed, error) {
	var sealed Sealed
	sum := sha256.Sum256([]byte(s.Canonical))
	if hex.EncodeToString(sum[:]) != s.Hash {
		return sealed, fault.Refuse(fault.Conflict, "seal-broken", "Art. 50", "hash", s.Hash)
	}
	err := json.Unmarshal([]byte(s.Canonical), &sealed)
	if err != nil {
		return sealed, fmt.Errorf("read sealed report: %w", err)
	}
	return sealed, nil
}
