// Package message turns a refusal into what a person reads: what happened, the
// provision behind it, and what to do now. Features name a code; the Chinese
// sentence stands here once, in a file named for its topic, with {name}
// placeholders for the values of the refusal.
//
// The package leaves statuses and markup to the faces. A test reads the source
// of the whole module: every code that is raised has a sentence, and no sentence
// stands here that nothing raises.
package message
