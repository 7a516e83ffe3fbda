package org.countinghouse.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.StationFile;
import org.countinghouse.app.shell.Theme;
import org.countinghouse.resources.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsViewModelTest {
    @TempDir
    Path data;

    private final Session session = SampleStation.bakery().session("rose");
    private SettingsViewModel model;

    @BeforeEach
    void open() {
        var task = new StationSettings(
                data,
                kept -> List.of(
                        new Setting("theme", "light", Setting.Origin.DEFAULT, Setting.Place.HERE),
                        new Setting(
                                "cloud", kept.cloud().orElse(""), Setting.Origin.STATION_FILE, Setting.Place.HERE)));
        model = new SettingsViewModel(session, task, SampleStation.atOnce());
    }

    private String told() {
        return model.toldProperty().get().orElseThrow().key();
    }

    @Test
    void everyValueIsShownWithWhoSaidIt() {
        var columns = model.sheet().columns();
        var row = model.sheet().shown().getFirst();
        assertThat(columns.stream().map(column -> column.text().apply(row)))
                .containsExactly("Look", "light", "The program", "Here");
        assertThat(columns.get(1).text().apply(model.sheet().shown().getLast())).isEqualTo("none");
    }

    @Test
    void aLookHoldsAtOnce() {
        model.wear(Theme.DARK);
        assertThat(session.themeProperty().get()).isEqualTo(Theme.DARK);
    }

    @Test
    void aLanguageHoldsAtOnceAndAtTheNextStart() {
        model.speak(Language.KHMER);
        assertThat(session.language()).isEqualTo(Language.KHMER);
        assertThat(StationFile.in(data).language()).contains("km");
    }

    @Test
    void aSecondFolderMustBeThereToBeKept() {
        model.backupsProperty().set(data.resolve("no-such-folder").toString());
        model.backUpThere();
        assertThat(told()).isEqualTo("settings.station.backups.noFolder");
        assertThat(StationFile.in(data).backups()).isEmpty();
        model.backupsProperty().set(data.toString());
        model.backUpThere();
        assertThat(told()).isEqualTo("settings.station.kept");
        assertThat(StationFile.in(data).backups()).contains(data.toString());
    }

    @Test
    void aCloudIsKeptWithItsCodeWhichIsNotShownAgain() {
        model.cloudProperty().set("https://cloud.example.org");
        model.codeProperty().set("ABCD-1234");
        model.copyThere();
        assertThat(StationFile.in(data).code()).contains("ABCD-1234");
        assertThat(model.codeProperty().get()).isEmpty();
        model.cloudProperty().set("");
        model.copyThere();
        assertThat(StationFile.in(data).cloud()).isEmpty();
        assertThat(StationFile.in(data).code()).isEmpty();
    }

    @Test
    void anAddressThatIsNoneIsToldAndNotKept() {
        model.cloudProperty().set("cloud");
        model.copyThere();
        assertThat(told()).isEqualTo("firstrun.problem.cloud");
        assertThat(StationFile.in(data)).isEqualTo(StationFile.empty());
    }

    @Test
    void oneChangeLeavesTheOthers() {
        StationFile.empty().withBackups(Optional.of("/media/stick")).keepIn(data);
        model.speak(Language.KHMER);
        assertThat(StationFile.in(data).backups()).contains("/media/stick");
    }
}
