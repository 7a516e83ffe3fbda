package org.countinghouse.app.shell;

import java.util.function.Consumer;

/// What is laid over the frame to find something by typing, from wherever a person is.
public interface Palette extends View {
    void open();

    /// The focus goes back to where it was.
    void close();

    boolean isOpen();

    /// @param hears true once it is open, and false once it is closed
    void whenOpen(Consumer<Boolean> hears);
}
