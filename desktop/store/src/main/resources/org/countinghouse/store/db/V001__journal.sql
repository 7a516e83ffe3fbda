-- The journal of one station, and what can be read off it.
--
-- An entry is its body, the envelope's canonical JSON, and the hash that hangs it on the entry before. Everything else
-- shown of an entry is computed from the body, so it cannot disagree with what was hashed.

CREATE TABLE stream (
  epoch      INTEGER PRIMARY KEY CHECK (epoch >= 1),
  tenant     TEXT NOT NULL,
  station    TEXT NOT NULL,
  public_key BLOB NOT NULL
) STRICT;

CREATE TABLE entry (
  sequence      INTEGER PRIMARY KEY CHECK (sequence >= 1),
  hash          BLOB NOT NULL CHECK (length(hash) = 32),
  body          TEXT NOT NULL,
  id            TEXT GENERATED ALWAYS AS (json_extract(body, '$.id')) VIRTUAL,
  kind          TEXT GENERATED ALWAYS AS (json_extract(body, '$.kind')) VIRTUAL,
  shift         TEXT GENERATED ALWAYS AS (json_extract(body, '$.shift')) VIRTUAL,
  actor         TEXT GENERATED ALWAYS AS (json_extract(body, '$.actor')) VIRTUAL,
  business_date TEXT GENERATED ALWAYS AS (json_extract(body, '$.date')) VIRTUAL,
  recorded_at   TEXT GENERATED ALWAYS AS (json_extract(body, '$.recorded')) VIRTUAL
) STRICT;

CREATE UNIQUE INDEX entry_id ON entry (id);

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
BEGIN SELECT RAISE (ABORT, 'an entry is never changed: write a correction'); END;

CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry
BEGIN SELECT RAISE (ABORT, 'an entry is never removed'); END;

CREATE TRIGGER entry_follows_the_last BEFORE INSERT ON entry
WHEN new.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM entry)
BEGIN SELECT RAISE (ABORT, 'an entry follows the last one without a gap'); END;

-- For a person with a database shell: the postings and pieces of every entry.
CREATE VIEW posting AS
  SELECT e.sequence,
         p.value ->> 0 AS account,
         p.value ->> 1 AS currency,
         p.value ->> 2 AS minor_units
    FROM entry e, json_each(e.body, '$.postings') p;

CREATE VIEW piece AS
  SELECT e.sequence,
         p.value ->> 0 AS place,
         p.value ->> 1 AS currency,
         p.value ->> 2 AS denomination,
         p.value ->> 3 AS pieces
    FROM entry e, json_each(e.body, '$.pieces') p;

-- Read tables: written in the transaction of the entry that changed them, and rebuilt from the entries at will.

-- What every sale moves lies in one table that stays small: a commit writes each page it touched whole, so one page
-- instead of three makes a sale cheaper. A Z report takes the lines of its shifts out; it holds them frozen.
--
--   scope          name               detail        times    minor_units
--   balance        account            ''            0        what the account holds
--   stock          place              denomination  pieces   0
--   shift/1-17     line of a report   tender        count    amount
--   till/1         line, perpetual    tender        count    amount
CREATE TABLE reading (
  scope       TEXT NOT NULL,
  name        TEXT NOT NULL,
  detail      TEXT NOT NULL,
  currency    TEXT NOT NULL,
  times       INTEGER NOT NULL,
  minor_units INTEGER NOT NULL,
  PRIMARY KEY (scope, name, detail, currency)
) STRICT, WITHOUT ROWID;

CREATE VIEW balance AS
  SELECT name AS account, currency, minor_units FROM reading WHERE scope = 'balance';

CREATE VIEW stock AS
  SELECT name AS place, currency, CAST(detail AS INTEGER) AS denomination, times AS pieces FROM reading WHERE scope = 'stock';

CREATE VIEW figure AS
  SELECT scope, name AS line, detail AS tender, currency, times, minor_units FROM reading WHERE scope NOT IN ('balance', 'stock');

CREATE TABLE shift (
  id             TEXT PRIMARY KEY,
  till           TEXT NOT NULL,
  number         INTEGER NOT NULL,
  state          TEXT NOT NULL,
  business_date  TEXT NOT NULL,
  opened_by      TEXT NOT NULL,
  opened_at      TEXT NOT NULL,
  first_sequence INTEGER NOT NULL,
  last_sequence  INTEGER NOT NULL,
  counted        TEXT NOT NULL,
  closing        TEXT NOT NULL,
  z_number       INTEGER NOT NULL DEFAULT 0,
  UNIQUE (till, number)
) STRICT;

CREATE TABLE till (
  till     TEXT PRIMARY KEY,
  shifts   INTEGER NOT NULL,
  z_number INTEGER NOT NULL
) STRICT;

CREATE TABLE person (
  employee TEXT PRIMARY KEY,
  name     TEXT NOT NULL,
  role     TEXT NOT NULL
) STRICT;

CREATE TABLE shop (
  only    INTEGER PRIMARY KEY CHECK (only = 1),
  set_up  TEXT NOT NULL
) STRICT;

CREATE TABLE refunded (
  sale        TEXT PRIMARY KEY,
  minor_units INTEGER NOT NULL
) STRICT;

-- What is not in the journal: PIN hashes never leave the station, marks say how far the cloud is, and the entries of
-- the tenant's other stations are copies.

CREATE TABLE pin (
  employee TEXT PRIMARY KEY,
  hash     TEXT NOT NULL
) STRICT;

CREATE TABLE mark (
  name     TEXT PRIMARY KEY,
  sequence INTEGER NOT NULL,
  hash     BLOB
) STRICT;

CREATE TABLE neighbour (
  station  TEXT NOT NULL,
  epoch    INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  previous BLOB NOT NULL,
  hash     BLOB NOT NULL,
  body     TEXT NOT NULL,
  PRIMARY KEY (station, epoch, sequence)
) STRICT;
