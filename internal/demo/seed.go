package demo

import (
	"context"
	"fmt"

	"gongkai/internal/annualreport"
	"gongkai/internal/annualreport/collection"
	"gongkai/internal/organ"
	"gongkai/internal/register"
)

// Password opens every sample account.
const Password = "demo-gongkai"

// Services are what the demonstration is written through.
type Services struct {
	Organs      *organ.Service
	Registers   *register.Service
	Reports     *annualreport.Service
	Collections *collection.Service
}

// Account is a sample account to be shown to whoever tries the demonstration.
type Account struct {
	Site   organ.Site
	Person organ.Person
}

// Seed fills an empty installation.
func Seed(ctx context.Context, s Services) error {
	hash, err := organ.HashPassword(Password)
	if err != nil {
		return fmt.Errorf("hash the sample password: %w", err)
	}
	for _, town := range counties {
		err = town.seed(ctx, s, hash)
		if err != nil {
			return fmt.Errorf("make the demonstration of %s: %w", town.site.Name, err)
		}
	}
	return nil
}

// county is one site with its organs, their records and what was done with them.
type county struct {
	site    organ.Site
	organs  []member
	reports func(ctx context.Context, s Services, c county) error
}

// member is one organ with its registers.
type member struct {
	organ.Organ
	ledgers map[string][]map[string]string
}

func (c county) seed(ctx context.Context, s Services, hash string) error {
	organs := make([]organ.Organ, len(c.organs))
	for i, m := range c.organs {
		organs[i] = m.Organ
	}
	err := s.Organs.AddSite(ctx, c.site, organs)
	if err != nil {
		return err
	}
	err = s.Organs.AddPeople(ctx, organ.System, c.people(), hash)
	if err != nil {
		return err
	}
	for _, m := range c.organs {
		err = m.fill(ctx, s, c)
		if err != nil {
			return err
		}
	}
	err = c.receive(ctx, s)
	if err != nil || c.reports == nil {
		return err
	}
	return c.reports(ctx, s, c)
}

// fill imports the organ's records, register by register.
func (m member) fill(ctx context.Context, s Services, c county) error {
	for _, d := range register.All {
		rows := m.ledgers[d.Name]
		if len(rows) == 0 {
			continue
		}
		done, err := s.Registers.Import(ctx, c.person(m.ID, organ.Clerk), register.Import{
			SiteID: c.site.ID, OrganID: m.ID, Register: d.Name, File: "演示数据",
		}, records{d, rows}, nil)
		if err != nil {
			return fmt.Errorf("fill %s of %s: %w", d.Name, m.Name, err)
		}
		if len(done.Problems) > 0 {
			return fmt.Errorf("fill %s of %s: row %d: %w", d.Name, m.Name, done.Problems[0].Line, done.Problems[0].Problem)
		}
	}
	return nil
}

// records are rows to import that stand in the program.
type records struct {
	definition register.Definition
	rows       []map[string]string
}

// Rows implements register.Sheets.
func (r records) Rows(each func(register.SheetRow) error) error {
	header := register.SheetRow{Sheet: r.definition.Title, Line: 1}
	for _, f := range r.definition.Fields {
		header.Cells = append(header.Cells, register.SheetCell{Text: f.Name})
	}
	err := each(header)
	if err != nil {
		return err
	}
	for i, values := range r.rows {
		row := register.SheetRow{Sheet: header.Sheet, Line: i + 2}
		for _, f := range r.definition.Fields {
			row.Cells = append(row.Cells, register.SheetCell{Text: values[f.Name]})
		}
		err = each(row)
		if err != nil {
			return err
		}
	}
	return nil
}
