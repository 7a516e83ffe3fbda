package org.countinghouse.cloud;

import static org.countinghouse.cloud.db.Tables.ENTRY;
import static org.countinghouse.cloud.db.Tables.TENANT_HEAD;

import java.util.ArrayList;
import org.countinghouse.wire.Hash;
import org.countinghouse.wire.Link;
import org.countinghouse.wire.PulledPage;
import org.countinghouse.wire.PulledPage.Pulled;
import org.jooq.DSLContext;

/// A tenant's entries in the order they were received.
final class TenantOrder {
    /// A page ends after the entry that passes this many characters; escaping at most doubles them.
    private static final int PAGE_CHARACTERS = 2 * 1024 * 1024;

    private static final int ROWS_AT_A_TIME = 50;

    private final TenantStore store;

    TenantOrder(TenantStore store) {
        this.store = store;
    }

    PulledPage page(String tenant, long after, int limit) {
        return store.within(tenant, db -> page(db, tenant, after, Math.min(limit, PulledPage.MOST_ENTRIES)));
    }

    private static PulledPage page(DSLContext db, String tenant, long after, int limit) {
        var entries = new ArrayList<Pulled>();
        int room = PAGE_CHARACTERS;
        try (var rows = db.select(ENTRY.POSITION, ENTRY.PREVIOUS, ENTRY.HASH, ENTRY.BODY)
                .from(ENTRY)
                .where(ENTRY.TENANT.eq(tenant).and(ENTRY.POSITION.gt(after)))
                .orderBy(ENTRY.POSITION)
                .limit(limit)
                .fetchSize(ROWS_AT_A_TIME)
                .fetchLazy()) {
            for (var row : rows) {
                if (room < 0) {
                    break;
                }
                room -= row.value4().length();
                entries.add(
                        new Pulled(row.value1(), new Link(Hash.of(row.value2()), Hash.of(row.value3()), row.value4())));
            }
        }
        long last = entries.isEmpty() ? after : entries.getLast().position();
        return new PulledPage(entries, last, last < head(db, tenant));
    }

    private static long head(DSLContext db, String tenant) {
        return db.selectFrom(TENANT_HEAD)
                .where(TENANT_HEAD.TENANT.eq(tenant))
                .fetchOptional(TENANT_HEAD.POSITION)
                .orElse(0L);
    }
}
