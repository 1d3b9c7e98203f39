package store

// statement is one SQL text, or one per engine, that TestStatements prepares on
// both engines.
type statement struct{ sqlite, postgres string }

// statements holds every statement of the package. It is only added to while
// package variables are set.
var statements []*statement

// text registers a statement that both engines understand. Call it only for
// package variables, so that the list is complete when the program starts.
func text(sql string) *statement {
	return textPerEngine(sql, sql)
}

// textPerEngine registers a statement that has to differ: a locking clause, full
// text.
func textPerEngine(sqlite, postgres string) *statement {
	s := &statement{sqlite: sqlite, postgres: postgres}
	statements = append(statements, s)
	return s
}
