package annualreport

import (
	"context"
	"errors"
	"fmt"

	"gongkai/internal/annualreport/checks"
	"gongkai/internal/annualreport/narrate"
	"gongkai/internal/document"
	"gongkai/internal/fault"
	"gongkai/internal/organ"
	"gongkai/internal/register"
	"gongkai/law/tally"
)

// View is a report with everything that stands around it on a page.
type View struct {
	Site     organ.Site
	Report   Report
	Facts    Facts
	Last     Facts // the year before, for bindings such as last.item.total
	Content  Content
	Findings []checks.Finding
	Holdings []Holding
	Steps    []Taken
	Seal     *Seal // of a sealed report
	// LastMeasures is the improvement text of last year's report, to be answered in
	// chapter 五.
	LastMeasures string
}

// Holding is how many records of the year a counted register holds, and whether
// someone has stood up for it.
type Holding struct {
	Register    register.Definition
	Records     int64
	Attestation *Attestation
}

// View shows a report to a person who may read it. A sealed report is shown as it
// was sealed; a draft is counted from the registers now.
func (s *Service) View(ctx context.Context, actor organ.Person, k Key) (View, error) {
	var view View
	err := s.store.AtOnce(ctx, func(r Reader) error {
		o, err := permit(ctx, r, actor, organ.ReadReport, k)
		if err != nil {
			return err
		}
		report, err := r.Latest(ctx, k.SiteID, k.OrganID, k.Year)
		if err != nil {
			return unopened(k, err)
		}
		view, err = s.view(ctx, r, o, report)
		return err
	})
	return view, err
}

func (s *Service) view(ctx context.Context, r Reader, o organ.Organ, report Report) (View, error) {
	site, err := r.Site(ctx, o.SiteID)
	if err != nil {
		return View{}, fmt.Errorf("load site %s: %w", o.SiteID, err)
	}
	view, err := s.live(ctx, r, o, report, s.Today(site))
	if err != nil {
		return view, err
	}
	view.Site = site
	view.Steps, err = r.Steps(ctx, o.SiteID, report.ID)
	if err != nil {
		return view, fmt.Errorf("list steps of %s: %w", report.ID, err)
	}
	if !report.Sealed() {
		return view, nil
	}
	seal, err := r.Seal(ctx, o.SiteID, report.ID)
	if err != nil {
		return view, fmt.Errorf("load seal of %s: %w", report.ID, err)
	}
	view.Seal = &seal
	view.Content, err = sealedContent(o, seal)
	return view, err
}

// live counts and examines the report as the registers stand now.
func (s *Service) live(ctx context.Context, r Reader, o organ.Organ, report Report, today string) (View, error) {
	view := View{Report: report}
	facts, region, err := factsOf(ctx, r, o, report, today)
	if err != nil {
		return view, err
	}
	view.Facts = facts
	view.Last, err = lastYear(ctx, r, o, report.Year)
	if err != nil {
		return view, err
	}
	view.Content = liveContent(o, report, view.Facts, view.Last)
	ledger, err := s.ledger(ctx, r, report, view.Facts, view.Last, view.Content, today)
	if err != nil {
		return view, err
	}
	if report.Source != "" {
		ledger.OpenRequests = nil // the registers have no say in it
	}
	if report.Source != "" && report.Sealed() {
		ledger.Signed.Date = report.SignedOn
	}
	if region != nil {
		ledger.Subordinates = region.subordinates()
	}
	view.Findings = checks.Run(ledger)
	if ledger.Previous != nil {
		view.LastMeasures = measuresOf(ledger.Previous.Chapters)
	}
	view.Holdings, err = holdings(ctx, r, o, report)
	return view, err
}

func lastYear(ctx context.Context, r Reader, o organ.Organ, year int) (Facts, error) {
	facts, err := Collect(ctx, r, o, year-1, "9999-12-31")
	var refused *fault.Rule
	if errors.As(err, &refused) {
		return Facts{Organ: o, Year: year - 1}, nil
	}
	return facts, err
}

func measuresOf(chapters []checks.Chapter) string {
	for _, c := range chapters {
		for _, section := range c.Sections {
			if section.Key == "improvement.measures" {
				return section.Text
			}
		}
	}
	return ""
}

func holdings(ctx context.Context, r Reader, o organ.Organ, report Report) ([]Holding, error) {
	held, err := r.Holdings(ctx, o.SiteID, o.ID, report.Year)
	if err != nil {
		return nil, fmt.Errorf("count the registers of %s: %w", o.ID, err)
	}
	var list []Holding
	for _, d := range register.All {
		if _, counted := countedFields[d.Name]; !counted {
			continue
		}
		h := Holding{Register: d, Records: held[d.Name]}
		if a, ok := report.Attested(d.Name); ok {
			h.Attestation = &a
		}
		list = append(list, h)
	}
	return list, nil
}

// liveContent renders the report's text with the numbers as they stand now.
func liveContent(o organ.Organ, report Report, facts, last Facts) Content {
	values := bindings{facts, last, narrate.Facts(o, report.Year)}
	c := Content{
		Organ: o, Title: facts.Format.Title(o.Name, report.Year), Year: report.Year, Format: facts.Format, Cells: facts.Cells,
		Notes: notes(report), ID: fmt.Sprintf("%s/%d", report.ID, report.Version),
		Signed: checks.Signature{Organ: o.Name, Date: report.SignedOn},
	}
	for _, spec := range report.sections(facts.Format, o.Kind) {
		body, has := report.Sections[spec.Key]
		if !has {
			continue
		}
		c.Sections = append(c.Sections, Passage{Spec: spec, Body: body, Template: body == spec.Template, Rendered: narrate.Render(body, values)})
	}
	return c
}

func notes(r Report) []string {
	var lines []string
	if r.CorrectionNote != "" {
		lines = append(lines, fmt.Sprintf("（本报告为第%d版，更正说明：%s）", r.Edition, r.CorrectionNote))
	}
	if r.Source != "" {
		lines = append(lines, "（本报告由原公布的文件导入：“"+r.Source+"”，没有读到的数字为未知）")
	}
	return lines
}

// sealed is the report as it will be fixed.
func (v View) sealed(signer string) Sealed {
	s := Sealed{
		Organ: v.Content.Organ.Name, Year: v.Report.Year, Edition: v.Report.Edition, Format: v.Report.Format, Title: v.Content.Title, Source: v.Report.Source, Original: v.Report.Original,
		SignedOn: v.Report.SignedOn, SignedBy: signer, Note: v.Report.CorrectionNote, Cells: tally.Cells{}, Counts: v.Facts.Counts,
		Entries: append([]Entry{}, v.Report.Entries...), Sections: []SealedSection{}, Attestations: []SealedRegister{}, Registers: []SealedRegister{},
	}
	for _, cell := range v.Content.Format.Cells {
		s.Cells[cell.Name] = v.Facts.Cells[cell.Name]
	}
	for _, p := range v.Content.Sections {
		s.Sections = append(s.Sections, SealedSection{Key: p.Spec.Key, Body: p.Body, Text: p.Text})
	}
	for _, h := range v.Holdings {
		if h.Attestation != nil {
			s.Attestations = append(s.Attestations, SealedRegister{Register: h.Register.Name, Records: h.Records, Person: h.Attestation.Person})
		}
	}
	return s
}

// sealedContent reads a report back from its seal. The text is the sealed text;
// the chips in it come from rendering the sealed body with the sealed numbers, and
// are left out where that would read otherwise.
func sealedContent(o organ.Organ, seal Seal) (Content, error) {
	sealed, err := seal.Open()
	if err != nil {
		return Content{}, err
	}
	format, err := tally.ByID(sealed.Format)
	if err != nil {
		return Content{}, fmt.Errorf("format of sealed report: %w", err)
	}
	o.Name = sealed.Organ // as it was called when it signed
	facts := Facts{Organ: o, Year: sealed.Year, Format: format, Cells: sealed.Cells, Register: sealed.Cells, Counts: sealed.Counts}
	values := bindings{facts, Facts{}, narrate.Facts(o, sealed.Year)}
	c := Content{
		Organ: o, Title: sealed.Title, Year: sealed.Year, Format: format, Cells: sealed.Cells, ID: seal.Hash,
		Signed: checks.Signature{Organ: sealed.Organ, Date: sealed.SignedOn},
		Notes:  notes(Report{Edition: sealed.Edition, CorrectionNote: sealed.Note, Source: sealed.Source}),
	}
	specs := map[string]narrate.SectionSpec{}
	for _, spec := range (Report{Source: sealed.Source}).sections(format, o.Kind) {
		specs[spec.Key] = spec
	}
	for _, section := range sealed.Sections {
		spec := specs[section.Key]
		rendered := narrate.Render(section.Body, values)
		if rendered.Text != section.Text {
			rendered = narrate.Rendered{Text: section.Text, Runs: []document.Run{{Text: section.Text}}}
		}
		c.Sections = append(c.Sections, Passage{Spec: spec, Body: section.Body, Template: section.Body == spec.Template, Rendered: rendered})
	}
	return c, nil
}
