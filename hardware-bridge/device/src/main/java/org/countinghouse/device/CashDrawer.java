package org.countinghouse.device;

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
}
