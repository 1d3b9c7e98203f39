-- The registers, one table each, as package register describes them: every field is a
-- column of its name. Absent values are NULL, dates are YYYY-MM-DD, money is in fen.
-- +goose Up
CREATE TABLE disclosure_item (
    site_id    TEXT NOT NULL,
    organ_id   TEXT NOT NULL,
    number     TEXT NOT NULL CHECK (number <> ''),
    version    BIGINT NOT NULL DEFAULT 1,
    voided     BOOLEAN NOT NULL DEFAULT FALSE,
    updated_at TEXT NOT NULL,
    title TEXT NOT NULL,
    class TEXT NOT NULL,
    channel TEXT NOT NULL,
    outlet TEXT,
    category TEXT NOT NULL,
    document_number TEXT,
    dated_on TEXT CHECK (length(dated_on) = 10),
    published_on TEXT NOT NULL CHECK (length(published_on) = 10),
    withdrawn_on TEXT CHECK (length(withdrawn_on) = 10),
    address TEXT,
    PRIMARY KEY (site_id, organ_id, number),
    FOREIGN KEY (site_id, organ_id) REFERENCES organ (site_id, id)
);
CREATE INDEX disclosure_item_by_year ON disclosure_item (site_id, organ_id, published_on) WHERE voided = FALSE;

CREATE TABLE normative_document (
    site_id    TEXT NOT NULL,
    organ_id   TEXT NOT NULL,
    number     TEXT NOT NULL CHECK (number <> ''),
    version    BIGINT NOT NULL DEFAULT 1,
    voided     BOOLEAN NOT NULL DEFAULT FALSE,
    updated_at TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    issued_on TEXT NOT NULL CHECK (length(issued_on) = 10),
    effective_on TEXT CHECK (length(effective_on) = 10),
    valid_until TEXT CHECK (length(valid_until) = 10),
    ended_on TEXT CHECK (length(ended_on) = 10),
    ended_by TEXT,
    ended_document TEXT,
    filed_on TEXT CHECK (length(filed_on) = 10),
    interpretation TEXT,
    PRIMARY KEY (site_id, organ_id, number),
    FOREIGN KEY (site_id, organ_id) REFERENCES organ (site_id, id)
);
CREATE INDEX normative_document_by_year ON normative_document (site_id, organ_id, issued_on) WHERE voided = FALSE;

CREATE TABLE administrative_action (
    site_id    TEXT NOT NULL,
    organ_id   TEXT NOT NULL,
    number     TEXT NOT NULL CHECK (number <> ''),
    version    BIGINT NOT NULL DEFAULT 1,
    voided     BOOLEAN NOT NULL DEFAULT FALSE,
    updated_at TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    decided_on TEXT NOT NULL CHECK (length(decided_on) = 10),
    quantity BIGINT NOT NULL CHECK (quantity >= 0),
    source_document TEXT NOT NULL,
    PRIMARY KEY (site_id, organ_id, number),
    FOREIGN KEY (site_id, organ_id) REFERENCES organ (site_id, id)
);
CREATE INDEX administrative_action_by_year ON administrative_action (site_id, organ_id, decided_on) WHERE voided = FALSE;

CREATE TABLE administrative_fee (
    site_id    TEXT NOT NULL,
    organ_id   TEXT NOT NULL,
    number     TEXT NOT NULL CHECK (number <> ''),
    version    BIGINT NOT NULL DEFAULT 1,
    voided     BOOLEAN NOT NULL DEFAULT FALSE,
    updated_at TEXT NOT NULL,
    title TEXT NOT NULL,
    collected_on TEXT NOT NULL CHECK (length(collected_on) = 10),
    amount BIGINT NOT NULL CHECK (amount >= 0),
    source_document TEXT NOT NULL,
    PRIMARY KEY (site_id, organ_id, number),
    FOREIGN KEY (site_id, organ_id) REFERENCES organ (site_id, id)
);
CREATE INDEX administrative_fee_by_year ON administrative_fee (site_id, organ_id, collected_on) WHERE voided = FALSE;

CREATE TABLE request (
    site_id    TEXT NOT NULL,
    organ_id   TEXT NOT NULL,
    number     TEXT NOT NULL CHECK (number <> ''),
    version    BIGINT NOT NULL DEFAULT 1,
    voided     BOOLEAN NOT NULL DEFAULT FALSE,
    updated_at TEXT NOT NULL,
    applicant_kind TEXT NOT NULL,
    applicant_name TEXT NOT NULL,
    intake TEXT NOT NULL,
    subject TEXT NOT NULL,
    submitted_on TEXT CHECK (length(submitted_on) = 10),
    received_on TEXT CHECK (length(received_on) = 10),
    extension BIGINT CHECK (extension >= 0),
    extended_on TEXT CHECK (length(extended_on) = 10),
    decided_on TEXT CHECK (length(decided_on) = 10),
    outcome TEXT,
    reply_number TEXT,
    delivery TEXT,
    handler TEXT,
    note TEXT,
    PRIMARY KEY (site_id, organ_id, number),
    FOREIGN KEY (site_id, organ_id) REFERENCES organ (site_id, id)
);
-- Covering indexes: a report over a million requests reads these and not the rows.
CREATE INDEX request_by_received ON request (site_id, organ_id, voided, received_on, applicant_kind);
CREATE INDEX request_by_decided ON request (site_id, organ_id, voided, decided_on, outcome, applicant_kind, received_on);
CREATE INDEX request_by_extension ON request (site_id, organ_id, extended_on) WHERE extended_on IS NOT NULL;

CREATE TABLE clarification (
    site_id    TEXT NOT NULL,
    organ_id   TEXT NOT NULL,
    number     TEXT NOT NULL CHECK (number <> ''),
    version    BIGINT NOT NULL DEFAULT 1,
    voided     BOOLEAN NOT NULL DEFAULT FALSE,
    updated_at TEXT NOT NULL,
    request_number TEXT NOT NULL,
    notified_on TEXT NOT NULL CHECK (length(notified_on) = 10),
    respond_by TEXT CHECK (length(respond_by) = 10),
    corrected_on TEXT CHECK (length(corrected_on) = 10),
    result TEXT,
    PRIMARY KEY (site_id, organ_id, number),
    FOREIGN KEY (site_id, organ_id) REFERENCES organ (site_id, id)
);
CREATE INDEX clarification_by_year ON clarification (site_id, organ_id, notified_on) WHERE voided = FALSE;
CREATE INDEX clarification_by_request ON clarification (site_id, organ_id, request_number);

CREATE TABLE consultation (
    site_id    TEXT NOT NULL,
    organ_id   TEXT NOT NULL,
    number     TEXT NOT NULL CHECK (number <> ''),
    version    BIGINT NOT NULL DEFAULT 1,
    voided     BOOLEAN NOT NULL DEFAULT FALSE,
    updated_at TEXT NOT NULL,
    request_number TEXT NOT NULL,
    party TEXT NOT NULL,
    issued_on TEXT NOT NULL CHECK (length(issued_on) = 10),
    served_on TEXT CHECK (length(served_on) = 10),
    answered_on TEXT CHECK (length(answered_on) = 10),
    answer TEXT,
    PRIMARY KEY (site_id, organ_id, number),
    FOREIGN KEY (site_id, organ_id) REFERENCES organ (site_id, id)
);
CREATE INDEX consultation_by_year ON consultation (site_id, organ_id, issued_on) WHERE voided = FALSE;
CREATE INDEX consultation_by_request ON consultation (site_id, organ_id, request_number);

CREATE TABLE fee_notice (
    site_id    TEXT NOT NULL,
    organ_id   TEXT NOT NULL,
    number     TEXT NOT NULL CHECK (number <> ''),
    version    BIGINT NOT NULL DEFAULT 1,
    voided     BOOLEAN NOT NULL DEFAULT FALSE,
    updated_at TEXT NOT NULL,
    request_number TEXT NOT NULL,
    method TEXT NOT NULL,
    quantity BIGINT NOT NULL CHECK (quantity >= 0),
    amount BIGINT NOT NULL CHECK (amount >= 0),
    issued_on TEXT NOT NULL CHECK (length(issued_on) = 10),
    served_on TEXT CHECK (length(served_on) = 10),
    paid_on TEXT CHECK (length(paid_on) = 10),
    paid_amount BIGINT CHECK (paid_amount >= 0),
    voucher TEXT,
    PRIMARY KEY (site_id, organ_id, number),
    FOREIGN KEY (site_id, organ_id) REFERENCES organ (site_id, id)
);
CREATE INDEX fee_notice_by_year ON fee_notice (site_id, organ_id, issued_on) WHERE voided = FALSE;
CREATE INDEX fee_notice_by_request ON fee_notice (site_id, organ_id, request_number);

CREATE TABLE inquiry (
    site_id    TEXT NOT NULL,
    organ_id   TEXT NOT NULL,
    number     TEXT NOT NULL CHECK (number <> ''),
    version    BIGINT NOT NULL DEFAULT 1,
    voided     BOOLEAN NOT NULL DEFAULT FALSE,
    updated_at TEXT NOT NULL,
    received_on TEXT NOT NULL CHECK (length(received_on) = 10),
    intake TEXT,
    subject TEXT NOT NULL,
    answered_on TEXT CHECK (length(answered_on) = 10),
    PRIMARY KEY (site_id, organ_id, number),
    FOREIGN KEY (site_id, organ_id) REFERENCES organ (site_id, id)
);
CREATE INDEX inquiry_by_year ON inquiry (site_id, organ_id, received_on) WHERE voided = FALSE;

CREATE TABLE reconsideration (
    site_id    TEXT NOT NULL,
    organ_id   TEXT NOT NULL,
    number     TEXT NOT NULL CHECK (number <> ''),
    version    BIGINT NOT NULL DEFAULT 1,
    voided     BOOLEAN NOT NULL DEFAULT FALSE,
    updated_at TEXT NOT NULL,
    request_number TEXT,
    authority TEXT NOT NULL,
    subject TEXT,
    accepted_on TEXT NOT NULL CHECK (length(accepted_on) = 10),
    closed_on TEXT CHECK (length(closed_on) = 10),
    result TEXT,
    PRIMARY KEY (site_id, organ_id, number),
    FOREIGN KEY (site_id, organ_id) REFERENCES organ (site_id, id)
);
CREATE INDEX reconsideration_by_year ON reconsideration (site_id, organ_id, accepted_on) WHERE voided = FALSE;
CREATE INDEX reconsideration_by_request ON reconsideration (site_id, organ_id, request_number);

CREATE TABLE litigation (
    site_id    TEXT NOT NULL,
    organ_id   TEXT NOT NULL,
    number     TEXT NOT NULL CHECK (number <> ''),
    version    BIGINT NOT NULL DEFAULT 1,
    voided     BOOLEAN NOT NULL DEFAULT FALSE,
    updated_at TEXT NOT NULL,
    request_number TEXT,
    route TEXT NOT NULL,
    court TEXT NOT NULL,
    accepted_on TEXT NOT NULL CHECK (length(accepted_on) = 10),
    closed_on TEXT CHECK (length(closed_on) = 10),
    result TEXT,
    PRIMARY KEY (site_id, organ_id, number),
    FOREIGN KEY (site_id, organ_id) REFERENCES organ (site_id, id)
);
CREATE INDEX litigation_by_year ON litigation (site_id, organ_id, accepted_on) WHERE voided = FALSE;
CREATE INDEX litigation_by_request ON litigation (site_id, organ_id, request_number);

CREATE TABLE training (
    site_id    TEXT NOT NULL,
    organ_id   TEXT NOT NULL,
    number     TEXT NOT NULL CHECK (number <> ''),
    version    BIGINT NOT NULL DEFAULT 1,
    voided     BOOLEAN NOT NULL DEFAULT FALSE,
    updated_at TEXT NOT NULL,
    held_on TEXT NOT NULL CHECK (length(held_on) = 10),
    subject TEXT NOT NULL,
    kind TEXT,
    trainer TEXT,
    attendees BIGINT NOT NULL CHECK (attendees >= 0),
    hours BIGINT CHECK (hours >= 0),
    PRIMARY KEY (site_id, organ_id, number),
    FOREIGN KEY (site_id, organ_id) REFERENCES organ (site_id, id)
);
CREATE INDEX training_by_year ON training (site_id, organ_id, held_on) WHERE voided = FALSE;

CREATE TABLE meeting (
    site_id    TEXT NOT NULL,
    organ_id   TEXT NOT NULL,
    number     TEXT NOT NULL CHECK (number <> ''),
    version    BIGINT NOT NULL DEFAULT 1,
    voided     BOOLEAN NOT NULL DEFAULT FALSE,
    updated_at TEXT NOT NULL,
    held_on TEXT NOT NULL CHECK (length(held_on) = 10),
    subject TEXT NOT NULL,
    chair TEXT,
    attendees BIGINT CHECK (attendees >= 0),
    PRIMARY KEY (site_id, organ_id, number),
    FOREIGN KEY (site_id, organ_id) REFERENCES organ (site_id, id)
);
CREATE INDEX meeting_by_year ON meeting (site_id, organ_id, held_on) WHERE voided = FALSE;

CREATE TABLE inspection (
    site_id    TEXT NOT NULL,
    organ_id   TEXT NOT NULL,
    number     TEXT NOT NULL CHECK (number <> ''),
    version    BIGINT NOT NULL DEFAULT 1,
    voided     BOOLEAN NOT NULL DEFAULT FALSE,
    updated_at TEXT NOT NULL,
    held_on TEXT NOT NULL CHECK (length(held_on) = 10),
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    findings BIGINT NOT NULL CHECK (findings >= 0),
    PRIMARY KEY (site_id, organ_id, number),
    FOREIGN KEY (site_id, organ_id) REFERENCES organ (site_id, id)
);
CREATE INDEX inspection_by_year ON inspection (site_id, organ_id, held_on) WHERE voided = FALSE;

CREATE TABLE rectification (
    site_id    TEXT NOT NULL,
    organ_id   TEXT NOT NULL,
    number     TEXT NOT NULL CHECK (number <> ''),
    version    BIGINT NOT NULL DEFAULT 1,
    voided     BOOLEAN NOT NULL DEFAULT FALSE,
    updated_at TEXT NOT NULL,
    inspection_number TEXT,
    found_on TEXT NOT NULL CHECK (length(found_on) = 10),
    finding TEXT NOT NULL,
    owner TEXT,
    due_on TEXT CHECK (length(due_on) = 10),
    rectified_on TEXT CHECK (length(rectified_on) = 10),
    looked_back_on TEXT CHECK (length(looked_back_on) = 10),
    result TEXT,
    PRIMARY KEY (site_id, organ_id, number),
    FOREIGN KEY (site_id, organ_id) REFERENCES organ (site_id, id)
);
CREATE INDEX rectification_by_year ON rectification (site_id, organ_id, found_on) WHERE voided = FALSE;

CREATE TABLE appraisal (
    site_id    TEXT NOT NULL,
    organ_id   TEXT NOT NULL,
    number     TEXT NOT NULL CHECK (number <> ''),
    version    BIGINT NOT NULL DEFAULT 1,
    voided     BOOLEAN NOT NULL DEFAULT FALSE,
    updated_at TEXT NOT NULL,
    year BIGINT NOT NULL CHECK (year BETWEEN 1949 AND 2999),
    kind TEXT NOT NULL,
    organiser TEXT,
    result TEXT NOT NULL,
    sample BIGINT CHECK (sample >= 0),
    held_on TEXT CHECK (length(held_on) = 10),
    PRIMARY KEY (site_id, organ_id, number),
    FOREIGN KEY (site_id, organ_id) REFERENCES organ (site_id, id)
);
CREATE INDEX appraisal_by_year ON appraisal (site_id, organ_id, year) WHERE voided = FALSE;

CREATE TABLE accountability (
    site_id    TEXT NOT NULL,
    organ_id   TEXT NOT NULL,
    number     TEXT NOT NULL CHECK (number <> ''),
    version    BIGINT NOT NULL DEFAULT 1,
    voided     BOOLEAN NOT NULL DEFAULT FALSE,
    updated_at TEXT NOT NULL,
    decided_on TEXT NOT NULL CHECK (length(decided_on) = 10),
    subject TEXT NOT NULL,
    basis TEXT,
    decision TEXT NOT NULL,
    PRIMARY KEY (site_id, organ_id, number),
    FOREIGN KEY (site_id, organ_id) REFERENCES organ (site_id, id)
);
CREATE INDEX accountability_by_year ON accountability (site_id, organ_id, decided_on) WHERE voided = FALSE;

CREATE TABLE staff (
    site_id    TEXT NOT NULL,
    organ_id   TEXT NOT NULL,
    number     TEXT NOT NULL CHECK (number <> ''),
    version    BIGINT NOT NULL DEFAULT 1,
    voided     BOOLEAN NOT NULL DEFAULT FALSE,
    updated_at TEXT NOT NULL,
    year BIGINT NOT NULL CHECK (year BETWEEN 1949 AND 2999),
    full_time BIGINT NOT NULL CHECK (full_time >= 0),
    part_time BIGINT NOT NULL CHECK (part_time >= 0),
    names TEXT,
    PRIMARY KEY (site_id, organ_id, number),
    FOREIGN KEY (site_id, organ_id) REFERENCES organ (site_id, id)
);
CREATE INDEX staff_by_year ON staff (site_id, organ_id, year) WHERE voided = FALSE;

CREATE TABLE service_point (
    site_id    TEXT NOT NULL,
    organ_id   TEXT NOT NULL,
    number     TEXT NOT NULL CHECK (number <> ''),
    version    BIGINT NOT NULL DEFAULT 1,
    voided     BOOLEAN NOT NULL DEFAULT FALSE,
    updated_at TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    address TEXT NOT NULL,
    hours TEXT,
    telephone TEXT,
    opened_on TEXT NOT NULL CHECK (length(opened_on) = 10),
    closed_on TEXT CHECK (length(closed_on) = 10),
    PRIMARY KEY (site_id, organ_id, number),
    FOREIGN KEY (site_id, organ_id) REFERENCES organ (site_id, id)
);

CREATE TABLE internal_office (
    site_id    TEXT NOT NULL,
    organ_id   TEXT NOT NULL,
    number     TEXT NOT NULL CHECK (number <> ''),
    version    BIGINT NOT NULL DEFAULT 1,
    voided     BOOLEAN NOT NULL DEFAULT FALSE,
    updated_at TEXT NOT NULL,
    title TEXT NOT NULL,
    leads TEXT,
    liaison TEXT,
    officer TEXT,
    telephone TEXT,
    opened_on TEXT NOT NULL CHECK (length(opened_on) = 10),
    closed_on TEXT CHECK (length(closed_on) = 10),
    PRIMARY KEY (site_id, organ_id, number),
    FOREIGN KEY (site_id, organ_id) REFERENCES organ (site_id, id)
);

CREATE TABLE leading_group (
    site_id    TEXT NOT NULL,
    organ_id   TEXT NOT NULL,
    number     TEXT NOT NULL CHECK (number <> ''),
    version    BIGINT NOT NULL DEFAULT 1,
    voided     BOOLEAN NOT NULL DEFAULT FALSE,
    updated_at TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    leader TEXT,
    members TEXT,
    opened_on TEXT NOT NULL CHECK (length(opened_on) = 10),
    closed_on TEXT CHECK (length(closed_on) = 10),
    PRIMARY KEY (site_id, organ_id, number),
    FOREIGN KEY (site_id, organ_id) REFERENCES organ (site_id, id)
);

CREATE TABLE duty (
    site_id    TEXT NOT NULL,
    organ_id   TEXT NOT NULL,
    number     TEXT NOT NULL CHECK (number <> ''),
    version    BIGINT NOT NULL DEFAULT 1,
    voided     BOOLEAN NOT NULL DEFAULT FALSE,
    updated_at TEXT NOT NULL,
    title TEXT NOT NULL,
    office TEXT NOT NULL,
    post TEXT,
    person TEXT,
    rhythm TEXT,
    opened_on TEXT NOT NULL CHECK (length(opened_on) = 10),
    closed_on TEXT CHECK (length(closed_on) = 10),
    PRIMARY KEY (site_id, organ_id, number),
    FOREIGN KEY (site_id, organ_id) REFERENCES organ (site_id, id)
);

CREATE TABLE media_account (
    site_id    TEXT NOT NULL,
    organ_id   TEXT NOT NULL,
    number     TEXT NOT NULL CHECK (number <> ''),
    version    BIGINT NOT NULL DEFAULT 1,
    voided     BOOLEAN NOT NULL DEFAULT FALSE,
    updated_at TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    owner TEXT,
    opened_on TEXT NOT NULL CHECK (length(opened_on) = 10),
    closed_on TEXT CHECK (length(closed_on) = 10),
    PRIMARY KEY (site_id, organ_id, number),
    FOREIGN KEY (site_id, organ_id) REFERENCES organ (site_id, id)
);

CREATE TABLE disclosure_rule (
    site_id    TEXT NOT NULL,
    organ_id   TEXT NOT NULL,
    number     TEXT NOT NULL CHECK (number <> ''),
    version    BIGINT NOT NULL DEFAULT 1,
    voided     BOOLEAN NOT NULL DEFAULT FALSE,
    updated_at TEXT NOT NULL,
    title TEXT NOT NULL,
    document_number TEXT,
    opened_on TEXT NOT NULL CHECK (length(opened_on) = 10),
    closed_on TEXT CHECK (length(closed_on) = 10),
    body TEXT,
    PRIMARY KEY (site_id, organ_id, number),
    FOREIGN KEY (site_id, organ_id) REFERENCES organ (site_id, id)
);
