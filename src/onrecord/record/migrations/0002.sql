-- From version 1: the index of what stands is apart from what is kept, narrower, and follows people's corrections.
CREATE TABLE old_standing AS SELECT claim, id, event, verdict FROM standing;
DROP TABLE claim_parties;
DROP TABLE claim_places;
DROP TABLE claim_commitments;
DROP TABLE standing;
ALTER TABLE letters ADD COLUMN sender TEXT;
ALTER TABLE letters ADD COLUMN recipients TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(recipients));
ALTER TABLE letters ADD COLUMN answers_by TEXT;
CREATE INDEX accounts_published ON accounts (published);
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
CREATE TABLE spreads (
    number INTEGER PRIMARY KEY,
    said   TEXT NOT NULL,
    named  TEXT NOT NULL,
    pairs  TEXT NOT NULL,
    accused TEXT NOT NULL,
    UNIQUE (said, named, pairs, accused)
) STRICT;
CREATE TABLE standing (
    claim     INTEGER PRIMARY KEY REFERENCES claims (number) ON DELETE CASCADE,
    id        TEXT NOT NULL UNIQUE,
    event     TEXT NOT NULL,
    document  INTEGER NOT NULL REFERENCES documents (number),
    counted   INTEGER NOT NULL REFERENCES documents (number),
    verdict   TEXT CHECK (verdict IN ('accepted', 'corrected', 'rejected', 'disputed')),
    edited    INTEGER NOT NULL DEFAULT 0 CHECK (edited IN (0, 1)),
    type      TEXT NOT NULL,
    status    TEXT NOT NULL,
    happened  INTEGER,
    earliest  TEXT,
    latest    TEXT,
    spread    INTEGER NOT NULL REFERENCES spreads (number)
) STRICT;
CREATE INDEX standing_event ON standing (event, happened, counted);
CREATE INDEX standing_head ON standing (coalesce(earliest, latest), latest, claim) WHERE substr(id, 2) = substr(event, 2);
CREATE INDEX standing_time ON standing (coalesce(earliest, latest) IS NULL, coalesce(earliest, latest), latest, claim);
CREATE INDEX standing_type ON standing (type, earliest);
CREATE INDEX standing_document ON standing (document);
CREATE INDEX standing_counted ON standing (counted, spread, document, verdict);
CREATE INDEX standing_verdict ON standing (verdict) WHERE verdict IS NOT NULL;
CREATE TABLE parties (
    number  INTEGER PRIMARY KEY,
    key     TEXT NOT NULL,
    actor   TEXT NOT NULL,
    name    TEXT NOT NULL,
    folded  TEXT NOT NULL,
    kind    TEXT NOT NULL,
    country TEXT,
    side    TEXT
) STRICT;
CREATE UNIQUE INDEX parties_one ON parties (key, actor, name, kind, coalesce(country, ''), coalesce(side, ''));
CREATE INDEX parties_actor ON parties (actor);
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
CREATE TABLE aliases (
    key      TEXT NOT NULL,
    document TEXT NOT NULL DEFAULT '',
    actor    TEXT NOT NULL,
    PRIMARY KEY (key, document)
) STRICT, WITHOUT ROWID;
CREATE TABLE waiting (
    document INTEGER PRIMARY KEY REFERENCES documents (number)
) STRICT;
INSERT INTO spreads VALUES (1, '?', '', '', '');
INSERT INTO standing (claim, id, event, document, counted, verdict, type, status, happened, earliest, latest, spread)
    SELECT c.number, o.id, o.event, d.number, d.number, o.verdict, c.type, c.status, c.happened, c.earliest, c.latest, 1
    FROM old_standing o JOIN claims c ON c.number = o.claim JOIN documents d ON d.id = c.document;
INSERT INTO waiting SELECT d.number FROM documents d WHERE d.text IS NOT NULL AND (
    NOT EXISTS (SELECT 1 FROM bands b WHERE b.document = d.id)
    OR EXISTS (SELECT 1 FROM standing s WHERE s.document = d.number AND NOT EXISTS (SELECT 1 FROM blocks b WHERE b.claim = s.claim)));
DROP TABLE old_standing;
