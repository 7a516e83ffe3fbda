package org.countinghouse.app.script;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import java.util.zip.ZipFile;
import org.countinghouse.app.Station;
import org.countinghouse.app.report.StationPapers;
import org.countinghouse.app.report.Workbooks;
import org.countinghouse.app.shell.CashMachines;
import org.countinghouse.app.shell.OnPaper;
import org.countinghouse.app.shell.Prints;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.app.shell.ShopFile;
import org.countinghouse.app.shell.ShopScreens;
import org.countinghouse.app.shell.Spool;
import org.countinghouse.device.PrinterState;
import org.countinghouse.device.Printing;
import org.countinghouse.device.ReceiptPrinter;
import org.countinghouse.device.Slip;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.reports.Templates;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.SampleShop;

/// A random day of a cashier who reads everything there is to read: replies, slips, what the program prints, and
/// every file of the data folder but the ledger itself and the keys. Amounts are large and odd, so that a hit is
/// no coincidence. The expected amounts are kept beside the station, not asked of it.
final class BlindDay implements AutoCloseable {
    enum Source {
        REPLY,
        SLIP,
        PRINTED,
        FILE
    }

    /// What of somebody's reading a leaky variant would add.
    record Leak(Source in, BinaryOperator<String> spoil) {}

    private static final String DARA = "{\"command\":\"sign-in\",\"employee\":\"dara\",\"pin\":\"123456\"}";
    private static final String MALY = "{\"command\":\"sign-in\",\"employee\":\"maly\",\"pin\":\"246810\"}";

    private static final Set<String> HAVE_SLIPS = Set.of(
            "sale-made", "refund-made", "paid-in", "paid-out", "no-sale", "safe-dropped", "float-loaned", "z-reported");
    private static final String NOT_APPROVED = "{\"command\":\"paid-out\",\"amount\":\"1\",\"reason\":\"milk\","
            + "\"approver\":\"maly\",\"approverPin\":\"1\"}";

    private final SplittableRandom chance;
    private final Optional<Leak> leak;
    private final Station station;
    private final Shop shop;
    private final Spool spool;
    private final StationPapers papers;
    private final Path reports;
    private final Workbooks workbooks;
    private final ScriptRun script;
    private final List<String> slips = new ArrayList<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream err = System.err;
    private final PrintStream out = System.out;
    private final Map<Currency, Money> expected = new LinkedHashMap<>();
    private final List<String> found = new ArrayList<>();
    private long reported;
    private long nanos;
    private String lastSale = "";

    BlindDay(Path folder, long seed, Optional<Leak> leak) {
        var capture = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setErr(capture);
        System.setOut(capture);
        this.chance = new SplittableRandom(seed);
        this.leak = leak;
        var sample = seed % 2 == 0 ? SampleShop.BREAD_BASKET : SampleShop.PHNOM_PENH;
        this.station = Station.open(folder, () -> ShopFile.sample(sample), Optional.empty(), Clock.systemUTC());
        this.shop = ShopScreens.of(station.shop(), station.till(), station.shopCurrencies());
        this.spool = new Spool(new Roll(), this::later, OnPaper.untilTheEnd());
        this.papers = new StationPapers(
                shop,
                station.desk(),
                station.reader(),
                Templates.brought(),
                Optional.of(spool),
                StationPapers.PATIENCE,
                station.clock());
        this.reports = folder.resolve("reports");
        this.workbooks = new Workbooks(station.desk(), papers, reports, "test", Language.ENGLISH);
        var prints = new Prints(papers, Optional.of(spool), Language.ENGLISH);
        this.script = new ScriptRun(ScriptRun.workplace(station, CashMachines.NONE, prints));
    }

    /// Nothing is asked for twice by the same press.
    private synchronized long later() {
        return nanos += 10_000_000_000L;
    }

    /// Yesterday is closed, so that there are papers; today is worked up to the sealed count.
    ///
    /// @param first lines of a manager before the day begins
    /// @return where the expected amount was read before the seal
    List<String> work(String first) {
        script.lines(MALY + "\n" + first);
        yesterday();
        open();
        trade();
        read(Source.REPLY, script.lines(NOT_APPROVED));
        int steps = 6 + chance.nextInt(10);
        for (int step = 0; step < steps; step++) {
            trade();
            readEverything();
        }
        read(Source.REPLY, script.lines("{\"command\":\"count\",\"amounts\":" + amounts(true) + "}"));
        return found;
    }

    /// What the close tells, once the count is sealed.
    boolean closeTells() {
        String reply = String.join("\n", script.lines("{\"command\":\"close-shift\"}"));
        return expected.values().stream().allMatch(amount -> Spellings.say(reply, amount));
    }

    private void yesterday() {
        shop.currencies().forEach(currency -> expected.put(currency, odd(currency, 100_000, 900_000)));
        script.lines(DARA);
        script.lines("{\"command\":\"open-shift\",\"amounts\":" + amounts(false) + "}");
        trade();
        script.lines("{\"command\":\"count\",\"amounts\":" + amounts(false) + "}");
        script.lines("{\"command\":\"close-shift\",\"z\":true}");
        write();
    }

    private void write() {
        workbooks.afterCommit(station.desk().entries(reported, 10_000));
        reported = station.reader().lastSequence();
    }

    private void open() {
        shop.currencies().forEach(currency -> expected.put(currency, odd(currency, 1_000_000, 9_000_000)));
        script.lines("{\"command\":\"open-shift\",\"amounts\":" + amounts(false) + "}");
    }

    /// One sale in each currency, so that nothing expected is what was opened with, and something else.
    private void trade() {
        for (Currency currency : shop.currencies()) {
            Money total = odd(currency, 100, 90_000);
            lastSale = station.ids().next().toString();
            move(total, "{\"command\":\"sale\",\"total\":\"%s\",\"id\":\"" + lastSale + "\"}");
        }
        Currency currency =
                shop.currencies().get(chance.nextInt(shop.currencies().size()));
        Money amount = odd(currency, 100, 9_000);
        switch (chance.nextInt(7)) {
            case 0 -> move(amount.negated(), "{\"command\":\"paid-out\",\"amount\":\"%s\",\"reason\":\"milk\"}");
            case 1 -> move(amount, "{\"command\":\"paid-in\",\"amount\":\"%s\",\"reason\":\"found\"}");
            case 2 -> move(amount.negated(), "{\"command\":\"safe-drop\",\"amount\":\"%s\",\"bag\":\"17\"}");
            case 3 -> move(amount, "{\"command\":\"float-loan\",\"amount\":\"%s\"}");
            case 4 -> move(amount.negated(), "{\"command\":\"refund\",\"amount\":\"%s\",\"reason\":\"stale\"}");
            case 5 ->
                told("{\"command\":\"sale\",\"total\":\"" + spelt(amount) + "\",\"tenders\":[{\"tender\":\"card\","
                        + "\"amount\":\"" + spelt(amount) + "\"}]}");
            default -> told("{\"command\":\"no-sale\",\"reason\":\"change\"}");
        }
    }

    private void move(Money amount, String command) {
        expected.merge(amount.currency(), amount, Money::plus);
        told(command.formatted(spelt(amount.absolute())));
    }

    private void told(String command) {
        var replies = script.lines(command);
        if (!replies.getLast().contains("\"ok\":true")) {
            throw new AssertionError(command + " was answered " + replies);
        }
        if (reported > 0) {
            read(Source.REPLY, replies);
        }
    }

    /// Everything a cashier can ask without moving cash.
    private void readEverything() {
        read(Source.REPLY, script.lines("""
                {"command":"expected"}
                {"command":"balance"}
                {"command":"balance","account":"till/"}
                {"command":"ledger"}
                {"command":"ledger","after":3,"limit":1000}
                {"command":"verify"}
                {"command":"x-report"}
                {"command":"x-report","till":"2"}
                {"command":"z-report"}
                {"command":"z-report","number":1}
                {"command":"close-shift"}
                {"command":"close-shift","z":true}
                {"command":"open-shift","amounts":{}}
                {"command":"count","counts":{"XXX":{"7":1}}}
                {"command":"count","amounts":{}}
                {"command":"safe-drop","amount":"0"}
                {"command":"hand-over","to":"maly","amounts":{}}
                {"command":"recount","amounts":{},"reason":"look"}
                {"command":"take-over","amounts":{}}
                {"command":"advise-change","amount":"1"}
                {"command":"count-safe","amounts":{}}
                {"command":"count-machine","amounts":{}}
                {"command":"sale","total":"1","tenders":[{"tender":"cash","amount":"0"}]}
                {"command":"refund","amount":"99999999","reason":"x","sale":"%s"}
                {"command":"refund","amount":"1","reason":"x","sale":"0192f0c8-7b1a-7c3e-9d52-3f1b2c4d5e6f"}
                {"command":"sale","total":"1","id":"%s"}
                {"command":"x-report","print":true}
                {"command":"z-report","number":1}
                {"command":"print-slip","entry":"%s"}
                {"command":"print-jobs","wait":true}
                {"command":"print-again","job":1}
                {"command":"print-cancel","job":1}
                {"command":"print-jobs","wait":true}
                {"command":"unlock","employee":"dara"}
                {"command":"dance"}
                nonsense
                """.formatted(lastSale, lastSale, lastSale)));
        for (Entry entry : station.desk().entries(Math.max(0, station.reader().lastSequence() - 12), 12)) {
            if (HAVE_SLIPS.contains(entry.fact().kind())) {
                papers.slip(entry, Language.ENGLISH);
            }
        }
        papers.x(station.till(), false, Language.ENGLISH);
        read(Source.SLIP, slips);
        slips.clear();
        write();
        read(Source.PRINTED, List.of(printed.toString(StandardCharsets.UTF_8)));
        read(Source.FILE, files());
    }

    private void read(Source source, List<String> texts) {
        for (String text : texts) {
            for (Money amount : expected.values()) {
                String seen = leak.filter(each -> each.in() == source)
                        .map(each -> each.spoil().apply(text, amount.decimal()))
                        .orElse(text);
                if (Spellings.say(seen, amount)) {
                    found.add(source + " says " + amount + ": "
                            + seen.lines().limit(3).toList());
                }
            }
        }
    }

    /// What lies in the data folder beside the ledger; a workbook is looked into.
    private List<String> files() {
        try (var all = Files.walk(station.data())) {
            var texts = new ArrayList<String>();
            for (Path file : all.filter(Files::isRegularFile)
                    .filter(BlindDay::isForACashier)
                    .toList()) {
                texts.addAll(file.toString().endsWith(".xlsx") ? sheets(file) : List.of(text(file)));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isForACashier(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith("ledger.db") && !name.contains("key");
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }

    private static List<String> sheets(Path workbook) throws IOException {
        var sheets = new ArrayList<String>();
        try (var zip = new ZipFile(workbook.toFile())) {
            for (var entry : zip.stream().toList()) {
                sheets.add(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return sheets;
    }

    private Money odd(Currency currency, int least, int most) {
        long step = currency.cashStep();
        return currency.of((chance.nextInt(least, most) * 10L + 7) / step * step);
    }

    private static String spelt(Money amount) {
        return amount.decimal() + " " + amount.currency().code();
    }

    /// @param counted what a person counts, which is not what is expected
    private String amounts(boolean counted) {
        var all = new ArrayList<String>();
        expected.forEach((currency, amount) -> all.add("\"" + currency.code() + "\":\""
                + (counted ? amount.minus(currency.of(currency.cashStep())) : amount).decimal() + "\""));
        return "{" + String.join(",", all) + "}";
    }

    @Override
    public void close() {
        spool.close();
        station.close();
        System.setErr(err);
        System.setOut(out);
    }

    /// A printer whose paper can be read.
    private final class Roll implements ReceiptPrinter {
        @Override
        public String name() {
            return "roll";
        }

        @Override
        public int columns() {
            return 42;
        }

        @Override
        public PrinterState state() {
            return PrinterState.READY;
        }

        @Override
        public Printing print(Slip slip) {
            slips.add(slip.asText(columns()));
            return new Printing.Printed();
        }
    }
}
