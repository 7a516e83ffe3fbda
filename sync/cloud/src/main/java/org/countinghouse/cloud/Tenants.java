package org.countinghouse.cloud;

import static org.countinghouse.cloud.db.Tables.TENANT;
import static org.countinghouse.cloud.db.Tables.TENANT_HEAD;

import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.countinghouse.wire.Stream;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/// Makes tenants known. Only the database's owner can: the server's role may not insert one.
final class Tenants {
    private final DatabaseAddress owner;
    private final Clock clock;

    Tenants(DatabaseAddress owner, Clock clock) {
        this.owner = owner;
        this.clock = clock;
    }

    /// Makes the tenant with its enrolment code if it is not there; a tenant that is there keeps the code it has.
    void provision(String tenant, String code) {
        new Stream(tenant, "checks-the-name", 1);
        try (var connection = owner.connect()) {
            connection.setAutoCommit(false);
            var db = DSL.using(connection, SQLDialect.POSTGRES);
            db.fetch("SELECT set_config('countinghouse.tenant', ?, true)", tenant);
            db.insertInto(TENANT)
                    .values(tenant, Schema.digest(code), OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
                    .onConflictDoNothing()
                    .execute();
            db.insertInto(TENANT_HEAD).values(tenant, 0L).onConflictDoNothing().execute();
            connection.commit();
        } catch (SQLException e) {
            throw new CloudException("tenant " + tenant + " cannot be provisioned: " + e.getMessage(), e);
        }
    }
}
