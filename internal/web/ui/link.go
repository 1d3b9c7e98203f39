package ui

// Link is an address with its words.
type Link struct {
	Title string
	Href  string // empty shows plain words, as for the last crumb
}

// MenuItem is one entry of a menu tree.
type MenuItem struct {
	Title   string
	Href    string
	Mark    string // one character in the ring before a first-level entry; may be empty
	Count   int    // pending things shown beside the entry; 0 shows nothing
	Current bool   // the page shown; at most one of the tree
	Open    bool   // its children are shown
	Items   []MenuItem
}

// MarkCurrent returns the tree with the entry of the given address current and
// its ancestors open. Without such an entry the tree comes back unmarked.
func MarkCurrent(items []MenuItem, href string) []MenuItem {
	marked, _ := markCurrent(items, href)
	return marked
}

func markCurrent(items []MenuItem, href string) ([]MenuItem, bool) {
	out := make([]MenuItem, len(items))
	found := false
	for i, item := range items {
		children, inside := markCurrent(item.Items, href)
		item.Items = children
		item.Current = !found && item.Href == href
		item.Open = item.Current || inside
		found = found || item.Open
		out[i] = item
	}
	return out, found
}

// currentTitle names the current entry, for the closed menu of a phone.
func currentTitle(items []MenuItem) string {
	for _, item := range items {
		if item.Current {
			return item.Title
		}
		if title := currentTitle(item.Items); title != "" {
			return title
		}
	}
	return ""
}
