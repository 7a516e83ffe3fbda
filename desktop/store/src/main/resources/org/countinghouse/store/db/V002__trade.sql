-- What the rest of the trade needs to be looked up: who answers for a shift, what a till counts on, bags under way, rates,
-- what the shop allows, which entry a correction answers, where a Z report stands.

ALTER TABLE shift ADD COLUMN life TEXT NOT NULL DEFAULT '';

ALTER TABLE till ADD COLUMN counters TEXT NOT NULL DEFAULT '';
ALTER TABLE till ADD COLUMN last_close TEXT NOT NULL DEFAULT '';

-- Small things the books keep by name, as JSON.
--
--   kind      name       value
--   rate      USD/KHR    the rate
--   policy    ''         what each role may do alone
--   bag       its number from, to, cash
CREATE TABLE kept (
  kind  TEXT NOT NULL,
  name  TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (kind, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE corrected (
  entry    TEXT PRIMARY KEY,
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE z_report (
  till     TEXT NOT NULL,
  number   INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  PRIMARY KEY (till, number)
) STRICT, WITHOUT ROWID;

-- The read tables of an older ledger know none of this: they are rebuilt from the entries at the next opening.
INSERT INTO kept (kind, name, value) SELECT 'stale', '', '' WHERE EXISTS (SELECT 1 FROM entry);
