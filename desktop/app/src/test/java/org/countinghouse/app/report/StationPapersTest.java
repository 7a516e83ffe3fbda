package org.countinghouse.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.countinghouse.app.Station;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.OnPaper;
import org.countinghouse.app.shell.Papers.Printed;
import org.countinghouse.app.shell.ShopFile;
import org.countinghouse.app.shell.ShopScreens;
import org.countinghouse.app.shell.ShopTemplates;
import org.countinghouse.app.shell.Spool;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.PrintJob.Why;
import org.countinghouse.device.spi.PrinterPeer;
import org.countinghouse.device.spi.PrinterPeer.Scene;
import org.countinghouse.device.spi.SimulatedPeers;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.till.SaleLine;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.SampleShop;
import org.countinghouse.resources.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A station's slips on a simulated printer at the end of a real cable, and what goes wrong there.
class StationPapersTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    static Path data;

    @TempDir
    Path folder;

    private static Station station;
    private final AtomicLong nanos = new AtomicLong();
    private PrinterPeer peer;
    private CutCable cable;
    private Devices devices;
    private Spool spool;
    private StationPapers papers;
    private Entry sale;

    /// One for all: hashing its people's PINs takes longer than any slip.
    @BeforeAll
    static void openTheStation() {
        station = Station.open(data, () -> ShopFile.sample(SampleShop.PHNOM_PENH), Optional.empty(), Clock.systemUTC());
        give(new Command.OpenShift(
                station.till(), List.of(Cash.of(usd("100.00")), Cash.of(khr("0"))), Optional.empty()));
    }

    @AfterAll
    static void closeTheStation() {
        station.close();
    }

    @BeforeEach
    void open() throws IOException {
        peer = SimulatedPeers.find().orElseThrow().startPrinter("front", folder.resolve("paper"));
        cable = new CutCable(Integer.parseInt(peer.address().toString().replaceAll(".*:", "")));
        devices = ((Devices.Connection.Connected) Devices.open(DeviceAddress.of(cable.address()), LIMIT)).devices();
        spool = new Spool(devices.printer().orElseThrow(), nanos::get, OnPaper.in(folder.resolve("printed.txt")));
        papers = papers(spool);
        sale = sell();
    }

    @AfterEach
    void close() throws IOException {
        spool.close();
        devices.close();
        cable.close();
        peer.close();
        Files.deleteIfExists(data.resolve("receipt").resolve("receipt.txt"));
    }

    @Test
    void aReceiptComesOutOnceAndTheNextOneIsADuplicate() {
        assertThat(print()).isInstanceOf(Printed.Out.class);
        assertThat(print()).as("a double press").isInstanceOf(Printed.Out.class);
        assertThat(peer.printouts()).hasSize(1);
        assertThat(last()).doesNotContain("DUPLICATE");
        laterOn();
        assertThat(print()).isInstanceOf(Printed.Out.class);
        assertThat(peer.printouts()).hasSize(2);
        assertThat(last()).contains("DUPLICATE");
    }

    @Test
    void withoutPaperNothingIsPrintedAndTheNextTryIsNoDuplicate() {
        peer.play(Scene.PAPER_OUT);
        assertThat(((Printed.NotOut) print()).job().why()).isEqualTo(Why.OUT_OF_PAPER);
        told("device.printer.failed", "Out of paper");
        peer.play(Scene.PAPER_IN);
        peer.play(Scene.COVER_OPEN);
        assertThat(((Printed.NotOut) print()).job().why()).isEqualTo(Why.COVER_OPEN);
        told("device.printer.failed", "Cover open");
        peer.play(Scene.COVER_SHUT);
        assertThat(print()).isInstanceOf(Printed.Out.class);
        assertThat(peer.printouts()).hasSize(1);
        assertThat(last()).doesNotContain("DUPLICATE");
    }

    @Test
    void paperThatEndsInTheMiddleStopsTheSlipAndItsReprintSaysSo() {
        peer.paperEndsAfter(4);
        assertThat(((Printed.Stopped) print()).job().why()).isEqualTo(Why.OUT_OF_PAPER);
        told("device.print.stopped", "DUPLICATE");
        peer.play(Scene.PAPER_IN);
        laterOn();
        assertThat(print()).isInstanceOf(Printed.Out.class);
        assertThat(last()).contains("DUPLICATE");
    }

    @Test
    void aSilentPrinterIsGivenUpInTimeAndNoSaleWaitsForIt() {
        peer.play(Scene.DEAD);
        long start = System.nanoTime();
        var printing = CompletableFuture.supplyAsync(this::print);
        sell();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as("the sale").isLessThan(LIMIT);
        assertThat(((Printed.NotOut) printing.join()).job().why()).isEqualTo(Why.NO_ANSWER);
        told("device.printer.failed", "No answer");
        peer.play(Scene.ALIVE);
        assertThat(print()).isInstanceOf(Printed.Out.class);
        assertThat(last()).doesNotContain("DUPLICATE");
    }

    @Test
    void aCableCutInTheMiddleLeavesADoubtThatOutlivesTheStation() {
        cable.cutAfter(300);
        assertThat(print()).isInstanceOf(Printed.Unknown.class);
        told("device.print.unknown", "Look at the printer");

        spool.close();
        spool = new Spool(devices.printer().orElseThrow(), nanos::get, OnPaper.in(folder.resolve("printed.txt")));
        papers = papers(spool);
        assertThat(print()).isInstanceOf(Printed.Out.class);
        assertThat(last()).contains("DUPLICATE");
    }

    @Test
    void aShopsOwnLayoutIsPrintedAndOneWithAMistakeIsNot() throws IOException {
        Path own = Files.createDirectories(station.data().resolve("receipt"));
        Files.writeString(
                own.resolve("receipt.txt"), "centre large: Open daily 6 to 22\ncolumns: Paid | {total}\ncut\n");
        papers = papers(spool);
        assertThat(print()).isInstanceOf(Printed.Out.class);
        assertThat(last()).contains("Open daily 6 to 22", "Paid").doesNotContain("Thank you");

        Files.writeString(own.resolve("receipt.txt"), "centre: {totl}\n");
        papers = papers(spool);
        sale = sell();
        assertThat(print()).isInstanceOf(Printed.Out.class);
        assertThat(last()).contains("RECEIPT");
        assertThat(ShopTemplates.in(station.data()).notice()).map(Notice::key).hasValue("device.template.line");
    }

    @Test
    void aShopsOwnLayoutIsDrawnInEveryLanguage() throws IOException {
        Path own = Files.createDirectories(station.data().resolve("receipt"));
        Files.writeString(own.resolve("receipt.txt"), """
                centre large: {shop}
                centre: ផ្ទះលេខ 12 ផ្លូវ 240 · 012 345 678
                rule
                each lines
                  columns: {quantity} × {item} | {amount}
                end
                columns large: {@slip.total} | {total}
                ?columns: {@slip.change} | {change}
                rule
                qr: https://example.org/bread-basket | អរគុណ · Thank you
                cut
                """);
        papers = papers(spool);
        for (Language language : Language.values()) {
            sale = sell();
            assertThat(papers.slip(sale, language)).isInstanceOf(Printed.Out.class);
            Path picture = Path.of("target", "pictures", "states", "own-slip-" + language.code() + ".png");
            Files.createDirectories(picture.getParent());
            Files.write(picture, Files.readAllBytes(peer.printouts().getLast().image()));
        }
    }

    @Test
    void anXIsNewEachTimeAndOneThatTellsCashIsKnownAsSuch() {
        assertThat(papers.x(station.till(), true, Language.ENGLISH)).isInstanceOf(Printed.Out.class);
        laterOn();
        assertThat(papers.x(station.till(), false, Language.ENGLISH)).isInstanceOf(Printed.Out.class);
        assertThat(last()).doesNotContain("DUPLICATE");
        assertThat(spool.jobs()).extracting(Spool.Slot::tellsCash).containsExactly(true, false);
    }

    private StationPapers papers(Spool to) {
        return new StationPapers(
                ShopScreens.of(station.shop(), station.till(), station.shopCurrencies()),
                station.desk(),
                station.reader(),
                ShopTemplates.in(station.data()).templates(),
                Optional.of(to),
                PATIENCE,
                station.clock());
    }

    private Printed print() {
        return papers.slip(sale, Language.ENGLISH);
    }

    /// What the person is told of the last job, in both languages.
    private void told(String key, String english) {
        Notice notice = Printed.of(spool.jobs().getLast().job()).notice();
        assertThat(notice.key()).isEqualTo(key);
        assertThat(notice.in(Texts.load(Language.ENGLISH)))
                .contains(english, "RECEIPT " + sale.sequence(), "The entry is safe")
                .doesNotContain("{");
        assertThat(notice.in(Texts.load(Language.KHMER))).doesNotContain("{");
    }

    private String last() {
        return peer.printouts().getLast().text();
    }

    private void laterOn() {
        nanos.addAndGet(Duration.ofSeconds(3).toNanos());
    }

    private static Entry sell() {
        return give(new Command.Sell(
                station.till(),
                usd("3.50"),
                List.of(new SaleLine("baguette", 1, usd("3.50"))),
                List.of(),
                Optional.empty(),
                ""));
    }

    private static Entry give(Command command) {
        Answer answer = station.desk().perform(new Order(station.ids().next(), "dara", Optional.empty(), command));
        assertThat(answer).isInstanceOf(Answer.Done.class);
        return ((Answer.Done) answer).entries().getFirst();
    }

    private static Money usd(String amount) {
        return Money.parse(amount, station.currencies().apply("USD"));
    }

    private static Money khr(String amount) {
        return Money.parse(amount, station.currencies().apply("KHR"));
    }
}
