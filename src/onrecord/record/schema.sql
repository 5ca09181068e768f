-- The record: one SQLite file. Open it in any SQLite tool; this file is its documentation.
-- Append-only: a new run adds, nothing is rewritten; what stands now are the views whose names begin with "current_".
-- Two exceptions: `forgotten` takes a text away for good and leaves a trace; and the second half, from `standing` on, is an index of what stands now, which
-- decisions and newer readings move and which can be made anew from the first half (onrecord doctor --index).
-- JSON columns hold the values of the library (docs/reference/onrecord-1.md). Days are ISO 8601, times UTC.

-- One reading session: what read, with what knowledge, under which settings.
CREATE TABLE runs (
    id          INTEGER PRIMARY KEY,
    started     TEXT NOT NULL,
    finished    TEXT,                                   -- NULL: still going on, or stopped midway (what it finished is kept)
    fingerprint TEXT NOT NULL,                          -- hash of the four below: the same fingerprint reads the same way
    version     TEXT NOT NULL,
    parser      TEXT NOT NULL,
    resources   TEXT NOT NULL CHECK (json_valid(resources)),  -- {file: SHA-256}
    settings    TEXT NOT NULL CHECK (json_valid(settings))
) STRICT;

-- A document's text as it was read, and where it came from. `exact` is set only where the text holds what SQLite's text cannot (lone surrogates).
CREATE TABLE documents (
    number      INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE CHECK (id LIKE 'sha256:%'),
    short       TEXT NOT NULL,
    run         INTEGER NOT NULL REFERENCES runs (id),
    added       TEXT NOT NULL,
    raw_sha256  TEXT,
    text_sha256 TEXT NOT NULL,
    path        TEXT,
    member      TEXT,
    url         TEXT,
    external_id TEXT,
    publisher   TEXT,
    outlet      TEXT,                                   -- the publisher without case and diacritics
    title       TEXT,
    language    TEXT NOT NULL,
    media_type  TEXT NOT NULL,
    metadata    TEXT NOT NULL CHECK (json_valid(metadata)),
    characters  INTEGER NOT NULL,
    text        TEXT,                                   -- NULL once forgotten
    exact       BLOB,
    signature   BLOB,                                   -- MinHash of the text's word runs: finds near copies
    origin      TEXT                                    -- the whole path of the file it was read from; `path` is that path as it was given
) STRICT;
CREATE INDEX documents_short ON documents (short);
CREATE INDEX documents_text ON documents (text_sha256);
CREATE INDEX documents_publisher ON documents (outlet);

-- What a run could not read, and why.
CREATE TABLE unread (
    run    INTEGER NOT NULL REFERENCES runs (id),
    path   TEXT NOT NULL,
    member TEXT,
    reason TEXT NOT NULL,
    advice TEXT NOT NULL
) STRICT;

-- Everything one reading made of one document: an onrecord/1 object without the text.
CREATE TABLE accounts (
    id          INTEGER PRIMARY KEY,
    document    TEXT NOT NULL REFERENCES documents (id),
    run         INTEGER NOT NULL REFERENCES runs (id),
    fingerprint TEXT NOT NULL,
    made        TEXT NOT NULL,
    kind        TEXT NOT NULL,
    published   TEXT,
    author      TEXT,
    claims      INTEGER NOT NULL,
    voice       TEXT CHECK (voice IS NULL OR json_valid(voice)),  -- whose own voice the document is, with its country
    body        BLOB,                                   -- JSON, deflated (zlib); NULL once forgotten
    UNIQUE (document, fingerprint)
) STRICT;
CREATE INDEX accounts_document ON accounts (document, id);
CREATE INDEX accounts_published ON accounts (published);

-- The newest reading of each document.
CREATE VIEW current_accounts AS
    SELECT max(id) AS id, document FROM accounts GROUP BY document;

-- The unit that is kept: an event as one statement of one document tells it. `id` is the same in every reading of the document.
CREATE TABLE claims (
    number    INTEGER PRIMARY KEY,
    id        TEXT NOT NULL,
    account   INTEGER NOT NULL REFERENCES accounts (id),
    document  TEXT NOT NULL REFERENCES documents (id),
    first     INTEGER NOT NULL,                         -- the trigger's characters in the document's text
    last      INTEGER NOT NULL CHECK (last >= first),
    type      TEXT NOT NULL,
    status    TEXT NOT NULL,
    certainty TEXT NOT NULL,
    happened  INTEGER CHECK (happened IN (0, 1)),
    earliest  TEXT,
    latest    TEXT,
    speaker   TEXT NOT NULL,                            -- who says so, in words, outermost first
    sentence  TEXT NOT NULL,
    body      TEXT NOT NULL CHECK (json_valid(body)),   -- the whole claim, every id resolved
    UNIQUE (account, id),
    CHECK (earliest IS NULL OR latest IS NULL OR earliest <= latest)
) STRICT;
CREATE INDEX claims_id ON claims (id);
CREATE INDEX claims_document ON claims (document);

CREATE TABLE omissions (
    account INTEGER NOT NULL REFERENCES accounts (id),
    first   INTEGER NOT NULL,
    last    INTEGER NOT NULL,
    stage   TEXT NOT NULL,
    reason  TEXT NOT NULL
) STRICT;
CREATE INDEX omissions_account ON omissions (account);

CREATE TABLE flags (
    account INTEGER NOT NULL REFERENCES accounts (id),
    first   INTEGER NOT NULL,
    last    INTEGER NOT NULL,
    kind    TEXT NOT NULL,
    detail  TEXT NOT NULL
) STRICT;
CREATE INDEX flags_account ON flags (account);

CREATE TABLE letters (
    account    INTEGER NOT NULL REFERENCES accounts (id),
    local      TEXT NOT NULL,
    date       TEXT,
    body       TEXT NOT NULL CHECK (json_valid(body)),
    sender     TEXT,                                    -- the names of those who write it, get it, and wrote what it answers
    recipients TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(recipients)),
    answers_by TEXT,
    sender_country  TEXT,                               -- the country of the writer, or of the body whose office they hold; and of who wrote what it answers
    answers_country TEXT,
    sender_entry    TEXT,                               -- the directory's entries of who writes it and of who wrote what it answers
    answers_entry   TEXT,
    sender_called     TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(sender_called)),     -- what they go by besides their names: bodies and countries
    recipients_called TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(recipients_called)),
    answers_also      TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(answers_also))           -- who wrote what else it answers: name, country and entry of each
) STRICT;
CREATE INDEX letters_account ON letters (account);

-- Commitments that a reading names, with the days they are of; what is said of them is in claims.
CREATE TABLE undertakings (
    account  INTEGER NOT NULL REFERENCES accounts (id),
    local    TEXT NOT NULL,
    key      TEXT NOT NULL,
    name     TEXT NOT NULL,
    kind     TEXT NOT NULL,
    earliest TEXT,
    latest   TEXT,
    first    INTEGER NOT NULL,
    last     INTEGER NOT NULL
) STRICT;
CREATE INDEX undertakings_account ON undertakings (account);
CREATE INDEX undertakings_day ON undertakings (earliest) WHERE earliest IS NOT NULL;

-- Judged relations between claims, with score and reasons; "same_event" or "denies". Both readings must be current for a link to count.
CREATE TABLE links (
    id      INTEGER PRIMARY KEY,
    run     INTEGER REFERENCES runs (id),
    kind    TEXT NOT NULL CHECK (kind IN ('same_event', 'denies')),
    a       INTEGER NOT NULL REFERENCES claims (number) ON DELETE CASCADE,
    b       INTEGER NOT NULL REFERENCES claims (number) ON DELETE CASCADE,
    score   REAL NOT NULL,
    reasons TEXT NOT NULL CHECK (json_valid(reasons)),
    UNIQUE (kind, a, b),
    CHECK (a <> b)
) STRICT;
CREATE INDEX links_b ON links (b, kind);

-- Documents that carry the same text, or nearly: one account with many carriers.
CREATE TABLE copies (
    document TEXT NOT NULL REFERENCES documents (id),
    original TEXT NOT NULL REFERENCES documents (id),
    score    REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
    PRIMARY KEY (document, original)
) STRICT;

-- Pieces of the documents' signatures: near copies share at least one.
CREATE TABLE bands (
    key      BLOB NOT NULL,
    document TEXT NOT NULL REFERENCES documents (id),
    PRIMARY KEY (key, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX bands_document ON bands (document);

-- What people decided. Never changed: undoing is a decision too. `target` is a claim's, event's or actor's id; `machine` the value it was made against.
CREATE TABLE decisions (
    id      TEXT PRIMARY KEY,
    made    TEXT NOT NULL,
    who     TEXT NOT NULL,
    kind    TEXT NOT NULL CHECK (kind IN ('accept', 'correct', 'reject', 'merge', 'split', 'dispute', 'note', 'undo')),
    target  TEXT NOT NULL,
    field   TEXT,
    value   TEXT CHECK (value IS NULL OR json_valid(value)),
    machine TEXT CHECK (machine IS NULL OR json_valid(machine)),
    why     TEXT NOT NULL,
    number  INTEGER NOT NULL UNIQUE
) STRICT;
CREATE INDEX decisions_target ON decisions (target);

-- A decided claim that a newer reading found under other words: where its decisions stand now.
CREATE TABLE moved (
    old TEXT NOT NULL,
    new TEXT NOT NULL,
    why TEXT NOT NULL,
    run INTEGER REFERENCES runs (id)
) STRICT;
CREATE INDEX moved_old ON moved (old);

-- Decisions that count, with the id they stand on now.
CREATE VIEW current_decisions AS
    SELECT d.*, coalesce((SELECT m.new FROM moved m WHERE m.old = d.target ORDER BY m.rowid DESC LIMIT 1), d.target) AS now
    FROM decisions d
    WHERE d.kind <> 'undo' AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.kind = 'undo' AND u.target = d.id);

-- Documents taken out for good: the text is gone, this stays.
CREATE TABLE forgotten (
    document TEXT PRIMARY KEY REFERENCES documents (id),
    made     TEXT NOT NULL,
    who      TEXT NOT NULL,
    why      TEXT NOT NULL
) STRICT;

-- ---------------------------------------------------------------------------------------------------------------------------------------------------
-- What stands now: an index over the tables above.
-- ---------------------------------------------------------------------------------------------------------------------------------------------------

-- Which sides a claim comes from and speaks of: few different rows, pointed at by many claims. Countries in alphabetical order with commas between,
-- "?" for a speaker of no known country; `pairs` are those it sets against each other ("ARM/AZE"), `accused` those that others hold something against.
CREATE TABLE spreads (
    number  INTEGER PRIMARY KEY,
    said    TEXT NOT NULL,
    named   TEXT NOT NULL,
    pairs   TEXT NOT NULL,
    accused TEXT NOT NULL,
    UNIQUE (said, named, pairs, accused)
) STRICT;

-- Each current claim with its event and what people decided of it; days, type and whether it happened are as people corrected them.
CREATE TABLE standing (
    claim     INTEGER PRIMARY KEY REFERENCES claims (number) ON DELETE CASCADE,
    id        TEXT NOT NULL UNIQUE,
    event     TEXT NOT NULL,
    document  INTEGER NOT NULL REFERENCES documents (number),
    counted   INTEGER NOT NULL REFERENCES documents (number),     -- the document it counts with: the one its own is a copy of, or its own
    verdict   TEXT CHECK (verdict IN ('accepted', 'corrected', 'rejected', 'disputed')),
    edited    INTEGER NOT NULL DEFAULT 0 CHECK (edited IN (0, 1)),  -- whether a person's correction stands
    type      TEXT NOT NULL,
    status    TEXT NOT NULL,
    happened  INTEGER,
    earliest  TEXT,
    latest    TEXT,
    spread    INTEGER NOT NULL REFERENCES spreads (number),
    against   TEXT CHECK (against IN ('denied', 'refused'))  -- denied: it did not happen, or not by them; refused: they will not have it; NULL: neither
) STRICT;
CREATE INDEX standing_event ON standing (event, against, counted);
CREATE INDEX standing_against ON standing (against, event) WHERE against IS NOT NULL;
CREATE INDEX standing_head ON standing (coalesce(earliest, latest), latest, claim) WHERE substr(id, 2) = substr(event, 2);  -- the claims that events are named after
CREATE INDEX standing_time ON standing (coalesce(earliest, latest) IS NULL, coalesce(earliest, latest), latest, claim);
CREATE INDEX standing_type ON standing (type, earliest);
CREATE INDEX standing_document ON standing (document);
CREATE INDEX standing_spread ON standing (spread, document, verdict, type, status, happened, earliest, latest);  -- what balances are weighed from
CREATE INDEX standing_verdict ON standing (verdict) WHERE verdict IS NOT NULL;

-- Who is named in standing claims, once for each way of naming them. `key` is the same wherever the same actor is meant; `actor` is the key it goes under:
-- its own, unless people joined or parted actors.
CREATE TABLE parties (
    number  INTEGER PRIMARY KEY,
    key     TEXT NOT NULL,
    actor   TEXT NOT NULL,
    name    TEXT NOT NULL,
    folded  TEXT NOT NULL,                              -- the name without case and diacritics, to look it up by
    kind    TEXT NOT NULL,
    country TEXT,
    side    TEXT                                        -- the country it speaks or acts for
) STRICT;
CREATE UNIQUE INDEX parties_one ON parties (key, actor, name, kind, coalesce(country, ''), coalesce(side, ''));
CREATE INDEX parties_actor ON parties (actor);

-- Who stands in a claim, each actor once in a role: actor, recipient, speaker of its chain, voice (the document's own voice where the claim names no
-- speaker: it says so itself) or carrier (the document's own voice where others are credited).
CREATE TABLE claim_parties (
    claim INTEGER NOT NULL REFERENCES standing (claim) ON DELETE CASCADE,
    role  TEXT NOT NULL CHECK (role IN ('actor', 'recipient', 'speaker', 'voice', 'carrier')),
    party INTEGER NOT NULL REFERENCES parties (number),
    PRIMARY KEY (claim, role, party)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_parties_party ON claim_parties (party, role, claim);

CREATE TABLE claim_places (
    claim     INTEGER NOT NULL REFERENCES standing (claim) ON DELETE CASCADE,
    key       TEXT NOT NULL,
    name      TEXT NOT NULL,
    folded    TEXT NOT NULL,
    country   TEXT,
    latitude  REAL CHECK (latitude BETWEEN -90 AND 90),
    longitude REAL CHECK (longitude BETWEEN -180 AND 180)
) STRICT;
CREATE INDEX claim_places_claim ON claim_places (claim);
CREATE INDEX claim_places_key ON claim_places (key);

CREATE TABLE claim_commitments (
    claim    INTEGER NOT NULL REFERENCES standing (claim) ON DELETE CASCADE,
    key      TEXT NOT NULL,
    name     TEXT NOT NULL,
    kind     TEXT NOT NULL,
    relation TEXT NOT NULL
) STRICT;
CREATE INDEX claim_commitments_claim ON claim_commitments (claim);
CREATE INDEX claim_commitments_key ON claim_commitments (key);

-- Actors that people joined with another, or parted from one in a single document (its id; '' for all documents).
CREATE TABLE aliases (
    key      TEXT NOT NULL,
    document TEXT NOT NULL DEFAULT '',
    actor    TEXT NOT NULL,
    PRIMARY KEY (key, document)
) STRICT, WITHOUT ROWID;

-- Documents that comparison has not seen since they were last read.
CREATE TABLE waiting (
    document INTEGER PRIMARY KEY REFERENCES documents (number)
) STRICT;

-- Keys under which a new claim looks for others that may tell the same event.
CREATE TABLE blocks (
    key   TEXT NOT NULL,
    claim INTEGER NOT NULL REFERENCES claims (number) ON DELETE CASCADE,
    PRIMARY KEY (key, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX blocks_claim ON blocks (claim);

-- Full-text search over what was read; diacritics and case do not matter.
CREATE VIRTUAL TABLE search USING fts5 (title, text, content = 'documents', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER documents_searched AFTER INSERT ON documents BEGIN
    INSERT INTO search (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
CREATE TRIGGER documents_forgotten AFTER UPDATE OF title, text ON documents BEGIN
    INSERT INTO search (search, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
    INSERT INTO search (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
