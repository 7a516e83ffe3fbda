package org.countinghouse.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import javafx.stage.Stage;
import org.countinghouse.app.Counter;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.app.shell.Screen;
import org.countinghouse.app.shell.Shell;
import org.countinghouse.ledger.report.ZReported;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.SampleShop;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WalkTest {
    private static final Path FOLDER = Path.of("target", "pictures");

    @BeforeAll
    static void startTheToolkit() {
        Toolkit.start();
    }

    @Test
    void aShiftIsWorkedInEnglishAndEveryScreenHasItsPicture() {
        var station = SampleStation.bakery();
        assertThat(walk(station, Language.ENGLISH, "dara", "bakery-en")).hasSize(11);
        assertThat(station.desk.facts(ZReported.class)).hasSize(1);
    }

    @Test
    void aShiftIsWorkedInKhmerWithTwoCurrencies() {
        var station = SampleStation.of(SampleShop.PHNOM_PENH);
        assertThat(walk(station, Language.KHMER, "maly", "phnom-penh-km")).hasSize(11);
        assertThat(station.desk.facts(ZReported.class)).hasSize(1);
    }

    private static java.util.List<Path> walk(SampleStation station, Language language, String who, String folder) {
        var shell = CompletableFuture.supplyAsync(() -> open(station, language), new Screen())
                .join();
        return new Walk(shell, station.shop, FOLDER.resolve(folder)).run(who, station.pin(who));
    }

    private static Shell open(SampleStation station, Language language) {
        var shell = Counter.open(station.ports(Executors.newSingleThreadExecutor()), language);
        shell.show(new Stage());
        return shell;
    }
}
