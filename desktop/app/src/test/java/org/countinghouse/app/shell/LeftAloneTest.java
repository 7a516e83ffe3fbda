package org.countinghouse.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.countinghouse.app.shell.Destination.Move.Kind;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.people.SignedOut;
import org.countinghouse.resources.Language;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/// Somebody goes away and leaves the counter open.
class LeftAloneTest {
    private final SampleStation station = SampleStation.bakery();

    @Test
    void theCounterLocksItselfAndTheBasketIsKept() {
        station.order(new Command.OpenShift(
                station.shop.till(), List.of(Cash.of(station.money("100.00"))), Optional.empty()));
        try (var glass = new Glass(station, Language.ENGLISH)) {
            glass.signIn("dara");
            glass.await("#moves");
            new FxRobot().write("12.30");
            station.desk.waitSeconds(ShellViewModel.LOCK_AFTER.toSeconds() - 1);
            glass.go(new Destination.Move(Kind.NO_SALE), "#cancel");
            glass.press("#cancel");
            station.desk.waitSeconds(ShellViewModel.LOCK_AFTER.toSeconds() - 1);
            assertThat(station.desk.facts(SignedOut.class))
                    .as("somebody pressed a button")
                    .isEmpty();
            station.desk.waitSeconds(1);
            glass.await("#employee");
            glass.until(() -> station.desk.facts(SignedOut.class).equals(List.of(new SignedOut("dara"))));
            glass.signIn("dara");
            glass.until(() -> glass.words().contains("12.30"));
        }
    }
}
