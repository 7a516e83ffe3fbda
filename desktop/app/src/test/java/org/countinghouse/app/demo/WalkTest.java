package org.countinghouse.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.countinghouse.app.shell.Glass;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.ledger.report.ZReported;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.SampleShop;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WalkTest {
    private static final Path FOLDER = Path.of("target", "pictures");

    @ParameterizedTest
    @CsvSource({
        "BREAD_BASKET, ENGLISH, dara",
        "BREAD_BASKET, KHMER, dara",
        "PHNOM_PENH, ENGLISH, maly",
        "PHNOM_PENH, KHMER, maly"
    })
    void aShiftIsWorkedAndEveryScreenHasItsPicture(SampleShop shop, Language language, String who) {
        var station = SampleStation.of(shop);
        try (var glass = new Glass(station, language)) {
            var folder = FOLDER.resolve(shop.word() + "-" + language.code());
            List<Path> pictures = new Walk(glass.shell, station.shop, folder).run(who, station.pin(who));
            assertThat(pictures)
                    .hasSize(11)
                    .allSatisfy(picture -> assertThat(picture).isNotEmptyFile());
        }
        assertThat(station.desk.facts(ZReported.class)).hasSize(1);
    }
}
