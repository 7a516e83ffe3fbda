package org.countinghouse.app.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.countinghouse.app.Station;
import org.countinghouse.app.shell.ShopFile;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.report.Line;
import org.countinghouse.resources.SampleShop;
import org.countinghouse.store.Verification;
import org.countinghouse.store.Verifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The sample shop's dara is a cashier, maly a manager, rose the owner.
class PeopleScriptTest {
    private static final String DARA = """
            {"command":"sign-in","employee":"dara","pin":"123456"}
            """;
    private static final String MALY = """
            {"command":"sign-in","employee":"maly","pin":"246810"}
            """;
    private static final String OPEN = """
            {"command":"open-shift","amounts":{"GBP":"200.00"}}
            """;

    @TempDir
    Path folder;

    private Station station;
    private ScriptRun script;

    @BeforeEach
    void open() {
        station = Station.open(
                folder, () -> ShopFile.sample(SampleShop.BREAD_BASKET), Optional.empty(), Clock.systemUTC());
        script = new ScriptRun(station);
    }

    @AfterEach
    void close() {
        station.close();
    }

    @ParameterizedTest(name = "{0}: cashier {1}, manager {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"command\":\"expected\"}                                     | not-allowed | ok",
                "{\"command\":\"balance\"}                                      | not-allowed | ok",
                "{\"command\":\"ledger\"}                                       | not-allowed | ok",
                "{\"command\":\"verify\"}                                       | not-allowed | ok",
                "{\"command\":\"x-report\"}                                     | ok          | ok",
                "{\"command\":\"z-report\",\"number\":7}                        | z-not-found | z-not-found",
                "{\"command\":\"bank-deposit\",\"amount\":\"1.00\",\"slip\":\"4711\"} | not-allowed | ok",
                "{\"command\":\"unlock\",\"employee\":\"rose\"}                 | not-allowed | ok",
                "{\"command\":\"person-left\",\"employee\":\"rose\"}            | not-allowed | not-allowed",
                "{\"command\":\"set-pin\",\"employee\":\"rose\",\"pin\":\"1234\"} | not-allowed | not-allowed"
            })
    void readingAndDecidingAskWhoReads(String command, String cashier, String manager) {
        script.lines(DARA + OPEN);
        assertThat(script.code(command)).isEqualTo(cashier);
        assertThat(script.code(MALY + command)).isEqualTo(manager);
    }

    @Test
    void nobodyReadsUnsigned() {
        for (String verb : List.of("expected", "balance", "ledger", "verify", "x-report", "set-pin", "training")) {
            assertThat(script.code("{\"command\":\"" + verb + "\"}")).isEqualTo("not-signed-in");
        }
    }

    @Test
    void eachEntryStandsUnderWhoSwitchedIn() {
        script.lines(DARA + OPEN + "{\"command\":\"sale\",\"total\":\"1.00\"}\n" + MALY
                + "{\"command\":\"sale\",\"total\":\"2.00\"}\n" + DARA + "{\"command\":\"sale\",\"total\":\"3.00\"}");
        assertThat(entries("sale-made")).extracting(Entry::actor).containsExactly("dara", "maly", "dara");
        assertThat(entries("signed-in")).extracting(Entry::actor).containsExactly("dara", "maly", "dara");
    }

    @Test
    void signingOutIsAnEntryAndLeavesTheCounterEmpty() {
        script.lines(DARA + "{\"command\":\"sign-out\"}");
        assertThat(entries("signed-out")).hasSize(1);
        assertThat(script.code("{\"command\":\"expected\"}")).isEqualTo("not-signed-in");
    }

    @Test
    void somebodyNewWorksOnceAPinIsSet() {
        script.lines(MALY + """
            {"command":"add-person","employee":"tom","name":"Tom","role":"cashier"}
            """);
        assertThat(script.code("{\"command\":\"sign-in\",\"employee\":\"tom\",\"pin\":\"\"}"))
                .isEqualTo("wrong-pin");
        assertThat(script.code("{\"command\":\"set-pin\",\"employee\":\"tom\",\"pin\":\"4711\"}"))
                .isEqualTo("ok");
        assertThat(script.code("{\"command\":\"sign-in\",\"employee\":\"tom\",\"pin\":\"4711\"}"))
                .isEqualTo("ok");
    }

    @Test
    void onesOwnPinNeedsTheOldOneAndNoPinIsInTheJournal() {
        assertThat(script.code(DARA + "{\"command\":\"set-pin\",\"pin\":\"904817\"}"))
                .isEqualTo("missing-field");
        assertThat(script.code("{\"command\":\"set-pin\",\"pin\":\"904817\",\"oldPin\":\"000000\"}"))
                .isEqualTo("pin-refused");
        assertThat(script.code("{\"command\":\"set-pin\",\"pin\":\"904817\",\"oldPin\":\"123456\"}"))
                .isEqualTo("ok");
        assertThat(script.code(DARA)).isEqualTo("wrong-pin");
        assertThat(script.code("{\"command\":\"sign-in\",\"employee\":\"dara\",\"pin\":\"904817\"}"))
                .isEqualTo("ok");
        assertThat(entries("pin-changed")).hasSize(1);
        assertThat(station.reader().links(0, 1_000))
                .noneMatch(link -> link.body().contains("904817"));
    }

    @ParameterizedTest
    @CsvSource({"123", "1234567890123", "12a4", "'1234 '", "\u0661\u0662\u0663\u0664"})
    void whatIsNoPinIsNotSet(String pin) {
        assertThat(script.code(MALY + "{\"command\":\"set-pin\",\"employee\":\"dara\",\"pin\":\"" + pin + "\"}"))
                .isEqualTo("not-a-pin");
        assertThat(script.code(DARA)).isEqualTo("ok");
    }

    @Test
    void aPermissionIsGrantedAndWithdrawnByAnEntry() {
        script.lines(MALY + """
            {"command":"permission","employee":"dara","verb":"read-expected","allowed":true}
            {"command":"permission","employee":"dara","verb":"no-sale","allowed":false}
            """ + DARA + OPEN);
        assertThat(script.code("{\"command\":\"expected\"}")).isEqualTo("ok");
        assertThat(script.code("{\"command\":\"no-sale\",\"reason\":\"change\"}"))
                .isEqualTo("not-allowed");
        assertThat(entries("permission-changed")).hasSize(2);
        assertThat(script.code(MALY + "{\"command\":\"permission\",\"employee\":\"dara\",\"verb\":\"fly\"}"))
                .isEqualTo("malformed");
        assertThat(script.code("{\"command\":\"permission\",\"employee\":\"dara\",\"verb\":\"sell\"}"))
                .isEqualTo("missing-field");
    }

    @Test
    void wrongPinsLockOnePersonOutAndAManagerUnlocks() {
        String wrong = """
            {"command":"sign-in","employee":"dara","pin":"000000"}
            """;
        var first = script.reply(wrong);
        assertThat(first.get("triesLeft").intValue()).isEqualTo(4);
        assertThat(script.code(wrong + wrong + wrong + wrong)).isEqualTo("locked-out");
        assertThat(script.code(DARA)).isEqualTo("locked-out");
        assertThat(script.code(MALY)).isEqualTo("ok");
        assertThat(script.code("{\"command\":\"unlock\",\"employee\":\"dara\"}"))
                .isEqualTo("ok");
        assertThat(script.code(DARA)).isEqualTo("ok");
    }

    @Test
    void whoStandsByToApproveProvesIt() {
        script.lines(DARA + OPEN);
        String out = """
            {"command":"paid-out","amount":"5.00","reason":"milk","approver":"maly","approverPin":"%s"}
            """;
        assertThat(script.code(out.formatted("999999"))).isEqualTo("pin-refused");
        assertThat(entries("paid-out")).isEmpty();
        assertThat(entries("sign-in-refused")).hasSize(1);
        assertThat(script.code(out.formatted("246810"))).isEqualTo("ok");
        assertThat(entries("paid-out").getFirst().approver()).hasValue("maly");
        assertThat(entries("paid-out").getFirst().actor()).isEqualTo("dara");
    }

    @Test
    void nobodyIsNamedAsApproverUnproven() {
        for (String verb :
                List.of("\"paid-out\",\"amount\":\"5.00\",\"reason\":\"milk\"", "\"training\",\"on\":true")) {
            script.lines(DARA + OPEN);
            assertThat(script.code("{\"command\":" + verb + ",\"approver\":\"maly\"}"))
                    .isEqualTo("missing-field");
        }
        script.lines("{\"command\":\"sign-out\",\"approver\":\"maly\"}");
        assertThat(station.reader().entries(0, 1_000))
                .noneMatch(entry -> entry.approver().isPresent());
    }

    /// The id of any entry makes an order a repetition, which is answered well and must change nothing.
    @Test
    void anIdGivenBeforeSetsNoPinAndTrainsNobody() {
        String id = script.reply(DARA).get("id").stringValue();
        script.lines("{\"command\":\"set-pin\",\"employee\":\"maly\",\"pin\":\"1111\",\"id\":\"" + id + "\"}");
        script.lines("{\"command\":\"training\",\"on\":true,\"id\":\"" + id + "\"}");
        assertThat(script.reply(OPEN).has("training")).isFalse();
        assertThat(script.code("{\"command\":\"sign-in\",\"employee\":\"maly\",\"pin\":\"1111\"}"))
                .isEqualTo("wrong-pin");
        assertThat(script.code(MALY)).isEqualTo("ok");
    }

    @Test
    void theLockOutHoldsForWhoApprovesToo() {
        script.lines(DARA + OPEN);
        String out = """
            {"command":"paid-out","amount":"5.00","reason":"milk","approver":"maly","approverPin":"999999"}
            """;
        assertThat(script.code(out.repeat(5))).isEqualTo("locked-out");
        assertThat(script.code(MALY)).isEqualTo("locked-out");
        assertThat(script.code("{\"command\":\"paid-out\",\"amount\":\"5.00\",\"reason\":\"milk\"}"))
                .isEqualTo("ok");
    }

    @Test
    void aCardNumberIsRefusedAndNotRepeated() {
        script.lines(DARA + OPEN);
        var reply = script.reply("""
            {"command":"paid-out","amount":"5.00","reason":"milk","note":"4111 1111 1111 1111"}
            """);
        assertThat(reply.at("/error/code").stringValue()).isEqualTo("card-number");
        assertThat(reply.toString()).doesNotContain("4111");
        assertThat(entries("paid-out")).isEmpty();
    }

    @Test
    void aWholeShiftIsPractisedAndMovesNothing() {
        script.lines(DARA + OPEN + "{\"command\":\"sale\",\"total\":\"35.50\"}");
        var before = station.desk().ask(books -> books.snapshot());
        var replies = script.replies("""
            {"command":"training","on":true}
            {"command":"open-shift","amounts":{"GBP":"100.00"}}
            {"command":"sale","total":"7.00","id":"0192f0c8-7b1a-7c3e-9d52-3f1b2c4d5e6f"}
            {"command":"sale","total":"7.00","id":"0192f0c8-7b1a-7c3e-9d52-3f1b2c4d5e6f"}
            {"command":"refund","amount":"2.00","reason":"stale","sale":"0192f0c8-7b1a-7c3e-9d52-3f1b2c4d5e6f"}
            {"command":"safe-drop","amount":"50.00","bag":"17"}
            {"command":"x-report"}
            {"command":"count","amounts":{"GBP":"54.00"}}
            {"command":"close-shift","z":true}
            """);
        assertThat(replies).allMatch(reply -> reply.get("ok").booleanValue());
        assertThat(replies).allMatch(reply -> reply.get("training").booleanValue());
        assertThat(replies.get(3).get("repeated").booleanValue()).isTrue();
        assertThat(replies.getLast().at("/counts/0/expected").stringValue()).isEqualTo("55.00");
        assertThat(replies.getLast().at("/counts/0/word").stringValue()).isEqualTo("short");
        assertThat(script.code("{\"command\":\"training\",\"on\":false}")).isEqualTo("ok");

        var after = station.desk().ask(books -> books.snapshot());
        assertThat(after.balances()).isEqualTo(before.balances());
        assertThat(after.stock()).isEqualTo(before.stock());
        assertThat(after.shifts()).isEqualTo(before.shifts());
        assertThat(after.tills()).isEqualTo(before.tills());
        assertThat(after.figures().stream()
                        .filter(figure -> figure.sum().line() != Line.TRAINING)
                        .toList())
                .isEqualTo(before.figures());
        var practised = entries("training-done");
        assertThat(practised)
                .allMatch(entry -> entry.fact().postings().isEmpty()
                        && entry.fact().pieces().isEmpty());
        assertThat(practised).hasSize(9);
        long times = station.desk()
                .ask(books -> books.figures(
                                books.openShift(station.till()).orElseThrow().id())
                        .times(Line.TRAINING));
        assertThat(times).isEqualTo(9);
        assertThat(new Verifier(station.data(), station.currencies(), _ -> {}).verify())
                .isInstanceOf(Verification.Whole.class);
    }

    @Test
    void practiceBeginsWithNoCashSoThatItTellsNothingOfTheRealTill() {
        script.lines(DARA + OPEN + "{\"command\":\"sale\",\"total\":\"35.51\"}");
        script.lines("{\"command\":\"training\",\"on\":true}");
        assertThat(script.code("{\"command\":\"count\",\"amounts\":{\"GBP\":\"1.00\"}}"))
                .isEqualTo("no-open-shift");
        assertThat(script.lines(OPEN + "{\"command\":\"x-report\"}").toString()).doesNotContain("35.51", "3551", "235");
    }

    @Test
    void aParkedShiftThatIsNotCountedKeepsItsFiguresHidden() {
        var x = script.reply(DARA + OPEN + """
            {"command":"sale","total":"35.51"}
            {"command":"park-shift"}
            {"command":"x-report"}
            """);
        assertThat(x.get("ok").booleanValue()).isTrue();
        assertThat(x.toString()).doesNotContain("3551").doesNotContain("grandTotals");
    }

    @Test
    void oneTrainsWhileAnotherTrades() {
        script.lines(DARA + OPEN + "{\"command\":\"training\",\"on\":true}\n" + OPEN);
        script.lines(MALY + "{\"command\":\"sale\",\"total\":\"2.00\"}");
        assertThat(entries("sale-made")).hasSize(1);
        script.lines(DARA + "{\"command\":\"sale\",\"total\":\"3.00\"}");
        assertThat(entries("sale-made")).hasSize(1);
        script.lines("{\"command\":\"sign-out\"}\n" + DARA + "{\"command\":\"sale\",\"total\":\"4.00\"}");
        assertThat(entries("sale-made")).hasSize(2);
        assertThat(entries("training-ended")).hasSize(1);
    }

    private List<Entry> entries(String kind) {
        return station.reader().entries(0, 1_000).stream()
                .filter(entry -> entry.fact().kind().equals(kind))
                .toList();
    }
}
