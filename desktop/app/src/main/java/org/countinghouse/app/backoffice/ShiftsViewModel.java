package org.countinghouse.app.backoffice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.countinghouse.app.backoffice.AuditTrail.Known;
import org.countinghouse.app.backoffice.Period.Preset;
import org.countinghouse.app.backoffice.ShopShifts.Seen;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Sheet;
import org.countinghouse.app.shell.Sheet.Column;
import org.countinghouse.app.shell.Times;
import org.countinghouse.ledger.count.OverShort;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.resources.Texts;

/// The shifts of a period, what is usual among them, and the entries of one.
public final class ShiftsViewModel {
    private static final int TENTHS = 10;

    private final Session session;
    private final ShopShifts task;
    private final Background background;
    private final Texts texts;
    private final PeriodChoice choice = new PeriodChoice();
    private final Sheet<ShiftRow> sheet;
    private final Sheet<AuditRow> entries;
    private final Sheet<CashierRow> overShort;
    private final Sheet<CashierRow> noSales;
    private final ObjectProperty<Currency> currency;
    private final ReadOnlyObjectWrapper<List<CashierRow>> cashiers = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<ShiftRow>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyLongWrapper progress = new ReadOnlyLongWrapper(0);
    private Optional<Seen> seen = Optional.empty();
    private Optional<ShiftId> wanted = Optional.empty();
    private Look now = new Look();

    /// One look at a period.
    private static final class Look {
        private volatile boolean stopped;
    }

    public ShiftsViewModel(Session session, ShopShifts task, Background background) {
        this.session = session;
        this.task = task;
        this.background = background;
        this.texts = session.texts();
        this.currency = new SimpleObjectProperty<>(session.shop().mainCurrency());
        this.sheet = new Sheet<>(shiftColumns());
        this.entries = new Sheet<>(entryColumns());
        this.overShort = new Sheet<>(overShortColumns());
        this.noSales = new Sheet<>(noSaleColumns());
        currency.subscribe(_ -> showCashiers());
        choose(Preset.WEEK);
    }

    private List<Column<ShiftRow>> shiftColumns() {
        return List.of(
                Column.words(
                        "shift",
                        texts.text("backoffice.audit.shift"),
                        row -> row.story().shift().toString()),
                Column.words(
                        "till",
                        texts.text("backoffice.audit.till"),
                        row -> row.story().shift().till().name()),
                Column.words("openedBy", texts.text("backoffice.shifts.openedBy"), ShiftRow::openedBy),
                Column.words("openedAt", texts.text("backoffice.shifts.openedAt"), ShiftRow::openedAt),
                Column.words("closedAt", texts.text("backoffice.shifts.closedAt"), ShiftRow::closedAt),
                Column.words("state", texts.text("backoffice.shifts.state"), ShiftRow::state),
                expected(),
                Column.money("counted", texts.text("report.counted"), ShiftRow::counted),
                overShort());
    }

    private Column<ShiftRow> expected() {
        var sums = Column.money("expected", texts.text("report.expected"), ShiftRow::expected);
        return new Column<>(
                sums.id(),
                sums.title(),
                row -> row.said().isEmpty() ? sums.text().apply(row) : row.said(),
                sums.sums(),
                sums.order(),
                true);
    }

    private Column<ShiftRow> overShort() {
        var sums = Column.money("overShort", texts.text("report.overShort"), ShiftRow::overShort);
        return new Column<>(
                sums.id(),
                sums.title(),
                row -> row.overShort().stream().map(this::spoken).collect(Collectors.joining(", ")),
                sums.sums(),
                sums.order(),
                true);
    }

    private List<Column<AuditRow>> entryColumns() {
        return List.of(
                Column.number("sequence", texts.text("till.entries.sequence"), AuditRow::sequence),
                Column.words("time", texts.text("till.entries.time"), AuditRow::time),
                Column.words("kind", texts.text("till.entries.kind"), AuditRow::kind),
                Column.words("detail", texts.text("till.entries.detail"), AuditRow::detail),
                Column.money("amount", texts.text("till.entries.amount"), AuditRow::amounts),
                Column.words("who", texts.text("till.entries.employee"), AuditRow::who));
    }

    private List<Column<CashierRow>> overShortColumns() {
        return List.of(
                Column.words("name", texts.text("backoffice.shifts.cashier"), CashierRow::name),
                Column.number("closes", texts.text("backoffice.shifts.closes"), row ->
                        (long) row.closes().size()),
                Column.words(
                        "median",
                        texts.text("backoffice.shifts.median"),
                        row -> row.median().map(each -> spoken(money(each))).orElse("")));
    }

    private List<Column<CashierRow>> noSaleColumns() {
        return List.of(
                Column.words("name", texts.text("backoffice.shifts.cashier"), CashierRow::name),
                Column.number("sales", texts.text("report.line.sales"), CashierRow::sales),
                Column.number("noSales", texts.text("report.line.no-sale"), CashierRow::noSales),
                Column.words(
                        "rate",
                        texts.text("backoffice.shifts.rate"),
                        row -> row.tenths().map(ShiftsViewModel::tenths).orElse("")));
    }

    /// `short −2.00 USD`: word and sign together.
    String spoken(Money difference) {
        String word = OverShort.of(difference).name().toLowerCase(Locale.ROOT);
        String amount = Amounts.signed(difference) + " " + difference.currency().code();
        return texts.text("money." + word, Map.of("amount", amount));
    }

    Money money(long minorUnits) {
        return currency.get().of(minorUnits);
    }

    /// `2.5`.
    static String tenths(long tenths) {
        return tenths / TENTHS + "." + tenths % TENTHS;
    }

    PeriodChoice choice() {
        return choice;
    }

    Sheet<ShiftRow> sheet() {
        return sheet;
    }

    /// Of the chosen shift.
    Sheet<AuditRow> entries() {
        return entries;
    }

    Sheet<CashierRow> overShortSheet() {
        return overShort;
    }

    Sheet<CashierRow> noSalesSheet() {
        return noSales;
    }

    /// In which over or short is drawn.
    ObjectProperty<Currency> currencyProperty() {
        return currency;
    }

    ReadOnlyObjectProperty<List<CashierRow>> cashiersProperty() {
        return cashiers.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<ShiftRow>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /// Of a hundred.
    ReadOnlyLongProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    void choose(Preset preset) {
        choice.choose(preset, task.today());
        look();
    }

    void look() {
        now.stopped = true;
        notice.set(Optional.empty());
        var period = choice.period();
        if (period.isEmpty()) {
            notice.set(Optional.of(Notice.of(Tone.WARNING, "backoffice.period.unreadable")));
            return;
        }
        var mine = new Look();
        now = mine;
        choose(Optional.<ShiftRow>empty());
        reading.set(true);
        progress.set(0);
        boolean blind = session.countsBlind();
        background.run(
                () -> task.shifts(period.get(), blind, done -> {
                    background.show(() -> progress.set(done));
                    return !mine.stopped;
                }),
                found -> show(mine, found),
                told -> {
                    reading.set(false);
                    notice.set(Optional.of(told));
                });
    }

    /// Looks at the day a shift was opened on and chooses the shift.
    void show(ShiftId shift, LocalDate date) {
        wanted = Optional.of(shift);
        choice.choose(date);
        look();
    }

    private void show(Look mine, Seen found) {
        if (mine != now) {
            return;
        }
        reading.set(false);
        seen = Optional.of(found);
        sheet.setAll(found.shifts().stream().map(story -> row(story, found)).toList());
        showCashiers();
        wanted.flatMap(shift -> sheet.shown().stream()
                        .filter(row -> row.story().shift().equals(shift))
                        .findFirst())
                .ifPresent(row -> choose(Optional.of(row)));
        wanted = Optional.empty();
        if (!found.whole()) {
            notice.set(
                    Optional.of(new Notice(Tone.WARNING, "backoffice.shifts.stopped", Map.of("count", sheet.size()))));
        }
    }

    private void showCashiers() {
        var rows = seen.map(each -> CashierRow.of(each, currency.get())).orElse(List.of());
        cashiers.set(rows);
        overShort.setAll(rows.stream().filter(row -> !row.closes().isEmpty()).toList());
        noSales.setAll(rows.stream().filter(row -> row.tenths().isPresent()).toList());
    }

    private ShiftRow row(ShiftStory story, Seen found) {
        boolean hidden = session.countsBlind() && !story.isClosed();
        var counts = hidden ? List.<ShiftStory.Count>of() : held(story);
        return new ShiftRow(
                story,
                found.names().getOrDefault(story.openedBy(), story.openedBy()),
                moment(story.openedAt()),
                story.closedAt().map(this::moment).orElse(""),
                state(story),
                counts.stream().map(ShiftStory.Count::expected).toList(),
                hidden ? texts.text("shift.close.expected.hidden") : "",
                counts.stream().flatMap(each -> each.counted().stream()).toList(),
                differences(counts));
    }

    /// A currency the shift held nothing of says nothing; the main one always does.
    private List<ShiftStory.Count> held(ShiftStory story) {
        Currency main = session.shop().mainCurrency();
        return story.counts().stream()
                .filter(count -> count.expected().currency().equals(main)
                        || !count.expected().isZero()
                        || count.counted().filter(each -> !each.isZero()).isPresent())
                .toList();
    }

    /// Those that are not zero; where all are, one stands for them.
    private static List<Money> differences(List<ShiftStory.Count> counts) {
        var all = counts.stream().flatMap(each -> each.overShort().stream()).toList();
        var off = all.stream().filter(each -> !each.isZero()).toList();
        return off.isEmpty() ? all.stream().limit(1).toList() : off;
    }

    private String state(ShiftStory story) {
        String word = switch (story.state()) {
            case OPEN -> "backoffice.shifts.open";
            case COUNTED -> "backoffice.shifts.counted";
            case SUSPENDED -> "backoffice.shifts.suspended";
            case HANDED_OVER -> "backoffice.shifts.handedOver";
            case PARKED -> "backoffice.shifts.parked";
            case CLOSED -> story.recounted() ? "backoffice.shifts.recounted" : "backoffice.shifts.closed";
        };
        return texts.text(word);
    }

    private String moment(Instant at) {
        var zone = session.shop().zone();
        return Times.date(at, zone) + " " + Times.time(at, zone);
    }

    void stop() {
        now.stopped = true;
    }

    void choose(Optional<ShiftRow> row) {
        chosen.set(row);
        entries.setAll(List.of());
        row.ifPresent(each -> background.run(
                () -> task.entries(each.story()),
                found -> {
                    if (chosen.get().equals(row)) {
                        show(each, found);
                    }
                },
                told -> notice.set(Optional.of(told))));
    }

    private void show(ShiftRow row, List<Entry> found) {
        var words = new AuditWords(session);
        var known = new Known(
                seen.map(Seen::names).orElse(Map.of()),
                row.story().isClosed() ? Set.of() : Set.of(row.story().shift()));
        entries.setAll(found.stream().map(entry -> words.row(entry, known)).toList());
    }

    void close() {
        now.stopped = true;
    }
}
