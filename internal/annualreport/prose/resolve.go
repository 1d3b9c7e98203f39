package prose

import (
	"slices"
	"strings"
)

// resolve turns a reading into figures. Several meanings mean that the number
// states each of them; together says that what was listed is added up.
func (s *scan) resolve(r reading, n Number, together bool) [][]string {
	s.inherit(&r, n)
	if s.speaksOfCases(r) {
		return nil
	}
	var meanings [][]string
	switch r.topic {
	case requestTopic:
		meanings = requestMeanings(r, n, together)
	case reviewTopic, suitTopic, directSuitTopic, afterReviewTopic:
		if s.ofOtherCause(n) || s.ofAnyKind(n) {
			r.topic = foreignTopic
		} else if !r.does(received) || s.aboutDisclosure() {
			meanings = remedyMeanings(r, n)
		}
	case itemTopic:
		meanings = itemMeanings(r, n)
	case rulesTopic, normdocTopic, licenceTopic, penaltyTopic, coercionTopic, adminFeeTopic:
		if len(r.acts) > 0 || !s.publishes(r.topic, n) {
			meanings = tableTwoMeanings(r, n)
		}
	case noticeTopic, feeTopic, trainingTopic, countedTopic:
		meanings = safeguardMeanings(r, n)
	}
	if r.topic != noTopic {
		s.topic, s.acts = r.topic, nil // spoken of, even where the number is not decided
	}
	if meanings != nil {
		s.acts = r.acts
	}
	return meanings
}

// inherit takes over the topic spoken of last where the words need one.
func (s *scan) inherit(r *reading, n Number) {
	if r.topic == requestTopic && len(r.columns) > 0 && len(r.acts) == 0 && s.topic == requestTopic {
		r.acts = s.acts // 收到8件，其中自然人申请6件
	}
	if r.topic != noTopic {
		return
	}
	switch {
	case s.topic == requestTopic && r.does(received, handled, worked, carry) && r.led:
		// 转来6件，直接答复4件: the words not understood may name a part.
	case s.topic == requestTopic && r.does(published) && !r.noun && !r.done && !r.led && len(r.acts) == 1 && len(r.channels)+len(r.classes) == 0 && n.Unit != "条" && s.namesResult():
		r.topic, r.acts = requestTopic, []act{"granted"} // 公开3件，部分公开1件
	case s.topic == noticeTopic && r.does(amounted):
		r.topic = noticeTopic
	case s.topic == requestTopic && r.does(received, handled, worked, carry):
		r.topic = requestTopic
	case s.topic == requestTopic && len(r.columns) > 0 && len(r.acts) == 0:
		r.topic, r.acts = requestTopic, s.acts
	case r.does(carry) && r.does(onward):
		r.topic = requestTopic
	case (s.topic == normdocTopic || s.topic == rulesTopic) && r.does(issued, repealed, inForce):
		r.topic = s.topic
	case isRemedy(s.topic) && r.does(upheld, corrected, otherEnd, pending):
		r.topic = s.topic
	case s.topic == itemTopic && (len(r.channels) > 0 || len(r.classes) > 0) && !r.does(received, handled, worked):
		r.topic = itemTopic
	case r.does(published) && r.noun && s.topic == requestTopic && len(r.channels) == 0 && s.namesResult():
		// 公开信息6条，部分公开1件: what applicants were given.
	case r.does(published) && r.noun && !r.does(received, handled, worked) && (len(r.channels) > 0 || len(r.classes) > 0 || !r.led && !s.namesChannel(n)):
		r.topic = itemTopic
	}
}

// namesResult reports whether the sentence names a result of requests other than that
// they were granted.
func (s *scan) namesResult() bool {
	for _, t := range s.tokens {
		if t.term.topic == requestTopic && (t.term.ground != "" || slices.Contains(buckets[1:], t.term.act)) {
			return true
		}
	}
	return false
}

// namesChannel reports whether the sentence named a channel before a number:
// 公众号每天更新，共发布信息90条 counts what was released there and not all of it.
func (s *scan) namesChannel(n Number) bool {
	named := false
	for _, t := range s.tokens {
		if t.start >= n.Start {
			break
		}
		named = (named || t.term.channel != "") && !t.term.way // 网站、公众号等平台 are all of them
	}
	return named
}

// aboutDisclosure reports whether the sentence, or the one before it, speaks of
// disclosure: an organ that decides reconsiderations receives them of any kind.
func (s *scan) aboutDisclosure() bool {
	return s.spoken == requestTopic || isRemedy(s.spoken) || strings.Contains(s.sentence.Of(s.text), "公开")
}

// publishes reports whether a sentence speaks of what was released: 公开规章0件、规范性
// 文件0件 does not say that none were issued, nor 公开行政许可5项，行政处罚9项 that so
// many were decided.
func (s *scan) publishes(what topic, n Number) bool {
	if what == adminFeeTopic {
		return false
	}
	end := -1
	for _, t := range s.tokens {
		if t.start < n.Start && t.term.act == published {
			end = t.end
		}
	}
	return end >= 0 && !hasAny(s.text[end:n.Start], []string{"作出", "做出", "决定"})
}

func isRemedy(t topic) bool {
	return t == reviewTopic || t == suitTopic || t == directSuitTopic || t == afterReviewTopic
}

// countsPieces reports whether a number can count documents or cases.
func countsPieces(n Number) bool {
	return n.Unit == "" && n.Value == 0 && n.End == 0 || n.Kind == Count && slices.Contains(pieces, n.Unit)
}

// none reports whether the number says that there was nothing.
func none(n Number) bool { return n.Value == 0 && n.Exact() }

// requestMeanings are cells of table three.
func requestMeanings(r reading, n Number, together bool) [][]string {
	if !countsPieces(n) || len(r.channels) > 0 || len(r.classes) > 0 || r.loose {
		return nil
	}
	if n.Unit == "条" && r.noun && r.does("denied") {
		return nil // information that is not released and not requests
	}
	rows := requestRows(r)
	if len(rows) == 0 && none(n) && len(r.acts) == 0 {
		rows = []act{received}
	}
	columns := r.columns
	if len(columns) == 0 {
		columns = []string{"total"}
	}
	var meanings [][]string
	for _, row := range rows {
		var cells []string
		for _, column := range columns {
			cells = append(cells, "req."+string(row)+"."+column)
		}
		meanings = append(meanings, cells)
	}
	if len(rows) == 2 && slices.Contains(rows, carriedIn) {
		if !together {
			return nil
		}
		return [][]string{append(meanings[0], meanings[1]...)}
	}
	return meanings
}

// requestRows are the rows of table three that the acts name; none when they
// contradict each other or are no rows.
func requestRows(r reading) []act {
	var rows, results []act
	onwards, carried, atWork := false, false, false
	for _, a := range r.acts {
		switch a {
		case received, newly:
			rows = union(rows, []act{received})
		case handled, carriedIn, carriedOut:
			rows = union(rows, []act{a})
		case worked:
			atWork = true
		case carry:
			carried = true
		case onward:
			onwards = true
		case published, issued, repealed, inForce, collected, amounted, upheld, corrected, otherEnd, pending:
			return nil
		default:
			results = append(results, a)
		}
	}
	if carried && onwards {
		rows = []act{carriedOut}
	} else if carried {
		return nil
	}
	if atWork && (r.done || slices.Contains(rows, received)) {
		rows = union(rows, []act{handled})
	}
	if len(results) > 0 {
		return singleResult(results, r.grounded)
	}
	if slices.Contains(rows, carriedOut) {
		return []act{carriedOut} // 结转下年度办理
	}
	if slices.Contains(rows, carriedIn) && slices.Contains(rows, handled) {
		return nil
	}
	return rows
}

// buckets are the results of table three that grounds stand under or beside.
var buckets = []act{"granted", "partly_granted", "denied", "unable", "refused", "other"}

// singleResult picks the ground before the result it led to.
func singleResult(results []act, grounded bool) []act {
	if grounded {
		results = slices.DeleteFunc(slices.Clone(results), func(a act) bool { return slices.Contains(buckets, a) })
	}
	if len(results) != 1 {
		return nil
	}
	return results
}

// remedyMeanings are cells of table four.
func remedyMeanings(r reading, n Number) [][]string {
	if !countsPieces(n) || r.does(newly, handled, worked, carry, carriedIn, carriedOut, published) {
		return nil
	}
	column := "total"
	for _, a := range r.acts {
		name := map[act]string{upheld: "upheld", corrected: "corrected", otherEnd: "other", pending: "pending"}[a]
		if name == "" {
			continue
		}
		if column != "total" {
			return nil
		}
		column = name
	}
	if r.topic == suitTopic {
		return [][]string{{"suit_direct." + column, "suit_after_review." + column}}
	}
	return [][]string{{string(r.topic) + "." + column}}
}

// itemMeanings are the counts of released items.
func itemMeanings(r reading, n Number) [][]string {
	if !countsPieces(n) || r.does(received, handled, worked, carry) || len(r.columns) > 0 || r.loose {
		return nil
	}
	var figures []string
	for _, channel := range r.channels {
		for _, code := range strings.Split(channel, "+") {
			figures = append(figures, "item.channel."+code)
		}
	}
	for _, class := range r.classes {
		figures = append(figures, "item.class."+class)
	}
	if len(r.channels) > 0 && (len(r.classes) > 0 || r.rest) {
		return nil
	}
	if figures == nil {
		figures = []string{"item.total"}
	}
	return [][]string{figures}
}

// tableTwoMeanings are cells of table two. What was published about licences and
// documents is not what was decided or issued.
func tableTwoMeanings(r reading, n Number) [][]string {
	if r.topic == adminFeeTopic {
		if n.Kind != Money && n.End != 0 {
			return nil
		}
		return [][]string{{"admin_fee_amount_wan"}}
	}
	if !countsPieces(n) || r.does(published, carry, carriedIn, carriedOut) || r.noun || len(r.channels) > 0 {
		return nil
	}
	if r.topic != rulesTopic && r.topic != normdocTopic {
		if r.does(issued, repealed, inForce, pending, received, handled, worked) {
			return nil
		}
		if n.Unit == "项" || n.Unit == "个" {
			return nil // items of a list of powers and not decisions
		}
		return [][]string{{string(r.topic) + "_decisions"}}
	}
	name := act("")
	for _, a := range []act{issued, repealed, inForce} {
		if r.does(a) {
			if name != "" {
				return nil
			}
			name = a
		}
	}
	if name == "" {
		if !none(n) || len(r.acts) > 0 {
			return nil
		}
		name = issued
	}
	return [][]string{{string(r.topic) + "_" + string(name)}}
}

// safeguardMeanings are the figures beside the tables.
func safeguardMeanings(r reading, n Number) [][]string {
	absent := n.End == 0
	switch r.topic {
	case noticeTopic:
		if n.Kind == Money && !absent {
			return [][]string{{"fee_notice.amount"}}
		}
		if countsPieces(n) || n.Unit == "次" {
			return [][]string{{"fee_notice.count"}}
		}
	case feeTopic:
		if (n.Kind == Money || absent) && (r.does(collected) || none(n)) {
			return [][]string{{"fee_received.amount"}}
		}
	case trainingTopic:
		switch n.Unit {
		case "次", "场", "场次", "期", "个":
			return [][]string{{"training.sessions"}}
		case "人次", "人", "名":
			return [][]string{{"training.attendees"}}
		}
		if absent {
			return [][]string{{"training.sessions"}}
		}
	case countedTopic:
		if absent || n.Kind == Count && slices.Contains(r.measure, n.Unit) {
			return [][]string{{r.figure}}
		}
	}
	return nil
}
