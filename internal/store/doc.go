// Package store keeps the product's records in SQLite or PostgreSQL: one SQL
// text over database/sql, one file per feature, numbered migrations.
//
// It leaves every decision to the features. A method here loads, saves, lists or
// counts; whether something may be done is decided by pure code before it is
// saved. It knows the features' types and the rows of job; nothing but cmd and
// tests knows it.
//
// # How a feature's storage is written
//
// Statements are package variables made with text, which registers them, so that
// one test prepares each on both engines. Columns are named; placeholders are
// numbered in the order of their first appearance; optional filters stay in SQL:
//
//	var requestByID = text(`SELECT id, state FROM request WHERE site_id = $1 AND id = $2`)
//	var saveRequest = text(`UPDATE request SET state = $1 WHERE site_id = $2 AND id = $3`)
//
// A feature's transaction is a small type around *Tx, so that two features may
// both have a Save. What it embeds gives it Audit and Enqueue:
//
//	type requestTx struct{ *Tx }
//
//	func (tx requestTx) Request(ctx context.Context, id request.ID) (request.Request, error) {
//		return loadRequest(ctx, tx, id)
//	}
//
//	// loadRequest serves the transaction and the page alike: both are a Queryer.
//	func loadRequest(ctx context.Context, q Queryer, id request.ID) (request.Request, error) {
//		var r request.Request
//		err := q.QueryRowContext(ctx, requestByID, id.Site, id.ID).Scan(&r.ID, &r.State)
//		return r, err // fault.NotFound when there is none
//	}
//
// and a Unit hands it to the service, whose store it is:
//
//	// Requests is the storage of package request.
//	type Requests struct{ Unit[request.Tx] }
//
//	func NewRequests(db *DB) Requests {
//		return Requests{NewUnit(db, func(tx *Tx) request.Tx { return requestTx{tx} })}
//	}
//
//	func (s Requests) Request(ctx context.Context, id request.ID) (request.Request, error) {
//		return loadRequest(ctx, s.DB.Reader(), id)
//	}
//
// # What a caller must know
//
//   - InTx may run its function more than once: PostgreSQL refuses one of two
//     transactions that got in each other's way, and we try again. The function
//     changes nothing but the transaction and variables it sets afresh; what must
//     happen once, after the commit, goes into AfterCommit.
//   - Transactions see the database as if they ran one after another, on both
//     engines. On SQLite they do: there is one writer. So nothing slow happens
//     inside one, and within InTx only the tx is used: another InTx waits for ever.
//   - Rows are read to the end, or closed, before the next statement of the same
//     transaction. A statement that fails ends the transaction: return its error.
//   - A missing row of QueryRowContext is fault.NotFound, a broken UNIQUE or
//     PRIMARY KEY is fault.Conflict, both still wrapping the engine's error.
//   - Ids are sortable text made by us, civil dates text YYYY-MM-DD, instants
//     text from EncodeInstant, money BIGINT in fen. Each PRIMARY KEY begins with
//     site_id.
//
// # The two engines
//
// A path means SQLite: a file that ends in .db, or a directory that holds
// gongkai.db. It has one writing connection and a few that only read.
//
// A postgres:// address means PostgreSQL. The database must sort text by code
// point, as SQLite and Go do, and hold UTF-8. Create it so:
//
//	CREATE DATABASE gongkai TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C';
//
// Open refuses any other, because pages of a list would skip and repeat rows.
//
// engine.go, sqlite.go and postgres.go are the whole seam: opening, telling
// errors apart, the clause that claims a job.
package store
