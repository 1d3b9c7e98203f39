-- Sites, organs with their history, people and their roles.
-- +goose Up
CREATE TABLE site (
    site_id            TEXT NOT NULL PRIMARY KEY,
    name               TEXT NOT NULL CHECK (name <> ''),
    host               TEXT NOT NULL,
    site_code          TEXT NOT NULL DEFAULT '',
    icp                TEXT NOT NULL DEFAULT '',
    police_record      TEXT NOT NULL DEFAULT '',
    sponsor            TEXT NOT NULL DEFAULT '',
    operator           TEXT NOT NULL DEFAULT '',
    address            TEXT NOT NULL DEFAULT '',
    telephone          TEXT NOT NULL DEFAULT '',
    email              TEXT NOT NULL DEFAULT '',
    root_id            TEXT NOT NULL DEFAULT '',
    today              TEXT NOT NULL DEFAULT '',
    publish_unaccepted BOOLEAN NOT NULL DEFAULT FALSE,
    UNIQUE (host)
);

CREATE TABLE organ (
    site_id        TEXT NOT NULL REFERENCES site (site_id),
    id             TEXT NOT NULL,
    parent_id      TEXT NOT NULL DEFAULT '',
    kind           TEXT NOT NULL CHECK (kind IN ('county_government', 'department', 'town', 'street', 'government_office')),
    name           TEXT NOT NULL CHECK (name <> ''),
    short_name     TEXT NOT NULL CHECK (short_name <> ''),
    aliases        TEXT NOT NULL DEFAULT '',
    region_code    TEXT NOT NULL DEFAULT '',
    index_front    TEXT NOT NULL DEFAULT '',
    working_body   TEXT NOT NULL DEFAULT '',
    head           TEXT NOT NULL DEFAULT '',
    address        TEXT NOT NULL DEFAULT '',
    hours          TEXT NOT NULL DEFAULT '',
    telephone      TEXT NOT NULL DEFAULT '',
    fax            TEXT NOT NULL DEFAULT '',
    email          TEXT NOT NULL DEFAULT '',
    rule_making    BOOLEAN NOT NULL DEFAULT FALSE,
    kept_since     TEXT NOT NULL DEFAULT '',
    established_on TEXT NOT NULL DEFAULT '',
    abolished_on   TEXT NOT NULL DEFAULT '',
    demo           BOOLEAN NOT NULL DEFAULT FALSE,
    PRIMARY KEY (site_id, id),
    UNIQUE (site_id, name)
);

CREATE TABLE organ_change (
    site_id  TEXT NOT NULL,
    id       TEXT NOT NULL,
    organ_id TEXT NOT NULL,
    kind     TEXT NOT NULL CHECK (kind IN ('renamed', 'merged', 'split', 'established', 'abolished')),
    changed_on TEXT NOT NULL,
    detail   TEXT NOT NULL DEFAULT '',
    other_id TEXT NOT NULL DEFAULT '',
    document TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (site_id, id),
    FOREIGN KEY (site_id, organ_id) REFERENCES organ (site_id, id)
);
CREATE INDEX organ_change_by_organ ON organ_change (site_id, organ_id, changed_on);

CREATE TABLE person (
    site_id       TEXT NOT NULL REFERENCES site (site_id),
    id            TEXT NOT NULL,
    organ_id      TEXT NOT NULL,
    login         TEXT NOT NULL CHECK (login <> ''),
    name          TEXT NOT NULL CHECK (name <> ''),
    post          TEXT NOT NULL DEFAULT '',
    password_hash TEXT NOT NULL DEFAULT '',
    disabled      BOOLEAN NOT NULL DEFAULT FALSE,
    failures      BIGINT NOT NULL DEFAULT 0,
    locked_until  TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (site_id, id),
    UNIQUE (site_id, login),
    FOREIGN KEY (site_id, organ_id) REFERENCES organ (site_id, id)
);

CREATE TABLE person_grant (
    site_id   TEXT NOT NULL,
    person_id TEXT NOT NULL,
    role      TEXT NOT NULL CHECK (role IN ('clerk', 'reviewer', 'signer', 'supervisor', 'administrator', 'auditor')),
    organ_id  TEXT NOT NULL,
    PRIMARY KEY (site_id, person_id, role, organ_id),
    FOREIGN KEY (site_id, person_id) REFERENCES person (site_id, id),
    FOREIGN KEY (site_id, organ_id) REFERENCES organ (site_id, id)
);
