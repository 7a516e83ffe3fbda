package org.countinghouse.app.device;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Sheet;
import org.countinghouse.app.shell.Sheet.Column;
import org.countinghouse.device.DeviceHealth.Kind;
import org.countinghouse.resources.Texts;

/// The devices of this station, and what whoever installs them does about one.
public final class DevicesViewModel {
    /// What stands beside the list.
    enum Panel {
        NOTHING,
        CARD,
        FORGET,
        ADD,
        FIND,
        IMPORT,
        TEST,
        TEACH
    }

    private final DeviceSetup task;
    private final Background background;
    private final Sheet<DeviceRow> sheet;
    private final DeviceForm form;
    private final FindViewModel find;
    private final TrialViewModel trial;
    private final TeachViewModel teach;
    private final StringProperty jposXml = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Panel> panel = new ReadOnlyObjectWrapper<>(Panel.NOTHING);
    private final ReadOnlyObjectWrapper<Optional<DeviceRow>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Notice>> remarks = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper(false);
    private final Refresh refresh;
    private List<DeviceRow> rows = List.of();

    /// The name of the one that was just registered: it is tested next.
    private Optional<String> added = Optional.empty();

    public DevicesViewModel(Session session, DeviceSetup task, Background background) {
        this.task = task;
        this.background = background;
        this.form = new DeviceForm(task::isDriven);
        this.find = new FindViewModel(task, background);
        this.trial = new TrialViewModel(session, task, background);
        this.teach = new TeachViewModel(task, background);
        Texts texts = session.texts();
        this.sheet = new Sheet<>(List.of(
                Column.words("name", texts.text("device.column.name"), DeviceRow::name),
                Column.words("kind", texts.text("device.column.kind"), row -> texts.text(DeviceWords.kind(row.kind()))),
                Column.words(
                        "address",
                        texts.text("device.column.address"),
                        row -> row.address().toString()),
                Column.words(
                        "state",
                        texts.text("device.column.state"),
                        row -> row.state().in(texts))));
        this.refresh = new Refresh(over -> background.run(
                task::look,
                now -> {
                    show(now);
                    over.run();
                },
                broken -> {
                    tell(broken);
                    over.run();
                }));
        refresh.wanted();
    }

    Sheet<DeviceRow> sheet() {
        return sheet;
    }

    DeviceForm form() {
        return form;
    }

    FindViewModel find() {
        return find;
    }

    TrialViewModel trial() {
        return trial;
    }

    TeachViewModel teaching() {
        return teach;
    }

    /// Where a vendor's list of devices is.
    StringProperty jposXmlProperty() {
        return jposXml;
    }

    ReadOnlyObjectProperty<Panel> panelProperty() {
        return panel.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<DeviceRow>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// What somebody should put right or know.
    ReadOnlyObjectProperty<List<Notice>> remarksProperty() {
        return remarks.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    void refresh() {
        refresh.wanted();
    }

    private void show(DeviceSetup.Standing now) {
        rows = now.rows();
        if (!List.copyOf(sheet.shown()).equals(rows)) {
            sheet.setAll(rows);
        }
        remarks.set(now.remarks());
        chosen.set(chosen.get()
                .flatMap(before -> rows.stream().filter(before::isSame).findFirst()));
        var fresh = added.flatMap(
                name -> rows.stream().filter(row -> row.name().equals(name)).findFirst());
        if (fresh.isPresent() && panel.get() == Panel.NOTHING) {
            added = Optional.empty();
            chosen.set(fresh);
            panel.set(Panel.CARD);
        }
        if (chosen.get().isEmpty() && (panel.get() == Panel.CARD || panel.get() == Panel.FORGET)) {
            panel.set(Panel.NOTHING);
        }
    }

    void choose(DeviceRow row) {
        if (!isBusy() && chosen.get().filter(row::isSame).isEmpty()) {
            chosen.set(Optional.of(row));
            turn(Panel.CARD);
        }
    }

    private boolean isBusy() {
        return pending.get()
                || trial.runningProperty().get()
                || teach.pendingProperty().get();
    }

    void add() {
        add(Kind.PRINTER, "");
    }

    /// What was found is described already.
    void add(FindViewModel.Found found) {
        found.address().ifPresent(address -> add(found.kind().orElse(Kind.PRINTER), address.toString()));
    }

    private void add(Kind kind, String address) {
        if (!isBusy()) {
            form.begin(registeredNames(), kind, address);
            turn(Panel.ADD);
        }
    }

    private Set<String> registeredNames() {
        return rows.stream().filter(DeviceRow::registered).map(DeviceRow::name).collect(Collectors.toSet());
    }

    void look() {
        if (!isBusy()) {
            turn(Panel.FIND);
        }
    }

    void chooseImport() {
        if (!isBusy()) {
            turn(Panel.IMPORT);
        }
    }

    void register() {
        if (!form.complete().get() || pending.get()) {
            return;
        }
        var name = form.nameProperty().get().strip();
        var kind = form.kindProperty().get();
        var address = form.readable().orElseThrow();
        chosen.set(Optional.empty());
        added = Optional.of(name);
        change(() -> task.add(name, kind, address));
    }

    void takeList() {
        var path = jposXml.get().strip();
        if (!path.isEmpty() && !pending.get()) {
            change(() -> task.take(path));
        }
    }

    /// Asks first.
    void forget() {
        registered().ifPresent(_ -> turn(Panel.FORGET));
    }

    void forgetNow() {
        registered().filter(_ -> panel.get() == Panel.FORGET).ifPresent(row -> change(() -> task.forget(row.name())));
    }

    private Optional<DeviceRow> registered() {
        return chosen.get().filter(row -> row.registered() && !isBusy());
    }

    void test() {
        chosen.get().filter(_ -> !isBusy()).ifPresent(row -> {
            turn(Panel.TEST);
            trial.begin(row);
        });
    }

    void teach() {
        chosen.get().filter(_ -> !isBusy()).ifPresent(row -> {
            turn(Panel.TEACH);
            teach.begin(row.address());
        });
    }

    /// Whether this kind has a wire to learn.
    static boolean isTaught(DeviceRow row) {
        return row.kind() == Kind.DRAWER && row.registered();
    }

    /// Back to what was before, without doing anything more.
    void back() {
        if (pending.get()) {
            return;
        }
        trial.stop();
        teach.stop();
        find.cancel();
        turn(chosen.get().isPresent() ? Panel.CARD : Panel.NOTHING);
        refresh.wanted();
    }

    private void turn(Panel to) {
        notice.set(Optional.empty());
        panel.set(to);
    }

    private void change(Supplier<Notice> change) {
        pending.set(true);
        background.run(
                change,
                told -> {
                    pending.set(false);
                    if (told.tone() == Notice.Tone.SUCCESS) {
                        turn(chosen.get().isPresent() ? Panel.CARD : Panel.NOTHING);
                    }
                    notice.set(Optional.of(told));
                    refresh.wanted();
                },
                broken -> {
                    pending.set(false);
                    tell(broken);
                });
    }

    private void tell(Notice told) {
        notice.set(Optional.of(told));
    }

    void close() {
        trial.stop();
        teach.stop();
        find.cancel();
    }
}
