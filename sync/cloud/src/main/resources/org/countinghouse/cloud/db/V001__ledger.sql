-- The ledger of all tenants. The tenant comes first in every primary, unique and foreign key, and no row is seen
-- without countinghouse.tenant set for the transaction. There are no sequences: positions come from a locked row.

CREATE TABLE tenant (
    tenant varchar(64) NOT NULL,
    code_sha256 bytea NOT NULL,
    provisioned_at timestamp with time zone NOT NULL,
    CONSTRAINT tenant_key PRIMARY KEY (tenant)
);

-- The last position given in a tenant's order. Its row lock makes positions appear in the order they are given.
CREATE TABLE tenant_head (
    tenant varchar(64) NOT NULL,
    position bigint NOT NULL,
    CONSTRAINT tenant_head_key PRIMARY KEY (tenant),
    CONSTRAINT tenant_head_of_tenant FOREIGN KEY (tenant) REFERENCES tenant (tenant)
);

CREATE TABLE stream (
    tenant varchar(64) NOT NULL,
    station varchar(64) NOT NULL,
    epoch integer NOT NULL,
    public_key bytea NOT NULL,
    head_sequence bigint NOT NULL,
    head_hash bytea NOT NULL,
    enrolled_at timestamp with time zone NOT NULL,
    last_received_at timestamp with time zone,
    CONSTRAINT stream_key PRIMARY KEY (tenant, station, epoch),
    CONSTRAINT stream_of_tenant FOREIGN KEY (tenant) REFERENCES tenant (tenant)
);

-- Append-only. The body is the canonical text as the station hashed it, byte for byte.
CREATE TABLE entry (
    tenant varchar(64) NOT NULL,
    station varchar(64) NOT NULL,
    epoch integer NOT NULL,
    sequence bigint NOT NULL,
    position bigint NOT NULL,
    id uuid NOT NULL,
    previous bytea NOT NULL,
    hash bytea NOT NULL,
    body text NOT NULL,
    received_at timestamp with time zone NOT NULL,
    CONSTRAINT entry_key PRIMARY KEY (tenant, station, epoch, sequence),
    CONSTRAINT entry_position UNIQUE (tenant, position),
    CONSTRAINT entry_id UNIQUE (tenant, id),
    CONSTRAINT entry_of_stream FOREIGN KEY (tenant, station, epoch) REFERENCES stream (tenant, station, epoch)
);

-- Postings added up: one row per station, day, account and currency. Can be made again from entry.
CREATE TABLE day_sum (
    tenant varchar(64) NOT NULL,
    station varchar(64) NOT NULL,
    business_date date NOT NULL,
    account varchar(200) NOT NULL,
    currency varchar(16) NOT NULL,
    minor_units numeric(38) NOT NULL,
    CONSTRAINT day_sum_key PRIMARY KEY (tenant, business_date, station, account, currency),
    CONSTRAINT day_sum_of_tenant FOREIGN KEY (tenant) REFERENCES tenant (tenant)
);

-- Entries that are safely in the ledger, but could not be read for the sums. They hold up nothing behind them.
CREATE TABLE quarantine (
    tenant varchar(64) NOT NULL,
    station varchar(64) NOT NULL,
    epoch integer NOT NULL,
    sequence bigint NOT NULL,
    reason text NOT NULL,
    noticed_at timestamp with time zone NOT NULL,
    CONSTRAINT quarantine_key PRIMARY KEY (tenant, station, epoch, sequence),
    CONSTRAINT quarantine_of_entry FOREIGN KEY (tenant, station, epoch, sequence)
        REFERENCES entry (tenant, station, epoch, sequence)
);

-- [jooq ignore start]
ALTER TABLE tenant ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON tenant USING (tenant = current_setting('countinghouse.tenant', true));
ALTER TABLE tenant_head ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant_head FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON tenant_head USING (tenant = current_setting('countinghouse.tenant', true));
ALTER TABLE stream ENABLE ROW LEVEL SECURITY;
ALTER TABLE stream FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON stream USING (tenant = current_setting('countinghouse.tenant', true));
ALTER TABLE entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE entry FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON entry USING (tenant = current_setting('countinghouse.tenant', true));
ALTER TABLE day_sum ENABLE ROW LEVEL SECURITY;
ALTER TABLE day_sum FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON day_sum USING (tenant = current_setting('countinghouse.tenant', true));
ALTER TABLE quarantine ENABLE ROW LEVEL SECURITY;
ALTER TABLE quarantine FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON quarantine USING (tenant = current_setting('countinghouse.tenant', true));

GRANT SELECT ON tenant TO countinghouse_app;
GRANT SELECT, UPDATE (position) ON tenant_head TO countinghouse_app;
GRANT SELECT, INSERT, UPDATE (head_sequence, head_hash, last_received_at) ON stream TO countinghouse_app;
GRANT SELECT, INSERT ON entry TO countinghouse_app;
GRANT SELECT, INSERT, UPDATE (minor_units) ON day_sum TO countinghouse_app;
GRANT SELECT, INSERT ON quarantine TO countinghouse_app;
-- [jooq ignore stop]
