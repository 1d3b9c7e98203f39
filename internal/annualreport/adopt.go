package annualreport

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/annualreport/narrate"
	"gongkai/internal/annualreport/reading"
	"gongkai/internal/fault"
	"gongkai/internal/organ"
	"gongkai/law/tally"
)

// Adoption is a report that was published before the organ came here, as it was
// read from a file.
type Adoption struct {
	Read   reading.Result
	Source string // the file or page, for people
	// Original is the file, kept beside the report so that anyone can compare; nil
	// where there is none. FileName is its name.
	Original []byte
	FileName string
	// OtherName lets the report name the organ otherwise than the organ is called
	// now, as before a reform.
	OtherName bool
}

// Adopt takes an earlier report into the organ's history. It becomes the published
// first edition of its year, sealed as it was read: what could not be read stays
// unknown, and nothing is counted from registers. A year that has a report keeps it.
// Whoever signs for the organ adopts: it puts a report before the public without
// the steps by which others come there.
func (s *Service) Adopt(ctx context.Context, actor organ.Person, k Key, a Adoption) (Report, error) {
	var report Report
	err := s.store.InTx(ctx, func(tx Tx) error {
		o, err := permit(ctx, tx, actor, organ.SignReport, k)
		if err != nil {
			return err
		}
		site, err := tx.Site(ctx, k.SiteID)
		if err != nil {
			return fmt.Errorf("load site %s: %w", k.SiteID, err)
		}
		_, err = governing(o, k.Year, s.Today(site))
		if err != nil {
			return err
		}
		latest, err := tx.Latest(ctx, k.SiteID, k.OrganID, k.Year)
		if err == nil {
			return fault.Refuse(fault.Conflict, "report-exists", "", "year", strconv.Itoa(k.Year), "state", StateLabels[latest.State])
		}
		if !errors.Is(err, fault.NotFound) {
			return fmt.Errorf("find report %d of %s: %w", k.Year, k.OrganID, err)
		}
		format, err := a.format(o, k.Year)
		if err != nil {
			return err
		}
		report = a.report(o, format, k.Year)
		report.ID, report.DrawnUpBy = tx.NewID(), actor.ID
		err = a.keepOriginal(ctx, tx, report, s.now())
		if err != nil {
			return err
		}
		err = addWithText(ctx, tx, report)
		if err != nil {
			return err
		}
		err = a.seal(ctx, tx, o, report)
		if err != nil {
			return err
		}
		return s.record(ctx, tx, actor, report, Adopt, a.Source, s.Today(site))
	})
	return report, err
}

// format is the form the report was read in. It refuses what is no report, more
// than one, or the report of another year or organ.
func (a Adoption) format(o organ.Organ, year int) (tally.Format, error) {
	format, err := tally.ByID(a.Read.Format)
	switch {
	case strings.TrimSpace(a.Source) == "":
		return format, fault.Refuse(fault.Invalid, "adopt-source-required", "Art. 50")
	case err != nil || a.found(reading.FoundNoReport):
		return format, fault.Refuse(fault.Invalid, "adopt-no-report", "Art. 50", "source", a.Source)
	case a.found(reading.FoundTwoTables):
		return format, fault.Refuse(fault.Invalid, "adopt-two-reports", "Art. 50", "source", a.Source)
	case a.Read.Year != 0 && a.Read.Year != year:
		return format, fault.Refuse(fault.Invalid, "adopt-other-year", "Art. 49", "read", strconv.Itoa(a.Read.Year), "year", strconv.Itoa(year))
	case !a.OtherName && !named(o, a.Read.Organ):
		return format, fault.Refuse(fault.Invalid, "adopt-other-organ", "Art. 49", "read", a.Read.Organ, "organ", o.Name)
	}
	return format, nil
}

func (a Adoption) found(id string) bool {
	return slices.ContainsFunc(a.Read.Findings, func(f checks.Finding) bool { return f.ID == id })
}

// named reports whether a report's own name for its organ may be this organ's. A
// report without a name may be anybody's.
func named(o organ.Organ, name string) bool { return name == "" || o.GoesBy(name) }

// report is the edition that is stored: cells as entries with their place, chapters
// as plain text.
func (a Adoption) report(o organ.Organ, format tally.Format, year int) Report {
	r := Report{
		SiteID: o.SiteID, OrganID: o.ID, Year: year, Edition: 1, Format: format.ID, State: Published, Version: 1,
		IndexNumber: a.Read.IndexNumber, SignedOn: a.Read.Dates["signed"], PublishedOn: a.publishedOn(year), Source: strings.TrimSpace(a.Source),
		Sections: adoptedSections(format, a.Read.Chapters),
	}
	if len(a.Original) > 0 {
		sum := sha256.Sum256(a.Original)
		r.Original, r.OriginalName = hex.EncodeToString(sum[:]), a.FileName
	}
	for _, cell := range format.Cells {
		value := a.Read.Cells[cell.Name]
		entry := Entry{Cell: cell.Name, Reason: "读自“" + r.Source + "”"}
		if place := a.Read.Read[cell.Name].Place.String(); place != "" {
			entry.Reason += "，" + place
		}
		switch value.State {
		case tally.Unknown:
			continue // stays unknown
		case tally.Number:
			entry.Value = value.Text(cell.Unit)
		case tally.NotApplicable:
			entry.Value = "/"
		case tally.Blank: // the empty text
		}
		r.Entries = append(r.Entries, entry)
	}
	return r
}

func (a Adoption) keepOriginal(ctx context.Context, tx Tx, report Report, at time.Time) error {
	if report.Original == "" {
		return nil
	}
	err := tx.Store(ctx, report.SiteID, report.Original, a.Original, at)
	if err != nil {
		return fmt.Errorf("keep the original of report %d of %s: %w", report.Year, report.OrganID, err)
	}
	return nil
}

// publishedOn is the day on the page, unless that is the day the page was moved to
// another site years later; then the day under the report.
func (a Adoption) publishedOn(year int) string {
	on := a.Read.Dates["published"]
	if strings.HasPrefix(on, strconv.Itoa(year+1)) {
		return on
	}
	return a.Read.Dates["signed"]
}

// seal fixes the report with what its registers do not have to say about it.
func (a Adoption) seal(ctx context.Context, tx Tx, o organ.Organ, report Report) error {
	facts, err := adoptedFacts(o, report)
	if err != nil {
		return err
	}
	view := View{Report: report, Facts: facts, Content: liveContent(o, report, facts, Facts{})}
	if a.Read.Title != "" {
		view.Content.Title = a.Read.Title
	}
	seal, err := NewSeal(view.sealed(""))
	if err != nil {
		return err
	}
	err = tx.SaveSeal(ctx, report.SiteID, report.ID, seal)
	if err != nil {
		return fmt.Errorf("save seal of %s: %w", report.ID, err)
	}
	return nil
}

// unbound takes the meaning that braces have here from a text that was not written
// with it.
var unbound = strings.NewReplacer("{", "｛", "}", "｝")

// adoptedSections are the chapters of a report that was read, one section each. The
// text of a chapter that the format does not have goes, under its heading, with the
// chapter before it; a heading that differs from the format's stands beside the text.
func adoptedSections(format tally.Format, chapters []reading.Chapter) map[string]string {
	sections := map[string]string{preamble: ""}
	for _, chapter := range format.Chapters {
		sections[sectionKey(chapter.Key)] = ""
	}
	key := preamble
	for _, chapter := range chapters {
		text := strings.TrimSpace(unbound.Replace(chapter.Text))
		own := sectionKey(chapter.Key)
		_, has := sections[own]
		switch {
		case has:
			key = own
			keepHeading(sections, format, chapter)
		case chapter.Heading != "":
			text = strings.TrimSpace(unbound.Replace(chapter.Heading) + "\n" + text)
		}
		if sections[key] != "" && text != "" {
			text = "\n" + text
		}
		sections[key] += text
	}
	return sections
}

// keepHeading notes how a chapter's heading was printed where it is not the format's.
// Of a chapter that stands there twice the first heading is kept.
func keepHeading(sections map[string]string, format tally.Format, chapter reading.Chapter) {
	wanted, known := format.Chapter(chapter.Key)
	printed := strings.TrimSpace(unbound.Replace(chapter.Heading))
	_, twice := sections[headingKey(chapter.Key)]
	if known && !twice && printed != "" && printed != wanted.Heading() {
		sections[headingKey(chapter.Key)] = printed
	}
}

// HoldsHeading reports whether a section holds a chapter's heading as it was printed,
// and no text.
func HoldsHeading(spec narrate.SectionSpec) bool {
	return spec.Chapter != "" && spec.Key == headingKey(spec.Chapter)
}

// headingKey names the section that holds a chapter's heading as it was printed.
func headingKey(chapter string) string { return chapter + ".heading" }

func sectionKey(chapter string) string {
	if chapter == preamble {
		return preamble
	}
	return chapter + ".text"
}

// readSections lists the sections that a report which was read may have: what stands
// before the chapters, and for each chapter its text and a heading of its own.
func readSections(format tally.Format) []narrate.SectionSpec {
	specs := []narrate.SectionSpec{{Key: preamble, Title: "引言", Topic: narrate.TopicBasis}}
	for _, chapter := range format.Chapters {
		specs = append(specs,
			narrate.SectionSpec{Key: headingKey(chapter.Key), Chapter: chapter.Key, Title: chapter.Title + "（原标题）", Topic: narrate.TopicOther},
			narrate.SectionSpec{Key: sectionKey(chapter.Key), Chapter: chapter.Key, Title: chapter.Title, Topic: narrate.TopicOther})
	}
	return specs
}

// sections lists the sections of the report's text in reading order.
func (r Report) sections(format tally.Format, kind organ.Kind) []narrate.SectionSpec {
	if r.Source != "" {
		return readSections(format)
	}
	return narrate.Sections(format, kind)
}
