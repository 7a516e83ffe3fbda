package org.countinghouse.cloud;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/// The only way to the tables: a transaction of one tenant. The tenant is set for the transaction and gone with it, so
/// a
/// connection that goes back to the pool sees nobody's rows.
final class TenantStore implements AutoCloseable {
    static final int CONNECTIONS = 10;

    private static final int TRIES = 3;
    /// Serialisation failure and deadlock (PostgreSQL, appendix A): the work is run again from its beginning.
    private static final Set<String> RUN_AGAIN = Set.of("40001", "40P01");

    private final HikariDataSource pool;

    TenantStore(DatabaseAddress app) {
        var config = new HikariConfig();
        config.setPoolName("cloud");
        config.setJdbcUrl(app.url());
        config.setDataSourceProperties(app.properties());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setAutoCommit(false);
        config.setConnectionTimeout(DatabaseAddress.CONNECT_LIMIT.toMillis());
        this.pool = new HikariDataSource(config);
        refuseUnsafe();
    }

    private void refuseUnsafe() {
        try (var connection = pool.getConnection()) {
            var faults = SelfCheck.faults(on(connection));
            connection.rollback();
            if (!faults.isEmpty()) {
                pool.close();
                throw new CloudException("the database is not safe to serve from: " + String.join("; ", faults));
            }
        } catch (SQLException e) {
            pool.close();
            throw new CloudException("the database does not let the server in: " + e.getMessage(), e);
        }
    }

    /// Runs the work in one transaction of the tenant. The work may run more than once, and leaves nothing behind when
    /// it
    /// throws.
    ///
    /// @throws DataAccessException when the database cannot do it now
    <T> T within(String tenant, Function<DSLContext, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(tenant, work);
            } catch (DataAccessException e) {
                if (attempt == TRIES || !RUN_AGAIN.contains(e.sqlState())) {
                    throw e;
                }
            }
        }
    }

    private <T> T once(String tenant, Function<DSLContext, T> work) {
        try (var connection = pool.getConnection()) {
            boolean done = false;
            try {
                var db = on(connection);
                db.fetch("SELECT set_config('countinghouse.tenant', ?, true)", tenant);
                T result = work.apply(db);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            throw new DataAccessException("the database did not do it: " + e.getMessage(), e);
        }
    }

    private static DSLContext on(Connection connection) {
        return DSL.using(connection, SQLDialect.POSTGRES);
    }

    @Override
    public void close() {
        pool.close();
    }
}
