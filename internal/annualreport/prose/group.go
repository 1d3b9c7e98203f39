package prose

import "slices"

// reading is what the labels of one stretch say together.
type reading struct {
	topic    topic
	acts     []act
	columns  []string
	channels []string
	classes  []string
	figure   string
	measure  []string
	noun     bool // speaks of information about the thing
	loose    bool // gives a ground that does not decide the row
	rest     bool // the list of which it is the end began before a bracket
	led      bool // words that are not understood stand before
	done     bool // says that it is closed
	grounded bool
	named    bool // names requests themselves and not only what is done to them
}

// add takes up one token. The last topic prevails, since what comes before it
// qualifies: 因政府信息公开申请引起的行政复议.
func (r *reading) add(t token) {
	// 政府信息管理 before what is counted says nothing about it.
	if t.term.noun && (r.topic != noTopic || len(r.acts)+len(r.channels)+len(r.classes) > 0) {
		r.noun = true
	}
	if t.term.noun && slices.Contains(r.classes, "catalogue") {
		r.classes, r.loose = nil, true // 信息公开目录信息20条 counts what is in the catalogue
	}
	r.done = r.done || t.term.done
	if t.kind != label {
		return
	}
	if t.term.topic != noTopic && !(t.term.bare && isRemedy(r.topic)) {
		r.topic, r.figure, r.measure = t.term.topic, t.term.figure, t.term.measure
	}
	if t.term.act != "" && !slices.Contains(r.acts, t.term.act) {
		r.acts = append(r.acts, t.term.act)
	}
	r.grounded = r.grounded || t.term.ground != ""
	r.named = r.named || t.term.topic == requestTopic && t.term.act == ""
	r.loose = r.loose || t.term.loose
	if t.term.act == published && len(r.classes) > 0 {
		// 信息公开目录发布20条 counts what was released in the catalogue.
		r.classes, r.loose = nil, t.term.topic != itemTopic
	}
	for _, column := range t.term.columns {
		if !slices.Contains(r.columns, column) {
			r.columns = append(r.columns, column)
		}
	}
	if t.term.channel != "" && !slices.Contains(r.channels, t.term.channel) {
		r.channels = append(r.channels, t.term.channel)
	}
	if t.term.class != "" && !slices.Contains(r.classes, t.term.class) {
		r.classes = append(r.classes, t.term.class)
	}
}

// does reports whether any of the acts was said.
func (r *reading) does(acts ...act) bool {
	return slices.ContainsFunc(r.acts, func(a act) bool { return slices.Contains(acts, a) })
}

// heads reports whether the reading names something that can be counted by itself.
func (r *reading) heads() bool { return r.topic != noTopic || len(r.classes) > 0 }

// join takes up another reading.
func (r *reading) join(other reading) {
	if other.topic != noTopic {
		r.topic, r.figure, r.measure = other.topic, other.figure, other.measure
	}
	r.noun = r.noun || other.noun
	r.done = r.done || other.done
	r.grounded = r.grounded || other.grounded
	r.named = r.named || other.named
	r.loose, r.led, r.rest = r.loose || other.loose, r.led || other.led, r.rest || other.rest
	r.acts = union(r.acts, other.acts)
	r.columns = union(r.columns, other.columns)
	r.channels = union(r.channels, other.channels)
	r.classes = union(r.classes, other.classes)
}

func union[T comparable](a, b []T) []T {
	joined := slices.Clone(a)
	for _, v := range b {
		if !slices.Contains(joined, v) {
			joined = append(joined, v)
		}
	}
	return joined
}

// groups splits tokens at connectors and reads each part that holds a label.
func groups(tokens []token) []reading {
	var list []reading
	var current reading
	labelled := false
	flush := func() {
		if labelled {
			list = append(list, current)
		}
		current, labelled = reading{}, false
	}
	for _, t := range tokens {
		if t.kind == connector {
			flush()
			continue
		}
		current.add(t)
		labelled = labelled || t.kind == label
	}
	flush()
	return list
}

// elide drops the list before 等 when what is counted is released items, as in
// 主动公开机构信息、政策文件等政府信息142条.
func elide(zone []token) []token {
	last := -1
	for i, t := range zone {
		if t.kind == etcetera {
			last = i
		}
	}
	if last < 0 {
		return zone
	}
	for i := range last {
		if zone[i].kind == label && zone[i].term.act == published {
			return append(slices.Clone(zone[:i+1]), zone[last+1:]...)
		}
	}
	return zone
}

// elideWays drops the ways before a number of all of them: 通过网站、信函等渠道收到3件.
func elideWays(zone []token) []token {
	for i := len(zone) - 1; i > 0; i-- {
		if !zone[i].term.way || zone[i-1].kind != etcetera && zone[i-1].kind != numeral && !zone[i-1].term.way {
			continue
		}
		if hasLabel(zone[i+1:]) {
			return zone[i+1:]
		}
		return zone
	}
	return zone
}

// ledByUnknown reports whether words that are not understood stand before the first
// label.
func ledByUnknown(zone []token) bool {
	for _, t := range zone {
		switch t.kind {
		case label:
			return false
		case unknown:
			return true
		}
	}
	return false
}

// clearWords reports whether the words between the labels and the number are all
// understood. Names of accounts and papers may stand before a channel.
func clearWords(zone []token) bool {
	if has(zone, limiting) || has(zone, etcetera) {
		return false
	}
	first := -1
	for i, t := range zone {
		if t.kind != label {
			continue
		}
		if t.term.channel == "" {
			first = i
			break
		}
		first = i
	}
	return first < 0 || !has(zone[first:], unknown)
}
