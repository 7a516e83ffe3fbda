package org.countinghouse.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countinghouse.cloud.db.Tables.ENTRY;
import static org.countinghouse.cloud.db.Tables.SETTING;
import static org.countinghouse.cloud.db.Tables.STREAM;

import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {
    private final CloudRig cloud = CloudRig.running();
    private final DatabaseAddress app = new Schema(cloud.postgres.owner()).prepare();

    @Test
    void theTenantComesFirstInEveryKey() throws Exception {
        try (var connection = cloud.postgres.superuser().connect()) {
            var odd = DSL.using(connection, SQLDialect.POSTGRES).fetch("""
                            SELECT conname FROM pg_constraint c JOIN pg_attribute a
                            ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
                            WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'u', 'f')
                            AND conrelid <> 'migration'::regclass AND attname <> 'tenant'""");
            var sequences = DSL.using(connection, SQLDialect.POSTGRES)
                    .fetch(
                            "SELECT relname FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace");
            assertThat(odd).isEmpty();
            assertThat(sequences).isEmpty();
        }
    }

    @Test
    void withoutATenantNoRowIsSeen() throws Exception {
        cloud.enrolled(cloud.newTenant(), "counter-1");
        try (var connection = app.connect()) {
            assertThat(DSL.using(connection, SQLDialect.POSTGRES).fetchCount(STREAM))
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE entry SET body = ''",
                "DELETE FROM entry",
                "TRUNCATE entry",
                "DROP TABLE entry",
                "ALTER TABLE entry NO FORCE ROW LEVEL SECURITY",
                "UPDATE setting SET body = ''",
                "DELETE FROM setting",
                "TRUNCATE setting",
                "UPDATE stream SET public_key = ''",
                "DELETE FROM stream",
                "INSERT INTO tenant VALUES ('me', '', now())",
                "SELECT * FROM migration"
            })
    void theServersRoleMayNot(String sql) {
        assertThatThrownBy(() -> {
                    try (var connection = app.connect();
                            var statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                })
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void aRowOfAnotherTenantIsNotTaken() {
        var mine = cloud.newTenant();
        var theirs = cloud.newTenant();
        try (var store = new TenantStore(app)) {
            assertThatThrownBy(() -> store.within(
                            mine,
                            db -> db.execute("INSERT INTO stream VALUES (?, 'x', 1, '', 0, '', now(), null)", theirs)))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void theServerRefusesToServeAsSuperuserOrOwner() {
        assertThatThrownBy(() -> new TenantStore(cloud.postgres.superuser())).hasMessageContaining("superuser");
        assertThatThrownBy(() -> new TenantStore(cloud.postgres.owner())).hasMessageContaining("belongs to the server");
    }

    @Test
    void theServerRefusesToServeWhereItCouldRewriteASetting() {
        cloud.asSuperuser("GRANT UPDATE (body) ON setting TO countinghouse_app");
        try {
            assertThatThrownBy(() -> new TenantStore(app)).hasMessageContaining("may alter what is in setting");
        } finally {
            cloud.asSuperuser("REVOKE UPDATE (body) ON setting FROM countinghouse_app");
        }
        new TenantStore(app).close();
    }

    @Test
    void aSettingOfAnotherTenantIsNeitherSeenNorTaken() {
        var mine = cloud.newTenant();
        var theirs = cloud.newTenant();
        try (var store = new TenantStore(app)) {
            store.within(
                    theirs,
                    db -> db.execute("INSERT INTO setting VALUES (?, 'x', 'k', 1, '', 'station', now())", theirs));
            int seen = store.within(mine, db -> db.fetchCount(SETTING));
            assertThat(seen).isZero();
            assertThatThrownBy(() -> store.within(
                            mine,
                            db -> db.execute(
                                    "INSERT INTO setting VALUES (?, 'x', 'k', 2, '', 'station', now())", theirs)))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void preparingAgainChangesNothing() {
        new Schema(cloud.postgres.owner()).prepare();
        new Schema(cloud.postgres.owner()).prepare();
    }

    @Test
    void fiftyTenantsOnAFewConnectionsNeverSeeEachOtherThoughTransactionsFail() throws Exception {
        var tenants = IntStream.range(0, 50).mapToObj(i -> cloud.newTenant()).toList();
        tenants.forEach(tenant -> cloud.enrolled(tenant, "counter-1"));
        try (var store = new TenantStore(app);
                var at = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = tenants.stream()
                    .map(tenant -> at.submit(() -> lookAround(store, tenant, tenants)))
                    .toList();
            for (var result : results) {
                assertThat(result.get()).isTrue();
            }
        }
    }

    private static boolean lookAround(TenantStore store, String tenant, List<String> all) {
        var random = new Random(tenant.hashCode());
        for (int i = 0; i < 40; i++) {
            var seen = store.within(tenant, db -> db.selectFrom(STREAM).fetch(STREAM.TENANT));
            if (!seen.equals(List.of(tenant))) {
                return false;
            }
            if (random.nextInt(4) == 0) {
                try {
                    store.within(tenant, db -> db.execute("SELECT 1 / 0"));
                } catch (DataAccessException expected) {
                    var other = all.get(random.nextInt(all.size()));
                    int foreign = store.within(
                            tenant,
                            db -> db.fetchCount(db.selectFrom(ENTRY)
                                    .where(ENTRY.TENANT.eq(other).and(ENTRY.TENANT.ne(tenant)))));
                    if (foreign != 0) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
