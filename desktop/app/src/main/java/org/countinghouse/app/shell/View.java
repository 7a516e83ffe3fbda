package org.countinghouse.app.shell;

/// The part of a screen that binds its nodes to its view model. Its listeners live as long as it does.
public interface View {
    /// The screen is in the window now, or is seen again: put the focus where a person begins.
    ///
    /// @param where the destination that led here
    default void enter(Destination where) {}

    /// The screen has left the window and will not come back: end what listens.
    default void leave() {}
}
