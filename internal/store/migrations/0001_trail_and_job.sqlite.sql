-- +goose Up

-- The trail: who did what to which record. Nothing alters or deletes a line.
-- Differs from the other engine only in the triggers at the end.
CREATE TABLE audit_entry (
	site_id     TEXT NOT NULL,
	id          TEXT NOT NULL,
	at          TEXT NOT NULL CHECK (length(at) = 27),
	actor_id    TEXT NOT NULL,
	actor_name  TEXT NOT NULL,
	action      TEXT NOT NULL CHECK (action <> ''),
	object_kind TEXT NOT NULL CHECK (object_kind <> ''),
	object_id   TEXT NOT NULL,
	organ_id    TEXT NOT NULL,
	reason      TEXT NOT NULL,
	before_json TEXT NOT NULL,
	after_json  TEXT NOT NULL,
	PRIMARY KEY (site_id, id)
);
CREATE INDEX audit_entry_object ON audit_entry (site_id, object_kind, object_id, at, id);
CREATE INDEX audit_entry_organ ON audit_entry (site_id, organ_id, at, id);
CREATE INDEX audit_entry_at ON audit_entry (site_id, at, id);

-- The queue. available_at is when a worker may take the job: run_at while it is
-- queued, the end of the lease while it runs. once_key, when not empty, is unique
-- among the jobs kept.
CREATE TABLE job (
	site_id        TEXT    NOT NULL,
	id             TEXT    NOT NULL,
	kind           TEXT    NOT NULL CHECK (kind <> ''),
	payload        TEXT    NOT NULL,
	once_key       TEXT    NOT NULL,
	state          TEXT    NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
	run_at         TEXT    NOT NULL CHECK (length(run_at) = 27),
	available_at   TEXT    NOT NULL CHECK (length(available_at) = 27),
	attempts       INTEGER NOT NULL CHECK (attempts >= 0),
	max_attempts   INTEGER NOT NULL CHECK (max_attempts > 0),
	last_error     TEXT    NOT NULL,
	progress_done  BIGINT  NOT NULL CHECK (progress_done >= 0),
	progress_total BIGINT  NOT NULL CHECK (progress_total >= 0),
	created_at     TEXT    NOT NULL CHECK (length(created_at) = 27),
	finished_at    TEXT    NOT NULL CHECK (length(finished_at) IN (0, 27)),
	PRIMARY KEY (site_id, id)
);
CREATE INDEX job_available ON job (available_at, id) WHERE state IN ('queued', 'running');
CREATE INDEX job_finished ON job (finished_at) WHERE state IN ('done', 'failed', 'cancelled');
CREATE INDEX job_created ON job (site_id, created_at, id);
CREATE UNIQUE INDEX job_once ON job (site_id, kind, once_key) WHERE once_key <> '';

-- Sign-ins. The token itself is nowhere: whoever reads the table can not use it.
CREATE TABLE session (
	site_id    TEXT  NOT NULL,
	token_hash TEXT  NOT NULL CHECK (length(token_hash) = 64),
	data       BYTEA NOT NULL,
	expires_at TEXT  NOT NULL CHECK (length(expires_at) = 27),
	PRIMARY KEY (site_id, token_hash)
);
CREATE INDEX session_expiry ON session (site_id, expires_at);

-- +goose StatementBegin
CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry
BEGIN
	SELECT RAISE(ABORT, 'the audit trail is append-only');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry
BEGIN
	SELECT RAISE(ABORT, 'the audit trail is append-only');
END;
-- +goose StatementEnd
-- REPLACE deletes without asking the trigger above.
-- +goose StatementBegin
CREATE TRIGGER audit_entry_no_replace BEFORE INSERT ON audit_entry
WHEN EXISTS (SELECT 1 FROM audit_entry WHERE site_id = NEW.site_id AND id = NEW.id)
BEGIN
	SELECT RAISE(ABORT, 'the audit trail is append-only');
END;
-- +goose StatementEnd
