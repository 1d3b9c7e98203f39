// Package organ holds who discloses: sites, the tree of administrative organs
// with its history of renames, mergers and splits, the people who work there and
// what each role may do (Art. 3, Art. 4, Art. 10). Permission is a table with
// default deny: what no line allows is refused.
//
// The package leaves offices, service points, groups and duties to the registers
// of package register, and sessions and pages to the adapters.
package organ
