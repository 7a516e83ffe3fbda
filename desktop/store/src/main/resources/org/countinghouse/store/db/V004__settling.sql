-- A sale writes one page: its own. What the entries say anyway, sums and the list of ids, is brought up to date by the
-- next entry that does more than sell, or by the thousandth sale (decisions/0003). `settled` says how far that is.

CREATE TABLE settled (
  only     INTEGER PRIMARY KEY CHECK (only = 1),
  sequence INTEGER NOT NULL
) STRICT;

INSERT INTO settled SELECT 1, coalesce(max(sequence), 0) FROM entry;

-- The ids of the settled entries: an order given again, also years later, is known by its id.
CREATE TABLE given (
  id       TEXT PRIMARY KEY,
  sequence INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO given SELECT id, sequence FROM entry ORDER BY id;

DROP INDEX entry_id;

-- What is shown is up to the last entry, settled or not; `figure` alone is as of the last entry settled.
DROP VIEW balance;

CREATE VIEW balance AS
  SELECT account, currency, sum(minor_units) AS minor_units
    FROM (SELECT name AS account, currency, minor_units FROM reading WHERE scope = 'balance'
          UNION ALL
          SELECT account, currency, minor_units FROM posting WHERE sequence > (SELECT sequence FROM settled))
   GROUP BY account, currency;

DROP VIEW stock;

CREATE VIEW stock AS
  SELECT place, currency, denomination, sum(pieces) AS pieces
    FROM (SELECT name AS place, currency, CAST(detail AS INTEGER) AS denomination, times AS pieces
            FROM reading WHERE scope = 'stock'
          UNION ALL
          SELECT place, currency, denomination, pieces FROM piece WHERE sequence > (SELECT sequence FROM settled))
   GROUP BY place, currency, denomination;
