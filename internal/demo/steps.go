package demo

import (
	"context"
	"fmt"

	"gongkai/internal/annualreport"
	"gongkai/internal/organ"
)

// carry takes an organ's report through the workflow up to a step, on given days.
type carry struct {
	organID string
	year    int
	upTo    annualreport.Step // DrawUp, Check, Sign, Submit, Accept or Publish
	on      string            // the site's date on which it is done
	write   map[string]string // sections that the clerk writes
}

func (c county) carry(ctx context.Context, s Services, plan carry) error {
	site := c.site
	site.Today = plan.on
	err := s.Organs.SaveSite(ctx, organ.System, site)
	if err != nil {
		return err
	}
	key := annualreport.Key{SiteID: c.site.ID, OrganID: plan.organID, Year: plan.year}
	clerk := c.person(plan.organID, organ.Clerk)
	report, err := s.Reports.Open(ctx, clerk, key)
	if err != nil {
		return fmt.Errorf("open report %d: %w", plan.year, err)
	}
	report, err = s.Reports.Write(ctx, clerk, key, report.Version, plan.write)
	if err != nil {
		return fmt.Errorf("write report %d: %w", plan.year, err)
	}
	if plan.upTo == annualreport.DrawUp {
		return nil
	}
	report, err = s.Reports.Attest(ctx, clerk, key, report.Version, annualreport.CountedRegisters())
	if err != nil {
		return fmt.Errorf("attest report %d: %w", plan.year, err)
	}
	steps := []struct {
		step annualreport.Step
		by   organ.Role
		take func(context.Context, organ.Person, annualreport.Key, int) (annualreport.Report, error)
	}{
		{annualreport.Check, organ.Reviewer, s.Reports.CheckBy},
		{annualreport.Sign, organ.Signer, s.Reports.SignBy},
		{annualreport.Submit, organ.Clerk, s.Reports.SubmitBy},
		{annualreport.Accept, organ.Supervisor, s.Reports.AcceptBy},
		{annualreport.Publish, organ.Clerk, s.Reports.PublishBy},
	}
	for _, step := range steps {
		report, err = step.take(ctx, c.person(plan.organID, step.by), key, report.Version)
		if err != nil {
			return fmt.Errorf("%s report %d: %w", step.step, plan.year, err)
		}
		if step.step == plan.upTo {
			break
		}
	}
	return nil
}

// settle puts the site's date to where the demonstration begins.
func (c county) settle(ctx context.Context, s Services) error {
	return s.Organs.SaveSite(ctx, organ.System, c.site)
}
