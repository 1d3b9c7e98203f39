-- Annual reports: text, workflow, seal and evidence, roll-up.
-- +goose Up
CREATE TABLE report (
    site_id         TEXT NOT NULL,
    id              TEXT NOT NULL,
    organ_id        TEXT NOT NULL,
    year            BIGINT NOT NULL CHECK (year BETWEEN 1949 AND 2999),
    edition         BIGINT NOT NULL DEFAULT 1 CHECK (edition > 0),
    format          TEXT NOT NULL,
    state           TEXT NOT NULL CHECK (state IN ('draft', 'checked', 'signed', 'submitted', 'returned', 'accepted', 'published', 'superseded')),
    version         BIGINT NOT NULL DEFAULT 1,
    index_number    TEXT NOT NULL DEFAULT '',
    correction_note TEXT NOT NULL DEFAULT '',
    signed_on       TEXT NOT NULL DEFAULT '',
    submitted_on    TEXT NOT NULL DEFAULT '',
    published_on    TEXT NOT NULL DEFAULT '',
    return_reason   TEXT NOT NULL DEFAULT '',
    drawn_up_by     TEXT NOT NULL DEFAULT '',
    checked_by      TEXT NOT NULL DEFAULT '',
    signed_by       TEXT NOT NULL DEFAULT '',
    source          TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (site_id, id),
    UNIQUE (site_id, organ_id, year, edition),
    FOREIGN KEY (site_id, organ_id) REFERENCES organ (site_id, id)
);
CREATE INDEX report_by_year ON report (site_id, year, state, organ_id);

CREATE TABLE report_section (
    site_id   TEXT NOT NULL,
    report_id TEXT NOT NULL,
    key       TEXT NOT NULL,
    body      TEXT NOT NULL,
    PRIMARY KEY (site_id, report_id, key),
    FOREIGN KEY (site_id, report_id) REFERENCES report (site_id, id)
);

CREATE TABLE report_template (
    site_id  TEXT NOT NULL,
    organ_id TEXT NOT NULL,
    format   TEXT NOT NULL,
    key      TEXT NOT NULL,
    body     TEXT NOT NULL,
    PRIMARY KEY (site_id, organ_id, format, key),
    FOREIGN KEY (site_id, organ_id) REFERENCES organ (site_id, id)
);

-- A cell typed by hand, for what no register gives, with its reason.
CREATE TABLE report_entry (
    site_id   TEXT NOT NULL,
    report_id TEXT NOT NULL,
    cell      TEXT NOT NULL,
    value     TEXT NOT NULL,
    reason    TEXT NOT NULL CHECK (reason <> ''),
    PRIMARY KEY (site_id, report_id, cell),
    FOREIGN KEY (site_id, report_id) REFERENCES report (site_id, id)
);

-- A clerk's word that a register is complete for the year, empty or not.
CREATE TABLE report_attestation (
    site_id   TEXT NOT NULL,
    report_id TEXT NOT NULL,
    register  TEXT NOT NULL,
    records   BIGINT NOT NULL,
    person_id TEXT NOT NULL,
    person    TEXT NOT NULL,
    attested_at TEXT NOT NULL,
    PRIMARY KEY (site_id, report_id, register),
    FOREIGN KEY (site_id, report_id) REFERENCES report (site_id, id)
);

CREATE TABLE report_step (
    site_id   TEXT NOT NULL,
    id        TEXT NOT NULL,
    report_id TEXT NOT NULL,
    step      TEXT NOT NULL,
    person_id TEXT NOT NULL,
    person    TEXT NOT NULL,
    taken_at  TEXT NOT NULL,
    taken_on  TEXT NOT NULL,
    note      TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (site_id, id),
    FOREIGN KEY (site_id, report_id) REFERENCES report (site_id, id)
);
CREATE INDEX report_step_by_report ON report_step (site_id, report_id, id);

CREATE TABLE report_seal (
    site_id   TEXT NOT NULL,
    report_id TEXT NOT NULL,
    canonical TEXT NOT NULL,
    hash      TEXT NOT NULL,
    PRIMARY KEY (site_id, report_id),
    FOREIGN KEY (site_id, report_id) REFERENCES report (site_id, id)
);

-- The records that a sealed report was counted from, register by register, packed.
CREATE TABLE report_evidence (
    site_id   TEXT NOT NULL,
    report_id TEXT NOT NULL,
    register  TEXT NOT NULL,
    records   BIGINT NOT NULL,
    digest    TEXT NOT NULL,
    packed    /*blob*/ BYTEA NOT NULL,
    PRIMARY KEY (site_id, report_id, register),
    FOREIGN KEY (site_id, report_id) REFERENCES report (site_id, id)
);

CREATE TABLE rollup_adjustment (
    site_id  TEXT NOT NULL,
    organ_id TEXT NOT NULL,
    year     BIGINT NOT NULL,
    cell     TEXT NOT NULL,
    amount   BIGINT NOT NULL,
    reason   TEXT NOT NULL CHECK (reason <> ''),
    PRIMARY KEY (site_id, organ_id, year, cell),
    FOREIGN KEY (site_id, organ_id) REFERENCES organ (site_id, id)
);

CREATE TABLE rollup_lock (
    site_id   TEXT NOT NULL,
    organ_id  TEXT NOT NULL,
    year      BIGINT NOT NULL,
    locked_at TEXT NOT NULL,
    person    TEXT NOT NULL,
    sums      TEXT NOT NULL,
    members   TEXT NOT NULL,
    PRIMARY KEY (site_id, organ_id, year),
    FOREIGN KEY (site_id, organ_id) REFERENCES organ (site_id, id)
);
