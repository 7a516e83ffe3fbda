package org.countinghouse.app.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.countinghouse.app.Station;
import org.countinghouse.app.report.StationPapers;
import org.countinghouse.app.shell.CashMachines;
import org.countinghouse.app.shell.OnPaper;
import org.countinghouse.app.shell.Prints;
import org.countinghouse.app.shell.ShopFile;
import org.countinghouse.app.shell.ShopScreens;
import org.countinghouse.app.shell.Spool;
import org.countinghouse.app.shell.ToyPrinter;
import org.countinghouse.device.PrinterState;
import org.countinghouse.device.Printing;
import org.countinghouse.reports.Templates;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.SampleShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Slips by lines of a script.
class PrintScriptTest {
    private static final String DARA = "{\"command\":\"sign-in\",\"employee\":\"dara\",\"pin\":\"123456\"}\n";
    private static final String MALY = "{\"command\":\"sign-in\",\"employee\":\"maly\",\"pin\":\"246810\"}\n";
    private static final String JOBS = "{\"command\":\"print-jobs\",\"wait\":true}";

    @TempDir
    Path folder;

    private final ToyPrinter printer = new ToyPrinter();
    private final AtomicLong nanos = new AtomicLong();
    private final Spool spool = new Spool(printer, nanos::get, OnPaper.untilTheEnd());
    private Station station;
    private ScriptRun script;

    @BeforeEach
    void open() {
        station =
                Station.open(folder, () -> ShopFile.sample(SampleShop.PHNOM_PENH), Optional.empty(), Clock.systemUTC());
        var papers = new StationPapers(
                ShopScreens.of(station.shop(), station.till(), station.shopCurrencies()),
                station.desk(),
                station.reader(),
                Templates.brought(),
                Optional.of(spool),
                Duration.ZERO,
                station.clock());
        script = new ScriptRun(ScriptRun.workplace(
                station, CashMachines.NONE, new Prints(papers, Optional.of(spool), Language.ENGLISH)));
        script.lines(DARA + "{\"command\":\"open-shift\",\"amounts\":{\"USD\":\"100.00\",\"KHR\":\"0\"}}");
    }

    @AfterEach
    void close() {
        printer.letGo();
        spool.close();
        station.close();
    }

    @Test
    void aSlipIsPlacedListedTakenBackAndPrintedAgain() {
        printer.hold();
        String first = sell();
        JsonNode placed = script.reply(slip(first));
        assertThat(placed.get("ok").booleanValue()).isTrue();
        assertThat(placed.get("job").asInt()).isEqualTo(1);
        assertThat(placed.get("what").stringValue()).startsWith("RECEIPT ");
        assertThat(script.reply(slip(first)).get("job").asInt())
                .as("given twice it is one job")
                .isEqualTo(1);
        assertThat(script.reply(slip(sell())).get("state").stringValue()).isEqualTo("waiting");

        JsonNode taken = script.reply("{\"command\":\"print-cancel\",\"job\":2}");
        assertThat(taken.get("state").stringValue()).isEqualTo("cancelled");
        assertThat(script.reply("{\"command\":\"print-cancel\",\"job\":2}")
                        .get("ok")
                        .booleanValue())
                .as("taking back twice is harmless")
                .isTrue();
        printer.letGo();
        JsonNode jobs = script.reply(JOBS).get("jobs");
        assertThat(jobs).extracting(job -> job.get("state").stringValue()).containsExactly("printed", "cancelled");
        assertThat(jobs.get(1).get("why").stringValue()).isEqualTo("taken-back");
        assertThat(script.code("{\"command\":\"print-cancel\",\"job\":1}")).isEqualTo("print-job-ended");

        nanos.addAndGet(Duration.ofSeconds(3).toNanos());
        JsonNode again = script.reply("{\"command\":\"print-again\",\"job\":1}");
        assertThat(again.get("duplicate").booleanValue()).isTrue();
        assertThat(again.get("again").asInt()).isEqualTo(1);
        assertThat(script.reply("{\"command\":\"print-again\",\"job\":2}").has("duplicate"))
                .isFalse();
        script.lines(JOBS);
        assertThat(printer.printed()).hasSize(3);
        assertThat(printer.printed().get(1).asText(42)).contains("DUPLICATE");
        assertThat(printer.printed().get(2).asText(42)).doesNotContain("DUPLICATE");
    }

    @Test
    void whatBecameOfASlipIsToldWithItsReason() {
        printer.state = PrinterState.OUT_OF_PAPER;
        script.lines(slip(sell()));
        JsonNode refused = script.reply(JOBS).get("jobs").get(0);
        assertThat(refused.get("state").stringValue()).isEqualTo("refused");
        assertThat(refused.get("why").stringValue()).isEqualTo("out-of-paper");

        printer.state = PrinterState.READY;
        printer.answer = new Printing.Unknown("the cable was cut");
        script.lines(slip(sell()));
        JsonNode unknown = script.reply(JOBS).get("jobs").get(1);
        assertThat(unknown.get("state").stringValue()).isEqualTo("print-unknown");
        assertThat(unknown.get("reason").stringValue()).isEqualTo("the cable was cut");
    }

    @Test
    void twentyWaitAndTheNextIsRefused() {
        printer.hold();
        String code = "ok";
        for (int i = 0; i < 25 && code.equals("ok"); i++) {
            code = script.code(slip(sell()));
        }
        assertThat(code).isEqualTo("print-queue-full");
    }

    @Test
    void figuresOfAManagerAreNotPrintedAgainForWhoCountsBlind() {
        script.lines(MALY + "{\"command\":\"x-report\",\"print\":true}\n" + JOBS + "\n" + DARA);
        assertThat(script.code("{\"command\":\"print-again\",\"job\":1}")).isEqualTo("not-allowed");
        JsonNode own = script.reply("{\"command\":\"x-report\",\"print\":true}");
        assertThat(own.at("/print/job").asInt()).isEqualTo(2);
        script.lines(JOBS);
        nanos.addAndGet(Duration.ofSeconds(3).toNanos());
        assertThat(script.code("{\"command\":\"print-again\",\"job\":2}")).isEqualTo("ok");
        script.lines(JOBS);
        assertThat(printer.printed()).hasSize(3);
    }

    @Test
    void aCopyOfAZComesOutMarked() {
        sell();
        script.lines("""
                {"command":"count","amounts":{"USD":"103.50","KHR":"0"}}
                {"command":"close-shift","z":true}
                """);
        JsonNode copy = script.reply("{\"command\":\"z-report\",\"number\":1}");
        assertThat(copy.at("/print/ok").booleanValue()).as(copy.toString()).isTrue();
        script.lines(JOBS);
        assertThat(printer.printed().getFirst().asText(42)).contains("COPY");
    }

    @Test
    void whatCannotBePrintedIsRefusedWithItsReason() {
        String opening = script.reply("{\"command\":\"no-sale\",\"reason\":\"change\"}")
                .get("id")
                .stringValue();
        String signIn = script.reply(DARA).get("id").stringValue();
        assertThat(script.code(slip(opening))).isEqualTo("ok");
        assertThat(script.code(slip(signIn))).isEqualTo("no-slip");
        assertThat(script.code(slip("0192f0c8-7b1a-7c3e-9d52-3f1b2c4d5e6f"))).isEqualTo("entry-not-found");
        assertThat(script.code("{\"command\":\"print-slip\"}")).isEqualTo("missing-field");
        assertThat(script.code("{\"command\":\"print-again\",\"job\":99}")).isEqualTo("print-job-unknown");
        assertThat(script.code("{\"command\":\"print-cancel\",\"job\":99}")).isEqualTo("print-job-unknown");
        assertThat(script.code("{\"command\":\"print-cancel\",\"job\":\"1\"}")).isEqualTo("malformed");
        assertThat(script.code("{\"command\":\"training\",\"on\":true}\n" + JOBS))
                .isEqualTo("print-in-training");
        script.lines("{\"command\":\"sign-out\"}");
        assertThat(script.code(JOBS)).isEqualTo("not-signed-in");
        assertThat(new ScriptRun(station).code(DARA + slip(opening))).isEqualTo("no-printer");
    }

    private String sell() {
        return script.reply("{\"command\":\"sale\",\"total\":\"3.50\"}")
                .get("id")
                .stringValue();
    }

    private static String slip(String entry) {
        return "{\"command\":\"print-slip\",\"entry\":\"" + entry + "\"}";
    }
}
