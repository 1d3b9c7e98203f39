package prose

import (
	"slices"
	"unicode/utf8"
)

// topic is what a statement is about.
type topic string

// The topics. Foreign ones are counted in reports but have no figure, such as
// letters from the public; they keep a number from being read as something else.
const (
	noTopic          topic = ""
	requestTopic     topic = "request"
	reviewTopic      topic = "review"
	suitTopic        topic = "suit"
	directSuitTopic  topic = "suit_direct"
	afterReviewTopic topic = "suit_after_review"
	itemTopic        topic = "item"
	rulesTopic       topic = "rules"
	normdocTopic     topic = "normdocs"
	licenceTopic     topic = "licence"
	penaltyTopic     topic = "penalty"
	coercionTopic    topic = "coercion"
	adminFeeTopic    topic = "admin_fee"
	noticeTopic      topic = "fee_notice"
	feeTopic         topic = "fee_received"
	trainingTopic    topic = "training"
	countedTopic     topic = "counted" // one figure of its own, named by the term
	foreignTopic     topic = "foreign"
)

// act is what was done: a row of table three, a column of table four, or a verb
// of table two.
type act string

// The acts that are no rows of table three by their own name.
const (
	received   act = "received_new"
	handled    act = "handled_total"
	worked     act = "worked" // 办理, 处理: closed only where more is said
	carriedIn  act = "carried_in"
	carriedOut act = "carried_out"
	carry      act = "carry"     // 结转 without saying from or into which year
	onward     act = "onward"    // 继续办理, 至下年度
	newly      act = "newly"     // 新增: this year's only
	published  act = "published" // 主动公开, 发布
	issued     act = "issued"
	repealed   act = "repealed"
	inForce    act = "in_force"
	collected  act = "collected"
	amounted   act = "amounted" // 总金额: the sum of what was spoken of
	upheld     act = "upheld"
	corrected  act = "corrected"
	otherEnd   act = "other_result"
	pending    act = "pending"
)

// kind is the part a token plays.
type kind uint8

const (
	unknown    kind = iota // words that are not in the vocabulary
	label                  // names a topic, an act, a column, a channel
	filler                 // may stand between a label and its number
	negation               // 没有, 未发生
	connector              // 和, 、
	evenly                 // 均, 各: the number holds for each of a list
	severally              // 分别: the numbers follow in the order of the list
	altogether             // 共, 合计: the number is the sum of what was listed
	etcetera               // 等: ends a list that the number covers as a whole
	comma                  // a break within a sentence
	opening                // a bracket
	closing
	within   // 其中: what follows are parts
	beyond   // 另有: what follows is no part
	changed  // 增加, 同比: the number is a change
	share    // 率, 占: the number is a share
	limiting // 涉及, 网上: the number is only a part of what the label names
	numeral  // a number
)

// term is a word of the vocabulary with what it says.
type term struct {
	kind    kind
	topic   topic
	act     act
	columns []string // applicant columns it names
	channel string   // disclosure channel
	class   string   // class of disclosure item
	figure  string   // name of the figure it stands for by itself
	measure []string // units the figure may have; nil means pieces
	ground  string   // group of table three the ground belongs to
	noun    bool     // 信息: with licences, it means what was published about them
	done    bool     // 按期, 已: what was worked on is closed
	loose   bool     // a ground that stands in several rows: 信息不存在
	bare    bool     // 申请: after a remedy it is the application for it
	way     bool     // 渠道, 方式: ends a list of ways that together make the whole
}

// vocabulary finds terms by their words.
type vocabulary struct {
	terms map[string]term
	// lengths are the byte lengths of the words that begin with a rune, longest first.
	lengths map[rune][]int
}

func newVocabulary(lists ...map[string]term) vocabulary {
	v := vocabulary{terms: make(map[string]term), lengths: make(map[rune][]int)}
	for _, list := range lists {
		for word, t := range list {
			v.terms[word] = t
			first, _ := utf8.DecodeRuneInString(word)
			if !slices.Contains(v.lengths[first], len(word)) {
				v.lengths[first] = append(v.lengths[first], len(word))
			}
		}
	}
	for _, lengths := range v.lengths {
		slices.SortFunc(lengths, func(a, b int) int { return b - a })
	}
	return v
}

// at finds the longest word a text begins with.
func (v vocabulary) at(text string) (string, term, bool) { return v.shorter(text, len(text)+1) }

// shorter finds the longest word of less than a number of bytes that a text begins with.
func (v vocabulary) shorter(text string, bytes int) (string, term, bool) {
	first, _ := utf8.DecodeRuneInString(text)
	for _, length := range v.lengths[first] {
		if length > len(text) || length >= bytes {
			continue
		}
		t, ok := v.terms[text[:length]]
		if ok {
			return text[:length], t, true
		}
	}
	return "", term{}, false
}

var words = newVocabulary(requestWords, groundWords, remedyWords, tableTwoWords, itemWords, safeguardWords, plainWords)

// all gives every word of a list the same term.
func all(t term, list ...string) map[string]term {
	terms := make(map[string]term, len(list))
	for _, word := range list {
		terms[word] = t
	}
	return terms
}

// merge joins lists of words.
func merge(lists ...map[string]term) map[string]term {
	merged := make(map[string]term)
	for _, list := range lists {
		for word, t := range list {
			merged[word] = t
		}
	}
	return merged
}
