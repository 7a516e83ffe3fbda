package org.countinghouse.cloud;

import static org.countinghouse.cloud.db.Tables.SETTING;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.countinghouse.wire.Setting;
import org.countinghouse.wire.Stream;
import org.jooq.DSLContext;

/// What is set for each station, such as its devices. A version is written once and kept for ever; the
/// next one must be made on the newest, so that nobody writes over what he has not seen.
final class Settings {
    private final TenantStore store;
    private final Clock clock;

    Settings(TenantStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// The station a setting is of.
    record Whose(String tenant, String station) {
        Whose {
            new Stream(tenant, station, 1);
        }
    }

    /// Who wrote a version.
    enum Author {
        STATION,
        OPERATOR;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Optional<Setting> newest(Whose whose, String key) {
        return store.within(whose.tenant(), db -> newest(db, whose, key));
    }

    /// Keeps a text as the next version. The same sent again, because the answer was lost, gets the
    /// same answer.
    ///
    /// @param made with the version it was made on
    Setting.Reply keep(Whose whose, Setting made, Author author) {
        return store.within(whose.tenant(), db -> keep(db, whose, made, author));
    }

    private Setting.Reply keep(DSLContext db, Whose whose, Setting made, Author author) {
        var before = newest(db, whose, made.key());
        if (before.map(Setting::version).orElse(0L) == made.version() && insert(db, whose, made, author)) {
            return new Setting.Reply.Accepted(made.version() + 1);
        }
        // Who was faster has committed by now, or the insert would still wait: it is seen here.
        return newest(db, whose, made.key())
                .map(newest -> isRepeated(made, newest)
                        ? new Setting.Reply.Accepted(newest.version())
                        : new Setting.Reply.Newer(newest))
                .orElseGet(Setting.Reply.None::new);
    }

    private static boolean isRepeated(Setting made, Setting newest) {
        return newest.version() == made.version() + 1 && newest.text().equals(made.text());
    }

    private boolean insert(DSLContext db, Whose whose, Setting made, Author author) {
        return db.insertInto(SETTING)
                        .set(SETTING.TENANT, whose.tenant())
                        .set(SETTING.STATION, whose.station())
                        .set(SETTING.NAME, made.key())
                        .set(SETTING.VERSION, made.version() + 1)
                        .set(SETTING.BODY, made.text())
                        .set(SETTING.AUTHOR, author.word())
                        .set(SETTING.RECEIVED_AT, OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private static Optional<Setting> newest(DSLContext db, Whose whose, String key) {
        return db.selectFrom(SETTING)
                .where(SETTING.TENANT
                        .eq(whose.tenant())
                        .and(SETTING.STATION.eq(whose.station()))
                        .and(SETTING.NAME.eq(key)))
                .orderBy(SETTING.VERSION.desc())
                .limit(1)
                .fetchOptional(row -> new Setting(row.getName(), row.getVersion(), row.getBody()));
    }
}
