package org.countinghouse.app.backoffice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.countinghouse.app.backoffice.AuditTrail.About;
import org.countinghouse.app.backoffice.AuditTrail.Known;
import org.countinghouse.app.backoffice.Period.Preset;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Papers.Printed;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Sheet;
import org.countinghouse.app.shell.Sheet.Column;
import org.countinghouse.app.shell.Times;
import org.countinghouse.ledger.correction.CorrectionMade;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.resources.Texts;

/// The entries of a period as they come from the disk, and one of them whole.
public final class AuditViewModel {
    /// More rows than this nobody reads, and they would fill the memory.
    static final int MOST = 100_000;

    private final Session session;
    private final AuditTrail trail;
    private final Background background;
    private final Texts texts;
    private final AuditWords words;
    private final int most;
    private final PeriodChoice choice = new PeriodChoice();
    private final Sheet<AuditRow> sheet;
    /// The sequence of the correction of each entry that is known to have one.
    private final Map<UUID, Long> corrected = new HashMap<>();
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyLongWrapper progress = new ReadOnlyLongWrapper(0);
    private final ReadOnlyLongWrapper marks = new ReadOnlyLongWrapper(0);
    private final ReadOnlyBooleanWrapper printing = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Optional<Whole>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final CorrectionViewModel correction;
    private final VerifyViewModel check;
    private final Runnable watch;
    private Reading now = new Reading(new Period(LocalDate.EPOCH, LocalDate.EPOCH));
    /// Read on another thread: a search for what nobody looks at any more ends.
    private volatile Optional<UUID> wanted = Optional.empty();

    /// One look at a period.
    private static final class Reading {
        private final Period period;
        private volatile boolean stopped;
        private volatile long last;
        private final AtomicInteger rows = new AtomicInteger();
        private boolean again;

        Reading(Period period) {
            this.period = period;
        }
    }

    /// An entry and all that is known of it.
    ///
    /// @param about empty while it is being looked up
    record Whole(AuditRow row, Optional<About> about) {}

    public AuditViewModel(Session session, AuditTrail trail, Background background) {
        this(session, trail, background, MOST);
    }

    AuditViewModel(Session session, AuditTrail trail, Background background, int most) {
        this.session = session;
        this.trail = trail;
        this.background = background;
        this.texts = session.texts();
        this.words = new AuditWords(session);
        this.most = most;
        this.sheet = new Sheet<>(columns());
        this.correction = new CorrectionViewModel(session, trail, background, this::written);
        this.check = new VerifyViewModel(trail, background);
        watch = trail.watch(_ -> background.show(this::more));
        choose(Preset.TODAY);
    }

    private List<Column<AuditRow>> columns() {
        return List.of(
                Column.number("sequence", texts.text("till.entries.sequence"), AuditRow::sequence),
                Column.words("date", texts.text("backoffice.audit.date"), AuditRow::date),
                Column.words("time", texts.text("till.entries.time"), AuditRow::time),
                Column.words("kind", texts.text("till.entries.kind"), AuditRow::kind),
                Column.words("detail", texts.text("till.entries.detail"), this::detail),
                Column.money("amount", texts.text("till.entries.amount"), AuditRow::amounts),
                Column.words("who", texts.text("till.entries.employee"), AuditRow::who),
                Column.words("approver", texts.text("backoffice.audit.approver"), AuditRow::approver),
                Column.words("shift", texts.text("backoffice.audit.shift"), AuditRow::shift),
                Column.words("till", texts.text("backoffice.audit.till"), AuditRow::till));
    }

    /// With a mark when it was corrected.
    private String detail(AuditRow row) {
        Long by = corrected.get(row.entry().id());
        return by == null
                ? row.detail()
                : Stream.of(texts.text("backoffice.audit.correctedBy", Map.of("sequence", by)), row.detail())
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining(" \u00b7 "));
    }

    boolean isCorrected(AuditRow row) {
        return corrected.containsKey(row.entry().id());
    }

    Session session() {
        return session;
    }

    PeriodChoice choice() {
        return choice;
    }

    Sheet<AuditRow> sheet() {
        return sheet;
    }

    CorrectionViewModel correction() {
        return correction;
    }

    VerifyViewModel check() {
        return check;
    }

    ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /// Of a hundred.
    ReadOnlyLongProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// Changes when rows that are shown already are marked as corrected.
    ReadOnlyLongProperty marksProperty() {
        return marks.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty printingProperty() {
        return printing.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Whole>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    boolean checksBooks() {
        return trail.isProvable() && may(Verb.VERIFY);
    }

    boolean records() {
        return may(Verb.CORRECT);
    }

    private boolean may(Verb verb) {
        return session.person().filter(person -> person.may(verb)).isPresent();
    }

    /// Whether the chosen entry can be taken back by who is here.
    boolean isCorrectable(Whole whole) {
        return records()
                && AuditTrail.isCorrectable(whole.row().entry().fact())
                && !isCorrected(whole.row())
                && !whole.row().hidden();
    }

    void choose(Preset preset) {
        choice.choose(preset, trail.today());
        look();
    }

    /// Reads the period from its beginning.
    void look() {
        now.stopped = true;
        notice.set(Optional.empty());
        var period = choice.period();
        if (period.isEmpty()) {
            notice.set(Optional.of(Notice.of(Tone.WARNING, "backoffice.period.unreadable")));
            return;
        }
        sheet.setAll(List.of());
        corrected.clear();
        progress.set(0);
        now = new Reading(period.get());
        read(now);
    }

    /// What was written since, unless somebody stopped.
    private void more() {
        if (reading.get()) {
            now.again = true;
        } else if (!now.stopped && now.rows.get() < most) {
            read(now);
        }
    }

    private void read(Reading mine) {
        reading.set(true);
        mine.again = false;
        background.run(() -> readOn(mine), whole -> ended(mine, whole), told -> {
            if (mine == now) {
                reading.set(false);
                notice.set(Optional.of(told));
            }
        });
    }

    private boolean readOn(Reading mine) {
        Known known = trail.known();
        return trail.read(mine.period, mine.last, page -> {
            if (mine.stopped) {
                return false;
            }
            var room = page.entries().stream().limit(most - mine.rows.get()).toList();
            boolean full = room.size() < page.entries().size();
            mine.rows.addAndGet(room.size());
            mine.last = page.last();
            background.show(() -> add(mine, room, known, page.done()));
            return !full;
        });
    }

    private void add(Reading mine, List<Entry> entries, Known known, long done) {
        if (mine != now) {
            return;
        }
        long before = corrected.size();
        entries.forEach(this::mark);
        sheet.addAll(entries.stream().map(entry -> words.row(entry, known)).toList());
        progress.set(done);
        if (corrected.size() != before) {
            marks.set(marks.get() + 1);
        }
    }

    private void mark(Entry entry) {
        if (entry.fact() instanceof CorrectionMade made) {
            corrected.put(made.corrects(), entry.sequence());
        }
    }

    private void ended(Reading mine, boolean whole) {
        if (mine != now) {
            return;
        }
        reading.set(false);
        if (!whole) {
            notice.set(Optional.of(new Notice(
                    Tone.WARNING,
                    mine.stopped ? "backoffice.audit.stopped" : "backoffice.audit.limit",
                    Map.of("count", sheet.size()))));
            mine.stopped = true;
        } else if (mine.again) {
            read(mine);
        }
    }

    void stop() {
        now.stopped = true;
    }

    void choose(Optional<AuditRow> row) {
        wanted = row.map(each -> each.entry().id());
        chosen.set(row.map(each -> new Whole(each, Optional.empty())));
        row.ifPresent(each -> background.run(
                () -> trail.about(
                        each.entry(),
                        () -> wanted.filter(each.entry().id()::equals).isPresent()),
                about -> known(each, about),
                told -> notice.set(Optional.of(told))));
    }

    private void known(AuditRow row, About about) {
        about.correctedBy().ifPresent(by -> {
            mark(by);
            marks.set(marks.get() + 1);
        });
        if (wanted.filter(row.entry().id()::equals).isPresent()) {
            chosen.set(Optional.of(new Whole(row, Optional.of(about))));
        }
    }

    /// Shows one entry, among those of its day.
    void show(long sequence) {
        background.run(
                () -> trail.entry(sequence),
                found -> found.ifPresent(entry -> {
                    choice.choose(entry.businessDate());
                    look();
                    follow(entry);
                }),
                told -> notice.set(Optional.of(told)));
    }

    /// Goes along a link, to a row of the table or to an entry of another time.
    void follow(Entry entry) {
        var row = sheet.shown().stream()
                .filter(each -> each.sequence() == entry.sequence())
                .findFirst();
        if (row.isPresent()) {
            choose(row);
        } else {
            background.run(
                    trail::known,
                    known -> choose(Optional.of(words.row(entry, known))),
                    told -> notice.set(Optional.of(told)));
        }
    }

    void correct() {
        chosen.get().filter(this::isCorrectable).ifPresent(whole -> correction.correct(whole.row()));
    }

    private void written(Notice told) {
        notice.set(Optional.of(told));
        chosen.get().ifPresent(whole -> choose(Optional.of(whole.row())));
    }

    boolean isPrintable(Whole whole) {
        return !whole.row().hidden() && whole.about().filter(About::slip).isPresent();
    }

    /// A slip may take seconds: the button waits.
    void print() {
        if (printing.get()) {
            return;
        }
        chosen.get().filter(this::isPrintable).ifPresent(whole -> {
            printing.set(true);
            var language = session.language();
            background.run(
                    () -> trail.print(whole.row().entry(), language),
                    (Printed printed) -> printed(printed.notice()),
                    this::printed);
        });
    }

    private void printed(Notice told) {
        printing.set(false);
        notice.set(Optional.of(told));
    }

    String moment(Instant at) {
        return Times.date(at, session.shop().zone()) + " "
                + Times.time(at, session.shop().zone());
    }

    void close() {
        now.stopped = true;
        wanted = Optional.empty();
        check.stop();
        watch.run();
    }
}
