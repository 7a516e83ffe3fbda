package org.countinghouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Destination.Move.Kind;
import org.countinghouse.app.shell.Glass;
import org.countinghouse.app.shell.InEnglishAndKhmer;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.approval.Matter;
import org.countinghouse.ledger.approval.Policy;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.ledger.people.SignInRefused;
import org.countinghouse.ledger.till.PaidOut;
import org.countinghouse.resources.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/// A cashier wants more than they may do alone; somebody else comes to the counter.
class ApprovalTest {
    private final SampleStation station = SampleStation.bakery();
    private final FxRobot robot = new FxRobot();

    @BeforeEach
    void aCashierPaysOutTenAlone() {
        var limit = new Policy.Limit(
                Role.CASHIER, Matter.PAID_OUT, station.shop.mainCurrency().code(), 10_00);
        var owner = station.desk.ask(books -> books.people().stream()
                .filter(person -> person.role() == Role.OWNER)
                .findFirst()
                .orElseThrow());
        station.desk.perform(new Order(
                UUID.randomUUID(),
                owner.employee(),
                Optional.empty(),
                new Command.SetPolicy(new Policy(List.of(limit), List.of(), 3))));
        station.order(new Command.OpenShift(
                station.shop.till(), List.of(Cash.of(station.money("100.00"))), Optional.empty()));
    }

    @InEnglishAndKhmer
    void theQuestionIsToldInWordsAndShownOverEverything(Language language) {
        try (var glass = asking(language)) {
            glass.picture("approval-" + language.code());
            assertThat(glass.words()).noneMatch(word -> word.contains("{"));
            assertThat(glass.nameless()).isEmpty();
        }
    }

    @Test
    void aManagerSaysYesWithTheirPinAndTheEntryNamesThem() {
        try (var glass = asking(Language.ENGLISH)) {
            glass.press("#approver-maly");
            robot.write(station.pin("maly")).push(KeyCode.ENTER);
            glass.until(() -> !station.desk.facts(PaidOut.class).isEmpty());
            glass.until(() -> !isAsking(glass));
            Entry entry = station.desk.entries(0, 1_000).getLast();
            assertThat(entry.actor()).isEqualTo("dara");
            assertThat(entry.approver()).hasValue("maly");
            glass.until(() -> glass.words().stream().anyMatch(word -> word.contains("50.00")));
        }
    }

    @Test
    void aWrongPinIsToldAndWrittenDownAndNothingIsPaid() {
        try (var glass = asking(Language.ENGLISH)) {
            glass.press("#approver-maly");
            robot.write("000000").push(KeyCode.ENTER);
            glass.until(() -> station.desk.facts(SignInRefused.class).contains(new SignInRefused("maly")));
            glass.until(() -> glass.words().stream().anyMatch(word -> word.startsWith("That PIN is not right")));
            assertThat(Glass.on(() -> isAsking(glass))).isTrue();
            robot.push(KeyCode.ESCAPE);
            glass.until(() -> !isAsking(glass));
            assertThat(station.desk.facts(PaidOut.class)).isEmpty();
            glass.until(() -> glass.words().stream().anyMatch(word -> word.contains("second person")));
        }
    }

    @Test
    void whoeverLocksTheCounterTakesTheQuestionAway() {
        try (var glass = asking(Language.ENGLISH)) {
            Glass.on(() -> {
                glass.shell.lock();
                return true;
            });
            glass.until(() -> !isAsking(glass));
            glass.await("#employee");
            assertThat(station.desk.facts(PaidOut.class)).isEmpty();
        }
    }

    @Test
    void nothingBehindTheQuestionIsReachedByKeys() {
        try (var glass = asking(Language.ENGLISH)) {
            robot.push(KeyCode.F7).push(KeyCode.F10).push(KeyCode.TAB).push(KeyCode.TAB);
            robot.push(KeyCode.CONTROL, KeyCode.K);
            assertThat(Glass.on(() ->
                            isAsking(glass) && glass.find("#bag") == null && glass.find("#palette-field") == null))
                    .isTrue();
            assertThat(Glass.on(() -> isInTheQuestion(glass.shell.scene().getFocusOwner())))
                    .isTrue();
        }
    }

    private static boolean isInTheQuestion(Node node) {
        return node != null && (node.getStyleClass().contains("approval") || isInTheQuestion(node.getParent()));
    }

    @Test
    void whoActsIsNotAmongThoseWhoMayApprove() {
        try (var glass = asking(Language.ENGLISH)) {
            assertThat(Glass.on(() -> glass.find("#approver-dara") == null)).isTrue();
        }
    }

    private Glass asking(Language language) {
        var glass = new Glass(station, language);
        glass.signIn("dara");
        glass.await("#moves");
        glass.go(new Destination.Move(Kind.PAID_OUT), "#amountBox");
        glass.until(() -> glass.find("#amountBox").isFocused());
        robot.write("50");
        glass.press("#reasons .toggle-button");
        glass.press("#action");
        glass.until(() -> isAsking(glass));
        return glass;
    }

    private static boolean isAsking(Glass glass) {
        Node pad = glass.find("#approve");
        return pad != null;
    }
}
