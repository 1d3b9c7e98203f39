package pdf_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"gongkai/internal/docfile/page/pagetest"
	"gongkai/internal/docfile/pdf"
)

// TestOtherProgramsReadIt hands the report to two programs that are not ours: one
// checks the file's structure, the other takes its text out.
func TestOtherProgramsReadIt(t *testing.T) {
	doc := pagetest.Report()
	path := filepath.Join(t.TempDir(), "report.pdf")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	err = pdf.Write(f, doc, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = f.Close()
	if err != nil {
		t.Fatal(err)
	}
	if said := ask(t, "qpdf", "--check", path); !strings.Contains(said, "No syntax or stream encoding errors found") {
		t.Errorf("qpdf --check says\n%s", said)
	}
	said := strings.Join(strings.Fields(ask(t, "pdftotext", "-layout", path, "-")), "")
	for _, want := range []string{"一、总体情况", "三、收到和处理政府信息公开申请情况", "1.本机关不掌握相关政府信息", "—1—", doc.Organ} {
		if !strings.Contains(said, strings.Join(strings.Fields(want), "")) {
			t.Errorf("pdftotext does not find %q", want)
		}
	}
}

// ask runs a program that make test installs.
func ask(t *testing.T, program string, args ...string) string {
	t.Helper()
	_, err := exec.LookPath(program)
	if err != nil && os.Getenv("GONGKAI_REQUIRE_POSTGRES") == "" {
		t.Skipf("NOT TESTED: %s is not installed; make test installs it", program)
	}
	out, err := exec.Command(program, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", program, err, out)
	}
	return string(out)
}
