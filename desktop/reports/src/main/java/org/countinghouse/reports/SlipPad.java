package org.countinghouse.reports;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countinghouse.device.Slip;
import org.countinghouse.ledger.count.OverShort;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.resources.Texts;

/// A slip being filled in: what its template may name, and how amounts and times stand on paper.
final class SlipPad {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Letterhead letterhead;
    private final Texts texts;
    private final Paper paper;
    private final String title;
    private final Fields fields = new Fields();

    /// @param title what kind of slip it is, such as Z REPORT 17
    SlipPad(Letterhead letterhead, Paper paper, String title) {
        this.letterhead = letterhead;
        this.texts = letterhead.texts();
        this.paper = paper;
        this.title = title;
        fields.put("shop", letterhead.shop()).put("title", title);
    }

    String text(String key) {
        return texts.text(key);
    }

    String text(String key, Map<String, ?> values) {
        return texts.text(key, values);
    }

    SlipPad put(String name, String value) {
        fields.put(name, value);
        return this;
    }

    SlipPad put(String name, boolean yes) {
        fields.put(name, yes);
        return this;
    }

    SlipPad when(String name, Instant instant) {
        return put(name, WHEN.format(letterhead.local(instant)));
    }

    SlipPad list(String name, List<Fields> each) {
        fields.list(name, each);
        return this;
    }

    /// Who did it, who approved, when, and the entry's number.
    SlipPad signedBy(Entry entry) {
        return put("number", Long.toString(entry.sequence()))
                .when("time", entry.recordedAt())
                .put("employee", letterhead.person(entry.actor()))
                .put("approver", letterhead.approver(entry));
    }

    /// The head of the ledger: short to read aloud, whole in the QR code.
    SlipPad head(LedgerHead head) {
        return put("hash", head.shortHash())
                .put("mark", head.mark())
                .put("markCaption", head.station() + "/" + head.epoch() + "/" + head.sequence());
    }

    String withCurrency(Money amount) {
        return text("money.amount", Map.of("amount", Amounts.grouped(amount), "currency", amount.currency()));
    }

    String overShort(Money difference) {
        return switch (OverShort.of(difference)) {
            case OVER -> text("money.over", Map.of("amount", Amounts.grouped(difference)));
            case SHORT -> text("money.short", Map.of("amount", Amounts.grouped(difference.absolute())));
            case EXACT -> text("money.exact");
        };
    }

    /// Notes and coins, where they are known.
    static List<Fields> pieces(Cash cash) {
        return cash.pieces()
                .map(pieces -> pieces.counts().entrySet().stream()
                        .map(piece -> new Fields()
                                .put("count", piece.getValue().toString())
                                .put("face", Amounts.grouped(cash.currency().of(piece.getKey())))
                                .put(
                                        "worth",
                                        Amounts.grouped(cash.currency()
                                                .of(piece.getKey())
                                                .times(piece.getValue()))))
                        .toList())
                .orElse(List.of());
    }

    Slip done() {
        return letterhead.templates().slip(paper, title, fields, texts);
    }
}
