package portal

import (
	"context"
	"fmt"
	"net"
	"sync"
	"time"

	"gongkai/internal/organ"
)

// directory keeps the sites and their organs, which every page needs and which
// seldom change.
type directory struct {
	organs organ.Reader
	now    func() time.Time

	mu     sync.Mutex
	read   time.Time
	places []place
}

// directoryFresh is how long a change of a site or an organ may stay unseen.
const directoryFresh = time.Second

// place is a site with its organs.
type place struct {
	site   organ.Site
	organs []organ.Organ
}

// all returns every site. What it returns is shared and not to be changed.
func (d *directory) all(ctx context.Context) ([]place, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	now := d.now()
	if d.places != nil && now.Sub(d.read) < directoryFresh {
		return d.places, nil
	}
	sites, err := d.organs.Sites(ctx)
	if err != nil {
		return nil, fmt.Errorf("list sites: %w", err)
	}
	organs, err := d.organs.Organs(ctx, "")
	if err != nil {
		return nil, fmt.Errorf("list organs: %w", err)
	}
	places := make([]place, len(sites))
	for i, s := range sites {
		places[i].site = s
		for _, o := range organs {
			if o.SiteID == s.ID {
				places[i].organs = append(places[i].organs, o)
			}
		}
	}
	d.places, d.read = places, now
	return places, nil
}

// hosted finds the site whose own host name the request names.
func hosted(places []place, host string) (place, bool) {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = host
	}
	for _, pl := range places {
		if pl.site.Serves(name) {
			return pl, true
		}
	}
	return place{}, false
}

// named finds a site by its id.
func named(places []place, id string) (place, bool) {
	for _, pl := range places {
		if pl.site.ID == id {
			return pl, true
		}
	}
	return place{}, false
}

// organ finds an organ of the site.
func (pl place) organ(id string) (organ.Organ, bool) {
	for _, o := range pl.organs {
		if o.ID == id {
			return o, true
		}
	}
	return organ.Organ{}, false
}

// root is the organ at the top of the site: the one the site names, else the first
// of the tree, else one made of what the site says of itself.
func (pl place) root() organ.Organ {
	if o, ok := pl.organ(pl.site.RootID); ok {
		return o
	}
	if tree := organ.Tree(pl.organs); len(tree) > 0 {
		return tree[0].Organ
	}
	return organ.Organ{SiteID: pl.site.ID, Name: pl.site.Name, ShortName: pl.site.Name}
}

// demo reports whether the site shows made-up records of any organ.
func (pl place) demo() bool {
	for _, o := range pl.organs {
		if o.Demo {
			return true
		}
	}
	return false
}
