package annualreport

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"gongkai/internal/audit"
	"gongkai/internal/fault"
	"gongkai/internal/organ"
	"gongkai/law/tally"
)

// BoardRow is one organ on the supervisor's submission board.
type BoardRow struct {
	organ.Node
	Report Report // zero when there is none
	Due    string // last day of Art. 49 para. 1 for this kind of organ
	Late   bool   // not submitted and the day has passed
}

// Board shows how far the report of every organ below root is.
func (s *Service) Board(ctx context.Context, actor organ.Person, k Key) ([]BoardRow, error) {
	_, err := permit(ctx, s.store, actor, organ.RollUp, k)
	if err != nil {
		return nil, err
	}
	site, err := s.store.Site(ctx, k.SiteID)
	if err != nil {
		return nil, fmt.Errorf("load site %s: %w", k.SiteID, err)
	}
	organs, err := s.store.Organs(ctx, k.SiteID)
	if err != nil {
		return nil, fmt.Errorf("list organs of %s: %w", k.SiteID, err)
	}
	headers, err := s.store.Headers(ctx, HeaderFilter{SiteID: k.SiteID, Year: k.Year})
	if err != nil {
		return nil, fmt.Errorf("list reports of %d: %w", k.Year, err)
	}
	newest := newestByOrgan(headers)
	today := s.Today(site)
	var rows []BoardRow
	for _, node := range organ.Tree(organ.Below(organs, k.OrganID)) {
		if !node.ExistedIn(k.Year) {
			continue
		}
		row := BoardRow{Node: node, Report: newest[node.ID], Due: DueOn(node.Kind, k.Year)}
		row.Late = row.Report.SubmittedOn == "" && today > row.Due
		rows = append(rows, row)
	}
	return rows, nil
}

// DueOn is the last day for submitting and publishing the report of a year: 31
// January for departments (Art. 49 para. 1) and, by reading R-town-date, for towns
// and streets; 31 March for governments at county level (Art. 49 para. 2), and for
// everyone before the Regulation of 2019, as check D-01 has it.
func DueOn(kind organ.Kind, year int) string {
	if kind == organ.CountyGovernment || year < 2019 {
		return fmt.Sprintf("%04d-03-31", year+1)
	}
	return fmt.Sprintf("%04d-01-31", year+1)
}

func newestByOrgan(headers []Report) map[string]Report {
	newest := map[string]Report{}
	for _, h := range headers {
		if h.Edition > newest[h.OrganID].Edition {
			newest[h.OrganID] = h
		}
	}
	return newest
}

// RollUp sums the sealed reports of every organ below root (check A-01).
func (s *Service) RollUp(ctx context.Context, actor organ.Person, k Key) (RollUp, error) {
	var sum RollUp
	err := s.store.AtOnce(ctx, func(r Reader) error {
		o, err := permit(ctx, r, actor, organ.RollUp, k)
		if err != nil {
			return err
		}
		sum, err = rollUp(ctx, r, o, k)
		return err
	})
	return sum, err
}

func rollUp(ctx context.Context, r Reader, root organ.Organ, k Key) (RollUp, error) {
	format, err := tally.FormatFor(k.Year)
	if err != nil {
		return RollUp{}, fault.Refuse(fault.Invalid, "year-without-format", "Art. 49", "year", fmt.Sprint(k.Year))
	}
	sum := RollUp{Root: root, Year: k.Year, Format: format}
	organs, err := r.Organs(ctx, k.SiteID)
	if err != nil {
		return sum, fmt.Errorf("list organs of %s: %w", k.SiteID, err)
	}
	headers, err := r.Headers(ctx, HeaderFilter{SiteID: k.SiteID, Year: k.Year})
	if err != nil {
		return sum, fmt.Errorf("list reports of %d: %w", k.Year, err)
	}
	seals, err := r.Seals(ctx, k.SiteID, k.Year)
	if err != nil {
		return sum, fmt.Errorf("list seals of %d: %w", k.Year, err)
	}
	newest := newestByOrgan(headers)
	for _, node := range organ.Tree(organ.Below(organs, k.OrganID)) {
		if !node.ExistedIn(k.Year) || !node.Kind.HandsIn() {
			continue
		}
		member, err := memberOf(node.Organ, newest[node.ID], seals)
		if err != nil {
			return sum, err
		}
		sum.Members = append(sum.Members, member)
		if !member.In {
			sum.Missing = append(sum.Missing, node.Organ)
		}
	}
	sum.Adjustments, err = r.Adjustments(ctx, k.SiteID, k.OrganID, k.Year)
	if err != nil {
		return sum, fmt.Errorf("list adjustments: %w", err)
	}
	lock, err := r.Lock(ctx, k.SiteID, k.OrganID, k.Year)
	switch {
	case err == nil:
		sum.Lock = &lock
	case !errors.Is(err, fault.NotFound):
		return sum, fmt.Errorf("load lock: %w", err)
	}
	sum.add()
	sum.compare()
	return sum, nil
}

func memberOf(o organ.Organ, report Report, seals map[string]Seal) (Member, error) {
	m := Member{Organ: o, Report: report}
	seal, has := seals[o.ID]
	if !has {
		return m, nil
	}
	sealed, err := seal.Open()
	if err != nil {
		return m, fmt.Errorf("report of %s: %w", o.Name, err)
	}
	m.Cells, m.Counts, m.Hash, m.In = sealed.Cells, sealed.Counts, seal.Hash, true
	return m, nil
}

// Adjust corrects one sum of a region with a reason; an amount of 0 takes the
// adjustment back.
func (s *Service) Adjust(ctx context.Context, actor organ.Person, k Key, a Adjustment) error {
	return s.store.InTx(ctx, func(tx Tx) error {
		_, err := permit(ctx, tx, actor, organ.ReviewReport, k)
		if err != nil {
			return err
		}
		format, err := tally.FormatFor(k.Year)
		if err != nil {
			return fault.Refuse(fault.Invalid, "year-without-format", "Art. 49", "year", fmt.Sprint(k.Year))
		}
		if _, known := format.Cell(a.Cell); !known {
			return fault.Refuse(fault.NotFound, "cell-unknown", "", "cell", a.Cell)
		}
		if a.Amount != 0 && a.Reason == "" {
			return fault.Refuse(fault.Invalid, "adjustment-reason-required", "Art. 50")
		}
		if a.Amount == 0 {
			err = tx.DropAdjustment(ctx, k.SiteID, k.OrganID, k.Year, a.Cell)
		} else {
			err = tx.SaveAdjustment(ctx, k.SiteID, k.OrganID, k.Year, a)
		}
		if err != nil {
			return fmt.Errorf("save adjustment of %s: %w", a.Cell, err)
		}
		return tx.Audit(ctx, audit.Entry{
			SiteID: k.SiteID, OrganID: k.OrganID, At: s.now(), ActorID: actor.ID, ActorName: actor.Name,
			Action: "rollup.adjust", ObjectKind: "rollup", ObjectID: fmt.Sprintf("%d %s", k.Year, a.Cell), Reason: a.Reason,
		})
	})
}

// LockRollUp remembers the sums as they are now, so that later changes show.
func (s *Service) LockRollUp(ctx context.Context, actor organ.Person, k Key) error {
	return s.store.InTx(ctx, func(tx Tx) error {
		root, err := permit(ctx, tx, actor, organ.ReviewReport, k)
		if err != nil {
			return err
		}
		sum, err := rollUp(ctx, tx, root, k)
		if err != nil {
			return err
		}
		if err := sum.Format.Validate(sum.Adjusted); err != nil {
			return cellsRefusal(err)
		}
		lock := Lock{Year: k.Year, At: s.now(), Person: actor.Name, Sums: sum.Adjusted, Members: map[string]string{}}
		for _, m := range sum.Members {
			lock.Members[m.Organ.ID] = m.Hash
		}
		err = tx.SaveLock(ctx, k.SiteID, k.OrganID, lock)
		if err != nil {
			return fmt.Errorf("save lock: %w", err)
		}
		return tx.Audit(ctx, audit.Entry{
			SiteID: k.SiteID, OrganID: k.OrganID, At: s.now(), ActorID: actor.ID, ActorName: actor.Name,
			Action: "rollup.lock", ObjectKind: "rollup", ObjectID: fmt.Sprint(k.Year),
		})
	})
}

// YearCells is one year of an organ's history.
type YearCells struct {
	Year   int
	Format tally.Format
	Cells  tally.Cells
	Counts map[string]int64
	Sealed bool
	Source string // where an imported year was read
}

// History lists an organ's figures year by year, oldest first: sealed reports as
// sealed, other years as the registers count them.
func (s *Service) History(ctx context.Context, actor organ.Person, k Key) ([]YearCells, error) {
	var years []YearCells
	err := s.store.AtOnce(ctx, func(r Reader) error {
		o, err := permit(ctx, r, actor, organ.ReadReport, k)
		if err != nil {
			return err
		}
		headers, err := r.Headers(ctx, HeaderFilter{SiteID: k.SiteID, OrganID: k.OrganID})
		if err != nil {
			return fmt.Errorf("list reports of %s: %w", k.OrganID, err)
		}
		newest := map[int]Report{}
		for _, h := range headers {
			if h.Edition > newest[h.Year].Edition {
				newest[h.Year] = h
			}
		}
		for year, h := range newest {
			y, err := historyYear(ctx, r, o, h, year)
			if err != nil {
				return err
			}
			years = append(years, y)
		}
		return nil
	})
	slices.SortFunc(years, func(a, b YearCells) int { return a.Year - b.Year })
	return years, err
}

func historyYear(ctx context.Context, r Reader, o organ.Organ, h Report, year int) (YearCells, error) {
	if h.Sealed() {
		seal, err := r.Seal(ctx, o.SiteID, h.ID)
		if err != nil {
			return YearCells{}, fmt.Errorf("load seal of %s: %w", h.ID, err)
		}
		sealed, err := seal.Open()
		if err != nil {
			return YearCells{}, err
		}
		format, err := tally.ByID(sealed.Format)
		return YearCells{year, format, sealed.Cells, sealed.Counts, true, h.Source}, err
	}
	facts, err := Collect(ctx, r, o, year, "9999-12-31")
	return YearCells{year, facts.Format, facts.Cells, facts.Counts, false, h.Source}, err
}
