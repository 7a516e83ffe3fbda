package org.countinghouse.app;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.countinghouse.app.machine.ByMachineView;
import org.countinghouse.app.machine.HoldsView;
import org.countinghouse.app.machine.MachineBarView;
import org.countinghouse.app.machine.MachineView;
import org.countinghouse.app.machine.MachineWatch;
import org.countinghouse.app.machine.MovementView;
import org.countinghouse.app.machine.MovementViewModel;
import org.countinghouse.app.machine.OwedView;
import org.countinghouse.app.machine.OwedViewModel;
import org.countinghouse.app.machine.SettleView;
import org.countinghouse.app.machine.SettleViewModel;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;

/// The views of the cash machine, put together.
final class MachineScreens {
    private MachineScreens() {}

    static Map<Class<?>, Supplier<? extends View>> views(
            Session session,
            MachineWatch watch,
            MovementViewModel movement,
            SettleViewModel settle,
            OwedViewModel owed,
            Consumer<Destination> go,
            Runnable back) {
        return Map.ofEntries(
                Counter.view(MachineView.class, () -> new MachineView(watch, movement, settle, owed, session, back)),
                Counter.view(MovementView.class, () -> new MovementView(movement, session)),
                Counter.view(SettleView.class, () -> new SettleView(settle, session)),
                Counter.view(OwedView.class, () -> new OwedView(owed, watch, movement, session)),
                Counter.view(HoldsView.class, () -> new HoldsView(watch, movement, session)),
                Counter.view(MachineBarView.class, () -> new MachineBarView(watch, movement, owed, session, go)),
                Counter.view(ByMachineView.class, () -> new ByMachineView(watch, movement, session)));
    }
}
