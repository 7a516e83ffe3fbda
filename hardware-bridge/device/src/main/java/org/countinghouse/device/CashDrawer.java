package org.countinghouse.device;

import java.util.function.Consumer;

/// The box that opens. Opening it never waits for paper, a cover or a slip that is being printed.
/// Calls may come from any thread but the screen's.
public interface CashDrawer {
    String name();

    /// Gives one pulse and watches the drawer for the driver's named limit (two seconds).
    Opening open();

    /// Asks the drawer; never waits longer than the driver's named limit (about two seconds).
    DrawerState state();

    /// Whether it has a sense wire, as far as its settings say. Many drawers have none.
    boolean tellsState();

    /// Calls back when the drawer tells of itself without being asked. Most never do, and then it must
    /// be asked.
    ///
    /// @param listener called on a thread of the driver's; it must not wait
    default void whenTold(Consumer<DrawerState> listener) {}
}
