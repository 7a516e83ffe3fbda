package org.countinghouse.app.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.countinghouse.store.Verification;
import org.countinghouse.store.Verifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A shop in Phnom Penh works its days in dollars and riel, line by line.
class TradeScriptTest {
    private static final String MALY = """
            {"command":"sign-in","employee":"maly","pin":"246810"}
            """;
    private static final String DARA = """
            {"command":"sign-in","employee":"dara","pin":"123456"}
            """;
    private static final String OPEN = MALY + """
            {"command":"set-rate","one":"1.00 USD","take":"4100 KHR","give":"4000 KHR","reference":"4050 KHR","source":"National Bank"}
            {"command":"count-safe","amounts":{"USD":"500.00","KHR":"2000000"},"beginning":true}
            """ + DARA + """
            {"command":"open-shift","amounts":{"USD":"100.00","KHR":"400000"}}
            """;

    @TempDir
    private Path folder;

    private ScriptedStation station;

    @BeforeEach
    void open() {
        station = ScriptedStation.open(folder, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        station.close();
    }

    private List<JsonNode> done(String lines) {
        var replies = station.answers(lines);
        assertThat(ScriptedStation.codes(replies)).containsOnly("done");
        return replies;
    }

    private String code(String lines) {
        return ScriptedStation.codes(station.answers(lines)).getLast();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::stringValue).toList();
    }

    private void isWhole() {
        assertThat(new Verifier(folder, station.station().currencies(), _ -> {}).verify())
                .isInstanceOf(Verification.Whole.class);
    }

    @Test
    void aManagerSetsAnItemAndACashierDoesNot() {
        String item = """
            {"command":"set-item","item":"iced-tea","names":{"en":"Iced tea","km":"តែទឹកកក"},"prices":{"USD":"0.80","KHR":"3200"}}
            """;
        done(MALY + item);
        assertThat(code(DARA + item)).isEqualTo("not-allowed");
        assertThat(code(MALY + """
            {"command":"set-item","item":"Iced tea","names":{"en":"Iced tea"},"prices":{"USD":"0.80"}}
            """)).isEqualTo("item-not-a-word");
        assertThat(code(MALY + """
            {"command":"set-item","item":"iced-tea","names":{"english":"Iced tea"},"prices":{"USD":"0.80"}}
            """)).isEqualTo("malformed");
        done(MALY + """
            {"command":"set-item","item":"iced-tea","withdrawn":true}
            """);
        isWhole();
    }

    @Test
    void aDayInTwoCurrenciesEndsWithASealedZ() {
        var sales = done(OPEN + """
            {"command":"sale","currency":"USD","total":"10.37","tenders":[{"amount":"20.00 USD"}],"changeAmounts":{"USD":"9.00","KHR":"2500"}}
            {"command":"sale","currency":"USD","total":"10.37","tenders":[{"amount":"50000 KHR"}]}
            {"command":"sale","currency":"USD","total":"4.50","tenders":[{"tender":"card","amount":"4.50"}]}
            """);
        assertThat(texts(sales.get(5).get("changeElsewhere"))).containsExactly("2500 KHR");
        assertThat(texts(sales.get(5).get("rounding"))).containsExactly("20 KHR");
        assertThat(texts(sales.get(6).get("rounding"))).containsExactly("-17 KHR");
        assertThat(sales.get(6).at("/exchanged/0/source").stringValue()).isEqualTo("National Bank");
        var closed = done("""
            {"command":"count","amounts":{"USD":"111.07","KHR":"439700"},"declared":[{"tender":"card","amount":"4.50 USD"}]}
            {"command":"close-shift","drop":{"USD":"11.07","KHR":"39700"},"bag":"18","z":true}
            """).getLast();
        assertThat(closed.at("/counts")
                        .valueStream()
                        .map(each -> each.get("word").stringValue()))
                .containsExactlyInAnyOrder("over", "short");
        assertThat(closed.at("/z/seal/signature").stringValue()).isNotBlank();
        var copies = done("""
            {"command":"z-report","number":1}
            {"command":"z-report","number":1}
            """);
        assertThat(copies.getLast().get("mark").stringValue()).isEqualTo("COPY");
        assertThat(copies.getLast().get("copy").longValue()).isEqualTo(2);
        assertThat(copies.getLast().get("z")).isEqualTo(closed.get("z"));
        isWhole();
    }

    @Test
    void aShiftIsSuspendedHandedOverAndClosedByWhoTookIt() {
        done(OPEN + """
            {"command":"sale","currency":"USD","total":"5.00"}
            {"command":"suspend-shift","reason":"lunch"}
            """);
        assertThat(code("{\"command\":\"sale\",\"total\":\"1.00\",\"currency\":\"USD\"}"))
                .isEqualTo("shift-suspended");
        done("""
            {"command":"resume-shift"}
            {"command":"count","amounts":{"USD":"105.00","KHR":"400000"}}
            {"command":"hand-over","to":"maly","amounts":{"USD":"105.00","KHR":"400000"}}
            """ + MALY + """
            {"command":"take-over","amounts":{"USD":"105.00","KHR":"400000"}}
            {"command":"count","amounts":{"USD":"105.00","KHR":"400000"}}
            {"command":"close-shift"}
            """);
        isWhole();
    }

    @Test
    void aParkedShiftIsCountedWhileTheNextOneTrades() {
        done(OPEN + """
            {"command":"sale","currency":"USD","total":"5.00"}
            {"command":"park-shift"}
            {"command":"open-shift","amounts":{"USD":"50.00"}}
            {"command":"sale","currency":"USD","total":"1.00"}
            {"command":"count","shift":"1-1","amounts":{"USD":"105.00","KHR":"400000"}}
            """);
        var closed = done("{\"command\":\"close-shift\",\"shift\":\"1-1\",\"bag\":\"19\"}")
                .getLast();
        assertThat(closed.at("/counts/0/word").stringValue()).isEqualTo("exact");
        isWhole();
    }

    @Test
    void bagsAreMetCorrectionsAreNumberedAndARecountIsKept() {
        var sent = done(OPEN + """
            {"command":"paid-out","currency":"USD","amount":"12.00","reason":"ice"}
            {"command":"send-bag","bag":"17","from":"till/1","to":"safe/main","amounts":{"USD":"50.00"}}
            {"command":"count","amounts":{"USD":"38.00","KHR":"400000"}}
            """);
        String wrong = sent.get(5).get("id").stringValue();
        assertThat(code("{\"command\":\"close-shift\"}")).isEqualTo("bag-not-met");
        assertThat(code("{\"command\":\"correct\",\"entry\":\"" + wrong + "\",\"reason\":\"typed-wrong\"}"))
                .isEqualTo("needs-approval");
        var corrected = done("""
            {"command":"receive-bag","bag":"17","amounts":{"USD":"50.00"}}
            {"command":"correct","entry":"%s","reason":"typed-wrong","approver":"maly","approverPin":"246810"}
            {"command":"paid-out","currency":"USD","amount":"15.00","reason":"ice"}
            {"command":"count","amounts":{"USD":"34.00","KHR":"400000"}}
            {"command":"close-shift","z":true}
            """.formatted(wrong));
        assertThat(corrected.get(1).get("number").longValue()).isEqualTo(1);
        var later = done(MALY + """
            {"command":"recount","amounts":{"USD":"35.00","KHR":"400000"},"reason":"found-under-the-tray"}
            {"command":"record-late","date":"2026-01-02","what":"sale","amount":"3.00","currency":"USD","reason":"paper-book"}
            """);
        assertThat(later.get(1).get("recount").longValue()).isEqualTo(1);
        assertThat(later.get(2).get("number").longValue()).isEqualTo(2);
        isWhole();
    }

    @Test
    void aMachineIsFilledCollectedAndItsInventoryIsItsCount() {
        done(OPEN + MALY + """
            {"command":"count-machine","amounts":{"USD":"1000.00"},"beginning":true}
            """);
        var counted = done("""
            {"command":"sale","currency":"USD","total":"225.00","tenders":[{"tender":"cash-machine","amount":"225.00"}]}
            {"command":"fill-machine","currency":"USD","amount":"200.00"}
            {"command":"collect-machine","currency":"USD","amount":"600.00"}
            {"command":"count-machine","amounts":{"USD":"820.00"},"discrepancy":true}
            """).getLast();
        assertThat(counted.at("/counts/0/expected").stringValue()).isEqualTo("825.00");
        assertThat(counted.at("/counts/0/word").stringValue()).isEqualTo("short");
        isWhole();
    }

    @Test
    void limitsAndReasonsHoldAfterARestart() {
        done("""
            {"command":"sign-in","employee":"bopha","pin":"135790"}
            {"command":"set-policy","limits":[{"role":"cashier","matter":"paid-out","amount":"5.00 USD"},{"role":"cashier","matter":"no-sale","times":1}],"reasons":[{"matter":"paid-out","reason":"ice"},{"matter":"paid-out","reason":"other","note":true}],"counts":3}
            """ + OPEN);
        station.close();
        station = ScriptedStation.open(folder, Clock.systemUTC());
        assertThat(ScriptedStation.codes(station.answers(DARA + """
            {"command":"paid-out","currency":"USD","amount":"5.00","reason":"ice"}
            {"command":"paid-out","currency":"USD","amount":"5.01","reason":"ice"}
            {"command":"paid-out","currency":"USD","amount":"1.00","reason":"beer"}
            {"command":"paid-out","currency":"USD","amount":"1.00","reason":"other"}
            {"command":"no-sale","reason":"change"}
            {"command":"no-sale","reason":"change"}
            """)))
                .containsExactly(
                        "done", "done", "needs-approval", "reason-unknown", "note-missing", "done", "needs-approval");
    }
}
