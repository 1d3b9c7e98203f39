-- Reports that were published elsewhere: the originals, and what a collection of
-- them was found to hold.
-- +goose Up
CREATE TABLE stored_file (
    site_id   TEXT NOT NULL,
    digest    TEXT NOT NULL CHECK (length(digest) = 64),
    size      BIGINT NOT NULL CHECK (size >= 0),
    content   /*blob*/ BYTEA NOT NULL,
    stored_at TEXT NOT NULL,
    PRIMARY KEY (site_id, digest)
);
CREATE INDEX stored_file_by_age ON stored_file (stored_at);

CREATE TABLE collection (
    site_id     TEXT NOT NULL,
    id          TEXT NOT NULL,
    organ_id    TEXT NOT NULL,
    title       TEXT NOT NULL CHECK (title <> ''),
    region      TEXT NOT NULL DEFAULT '',
    state       TEXT NOT NULL CHECK (state IN ('reading', 'read', 'failed')),
    run         TEXT NOT NULL,
    person      TEXT NOT NULL,
    created_at  TEXT NOT NULL,
    read_at     TEXT NOT NULL DEFAULT '',
    left_out    TEXT NOT NULL DEFAULT '',
    remark      TEXT NOT NULL DEFAULT '',
    last_number BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (site_id, id),
    FOREIGN KEY (site_id, organ_id) REFERENCES organ (site_id, id)
);
CREATE INDEX collection_by_organ ON collection (site_id, organ_id, created_at, id);

-- rank orders the files of a collection, those with most to do first; the counts
-- are those of the file's findings.
CREATE TABLE collection_file (
    site_id       TEXT NOT NULL,
    collection_id TEXT NOT NULL,
    number        BIGINT NOT NULL CHECK (number > 0),
    name          TEXT NOT NULL CHECK (name <> ''),
    size          BIGINT NOT NULL,
    digest        TEXT NOT NULL,
    added_at      TEXT NOT NULL,
    unreadable    BOOLEAN NOT NULL DEFAULT FALSE,
    organ         TEXT NOT NULL DEFAULT '',
    organ_id      TEXT NOT NULL DEFAULT '',
    year          BIGINT NOT NULL DEFAULT 0,
    format        TEXT NOT NULL DEFAULT '',
    numbers       BIGINT NOT NULL DEFAULT 0,
    blank         BIGINT NOT NULL DEFAULT 0,
    crossed       BIGINT NOT NULL DEFAULT 0,
    unknown       BIGINT NOT NULL DEFAULT 0,
    notes         TEXT NOT NULL DEFAULT '',
    rank          BIGINT NOT NULL DEFAULT 0,
    errors        BIGINT NOT NULL DEFAULT 0,
    warnings      BIGINT NOT NULL DEFAULT 0,
    informations  BIGINT NOT NULL DEFAULT 0,
    accepted      BIGINT NOT NULL DEFAULT 0,
    returned      BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (site_id, collection_id, number),
    FOREIGN KEY (site_id, collection_id) REFERENCES collection (site_id, id),
    FOREIGN KEY (site_id, digest) REFERENCES stored_file (site_id, digest)
);
CREATE INDEX collection_file_by_rank ON collection_file (site_id, collection_id, rank, number);
CREATE INDEX collection_file_by_digest ON collection_file (site_id, digest);

-- grade is the severity as lists order it: 1 error, 2 warning, 3 information.
CREATE TABLE collection_finding (
    site_id       TEXT NOT NULL,
    collection_id TEXT NOT NULL,
    file          BIGINT NOT NULL,
    position      BIGINT NOT NULL CHECK (position > 0),
    grade         BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 3),
    check_id      TEXT NOT NULL,
    title         TEXT NOT NULL,
    text          TEXT NOT NULL,
    subject       TEXT NOT NULL,
    place         TEXT NOT NULL,
    spot          TEXT NOT NULL,
    quote         TEXT NOT NULL,
    stated        BIGINT,
    expected      BIGINT,
    citation      TEXT NOT NULL,
    mark          TEXT NOT NULL DEFAULT '' CHECK (mark IN ('', 'accepted', 'returned')),
    note          TEXT NOT NULL DEFAULT '',
    marked_by     TEXT NOT NULL DEFAULT '',
    marked_at     TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (site_id, collection_id, file, position),
    FOREIGN KEY (site_id, collection_id, file) REFERENCES collection_file (site_id, collection_id, number)
);
CREATE INDEX collection_finding_by_grade ON collection_finding (site_id, collection_id, grade, file, position);
CREATE INDEX collection_finding_by_check ON collection_finding (site_id, collection_id, check_id, grade, file);

-- The file that an adopted report was read from.
ALTER TABLE report ADD COLUMN original TEXT NOT NULL DEFAULT '';
ALTER TABLE report ADD COLUMN original_name TEXT NOT NULL DEFAULT '';
CREATE INDEX report_by_original ON report (site_id, original);
