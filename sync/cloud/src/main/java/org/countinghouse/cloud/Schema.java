package org.countinghouse.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the database to this version and makes the role the server works as. The owner's role migrates and
/// provisions;
/// the server's role owns nothing, so that row-level security holds for it and no statement of it can alter a table.
final class Schema {
    static final String APP_ROLE = "countinghouse_app";

    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);
    private static final List<String> MIGRATIONS = List.of("V001__ledger.sql", "V002__settings.sql");

    private final DatabaseAddress owner;

    Schema(DatabaseAddress owner) {
        this.owner = owner;
    }

    /// @return how the server connects
    DatabaseAddress prepare() {
        var app = new DatabaseAddress(owner.url(), APP_ROLE, appPassword());
        try (var connection = owner.connect()) {
            connection.setAutoCommit(false);
            makeRole(connection, app.password());
            migrate(connection);
            return app;
        } catch (SQLException e) {
            throw new CloudException("the database of " + owner + " cannot be prepared: " + e.getMessage(), e);
        }
    }

    /// Derived, so that several servers at one database agree without another secret to hand round.
    private String appPassword() {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(owner.password().getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(APP_ROLE.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", e);
        }
    }

    /// The password is hexadecimal, and the role's name ours: nothing here comes from outside.
    private static void makeRole(Connection connection, String password) throws SQLException {
        try (var statement = connection.createStatement()) {
            try (var found =
                    statement.executeQuery("SELECT rolcanlogin FROM pg_roles WHERE rolname = '" + APP_ROLE + "'")) {
                // A role of this name that may more than ours is found by the self-check; only a superuser could alter
                // it.
                String role = found.next()
                        ? "ALTER ROLE " + APP_ROLE
                        : "CREATE ROLE " + APP_ROLE + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS";
                statement.execute(role + " PASSWORD '" + password + "'");
            }
        }
        connection.commit();
    }

    /// Forward only. A script that was changed after it ran stops the start: the database is not what the code thinks.
    private static void migrate(Connection connection) throws SQLException {
        var db = DSL.using(connection, SQLDialect.POSTGRES);
        db.execute("CREATE TABLE IF NOT EXISTS migration (version integer PRIMARY KEY, name text NOT NULL,"
                + " sha256 text NOT NULL, applied_at timestamptz NOT NULL)");
        db.execute("INSERT INTO migration VALUES (0, 'lock', '', current_timestamp) ON CONFLICT DO NOTHING");
        db.execute("SELECT 1 FROM migration WHERE version = 0 FOR UPDATE");
        for (int version = 1; version <= MIGRATIONS.size(); version++) {
            apply(connection, db, version, MIGRATIONS.get(version - 1));
        }
        refuseNewer(db);
        connection.commit();
    }

    private static void apply(Connection connection, DSLContext db, int version, String name) throws SQLException {
        var script = script(name);
        var known = db.fetchOne("SELECT sha256 FROM migration WHERE version = ?", version);
        if (known == null) {
            try (var statement = connection.createStatement()) {
                statement.execute(script);
            }
            db.execute("INSERT INTO migration VALUES (?, ?, ?, current_timestamp)", version, name, sha256(script));
            LOG.info("the database is at {}", name);
        } else if (!sha256(script).equals(known.get(0, String.class))) {
            throw new CloudException("migration " + name + " was changed after it ran; add a new one instead");
        }
    }

    private static void refuseNewer(DSLContext db) {
        var newest = db.fetchSingle("SELECT max(version) FROM migration").get(0, Integer.class);
        if (newest > MIGRATIONS.size()) {
            throw new CloudException("the database is at version " + newest + ", made by a newer program than this");
        }
    }

    private static String script(String name) {
        try (var in = Schema.class.getResourceAsStream("/org/countinghouse/cloud/db/" + name)) {
            if (in == null) {
                throw new IllegalStateException("migration " + name + " is not in this program");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new CloudException("migration " + name + " cannot be read", e);
        }
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(digest(text));
    }

    static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
