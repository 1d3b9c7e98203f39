package corpus

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkai/internal/annualreport/reading"
	"gongkai/internal/docfile/source"
)

// The bars (issue: reading published reports).
const (
	fewestFixtures, fewestForms = 60, 25
	lowestAccuracy              = 0.995
	lowestFindings              = 0.95 // precision and recall
	lowestSentences             = 0.90 // of the figures that sentences state
	lowestFacts                 = 0.98 // organ, year, format, index number, dates
)

// read takes a fixture through the readers of files and the reading.
func read(f Fixture) (reading.Result, error) {
	src, err := source.Open(f.File, bytes.NewReader(f.Data), int64(len(f.Data)), source.Limits{})
	if err != nil {
		var refused *source.Error
		if errors.As(err, &refused) {
			return reading.Result{}, fmt.Errorf("%s: %w", refused.Sentence(), err)
		}
		return reading.Result{}, err
	}
	return reading.Read(src), nil
}

func TestCorpus(t *testing.T) {
	fixtures, err := Fixtures()
	if err != nil {
		t.Fatalf("Fixtures() = %v", err)
	}
	var forms []string
	scores := map[string]*Score{}
	var total Score
	for _, f := range fixtures {
		got, err := read(f)
		score := Judge(f, got)
		if err != nil {
			t.Errorf("read %s: %v", f.Name, err)
		}
		if scores[f.Form] == nil {
			forms = append(forms, f.Form)
			scores[f.Form] = &Score{}
		}
		scores[f.Form].Add(score)
		total.Add(score)
	}
	for line := range strings.Lines(table(forms, scores, total)) {
		fmt.Print("MEASURED " + line)
	}
	writeFaults(t, total.Faults)

	if total.Fixtures < fewestFixtures || len(forms) < fewestForms {
		t.Errorf("the corpus has %d reports in %d forms, want at least %d in %d", total.Fixtures, len(forms), fewestFixtures, fewestForms)
	}
	if total.Accuracy() < lowestAccuracy {
		t.Errorf("%d of %d known cells read right, %.4f, want at least %.4f", total.Right, total.Known, total.Accuracy(), lowestAccuracy)
	}
	if total.Invented > 0 {
		t.Errorf("%d numbers invented, want none", total.Invented)
	}
	if total.Precision() < lowestFindings {
		t.Errorf("%d of %d findings are false, precision %.3f, want at least %.2f", total.False, total.Found, total.Precision(), lowestFindings)
	}
	if total.Recall() < lowestFindings {
		t.Errorf("%d of %d due findings reported, recall %.3f, want at least %.2f", total.Hit, total.Due, total.Recall(), lowestFindings)
	}
	if heard := ratio(total.Heard, total.Stated); heard < lowestSentences {
		t.Errorf("%d of %d stated figures understood, %.3f, want at least %.2f", total.Heard, total.Stated, heard, lowestSentences)
	}
	if met := ratio(total.Met, total.Facts); met < lowestFacts {
		t.Errorf("%d of %d facts read, %.3f, want at least %.2f", total.Met, total.Facts, met, lowestFacts)
	}
	if t.Failed() {
		for i, fault := range total.Faults {
			if i == faultsShown {
				t.Logf("… and %d more", len(total.Faults)-i)
				break
			}
			t.Log(fault)
		}
	}
}

// faultsShown is how many of the faults a failing test lists.
const faultsShown = 60

// writeFaults writes every fault into a file where GONGKAI_CORPUS names a folder,
// and the fixtures beside it, for those who look after one.
func writeFaults(t *testing.T, faults []string) {
	t.Helper()
	folder := os.Getenv("GONGKAI_CORPUS")
	if folder == "" {
		return
	}
	err := os.WriteFile(filepath.Join(folder, "faults.txt"), []byte(strings.Join(faults, "\n")+"\n"), 0o644)
	if err != nil {
		t.Fatalf("write the faults: %v", err)
	}
	fixtures, err := Fixtures()
	if err != nil {
		t.Fatalf("Fixtures() = %v", err)
	}
	for _, f := range fixtures {
		err := os.WriteFile(filepath.Join(folder, f.File), f.Data, 0o644)
		if err != nil {
			t.Fatalf("write fixture %s: %v", f.Name, err)
		}
	}
}

// table is the result by form.
func table(forms []string, scores map[string]*Score, total Score) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-22s %7s %6s %6s %6s %7s %8s %6s %10s %9s %10s\n",
		"form", "reports", "known", "right", "unread", "invent", "mistaken", "lost", "sentences", "facts", "findings")
	line := func(name string, s Score) {
		fmt.Fprintf(&b, "%-22s %7d %6d %6d %6d %7d %8d %6d %4d/%-5d %4d/%-4d %2d/%d", name, s.Fixtures, s.Known, s.Right, s.Unread, s.Invented, s.Mistaken, s.Lost,
			s.Heard, s.Stated, s.Met, s.Facts, s.Hit, s.Due)
		if s.False > 0 {
			fmt.Fprintf(&b, " +%d false", s.False)
		}
		b.WriteString("\n")
	}
	for _, name := range forms {
		line(name, *scores[name])
	}
	line("all", total)
	fmt.Fprintf(&b, "known cells %.4f, invented %d, findings precision %.3f recall %.3f\n", total.Accuracy(), total.Invented, total.Precision(), total.Recall())
	return b.String()
}

// Two calls give the same bytes: a fixture that changes could hide what it found.
func TestFixturesAreDeterministic(t *testing.T) {
	first, err := Fixtures()
	if err != nil {
		t.Fatal(err)
	}
	second, err := Fixtures()
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for i := range first {
		if !bytes.Equal(first[i].Data, second[i].Data) {
			t.Errorf("fixture %s differs between two calls", first[i].Name)
		}
		if names[first[i].File] {
			t.Errorf("two fixtures are called %s", first[i].File)
		}
		names[first[i].File] = true
	}
}
