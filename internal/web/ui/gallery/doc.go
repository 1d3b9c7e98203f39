// Package gallery shows every component of package ui in its states, with
// invented data, so that a change of look is seen before it is released and a
// test can draw all of it. A face shows its own pages the same way: New takes
// any renderer and samples.
//
// It leaves the components to ui and holds no rule of its own.
package gallery
