package org.countinghouse.app.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
import org.countinghouse.app.shell.Theme;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.Texts;

/// Every setting with who said so, and those that are changed here.
public final class SettingsViewModel {
    private final Session session;
    private final StationSettings task;
    private final Background background;
    private final Sheet<Setting> sheet;
    private final StringProperty backups = new SimpleStringProperty("");
    private final StringProperty cloud = new SimpleStringProperty("");
    private final StringProperty code = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Notice>> told = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper(false);
    private boolean filled;

    public SettingsViewModel(Session session, StationSettings task, Background background) {
        this.session = session;
        this.task = task;
        this.background = background;
        Texts texts = session.texts();
        this.sheet = new Sheet<>(List.of(
                Column.words(
                        "name",
                        texts.text("settings.column.name"),
                        each -> texts.text("settings.station." + each.name())),
                Column.words("value", texts.text("settings.column.value"), each -> words(each, texts)),
                Column.words(
                        "origin",
                        texts.text("settings.column.origin"),
                        each -> texts.text("settings.origin." + each.origin().word())),
                Column.words(
                        "place",
                        texts.text("settings.column.place"),
                        each -> texts.text("settings.place." + each.place().word()))));
        refresh();
    }

    private static String words(Setting setting, Texts texts) {
        return setting.value().isEmpty() ? texts.text("settings.value.none") : setting.value();
    }

    Sheet<Setting> sheet() {
        return sheet;
    }

    /// The folder for second backups, as it is typed.
    StringProperty backupsProperty() {
        return backups;
    }

    StringProperty cloudProperty() {
        return cloud;
    }

    StringProperty codeProperty() {
        return code;
    }

    ReadOnlyObjectProperty<Optional<Notice>> toldProperty() {
        return told.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    private void refresh() {
        background.run(task::all, this::show, this::tell);
    }

    private void show(List<Setting> all) {
        sheet.setAll(all);
        if (!filled) {
            filled = true;
            backups.set(value(all, "backups"));
            cloud.set(value(all, "cloud"));
        }
    }

    private static String value(List<Setting> all, String name) {
        return all.stream()
                .filter(each -> each.name().equals(name))
                .map(Setting::value)
                .findFirst()
                .orElse("");
    }

    Theme theme() {
        return session.themeProperty().get();
    }

    /// At once, and kept.
    void wear(Theme theme) {
        session.themeProperty().set(theme);
        refresh();
    }

    Language language() {
        return session.language();
    }

    /// At once, and from the next start on. The page is drawn anew, so this comes last.
    void speak(Language language) {
        change(() -> task.speak(language), () -> session.languageProperty().set(language));
    }

    void backUpThere() {
        change(() -> task.backUpTo(backups.get()), () -> tellIfBehind("backups"));
    }

    void copyThere() {
        change(() -> task.copyTo(cloud.get(), code.get()), () -> {
            code.set("");
            tellIfBehind("cloud");
        });
    }

    /// What is kept here holds only where the command line says nothing else.
    private void tellIfBehind(String name) {
        if (sheet.shown().stream()
                .anyMatch(each -> each.name().equals(name) && each.origin() == Setting.Origin.COMMAND_LINE)) {
            tell(Notice.of(Notice.Tone.WARNING, "settings.station.behind"));
        }
    }

    private void change(Supplier<Notice> write, Runnable then) {
        if (pending.get()) {
            return;
        }
        pending.set(true);
        background.run(
                write,
                what -> {
                    tell(what);
                    refresh();
                    if (what.tone() == Notice.Tone.SUCCESS) {
                        then.run();
                    }
                },
                this::tell);
    }

    private void tell(Notice notice) {
        pending.set(false);
        told.set(Optional.of(notice));
    }
}
