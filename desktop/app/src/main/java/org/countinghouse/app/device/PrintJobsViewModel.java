package org.countinghouse.app.device;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Papers.Printed;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Spool;
import org.countinghouse.app.shell.Spool.Slot;
import org.countinghouse.device.PrintJob;

/// The slips on their way to the printer and those that ended, the newest first, and what can be done about them.
public final class PrintJobsViewModel {
    /// So long it takes at most to say what became of a reprint; its row tells it anyway.
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Session session;
    private final Optional<Spool> spool;
    private final Background background;
    private final Optional<Notice> layouts;
    private final ObservableList<PrintRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Notice>> chip = new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<Slot> slots = List.of();
    private boolean watching;
    private boolean open;
    private long seen;
    private long looks;

    /// @param spool empty when the station has no printer
    /// @param layouts what is wrong with the shop's own layouts of slips, when something is
    public PrintJobsViewModel(Session session, Optional<Spool> spool, Background background, Optional<Notice> layouts) {
        this.session = session;
        this.spool = spool;
        this.background = background;
        this.layouts = layouts;
    }

    /// Looks at every change from now on, until the subscription ends: a change told just before asks nothing after.
    Subscription watch() {
        watching = true;
        var listening = spool.<Subscription>map(each -> each.whenChanged(() -> background.show(this::refresh))::run);
        refresh();
        return Subscription.combine(
                listening.orElse(Subscription.EMPTY),
                session.personProperty().subscribe((_, _) -> show(slots)),
                () -> watching = false);
    }

    ObservableList<PrintRow> rows() {
        return rows;
    }

    /// What became of the last wish, or else what is wrong with the shop's layouts.
    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// What the printer's chip adds: how many slips wait, or else how many did not come out since somebody looked.
    ReadOnlyObjectProperty<Optional<Notice>> chipProperty() {
        return chip.getReadOnlyProperty();
    }

    /// Whether a slip has not come out that nobody has looked at.
    boolean asksForALook() {
        return chip.get().filter(told -> told.tone() == Tone.WARNING).isPresent();
    }

    boolean hasPrinter() {
        return spool.isPresent();
    }

    /// Somebody looks at the list.
    void opened() {
        open = true;
        notice.set(layouts);
        show(slots);
    }

    void closed() {
        open = false;
    }

    void takeBack(long number) {
        row(number)
                .filter(PrintRow::canTakeBack)
                .ifPresent(_ -> told(() -> spool.flatMap(each -> each.takeBack(number))
                        .map(Printed::of)
                        .orElseGet(Printed.Gone::new)));
    }

    void printAgain(long number) {
        row(number)
                .filter(PrintRow::canPrintAgain)
                .ifPresent(_ -> told(() ->
                        spool.map(each -> each.printAgain(number, PATIENCE)).orElseGet(Printed.NoPrinter::new)));
    }

    private Optional<PrintRow> row(long number) {
        return rows.stream().filter(row -> row.number() == number).findFirst();
    }

    private void told(Supplier<Printed> act) {
        background.run(act, became -> tell(became.notice()), this::tell);
    }

    private void tell(Notice told) {
        notice.set(Optional.of(told));
    }

    private void refresh() {
        if (!watching) {
            return;
        }
        long look = ++looks;
        spool.ifPresent(each -> background.run(
                each::jobs,
                jobs -> {
                    if (look == looks) {
                        show(jobs);
                    }
                },
                this::tell));
    }

    private void show(List<Slot> jobs) {
        slots = jobs;
        if (open && !jobs.isEmpty()) {
            seen = jobs.getLast().job().number();
        }
        chip.set(chip(jobs));
        var shown = jobs.reversed().stream().map(this::row).toList();
        if (!rows.equals(shown)) {
            rows.setAll(shown);
        }
    }

    private Optional<Notice> chip(List<Slot> jobs) {
        long waiting =
                jobs.stream().filter(each -> !each.job().state().isFinal()).count();
        long notOut = jobs.stream().filter(each -> isNotOut(each.job(), jobs)).count();
        if (waiting > 0) {
            return Optional.of(new Notice(Tone.INFO, "device.print.chip.waiting", Map.of("count", waiting)));
        }
        return notOut == 0
                ? Optional.empty()
                : Optional.of(new Notice(Tone.WARNING, "device.print.chip.notOut", Map.of("count", notOut)));
    }

    /// Somebody may still wait for it: it did not come out, nobody looked, and nobody printed it again.
    private boolean isNotOut(PrintJob job, List<Slot> jobs) {
        boolean missing = switch (job.state()) {
            case PRINT_UNKNOWN, STOPPED, REFUSED, LATE -> true;
            case WAITING, PRINTING, PRINTED, CANCELLED -> false;
        };
        return missing
                && job.number() > seen
                && jobs.stream()
                        .noneMatch(each -> each.job()
                                .duplicateOf()
                                .filter(number -> number == job.number())
                                .isPresent());
    }

    private PrintRow row(Slot slot) {
        var job = slot.job();
        boolean signedIn = session.person().isPresent();
        boolean ended = job.state().isFinal();
        return new PrintRow(
                job.number(),
                job.slip().title(),
                job.state(),
                words(job),
                slot.duplicate(),
                signedIn && !ended,
                signedIn && ended && !(slot.tellsCash() && session.countsBlind()),
                slot.again());
    }

    private static Notice words(PrintJob job) {
        Tone tone = switch (job.state()) {
            case PRINTED -> Tone.SUCCESS;
            case WAITING, PRINTING, CANCELLED -> Tone.INFO;
            case REFUSED, LATE, STOPPED, PRINT_UNKNOWN -> Tone.WARNING;
        };
        String key = switch (job.state()) {
            case WAITING -> "device.print.state.waiting";
            case PRINTING -> "device.print.state.printing";
            case PRINTED -> "device.print.state.printed";
            case PRINT_UNKNOWN -> "device.print.state.unknown";
            case STOPPED -> "device.print.state.stopped";
            case REFUSED -> "device.print.state.refused";
            case CANCELLED -> "device.print.state.takenBack";
            case LATE -> "device.print.state.late";
        };
        return new Notice(tone, key, Map.of("why", new Notice.Word(Printed.word(job.why()))));
    }
}
