package organ

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Organ (行政机关) is one organ that discloses in its own name (Art. 10).
type Organ struct {
	ID         string
	SiteID     string
	ParentID   string // superior in the tree; empty at the root
	Kind       Kind
	Name       string   // full name as on the seal
	ShortName  string   // as in titles and lists
	Aliases    []string // other names under which it is known or was known
	RegionCode string   // six digits
	IndexFront string   // front part of its index numbers
	// WorkingBody is the 政府信息公开工作机构 with its contact facts (Art. 4, Art. 12).
	WorkingBody string
	Head        string // responsible person of the working body (Art. 33)
	Address     string
	Hours       string
	Telephone   string
	Fax         string
	Email       string
	// RuleMaking is the power to make 规章.
	RuleMaking bool
	// KeptSince is the first day from which its registers are complete; figures of
	// earlier years are unknown, not zero.
	KeptSince     string
	EstablishedOn string // empty: before everything recorded here
	AbolishedOn   string // last day; empty while it exists
	Demo          bool   // 演示: its records are made up
}

// ExistedIn reports whether the organ existed on any day of the year.
func (o Organ) ExistedIn(year int) bool {
	first, last := yearBounds(year)
	return (o.EstablishedOn == "" || o.EstablishedOn <= last) && (o.AbolishedOn == "" || o.AbolishedOn >= first)
}

// Names lists every name the organ goes by, longest first.
func (o Organ) Names() []string {
	names := append([]string{o.Name, o.ShortName}, o.Aliases...)
	names = slices.DeleteFunc(names, func(s string) bool { return s == "" })
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	return slices.Compact(names)
}

// Change is one entry of an organ's history: a rename, a merger or a split. The
// organ that was keeps its records.
type Change struct {
	ID       string
	SiteID   string
	OrganID  string
	Kind     string // "renamed", "merged", "split", "established", "abolished"
	On       string // the day: the first under a new name or of a new organ, the last of one that ends
	Detail   string // old and new names in words
	OtherID  string // the organ merged into or split from
	Document string // the deciding document
}

// ChangeLabels names the kinds of change in Chinese.
var ChangeLabels = map[string]string{
	"renamed": "更名", "merged": "并入", "split": "分立", "established": "设立", "abolished": "撤销",
}

// Tree orders organs parents first and gives each its depth. An organ whose
// superior is not among them stands at the top, and so does the first of a circle
// of superiors: every organ is in the tree once.
func Tree(organs []Organ) []Node {
	children := make(map[string][]Organ)
	known := make(map[string]bool)
	for _, o := range organs {
		known[o.ID] = true
	}
	for _, o := range organs {
		parent := o.ParentID
		if !known[parent] {
			parent = ""
		}
		children[parent] = append(children[parent], o)
	}
	var nodes []Node
	placed := make(map[string]bool)
	var place func(o Organ, depth int)
	place = func(o Organ, depth int) {
		if placed[o.ID] {
			return
		}
		placed[o.ID] = true
		nodes = append(nodes, Node{Organ: o, Depth: depth})
		for _, child := range children[o.ID] {
			place(child, depth+1)
		}
	}
	for _, o := range append(children[""], organs...) {
		place(o, 0)
	}
	return nodes
}

// Node is an organ at its depth in the tree.
type Node struct {
	Organ
	Depth int
}

// Below returns the organs under root, root itself left out.
func Below(organs []Organ, root string) []Organ {
	parents := make(map[string]string, len(organs))
	for _, o := range organs {
		parents[o.ID] = o.ParentID
	}
	var below []Organ
	for _, o := range organs {
		if o.ID != root && descends(parents, o.ID, root) {
			below = append(below, o)
		}
	}
	return below
}

func descends(parents map[string]string, id, root string) bool {
	for steps := 0; id != "" && steps <= len(parents); steps++ {
		id = parents[id]
		if id == root {
			return true
		}
	}
	return false
}

func yearBounds(year int) (string, string) {
	return fmt.Sprintf("%04d-01-01", year), fmt.Sprintf("%04d-12-31", year)
}
