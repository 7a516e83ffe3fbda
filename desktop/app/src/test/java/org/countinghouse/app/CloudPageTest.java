package org.countinghouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Glass;
import org.countinghouse.app.shell.InEnglishAndKhmer;
import org.countinghouse.app.shell.OfficePage;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.app.sync.CloudCopy;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.SampleShop;

class CloudPageTest {
    private final SampleStation station = SampleStation.of(SampleShop.PHNOM_PENH);

    @InEnglishAndKhmer
    void whatTheCloudRefusedIsToldWithWhatToDo(Language language) {
        station.cloud = new CloudCopy.State.Stopped(CloudCopy.Why.REFUSED);
        station.cloudDetails = Optional.of(new CloudCopy.Details(
                "https://cloud.example.org",
                "till-1",
                41,
                "0a1b2c3d4e5f",
                3,
                Optional.of(Instant.parse("2026-11-21T08:00:00Z")),
                Optional.empty(),
                7,
                Optional.of("the station is not known"),
                Optional.of(Instant.parse("2026-11-21T09:30:00Z")),
                Optional.empty()));
        try (var glass = new Glass(station, language)) {
            glass.signIn("bopha");
            glass.await("#sameAsLast");
            glass.go(new Destination.Office(OfficePage.CLOUD), "#send");
            glass.press("#send");
            glass.until(() -> glass.find("#told") != null);
            glass.picture("cloud-refused-" + language.code());
            assertThat(glass.words()).anyMatch(word -> word.contains("the station is not known"));
            assertThat(glass.nameless()).isEmpty();
        }
    }
}
