package org.countinghouse.reports;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.countinghouse.device.Emphasis;
import org.countinghouse.device.Slip;
import org.countinghouse.ledger.count.OverShort;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.resources.Texts;

/// A slip being set: what all slips have on top, and how amounts and times stand on them.
final class SlipPad {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Letterhead letterhead;
    private final Texts texts;
    private final Slip.Builder slip;

    /// @param title what kind of slip it is, such as Z REPORT 17
    SlipPad(Letterhead letterhead, String title) {
        this.letterhead = letterhead;
        this.texts = letterhead.texts();
        this.slip = Slip.titled(title).centred(letterhead.shop(), Emphasis.BOLD).centred(title, Emphasis.LARGE);
        rule();
    }

    String text(String key) {
        return texts.text(key);
    }

    String text(String key, Map<String, ?> values) {
        return texts.text(key, values);
    }

    SlipPad told(String key, String value) {
        if (!value.isEmpty()) {
            slip.columns(text(key), value);
        }
        return this;
    }

    SlipPad when(String key, Instant instant) {
        return told(key, WHEN.format(letterhead.local(instant)));
    }

    /// Who did it, who approved, when, and the entry's number.
    SlipPad signedBy(Entry entry) {
        return told("slip.number", Long.toString(entry.sequence()))
                .when("slip.time", entry.recordedAt())
                .told("slip.employee", letterhead.person(entry.actor()))
                .told("slip.approver", letterhead.approver(entry));
    }

    SlipPad amount(String label, Money amount) {
        slip.columns(label, Amounts.grouped(amount));
        return this;
    }

    SlipPad total(String label, Money amount) {
        slip.columns(label, Amounts.grouped(amount), Emphasis.BOLD);
        return this;
    }

    /// The amount with its currency, large: what the slip is about.
    SlipPad sum(String label, Money amount) {
        slip.columns(label, withCurrency(amount), Emphasis.BOLD);
        return this;
    }

    /// An amount in another currency than the slip's.
    SlipPad foreign(String label, Money amount) {
        slip.columns(label, withCurrency(amount));
        return this;
    }

    String withCurrency(Money amount) {
        return text("money.amount", Map.of("amount", Amounts.grouped(amount), "currency", amount.currency()));
    }

    SlipPad overShort(String label, Money difference) {
        String word = switch (OverShort.of(difference)) {
            case OVER -> text("money.over", Map.of("amount", Amounts.grouped(difference)));
            case SHORT -> text("money.short", Map.of("amount", Amounts.grouped(difference.absolute())));
            case EXACT -> text("money.exact");
        };
        slip.columns(label, word, Emphasis.BOLD);
        return this;
    }

    SlipPad columns(String left, String right) {
        slip.columns(left, right);
        return this;
    }

    SlipPad heading(String text) {
        slip.text(text, Emphasis.BOLD);
        return this;
    }

    SlipPad words(String text) {
        slip.text(text);
        return this;
    }

    SlipPad centred(String text) {
        slip.centred(text);
        return this;
    }

    SlipPad rule() {
        slip.rule();
        return this;
    }

    /// Room to sign on.
    SlipPad signature(String key) {
        slip.feed(2).text("________________________").text(text(key));
        return this;
    }

    /// The head of the ledger: short to read aloud, whole in the QR code.
    SlipPad head(LedgerHead head) {
        slip.rule().centred(text("slip.head", Map.of("hash", head.shortHash())));
        slip.qr(head.mark(), head.station() + "/" + head.epoch() + "/" + head.sequence());
        return this;
    }

    /// Ends with room for one who signs.
    Slip done(String signature) {
        return signature(signature).done();
    }

    Slip done() {
        return slip.feed(1).cut().build();
    }
}
