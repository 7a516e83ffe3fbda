package org.countinghouse.app.backoffice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.reports.accounts.AccountMap;
import org.countinghouse.reports.accounts.BookAccount;
import org.countinghouse.resources.Texts;

/// The account map as a form: a code and a name for each part of the ledger.
final class AccountMapViewModel {
    private final Session session;
    private final ShopAccounts task;
    private final Background background;
    private final Texts texts;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<List<Line>> lines = new ReadOnlyObjectWrapper<>(List.of());
    private final StringProperty taxRate = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper(false);
    private Optional<AccountMap> kept = Optional.empty();

    /// A line of the form.
    ///
    /// @param part the name of the line in the map
    /// @param title what that is in words
    record Line(String part, String title, StringProperty code, StringProperty name) {
        boolean isWhole() {
            return !code.get().isBlank() && !name.get().isBlank();
        }
    }

    /// @param changed told when another map holds
    AccountMapViewModel(Session session, ShopAccounts task, Background background, Runnable changed) {
        this.session = session;
        this.task = task;
        this.background = background;
        this.texts = session.texts();
        this.changed = changed;
        undo();
    }

    ReadOnlyObjectProperty<List<Line>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    StringProperty taxRateProperty() {
        return taxRate;
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    /// The map as it is kept.
    void undo() {
        notice.set(Optional.empty());
        background.run(task::map, this::show, this::tell);
    }

    private void show(AccountMap map) {
        kept = Optional.of(map);
        taxRate.set(map.taxRate());
        var parts = new LinkedHashSet<>(map.lines().keySet());
        parts.remove(AccountMap.OTHER);
        reasons("paid-in/", session.shop().reasons().paidIn()).forEach(parts::add);
        reasons("paid-out/", session.shop().reasons().paidOut()).forEach(parts::add);
        parts.add(AccountMap.OTHER);
        lines.set(parts.stream().map(part -> line(part, map)).toList());
    }

    private static Stream<String> reasons(String kind, List<Shop.Reason> reasons) {
        return reasons.stream().map(reason -> kind + reason.word());
    }

    /// A reason without a line shows the account it takes now.
    private Line line(String part, AccountMap map) {
        BookAccount account = Optional.ofNullable(map.lines().get(part))
                .or(() -> Optional.ofNullable(map.lines().get(part.substring(0, Math.max(0, part.indexOf('/'))))))
                .orElseGet(() -> map.lines().get(AccountMap.OTHER));
        return new Line(
                part, title(part), new SimpleStringProperty(account.code()), new SimpleStringProperty(account.name()));
    }

    /// `Cash in tills, KHR`, `Paid-out: milk`.
    String title(String part) {
        int at = part.indexOf('@');
        if (at > 0) {
            return title(part.substring(0, at)) + ", " + part.substring(at + 1);
        }
        String key = "backoffice.accounts.part." + part.replace('/', '-');
        if (texts.has(key)) {
            return texts.text(key);
        }
        int slash = part.indexOf('/');
        String kind = slash < 0 ? "" : part.substring(0, slash);
        String word = part.substring(slash + 1);
        if (kind.equals("tender") && texts.has("till.tender." + word)) {
            return texts.text("till.tender." + word);
        }
        return kind.isEmpty() || !texts.has("backoffice.accounts.part." + kind)
                ? part
                : texts.text("backoffice.accounts.part." + kind) + ": " + reason(kind, word);
    }

    private String reason(String kind, String word) {
        var reasons = session.shop().reasons();
        return (kind.equals("paid-in") ? reasons.paidIn() : reasons.paidOut())
                .stream()
                        .filter(reason -> reason.word().equals(word))
                        .findFirst()
                        .map(reason -> reason.name(session.language()))
                        .orElse(word);
    }

    /// Keeps what is typed; a reason that says the same as its kind gets no line of its own.
    void save() {
        if (pending.get() || kept.isEmpty()) {
            return;
        }
        Optional<Line> broken =
                lines.get().stream().filter(line -> !line.isWhole()).findFirst();
        if (broken.isPresent()) {
            tell(new Notice(
                    Tone.WARNING,
                    "backoffice.accounts.map.missing",
                    Map.of("part", broken.get().title())));
            return;
        }
        var map = typed(kept.get());
        pending.set(true);
        background.run(() -> task.keep(map), failed -> saved(map, failed), told -> {
            pending.set(false);
            tell(told);
        });
    }

    private AccountMap typed(AccountMap before) {
        var all = new LinkedHashMap<String, BookAccount>();
        var own = new ArrayList<String>(before.lines().keySet());
        for (Line line : lines.get()) {
            var account = new BookAccount(line.code().get(), line.name().get());
            String kind = line.part().replaceAll("/.*", "");
            boolean same = all.containsKey(kind) && account.equals(all.get(kind)) && !own.contains(line.part());
            if (!same) {
                all.put(line.part(), account);
            }
        }
        return new AccountMap(all, taxRate.get().strip());
    }

    private void saved(AccountMap map, Optional<Notice> failed) {
        pending.set(false);
        if (failed.isEmpty()) {
            kept = Optional.of(map);
            changed.run();
        }
        tell(failed.orElseGet(() -> Notice.of(Tone.SUCCESS, "backoffice.accounts.map.saved")));
    }

    private void tell(Notice told) {
        notice.set(Optional.of(told));
    }
}
