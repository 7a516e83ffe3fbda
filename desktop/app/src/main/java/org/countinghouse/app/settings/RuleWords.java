package org.countinghouse.app.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countinghouse.app.settings.Rules.Cell;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.ledger.approval.Matter;
import org.countinghouse.ledger.approval.Policy.Reason;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.resources.Texts;

/// The shop's rules in sentences.
final class RuleWords {
    private final Session session;
    private final Texts texts;

    RuleWords(Session session) {
        this.session = session;
        this.texts = session.texts();
    }

    String matter(Matter matter) {
        return texts.text("signin.approve.matter." + matter.word());
    }

    String who(Role role) {
        return texts.text("settings.rules.who." + role.word());
    }

    /// `A cashier pays out up to 20.00 USD alone; above that a second person approves.`
    String sentence(Cell cell, Alone alone) {
        return texts.text(
                "settings.rules." + cell.matter().word() + "." + form(cell.matter(), alone),
                Map.of("who", who(cell.role()), "amount", amount(cell.matter(), alone, " ")));
    }

    private String form(Matter matter, Alone alone) {
        return switch (alone) {
            case Alone.Free() -> "free";
            case Alone.Never() -> "never";
            case Alone.UpTo upTo -> codes(matter).stream().allMatch(code -> upTo.most(code) == 0) ? "never" : "upTo";
        };
    }

    /// `No limit`, `Up to 20.00 USD or 80,000 KHR`.
    String brief(Matter matter, Alone alone) {
        return brief(matter, alone, " ");
    }

    /// The same with a line for each currency.
    String lines(Matter matter, Alone alone) {
        return brief(matter, alone, "\n");
    }

    private String brief(Matter matter, Alone alone, String between) {
        return switch (form(matter, alone)) {
            case "free" -> texts.text("settings.rules.free");
            case "never" -> texts.text("settings.rules.never");
            default ->
                texts.text(
                        matter == Matter.NO_SALE ? "settings.rules.upTo.times" : "settings.rules.upTo",
                        Map.of("amount", amount(matter, alone, between)));
        };
    }

    /// The codes a limit of this matter is given in: one per currency, or the empty one for times.
    private List<String> codes(Matter matter) {
        return matter == Matter.NO_SALE
                ? List.of("")
                : session.shop().currencies().stream().map(each -> each.code()).toList();
    }

    private String amount(Matter matter, Alone alone, String between) {
        if (!(alone instanceof Alone.UpTo upTo)) {
            return "";
        }
        return matter == Matter.NO_SALE
                ? Long.toString(upTo.most(""))
                : session.shop().currencies().stream()
                        .map(each -> Amounts.withCode(each.of(upTo.most(each.code()))))
                        .collect(Collectors.joining(between + texts.text("settings.rules.or") + " "));
    }

    /// What is different, a sentence each.
    List<String> changes(Rules before, Rules after) {
        var told = new ArrayList<String>();
        for (Matter matter : Matter.values()) {
            for (Role role : Role.values()) {
                var cell = new Cell(matter, role);
                if (!before.alone(cell).equals(after.alone(cell))) {
                    told.add(texts.text(
                            "settings.rules.changed",
                            Map.of(
                                    "now", sentence(cell, after.alone(cell)),
                                    "before", brief(matter, before.alone(cell)))));
                }
            }
        }
        for (Matter matter : Matter.values()) {
            reasons(matter, before.reasons(matter), after.reasons(matter), told);
        }
        if (before.counts() != after.counts()) {
            told.add(texts.text(
                    "settings.rules.counts.changed", Map.of("count", after.counts(), "before", before.counts())));
        }
        return List.copyOf(told);
    }

    private void reasons(Matter matter, List<Reason> before, List<Reason> after, List<String> told) {
        if (before.equals(after)) {
            return;
        }
        after.stream()
                .filter(each -> find(before, each.word()).isEmpty())
                .forEach(each -> told.add(about(
                        each.noteNeeded() ? "settings.reasons.changed.newNote" : "settings.reasons.changed.new",
                        each)));
        before.stream()
                .filter(each -> find(after, each.word()).isEmpty())
                .forEach(each -> told.add(about("settings.reasons.changed.out", each)));
        after.stream()
                .filter(each -> find(before, each.word())
                        .filter(old -> old.noteNeeded() != each.noteNeeded())
                        .isPresent())
                .forEach(each -> told.add(about(
                        each.noteNeeded() ? "settings.reasons.changed.note" : "settings.reasons.changed.noNote",
                        each)));
        if (!kept(before, after).equals(kept(after, before))) {
            told.add(texts.text(
                    "settings.reasons.changed.order", Map.of("matter", matter(matter), "reasons", names(after))));
        }
        if (after.isEmpty() || before.isEmpty()) {
            told.add(texts.text(
                    after.isEmpty() ? "settings.reasons.changed.every" : "settings.reasons.changed.only",
                    Map.of("matter", matter(matter))));
        }
    }

    private String about(String key, Reason reason) {
        return texts.text(
                key, Map.of("reason", name(reason.matter(), reason.word()), "matter", matter(reason.matter())));
    }

    private static List<String> kept(List<Reason> those, List<Reason> inThese) {
        return those.stream()
                .map(Reason::word)
                .filter(word -> find(inThese, word).isPresent())
                .toList();
    }

    private static Optional<Reason> find(List<Reason> reasons, String word) {
        return reasons.stream().filter(each -> each.word().equals(word)).findFirst();
    }

    private String names(List<Reason> reasons) {
        return reasons.stream().map(each -> name(each.matter(), each.word())).collect(Collectors.joining(", "));
    }

    /// What people see: the shop file's name, a text of the house, or the word itself.
    String name(Matter matter, String word) {
        String key = "shift.reason." + word;
        return offered(matter).stream()
                .filter(each -> each.word().equals(word))
                .findFirst()
                .map(each -> each.name(session.language()))
                .orElseGet(() -> matter == Matter.OVER_SHORT && texts.has(key) ? texts.text(key) : word);
    }

    /// Where somebody at the counter comes upon the reason, and under which name.
    String shownWhere(Reason reason) {
        boolean offered =
                offered(reason.matter()).stream().anyMatch(each -> each.word().equals(reason.word()));
        String key = switch (reason.matter()) {
            case OVER_SHORT -> "settings.reasons.where.close";
            case CORRECTION -> "settings.reasons.where.correction";
            case PAID_IN, PAID_OUT, NO_SALE, REFUND, SAFE_DROP ->
                offered ? "settings.reasons.where.till" : "settings.reasons.where.nowhere";
        };
        return texts.text(key, Map.of("word", reason.word()));
    }

    /// What the till offers for this matter: that is in the shop file.
    List<Shop.Reason> offered(Matter matter) {
        var file = session.shop().reasons();
        return switch (matter) {
            case PAID_IN -> file.paidIn();
            case PAID_OUT -> file.paidOut();
            case NO_SALE -> file.noSale();
            case REFUND -> file.refund();
            case OVER_SHORT, SAFE_DROP, CORRECTION -> List.of();
        };
    }

    /// What the till would offer and the ledger refuse.
    List<Shop.Reason> refused(Matter matter, Rules rules) {
        var listed = rules.reasons(matter);
        return listed.isEmpty()
                ? List.of()
                : offered(matter).stream()
                        .filter(each -> find(listed, each.word()).isEmpty())
                        .toList();
    }

    /// A sentence for each matter where the till offers what would be refused.
    List<String> traps(Rules rules) {
        return Arrays.stream(Matter.values())
                .filter(matter -> !refused(matter, rules).isEmpty())
                .map(matter -> trap(matter, rules))
                .toList();
    }

    String trap(Matter matter, Rules rules) {
        String names = refused(matter, rules).stream()
                .map(each -> each.name(session.language()))
                .collect(Collectors.joining(", "));
        return texts.text("settings.reasons.refused", Map.of("matter", matter(matter), "reasons", names));
    }
}
