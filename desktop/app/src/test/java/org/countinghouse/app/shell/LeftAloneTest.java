package org.countinghouse.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
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
    private static final int TOLD_WITHIN_SECONDS = 20;

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
        try {
            var model = new ShellViewModel(
                    station.session(),
                    station.desk,
                    SampleStation.atOnce(),
                    station.desk::now,
                    Optional.empty(),
                    new Training.NotOffered());
            leave(model, ShellViewModel.LOCK_AFTER.toSeconds() - 1);
            leave(model, 1);
            leave(model, ShellViewModel.LOCK_AFTER.toSeconds());
            model.touch();
            leave(model, ShellViewModel.LOCK_AFTER.toSeconds() - 1);
            leave(model, 1);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TOLD_WITHIN_SECONDS);
            while (asked(causes) < 2 && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertThat(asked(causes)).as("once in each of two absences").isEqualTo(2);
        } finally {
            for (NotificationEmitter each : beans) {
                each.removeNotificationListener(listener);
            }
        }
    }

    private void leave(ShellViewModel model, long seconds) {
        station.desk.waitSeconds(seconds);
        model.tidyWhileAlone();
    }

    private static int asked(List<String> causes) {
        return Collections.frequency(causes, "System.gc()");
    }
}
