-- What is set for a station, such as its devices: every version that ever was. Append-only, like the ledger.

CREATE TABLE setting (
    tenant varchar(64) NOT NULL,
    station varchar(64) NOT NULL,
    name varchar(32) NOT NULL,
    version bigint NOT NULL,
    body text NOT NULL,
    author varchar(16) NOT NULL,
    received_at timestamp with time zone NOT NULL,
    CONSTRAINT setting_key PRIMARY KEY (tenant, station, name, version),
    CONSTRAINT setting_of_tenant FOREIGN KEY (tenant) REFERENCES tenant (tenant)
);

-- [jooq ignore start]
ALTER TABLE setting ENABLE ROW LEVEL SECURITY;
ALTER TABLE setting FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON setting USING (tenant = current_setting('countinghouse.tenant', true));

GRANT SELECT, INSERT ON setting TO countinghouse_app;
-- [jooq ignore stop]
