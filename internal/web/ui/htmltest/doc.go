// Package htmltest reads a page as a test needs it: elements found by selector,
// and the complaints any page could have, whatever it shows. Every face runs
// Complaints over all its pages.
//
// It leaves contrast and layout to a browser.
package htmltest
