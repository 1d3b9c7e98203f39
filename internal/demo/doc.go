// Package demo fills a fresh installation with four sites and five organs whose
// registers give the figures of five real annual reports. The organs bear real
// names and are marked 演示; every record, person and number in their registers is
// made up, so that the figures come out as published and everything can be tried.
//
// It writes through the same services as everyone else: what it makes has passed
// every check and stands in the trail.
package demo
