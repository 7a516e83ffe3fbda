-- A shift keeps how far off its counts were: an older ledger's entries tell, and the read tables are rebuilt from
-- them at the next opening.

INSERT OR REPLACE INTO kept (kind, name, value) SELECT 'stale', '', '' WHERE EXISTS (SELECT 1 FROM entry);
