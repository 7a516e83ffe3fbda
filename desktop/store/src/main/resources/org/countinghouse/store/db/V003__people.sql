-- What a person may do beyond the role, who has left, and wrong PINs in a row.

ALTER TABLE person ADD COLUMN granted    TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN withdrawn  TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN gone       INTEGER NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN wrong_pins INTEGER NOT NULL DEFAULT 0;

-- An older ledger's entries tell how many PINs were wrong: the read tables are rebuilt at the next opening.
INSERT OR REPLACE INTO kept (kind, name, value) SELECT 'stale', '', '' WHERE EXISTS (SELECT 1 FROM entry);

-- How much of a wait is left, so that it goes on after a restart. How many wrong PINs led to it, the entries know.
CREATE TABLE wait (
  employee    TEXT PRIMARY KEY,
  wrong_pins  INTEGER NOT NULL,
  left_millis INTEGER NOT NULL
) STRICT;
