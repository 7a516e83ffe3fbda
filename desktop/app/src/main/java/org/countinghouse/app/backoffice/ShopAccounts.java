package org.countinghouse.app.backoffice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.countinghouse.app.shell.Blind;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.app.shell.Exports;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.Posting;
import org.countinghouse.ledger.entry.Sha256;
import org.countinghouse.ledger.entry.ShopSetUp;
import org.countinghouse.ledger.report.LedgerExported;
import org.countinghouse.ledger.report.ZReported;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.ledger.shift.ShiftClosed;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.reports.accounts.AccountMap;
import org.countinghouse.reports.accounts.Journal;
import org.countinghouse.reports.accounts.JournalFiles;
import org.countinghouse.reports.accounts.JournalForm;
import org.countinghouse.reports.accounts.JournalWorkbook;
import org.countinghouse.resources.Texts;

/// What the accountant takes from the ledger, and that it was taken. Waits for the disk: never call it on the screen
/// thread.
public final class ShopAccounts {
    /// The form of a period's workbook.
    static final String WORKBOOK = "workbook";
    /// The form of a closed shift's workbook.
    static final String SHIFT_WORKBOOK = "shift-workbook";

    private final Desk desk;
    private final Shop shop;
    private final Optional<Exports> exports;
    private final LedgerPages pages;

    /// @param exports empty in training, where nothing is handed out
    public ShopAccounts(Desk desk, Shop shop, Optional<Exports> exports) {
        this.desk = desk;
        this.shop = shop;
        this.exports = exports;
        this.pages = new LedgerPages(desk, shop.zone());
    }

    /// What was read.
    ///
    /// @param entries that moved something, of the period or of a shift that has an entry in it
    /// @param upTo the ledger's last entry then
    /// @param scopes what can be looked at
    /// @param hidden whether entries were left out that would tell what a count must find
    /// @param whole whether everything was read
    record Found(List<Entry> entries, long upTo, List<AccountsScope> scopes, boolean hidden, boolean whole) {}

    boolean exportsAnything() {
        return exports.isPresent();
    }

    LocalDate today() {
        return desk.today();
    }

    /// @param blind whether who asks may not know what a shift must hold before it is counted
    /// @param goOn told how much of a hundred is read; false stops
    Found read(Period period, boolean blind, LongPredicate goOn) {
        Set<ShiftId> unsealed = blind ? unsealed() : Set.of();
        var kept = new ArrayList<Entry>();
        var shifts = new LinkedHashMap<ShiftId, AccountsScope>();
        var zs = new HashMap<ShiftId, Long>();
        var hidden = new ArrayList<Entry>();
        long upTo = desk.ask(Books::lastSequence);
        boolean whole = pages.readOn(period.from(), page -> {
            for (Entry entry : page.entries()) {
                if (entry.sequence() <= upTo) {
                    note(entry, period, shifts, zs);
                    boolean secret = entry.shift().filter(unsealed::contains).isPresent();
                    if (!entry.fact().postings().isEmpty() && isOf(entry, period, shifts)) {
                        (secret ? hidden : kept).add(entry);
                    }
                }
            }
            return goOn.test(page.done());
        });
        var scopes = new ArrayList<AccountsScope>();
        scopes.add(AccountsScope.all(period));
        shifts.values().stream()
                .map(scope ->
                        new AccountsScope(period, scope.shift(), scope.shift().map(zs::get), scope.closed()))
                .forEach(scopes::add);
        return new Found(kept, upTo, scopes, !hidden.isEmpty(), whole);
    }

    private static boolean isOf(Entry entry, Period period, Map<ShiftId, AccountsScope> shifts) {
        return period.holds(Journal.bookedOn(entry))
                || entry.shift().filter(shifts::containsKey).isPresent();
    }

    /// A shift belongs to the period its business date lies in.
    private static void note(Entry entry, Period period, Map<ShiftId, AccountsScope> shifts, Map<ShiftId, Long> zs) {
        entry.shift()
                .filter(_ -> period.holds(entry.businessDate()))
                .ifPresent(shift -> shifts.merge(
                        shift,
                        new AccountsScope(period, Optional.of(shift), Optional.empty(), closes(entry, shift)),
                        (before, now) -> now.closed() ? now : before));
        if (entry.fact() instanceof ZReported z) {
            z.shifts().forEach(shift -> zs.put(shift, z.number()));
        }
    }

    private static boolean closes(Entry entry, ShiftId shift) {
        return entry.fact() instanceof ShiftClosed closed && closed.shift().equals(shift);
    }

    /// Shifts that must be counted before who counts blind may know what they hold.
    Set<ShiftId> unsealed() {
        return desk.ask(books -> books.shop().map(ShopSetUp::tills).orElse(List.of(shop.till())).stream()
                .flatMap(till -> books.unreported(till).stream())
                .filter(shift -> Blind.hides(true, List.of(shift)))
                .map(Shift::id)
                .collect(Collectors.toSet()));
    }

    AccountMap map() {
        return exports.map(each -> new AccountMapFile(each.accountMap(), shop.currencies()).read())
                .orElseGet(() -> AccountMap.standard(shop.currencies()));
    }

    /// Empty when it is kept; else why not.
    Optional<Notice> keep(AccountMap map) {
        try {
            if (exports.isPresent()) {
                new AccountMapFile(exports.get().accountMap(), shop.currencies()).write(map);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new Notice(
                    Tone.DANGER, "backoffice.accounts.map.failed", Map.of("reason", String.valueOf(e.getMessage()))));
        }
    }

    /// Accounts of the ledger that have no line of their own, with the line that took them.
    static Map<String, AccountMap.Found> guessed(List<Entry> entries, AccountMap map) {
        var guessed = new LinkedHashMap<String, AccountMap.Found>();
        for (Entry entry : entries) {
            for (Posting posting : entry.fact().postings()) {
                var currency = posting.amount().currency();
                if (map.isGuessed(posting.account(), currency)) {
                    guessed.putIfAbsent(posting.account().path(), map.find(posting.account(), currency));
                }
            }
        }
        return guessed;
    }

    /// A file that is wanted.
    ///
    /// @param form [#WORKBOOK], [#SHIFT_WORKBOOK] or the word of a [JournalForm]
    /// @param after where an earlier export ended; 0 for all
    record Wish(String form, AccountsScope scope, long after, long upTo, List<Entry> entries) {
        Wish {
            entries = List.copyOf(entries);
        }
    }

    /// Writes the files, then that they were written. A file nobody wrote down is told as such, and is no export.
    ///
    /// @param order the order that writes it down
    Notice save(Wish wish, Journal.Wording words, Texts texts, Function<LedgerExported, Order> order) {
        var to = exports.orElseThrow(() -> new IllegalStateException("nothing is handed out in training"));
        try {
            var written = new ArrayList<Path>();
            var files = new ArrayList<LedgerExported.File>();
            for (JournalFiles.Made made : made(wish, to, words, texts)) {
                Path file = to.folder().write(made.name(), made.bytes());
                written.add(file);
                files.add(new LedgerExported.File(file.getFileName().toString(), hash(made.bytes())));
            }
            return told(desk.perform(order.apply(fact(wish, to, files))), written);
        } catch (IOException e) {
            return new Notice(
                    Tone.DANGER, "backoffice.accounts.failed", Map.of("reason", String.valueOf(e.getMessage())));
        }
    }

    private static Notice told(Answer answer, List<Path> files) {
        return Notice.about(answer).orElseGet(() -> {
            long sequence = answer instanceof Answer.Done done
                    ? done.entries().getFirst().sequence()
                    : 0;
            return new Notice(
                    Tone.SUCCESS,
                    files.size() == 1 ? "backoffice.accounts.saved" : "backoffice.accounts.savedMore",
                    Map.of("file", files.getFirst(), "more", files.size() - 1, "sequence", sequence));
        });
    }

    private static LedgerExported fact(Wish wish, Exports to, List<LedgerExported.File> files) {
        var scope = wish.scope();
        return new LedgerExported(
                wish.form(),
                scope.period().from(),
                scope.period().to(),
                scope.shift(),
                wish.after(),
                wish.upTo(),
                wish.entries().size(),
                new Sha256(to.heads().apply(wish.upTo()).hash()),
                files);
    }

    private static Sha256 hash(byte[] bytes) {
        try {
            return new Sha256(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private List<JournalFiles.Made> made(Wish wish, Exports to, Journal.Wording words, Texts texts) throws IOException {
        String stem = wish.form() + "-" + wish.scope().fileName() + (wish.after() > 0 ? "-after-" + wish.after() : "");
        var map = map();
        var form = JournalForm.of(wish.form());
        if (form.isPresent()) {
            var journal = Journal.of(wish.entries(), map, words);
            return new JournalFiles(shop.name(), map.taxRate(), texts).write(journal, form.get(), stem);
        }
        if (wish.form().equals(SHIFT_WORKBOOK)) {
            Path file = to.shifts().write(wish.scope().shift().orElseThrow(), wish.upTo());
            return List.of(new JournalFiles.Made(stem + ".xlsx", Files.readAllBytes(file)));
        }
        return List.of(new JournalFiles.Made(
                stem + ".xlsx", workbook(wish, to, Journal.of(wish.entries(), map, words), texts)));
    }

    private byte[] workbook(Wish wish, Exports to, Journal journal, Texts texts) throws IOException {
        var out = new ByteArrayOutputStream();
        var head = desk.entries(wish.upTo() - 1, 1).getFirst();
        new JournalWorkbook(
                        journal,
                        shop.name(),
                        wish.scope().fileName(),
                        to.heads().apply(wish.upTo()),
                        head.recordedAt(),
                        texts)
                .workbook()
                .writeTo(out, _ -> true);
        return out.toByteArray();
    }
}
