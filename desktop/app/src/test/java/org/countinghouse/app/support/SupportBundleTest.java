package org.countinghouse.app.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.countinghouse.app.shell.StationFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What must never leave the shop is planted everywhere, and looked for in the bytes of the zip.
class SupportBundleTest {
    private static final String PIN_HASH = "c2FsdHNhbHRzYWx0c2FsdA==$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g=";
    private static final String KEY = "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC";
    private static final String CODE = "HUSH-7Q4K";
    private static final String CARD = "4111 1111 1111 1111";
    private static final String PHONE = "+855 12 345 678";
    private static final List<String> SECRETS = List.of(
            PIN_HASH,
            "aGFzaGhhc2hoYXNo",
            KEY,
            "INTuctv5E1hK1bbY8fdp",
            CODE,
            CARD,
            "4111111111111111",
            "246810",
            PHONE,
            "sok@example.org",
            "letmein99",
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");

    private static final String LOG = """
        2026-11-26 13:00:00.120 WARN  GuardedPins: a wrong PIN is counted until the station is closed
        2026-11-26 13:00:01.000 ERROR HashedPins: stored is %s
        2026-11-26 13:00:02.000 ERROR CloudLine: refused, code=%s at https://owner:letmein99@cloud.example.org
        2026-11-26 13:00:03.000 WARN  Script: {"command":"sign-in","employee":"dara","pin":"246810"}
        2026-11-26 13:00:04.000 WARN  Sale: paid by %s, also 4111111111111111, by sok@example.org, %s
        2026-11-26 13:00:05.000 ERROR StationKey: %s
        2026-11-26 13:00:06.000 ERROR Background: the screen's work failed, reference 0192f0c8
        2026-11-26 13:00:07.000 ERROR Journal: head 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
        java.lang.IllegalStateException: org.countinghouse.replicator.ReplicationStatusListener was not there
        """.formatted(PIN_HASH, CODE, CARD, PHONE, KEY);

    @TempDir
    Path data;

    @BeforeEach
    void plant() throws IOException {
        Files.createDirectories(data.resolve("logs"));
        Files.writeString(data.resolve("logs/station.log"), LOG);
        Files.writeString(data.resolve("station.key"), KEY + "\n" + KEY.substring(10) + "\n");
        Files.writeString(data.resolve("ledger.db"), "receipts of customers");
        Files.writeString(data.resolve("count-drafts.json"), "a count");
        StationFile.empty()
                .withCloud(Optional.of("https://cloud.example.org"), Optional.of(CODE))
                .keepIn(data);
    }

    private List<SupportBundle.Page> pages() {
        return List.of(
                new SupportBundle.Page("settings.txt", "cloud = https://cloud.example.org, enrolled with " + CODE),
                new SupportBundle.Page("devices.txt", "printer tcp://192.168.1.40, token: " + KEY));
    }

    private String zipped(SupportBundle bundle) throws IOException {
        Path file = data.resolve("bundle.zip");
        bundle.save(bundle.preview(), file);
        var text = new StringBuilder();
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                text.append(entry.getName()).append('\n').append(new String(zip.readAllBytes(), UTF_8));
            }
        }
        return text.toString();
    }

    private static List<String> leaks(String text) {
        var found = new ArrayList<>(SECRETS);
        found.removeIf(secret -> !text.contains(secret));
        return found;
    }

    @Test
    void noPlantedSecretIsInTheZip() throws IOException {
        assertThat(leaks(zipped(new SupportBundle(data, this::pages)))).isEmpty();
    }

    /// Without it the test above would prove nothing.
    @Test
    void anUnredactedBundleIsCaught() throws IOException {
        assertThat(leaks(zipped(new SupportBundle(data, this::pages, false))))
                .containsExactlyInAnyOrderElementsOf(SECRETS);
    }

    @Test
    void whatALogIsReadForStays() throws IOException {
        assertThat(zipped(new SupportBundle(data, this::pages)))
                .contains(
                        "2026-11-26 13:00:00.120 WARN  GuardedPins: a wrong PIN is counted",
                        "reference 0192f0c8",
                        "org.countinghouse.replicator.ReplicationStatusListener was not there",
                        "printer tcp://192.168.1.40",
                        "https://" + Redaction.GONE + "@cloud.example.org");
    }

    @Test
    void theLedgerTheKeyAndTheDraftsNeverGoIn() throws IOException {
        assertThat(new SupportBundle(data, this::pages).preview())
                .extracting(SupportBundle.Part::name)
                .containsExactly("settings.txt", "devices.txt", "logs/station.log");
        assertThat(zipped(new SupportBundle(data, this::pages))).doesNotContain("receipts", "a count");
    }

    @Test
    void whatIsSavedIsWhatWasShown() throws IOException {
        var bundle = new SupportBundle(data, this::pages);
        var shown = bundle.preview();
        Files.writeString(data.resolve("logs/station.log"), "something else");
        bundle.save(shown, data.resolve("kept.zip"));
        try (var zip = new ZipInputStream(Files.newInputStream(data.resolve("kept.zip")))) {
            zip.getNextEntry();
            zip.getNextEntry();
            zip.getNextEntry();
            assertThat(zip.readAllBytes()).isEqualTo(shown.getLast().content());
        }
    }

    @Test
    void aLargeLogGoesInFromItsEndByWholeLines() throws IOException {
        var line = "2026-11-26 13:00:00.000 WARN  Printer: the paper is out, number %06d\n";
        var log = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            log.append(line.formatted(i));
        }
        Files.writeString(data.resolve("logs/station.log"), log);
        var part = new SupportBundle(data, this::pages).preview().getLast();
        assertThat(part.content().length).isLessThanOrEqualTo(SupportBundle.LARGEST_LOG_BYTES);
        assertThat(new String(part.content(), UTF_8)).startsWith("2026-11-26").endsWith("number 019999\n");
    }

    @Test
    void allOfItStaysBelowTheCap() {
        var huge = "x ".repeat(SupportBundle.LARGEST_BYTES);
        var all = new SupportBundle(data, () -> List.of(new SupportBundle.Page("devices.txt", huge))).preview();
        assertThat(all.stream().mapToLong(part -> part.content().length).sum())
                .isLessThanOrEqualTo(SupportBundle.LARGEST_BYTES);
    }
}
