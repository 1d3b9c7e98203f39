package collection

import (
	"context"
	"fmt"
	"slices"

	"gongkai/internal/organ"
)

// Missing lists the organs below the collecting one whose report of the
// collection's main year is neither there nor handed in through the system, in the
// order of the tree, with that year: the one of most files, of two with as many the
// later. It is 0, and nothing is
// missing, while no file has a year.
func (s *Service) Missing(ctx context.Context, actor organ.Person, k Key) ([]organ.Organ, int, error) {
	var missing []organ.Organ
	year := 0
	err := s.look(ctx, actor, k, func(r Reader, c Collection) error {
		files, err := r.AllFiles(ctx, c.SiteID, c.ID)
		if err != nil {
			return fmt.Errorf("list files of collection %s: %w", c.ID, err)
		}
		organs, err := r.Organs(ctx, c.SiteID)
		if err != nil {
			return fmt.Errorf("list organs of %s: %w", c.SiteID, err)
		}
		year = mainYear(files)
		there, err := r.HandedIn(ctx, c.SiteID, year)
		if err != nil {
			return fmt.Errorf("list reports of %d handed in at %s: %w", year, c.SiteID, err)
		}
		for _, f := range files {
			if f.Outline.Year == year {
				there = append(there, f.Outline.OrganID)
			}
		}
		missing = missingFrom(organs, there, c.OrganID, year)
		return nil
	})
	return missing, year, err
}

func mainYear(files []File) int {
	count, main := map[int]int{}, 0
	for _, f := range files {
		year := f.Outline.Year
		count[year]++
		if year != 0 && (count[year] > count[main] || main == 0 || count[year] == count[main] && year > main) {
			main = year
		}
	}
	return main
}

func missingFrom(organs []organ.Organ, there []string, root string, year int) []organ.Organ {
	if year == 0 {
		return nil
	}
	var missing []organ.Organ
	for _, node := range organ.Tree(organ.Below(organs, root)) {
		if node.ExistedIn(year) && node.Kind.HandsIn() && !slices.Contains(there, node.ID) {
			missing = append(missing, node.Organ)
		}
	}
	return missing
}
