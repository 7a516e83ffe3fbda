package org.countinghouse.app.backoffice;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countinghouse.app.backoffice.AuditTrail.Known;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Times;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.PieceMove;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.till.TillId;

/// Puts the entries of an audit trail into words.
final class AuditWords {
    private static final int GROUP = 4;
    private static final int SPOKEN = 16;

    private final Session session;
    private final EntryWords words;

    AuditWords(Session session) {
        this.session = session;
        this.words = new EntryWords(session);
    }

    AuditRow row(Entry entry, Known known) {
        boolean hidden = session.countsBlind()
                && entry.shift().filter(known.unsealed()::contains).isPresent();
        var zone = session.shop().zone();
        return new AuditRow(
                entry,
                entry.businessDate().toString(),
                Times.time(entry.recordedAt(), zone),
                words.kind(entry.fact().kind()),
                hidden ? session.texts().text("shift.close.expected.hidden") : words.detail(entry.fact()),
                hidden ? List.of() : EntryWords.amounts(entry.fact()),
                name(entry.actor(), known.names()),
                entry.approver().map(each -> name(each, known.names())).orElse(""),
                entry.shift().map(ShiftId::toString).orElse(""),
                entry.fact().till().map(TillId::name).orElse(""),
                hidden);
    }

    private String name(String employee, Map<String, String> names) {
        return employee.equals(Entry.STATION)
                ? session.texts().text("backoffice.audit.station")
                : names.getOrDefault(employee, employee);
    }

    /// `5f0c 9a1e 77d2 03bb`: as much of a hash as two people compare on the telephone. A slip's hash begins the same.
    static String spoken(String hash) {
        String begin = hash.substring(0, Math.min(SPOKEN, hash.length()));
        return begin.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
    }

    /// `3 × 10.00, 2 × 5.00`; what left the place has a minus.
    static String pieces(PieceMove move) {
        var pieces = move.pieces();
        return pieces.counts().entrySet().stream()
                .flatMap(each -> each.getValue() == 0
                        ? Stream.empty()
                        : Stream.of(sign(each.getValue()) + " \u00d7 "
                                + Amounts.text(pieces.currency().of(each.getKey()))))
                .collect(Collectors.joining(", "));
    }

    private static String sign(long count) {
        return count < 0 ? "\u2212" + -count : Long.toString(count);
    }

    String amounts(AuditRow row) {
        return row.amounts().stream().map(Amounts::withCode).collect(Collectors.joining(", "));
    }
}
