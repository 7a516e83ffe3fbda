package org.countinghouse.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.Labeled;
import javax.management.ListenerNotFoundException;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
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

    @Test
    void whatTheDayLeftOnTheHeapIsGivenBackOnceInAnAbsence() throws ListenerNotFoundException {
        var causes = new CopyOnWriteArrayList<String>();
        NotificationListener listener = (told, _) -> {
            if (told.getUserData() instanceof CompositeData data) {
                causes.add(GarbageCollectionNotificationInfo.from(data).getGcCause());
            }
        };
        var beans = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(NotificationEmitter.class::cast)
                .toList();
        beans.forEach(bean -> bean.addNotificationListener(listener, null, null));
        try (var glass = new Glass(station, Language.ENGLISH)) {
            glass.await("#employee");
            waitAndSee(glass, ShellViewModel.LOCK_AFTER.toSeconds() - 1);
            assertThat(causes).as("somebody may still be there").doesNotContain("System.gc()");
            station.desk.waitSeconds(1);
            glass.until(() -> causes.contains("System.gc()"));
            waitAndSee(glass, ShellViewModel.LOCK_AFTER.toSeconds());
            assertThat(Collections.frequency(causes, "System.gc()")).isEqualTo(1);
        } finally {
            for (NotificationEmitter each : beans) {
                each.removeNotificationListener(listener);
            }
        }
    }

    /// Until the clock on the screen has moved.
    private void waitAndSee(Glass glass, long seconds) {
        String before = time(glass);
        station.desk.waitSeconds(seconds);
        glass.until(() -> !time(glass).equals(before));
    }

    private static String time(Glass glass) {
        return ((Labeled) glass.find("#time")).getText();
    }
}
